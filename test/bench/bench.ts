import { readdirSync } from 'node:fs'

/**
 * `npm run bench -- <name>`: runs one benchmark of this folder, a file or a folder with a `main.ts`. Each prints ratios against a
 * yardstick measured in the same minute.
 */
const benches = new Map(
  readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return [[entry.name, `./${entry.name}/main.ts`] as const]
    const [, name] = /^(?!bench\.ts)(.+)\.ts$/.exec(entry.name) ?? []
    return name === undefined ? [] : [[name, `./${entry.name}`] as const]
  }),
)
const [name = ''] = process.argv.slice(2)
const file = benches.get(name)

if (file === undefined) {
  process.stderr.write(`Say which: npm run bench -- <name>\n\n  ${[...benches.keys()].join('\n  ')}\n`)
  process.exit(2)
}
await import(file)
