import type {
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface'
import type { GatewayContext, Generation } from './generation.ts'

/**
 * Apollo Server's door to federation: Apollo's planner and executor under one plan cache, subscriptions included (those go through
 * `subscribe.ts`).
 */
export class FederationGateway implements GatewayInterface {
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
    return { executor: (context) => this.#execute(context as GatewayGraphQLRequestContext<GatewayContext>) }
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

  #execute(context: GatewayGraphQLRequestContext<GatewayContext>): ReturnType<GatewayExecutor> {
    const generation = this.#generation
    return generation.execute(generation.plan(context.source, context.document, context.operationName), context)
  }
}
