import { userCount } from './shop/records.ts'

/** What is asked of every gateway. */
export type Operation = { readonly query: string; readonly variables: Record<string, unknown> }

export type LoadName = 'same' | 'varied' | 'small'

export type Load = { readonly title: string; readonly operations: readonly Operation[] }

/** Goes through all four subgraphs, four hops deep, with entities that come up again and again. */
const bigQuery = /* GraphQL */ `
  query Shopping($user: ID!, $page: Int!) {
    user(id: $user) {
      ...Person
      reviews(take: $page) {
        ...Opinion
        product {
          ...Article
          reviews(take: $page) {
            ...Opinion
            author {
              ...Person
              reviews(take: 2) {
                ...Opinion
                product {
                  ...Article
                }
              }
            }
          }
        }
      }
    }
    topProducts(take: $page) {
      ...Article
      reviews(take: 3) {
        ...Opinion
        author {
          ...Person
          reviews(take: 2) {
            ...Opinion
            product {
              ...Article
            }
          }
        }
      }
    }
  }
  fragment Person on User {
    id
    username
    name
  }
  fragment Opinion on Review {
    id
    body
  }
  fragment Article on Product {
    upc
    name
    price
    weight
    inStock
    shippingEstimate
  }
`

/** One subgraph, one hop. */
const smallQuery = /* GraphQL */ `
  query Popular($page: Int!) {
    topProducts(take: $page) {
      upc
      name
      price
    }
  }
`

const big = (user: number, page: number): Operation => ({
  query: bigQuery,
  variables: { user: `u-${user}`, page },
})

/** Asked for by the varied load. */
const pageSizes = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const everyUser = Array.from({ length: userCount }, (_, i) => i + 1)

export const loads: Readonly<Record<LoadName, Load>> = {
  same: { title: 'Big query, always the same', operations: [big(7, 5)] },
  varied: {
    title: `Big query, ${userCount} users and page sizes 1 to ${pageSizes.length}`,
    operations: everyUser.flatMap((user) => pageSizes.map((page) => big(user, page))),
  },
  small: { title: 'Small query, one hop', operations: [{ query: smallQuery, variables: { page: 5 } }] },
}

export const loadNames = Object.keys(loads) as LoadName[]

/** How far apart the operations of the varied load lie whose answers are compared: no factor in common with the page sizes. */
const sampleStep = 220

/** The operations on which all gateways must agree before their figures count: of every load, several sizes of the varied one. */
export function sampleOperations(): Operation[] {
  return loadNames.flatMap((name) => loads[name].operations.filter((_, i) => i % sampleStep === 0))
}
