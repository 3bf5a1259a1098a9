/** Which card company authorizes which cards: by the first digits of their numbers, by brand, or `*` for all others. */
export type CardRoutes = ReadonlyMap<string, string>

/** The company that authorizes a card (C6): of the longest first digits that fit, else of its brand, else that of all others; null when nothing is said of it. */
export function companyFor(routes: CardRoutes, { brand, iin }: { brand: string; iin: string }): string | null {
  for (let length = iin.length; length > 0; length--) {
    const found = routes.get(iin.slice(0, length))
    if (found) return found
  }
  return routes.get(brand) ?? routes.get('*') ?? null
}
