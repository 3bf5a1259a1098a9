import type {
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface'
import { GraphQLError } from 'graphql'
import type { Caller } from '../upstreams/upstream.ts'
import type { Generation } from './generation.ts'
import { WrittenData } from './written-data.ts'

/**
 * The supergraph that is served now. All protocols run their operations in its newest generation; Apollo Server, which answers what
 * is not known yet, reaches it as its gateway.
 */
export class ServedSupergraph implements GatewayInterface {
  #generation: Generation
  readonly #callbacks = new Set<GatewaySchemaLoadOrUpdateCallback>()

  constructor(generation: Generation) {
    this.#generation = generation
  }

  /** The generation that new operations run in. */
  get generation(): Generation {
    return this.#generation
  }

  async load(): Promise<{ executor: GatewayExecutor }> {
    this.#announce()
    return { executor: (context) => this.#execute(context as GatewayGraphQLRequestContext<Caller>) }
  }

  onSchemaLoadOrUpdate(callback: GatewaySchemaLoadOrUpdateCallback): () => void {
    this.#callbacks.add(callback)
    return () => this.#callbacks.delete(callback)
  }

  async stop(): Promise<void> {
    await this.#generation.close()
  }

  #announce(): void {
    const { apiSchema, supergraphSdl } = this.#generation
    for (const callback of this.#callbacks) callback({ apiSchema, coreSupergraphSdl: supergraphSdl })
  }

  async #execute({
    source,
    operationName,
    request,
    context,
  }: GatewayGraphQLRequestContext<Caller>): ReturnType<GatewayExecutor> {
    const prepared = this.#generation.prepare(source, operationName)
    if (!('run' in prepared)) return { errors: [...prepared] }
    const variables = request.variables ?? {}
    const wrong = prepared.variableErrors(variables)
    if (wrong.length > 0) return { errors: [...wrong] }
    const { dataText, errors, extensions } = await prepared.run(variables, context)
    return {
      ...(dataText !== undefined && { data: new WrittenData(dataText) as never }),
      ...(errors.length > 0 && { errors: errors.map((error) => new GraphQLError(error.message, error as never)) }),
      ...(extensions && { extensions: { ...extensions } }),
    }
  }
}
