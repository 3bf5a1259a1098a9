/** Where a browser ended up. */
export type Visit = {
  readonly url: string
  readonly status: number
  readonly text: string
  readonly hops: readonly string[]
}

type Cookie = { name: string; value: string; host: string; path: string }
/** More redirects than any flow has: it goes in a circle. */
const mostHops = 12

/** A browser as far as signing in goes: it follows redirects and keeps cookies by host and path, for all ports as real ones do. */
export class Browser {
  #cookies: Cookie[] = []

  /** Opens an address and follows redirects until a page comes, or until one leads to `stopAt`, which is not opened. */
  async visit(url: string, stopAt?: string): Promise<Visit> {
    const hops: string[] = []
    for (let at = url; hops.length < mostHops;) {
      if (stopAt && at.startsWith(stopAt)) return { url: at, status: 0, text: '', hops }
      hops.push(at)
      const response = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: this.#cookiesFor(at), accept: 'text/html' },
      })
      this.#keep(at, response.headers.getSetCookie())
      const location = response.headers.get('location')
      if (!location) return { url: at, status: response.status, text: await response.text(), hops }
      at = new URL(location, at).href
    }
    throw new Error(`Too many redirects: ${hops.join(' ')}`)
  }

  #cookiesFor(url: string): string {
    const { hostname, pathname } = new URL(url)
    const sent = this.#cookies.filter(({ host, path }) => host === hostname && pathname.startsWith(path))
    return sent.map(({ name, value }) => `${name}=${value}`).join('; ')
  }

  #keep(url: string, given: readonly string[]): void {
    const host = new URL(url).hostname
    for (const text of given) {
      const [pair = '', ...attributes] = text.split(';').map((part) => part.trim())
      const at = pair.indexOf('=')
      const named = Object.fromEntries(attributes.map((each) => each.toLowerCase().split('=', 2)))
      const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/'
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      this.#cookies = this.#cookies.filter((each) => each.name !== name || each.host !== host || each.path !== path)
      const isOver = named['expires'] !== undefined && Date.parse(String(named['expires'])) <= Date.now()
      if (!isOver && value !== '') this.#cookies.push({ name, value, host, path })
    }
  }
}
