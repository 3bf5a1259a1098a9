/** What the shop of the benchmark knows: the same users, products and reviews in every process and every run. */

export type User = { id: string; name: string; username: string; birthday: string }
export type Product = { upc: string; name: string; price: number; weight: number }
export type Review = { id: string; body: string; authorId: string; upc: string }

/** As many as the varied load asks for. */
export const userCount = 300
/**
 * The people of a circle have each reviewed the ten things of their circle: fifteen people in each of twenty. So a nested query meets the same
 * entities again and again, as in the public benchmark of gateways, and no list is shorter than the largest page that is asked for.
 */
const circleCount = 20
const reviewsPerUser = 10
const productCount = circleCount * reviewsPerUser

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)
const words = ['sturdy', 'light', 'late', 'loud', 'round', 'warm', 'plain', 'bright', 'slow', 'neat', 'soft']
const pick = (n: number): string => words[n % words.length] ?? ''

export const users: readonly User[] = numbers(userCount).map((n) => ({
  id: `u-${n}`,
  name: `Person ${n}`,
  username: `person.${n}`,
  birthday: `19${String(50 + (n % 50))}-0${1 + (n % 9)}-1${n % 10}`,
}))

export const products: readonly Product[] = numbers(productCount).map((n) => ({
  upc: `p-${n}`,
  name: `A ${pick(n)} and ${pick(n * 7)} thing no. ${n}`,
  price: 100 + ((n * 131) % 1_900),
  weight: 10 + ((n * 37) % 990),
}))

const reviews: readonly Review[] = users.flatMap((user, u) =>
  numbers(reviewsPerUser).map((n) => ({
    id: `r-${u * reviewsPerUser + n}`,
    body: `It is ${pick(u + n)}, ${pick(u * 3 + n)} and rather ${pick(u + n * 5)}: the ${n}. that I had of it.`,
    authorId: user.id,
    upc: `p-${(n - 1) * circleCount + (u % circleCount) + 1}`,
  })),
)

const usersById = new Map(users.map((user) => [user.id, user]))
const productsByUpc = new Map(products.map((product) => [product.upc, product]))
const reviewsByAuthor = Map.groupBy(reviews, ({ authorId }) => authorId)
const reviewsByProduct = Map.groupBy(reviews, ({ upc }) => upc)

export const userOf = (id: string): User | undefined => usersById.get(id)
export const productOf = (upc: string): Product | undefined => productsByUpc.get(upc)
export const reviewsBy = (authorId: string): readonly Review[] => reviewsByAuthor.get(authorId) ?? []
export const reviewsOn = (upc: string): readonly Review[] => reviewsByProduct.get(upc) ?? []

/** The first so many, or all. */
export function firstOf<T>(all: readonly T[], { take }: { take?: number | null }): readonly T[] {
  return typeof take === 'number' ? all.slice(0, take) : all
}

/** Every third product is out of stock. */
export const inStock = (upc: string): boolean => Number(upc.slice(2)) % 3 !== 0

/** What sending it costs: nothing for what is dear, else by weight. */
export const shippingEstimate = (price: number, weight: number): number =>
  price > 1_000 ? 0 : Math.round(weight * 0.5)
