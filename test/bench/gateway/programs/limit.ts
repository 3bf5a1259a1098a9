import { plainShopSchema } from '../shop/plain-schema.ts'
import { compiledSchema } from './compiled-schema.ts'
import { operationOf, serve } from './serve.ts'

/** The limit: one schema without federation, compiled, on plain node:http. Nothing is remembered but compiled documents. */
const execute = compiledSchema(plainShopSchema())
await serve(Number(process.argv[2]), (body) => execute(operationOf(body)))
