import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { RequestHandler } from 'express'

/** Good enough for a page of 9 MB that is compressed once. */
const brotliQuality = 5

const operationsFolder = new URL('../../../schema/operations/', import.meta.url)

/** The operations of `schema/operations`, each a tab. */
function tabs(): { query: string }[] {
  const files = readdirSync(operationsFolder)
    .filter((file) => file.endsWith('.graphql'))
    .toSorted()
  return files.map((file) => ({ query: readFileSync(new URL(file, operationsFolder), 'utf8') }))
}

const hubGreeting = `# Torihiki: try the API here, subscriptions included.
# Sign in at /console first (the cookie serves this page), or put {"Authorization": "Bearer …"} under Headers.
# Each tab is an operation of schema/operations.
query Viewer {
  viewer {
    member { name memberNumber status roles }
  }
}
`

/** Says who the cookie of this page acts for. Headers that are typed in count before it. */
const signedInStrip = `<style>#who{position:fixed;right:12px;bottom:8px;z-index:9;font:12px system-ui,sans-serif;background:#fffd;color:#333;padding:2px 8px;border-radius:8px;border:1px solid #ccc}#who form{display:inline}#who button{font:inherit;border:0;background:none;color:#06c;cursor:pointer;padding:0}</style>
<div id="who" role="status"></div>
<script>
(async () => {
  const place = document.getElementById('who')
  const show = (text, ...rest) => place.replaceChildren(text, ...rest)
  const link = Object.assign(document.createElement('a'), { href: '/console', textContent: 'Sign in' })
  try {
    const query = '{ viewer { member { name roles } } }'
    const asked = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })
    const { data } = await asked.json()
    const member = data && data.viewer && data.viewer.member
    if (!member) return show('Not signed in. ', link)
    const leave = document.createElement('form')
    leave.method = 'post'
    leave.action = '/console/leave'
    leave.append(Object.assign(document.createElement('button'), { textContent: 'Sign out' }))
    show('Signed in as ' + member.name + ' (' + member.roles.join(', ') + '). ', leave)
  } catch { show('The API does not answer. ', link) }
})()
</script>`

/** What stands in a page of GraphiQL. */
export type GraphiqlContent = {
  readonly title: string
  readonly greeting: string
  readonly tabs: readonly { readonly query: string }[]
  /** HTML at its end. */
  readonly footer?: string
}

/** GraphiQL of the hub. */
export const hubContent = (): GraphiqlContent => ({
  title: 'Torihiki',
  greeting: hubGreeting,
  tabs: tabs(),
  footer: signedInStrip,
})

/** GraphiQL of any supergraph. */
export const plainContent = (): GraphiqlContent => ({
  title: 'GraphiQL',
  greeting: '# Queries, mutations and subscriptions go to the gateway that this page comes from.\n{\n  __typename\n}\n',
  tabs: [],
})

/** GraphiQL as one self-contained page: no outside host is asked for anything. Rendered and compressed once, at first use. */
export function graphiqlPage(content: () => GraphiqlContent): RequestHandler {
  let pages: Promise<{ br: Buffer; gzip: Buffer; plain: Buffer }> | null = null
  const render = async () => {
    const { title, greeting, tabs: others, footer = '' } = content()
    const page = renderGraphiQL({
      title,
      endpoint: '/graphql',
      subscriptionsProtocol: 'WS',
      headerEditorEnabled: true,
      defaultQuery: greeting,
      defaultTabs: [{ query: greeting }, ...others],
    } as never)
    // The last one: its own script may hold the same text.
    const end = page.lastIndexOf('</body>')
    const plain = Buffer.from(`${page.slice(0, end)}${footer}${page.slice(end)}`)
    const br = await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } })
    return { plain, br, gzip: await promisify(gzip)(plain) }
  }
  return async (request, response) => {
    pages ??= render()
    const page = await pages
    const encoding = request.acceptsEncodings('br', 'gzip') || 'identity'
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('vary', 'accept-encoding')
    if (encoding === 'br' || encoding === 'gzip') response.setHeader('content-encoding', encoding).end(page[encoding])
    else response.end(page.plain)
  }
}
