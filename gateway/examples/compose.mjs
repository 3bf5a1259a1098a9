/** Composes both subgraphs and prints the supergraph, as `rover supergraph compose` would. */
import { composeServices } from '@apollo/composition'
import * as products from './products.mjs'
import * as reviews from './reviews.mjs'

const { supergraphSdl, errors } = composeServices(
  [products, reviews].map(({ name, port, typeDefs }) => ({ name, url: `http://127.0.0.1:${port}/graphql`, typeDefs })),
)
if (errors) throw new Error(errors.map(String).join('\n'))
process.stdout.write(supergraphSdl)
