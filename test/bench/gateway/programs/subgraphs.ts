import { shopSchema, shopSubgraphs, type ShopSubgraph } from '../shop/subgraphs.ts'
import { compiledSchema } from './compiled-schema.ts'
import { operationOf, serve } from './serve.ts'

/** The four subgraphs in one process, compiled, on a port each, which the parent is told: fast, since they are not what is measured. */
const ports: Partial<Record<ShopSubgraph, number>> = {}
for (const name of shopSubgraphs) {
  const execute = compiledSchema(shopSchema(name))
  ports[name] = await serve(0, (body) => execute(operationOf(body)))
}
process.send?.(ports)
process.once('disconnect', () => process.exit())
