import type {
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface'
import { GraphQLError } from 'graphql'
import type { Caller } from '../upstreams/upstream.ts'
import type { Generation } from './generation.ts'
import { Retirement, type GenerationUse } from './retirement.ts'
import { WrittenAnswer } from './written-answer.ts'

/**
 * The supergraph that is served now. All protocols run their operations in its newest generation; Apollo Server, which answers what
 * is not known yet, reaches it as its gateway.
 */
export class ServedSupergraph implements GatewayInterface {
  #generation: Generation
  readonly #callbacks = new Set<GatewaySchemaLoadOrUpdateCallback>()
  readonly #retirement = new Retirement((generation) => this.#closeUpstreams(generation))

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

  /** Generations that were replaced and in which something still runs. */
  get retiring(): readonly Generation[] {
    return this.#retirement.generations
  }

  /** Says of a generation whether something goes on in it between two operations: until then it is kept. */
  keepWhile(use: GenerationUse): void {
    this.#retirement.addUse(use)
  }

  /**
   * Runs all that begins from now on in this generation. What runs stays in the one before, which ends with the last of it; upstreams
   * that both have go on as they are. Waits while too many earlier ones still run.
   */
  async switchTo(generation: Generation): Promise<void> {
    await this.#retirement.room()
    const before = this.#generation
    if (before === generation) return
    this.#generation = generation
    this.#retirement.add(before)
    this.#announce()
  }

  async stop(): Promise<void> {
    await this.#retirement.close()
    await this.#generation.close()
  }

  async #closeUpstreams(generation: Generation): Promise<void> {
    const kept = new Set([this.#generation, ...this.retiring].flatMap(({ upstreams }) => [...upstreams.values()]))
    const own = [...generation.upstreams.values()].filter((upstream) => !kept.has(upstream))
    await Promise.all(own.map((upstream) => upstream.close()))
  }

  #announce(): void {
    const { apiSchema, supergraphSdl } = this.#generation
    for (const callback of this.#callbacks) callback({ apiSchema, coreSupergraphSdl: supergraphSdl })
  }

  async #execute({ source, request, context }: GatewayGraphQLRequestContext<Caller>): ReturnType<GatewayExecutor> {
    // As the request names it: the same request is then found among those known.
    const prepared = this.#generation.prepare(source, request.operationName ?? null)
    if (!('run' in prepared)) return { errors: [...prepared] }
    const variables = request.variables ?? {}
    const wrong = prepared.variableErrors(variables)
    if (wrong.length > 0) return { errors: [...wrong] }
    const { dataText, errors, extensions } = await prepared.run(variables, context)
    return {
      ...(dataText !== undefined && { data: new WrittenAnswer(dataText) as never }),
      ...(errors.length > 0 && { errors: errors.map((error) => new GraphQLError(error.message, error as never)) }),
      ...(extensions && { extensions: { ...extensions } }),
    }
  }
}
