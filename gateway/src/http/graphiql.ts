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

const greeting = `# Torihiki: try the API here, subscriptions included.
# Sign in at /console first (the cookie serves this page), or put {"Authorization": "Bearer …"} under Headers.
# Each tab is an operation of schema/operations.
query Viewer {
  viewer {
    member { name memberNumber status roles }
  }
}
`

/** GraphiQL as one self-contained page: no outside host is asked for anything. Rendered and compressed once, at first use. */
export function graphiqlPage(): RequestHandler {
  let pages: Promise<{ br: Buffer; gzip: Buffer; plain: Buffer }> | null = null
  const render = async () => {
    const plain = Buffer.from(
      renderGraphiQL({
        title: 'Torihiki',
        endpoint: '/graphql',
        subscriptionsProtocol: 'WS',
        headerEditorEnabled: true,
        defaultQuery: greeting,
        defaultTabs: [{ query: greeting }, ...tabs()],
      } as never),
    )
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
