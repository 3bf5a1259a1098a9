import { glob, readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Supergraph } from '@apollo/federation-internals'
import { supergraphSdl } from '@torihiki/schema'
import { endWithASentence } from '@torihiki/shared/process/subgraph-process.ts'
import { StartRefused } from '@torihiki/shared/settings.ts'
import { collectOperations } from './collect-operations.ts'

const usage = 'Say which files, and where the manifest goes: npm run trusted -- "src/**/*.graphql" -o manifest.json.'

/** `npm run trusted`: validates a client's operations against the supergraph and writes the manifest for TRUSTED_DOCUMENTS. */
await endWithASentence(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', short: 'o' }, supergraph: { type: 'string' } },
  })
  if (!values.out || positionals.length === 0) throw new StartRefused(usage)
  const paths = new Set<string>()
  for await (const path of glob(positionals)) paths.add(path)
  if (paths.size === 0) throw new StartRefused(`No file is meant by ${positionals.join(' ')}. ${usage}`)
  const files = await Promise.all(
    [...paths].toSorted().map(async (path) => ({ path, text: await readFile(path, 'utf8') })),
  )
  const sdl = values.supergraph ? await readFile(values.supergraph, 'utf8') : supergraphSdl()
  const manifest = collectOperations(Supergraph.build(sdl).apiSchema().toGraphQLJSSchema(), files)
  if ('faults' in manifest)
    throw new StartRefused(
      `No manifest was written, for not all operations are valid:\n  ${manifest.faults.join('\n  ')}`,
    )
  await writeFile(values.out, `${JSON.stringify(manifest, null, 2)}\n`)
  process.stdout.write(`${Object.keys(manifest.operations).length} trusted operations written to ${values.out}\n`)
})
