import { readdirSync } from 'node:fs'

/** `npm run bench -- <name>`: runs one benchmark of this folder. Each prints ratios against a yardstick measured in the same minute. */
const benches = readdirSync(new URL('.', import.meta.url)).flatMap(
  (file) => /^(?!bench\.ts)(.+)\.ts$/.exec(file)?.[1] ?? [],
)
const [name] = process.argv.slice(2)

if (!name || !benches.includes(name)) {
  process.stderr.write(`Say which: npm run bench -- <name>\n\n  ${benches.join('\n  ')}\n`)
  process.exit(2)
}
await import(`./${name}.ts`)
