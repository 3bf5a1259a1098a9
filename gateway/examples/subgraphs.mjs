/** Starts both subgraphs. */
import * as products from './products.mjs'
import * as reviews from './reviews.mjs'

await Promise.all([products.start(), reviews.start()])
