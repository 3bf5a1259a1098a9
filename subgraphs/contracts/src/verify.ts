import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { verifyCertificateFile } from './domain/log/certificate-file.ts'
import { readUnambiguousJson } from './domain/log/unambiguous-json.ts'
import { parseKeyFile, type TrustedKey } from './domain/log/key-chain.ts'
import { fingerprintOf, parsePublicJwk } from './domain/log/public-key.ts'

const help = `Verifies the certificate of a notarized contract, off line.

  node subgraphs/contracts/src/verify.ts certificate.json [--key hub-public-key.json]

  --key   the hub's public key as a JSON Web Key, from where the hub publishes it (logPublicKey), or all its keys
          (the answer of logPublicKeys with publicKey, fromSize and toSize); a key of before holds too, when it
          vouches for the one that signed. Without it the key inside the certificate is used, and its fingerprint
          is printed to compare
  --help  this text

Ends with 0 when everything was proved, 1 when something was not, 2 when it was called wrongly.`

/** What a run of the program gives: its exit code, and the lines for standard output and standard error. */
export type VerifyRun = { exitCode: 0 | 1 | 2; out: string[]; err: string[] }

/** Runs the program with arguments as typed; reads the files they name and writes nothing (A5, A10, A11). */
export function runVerify(args: readonly string[], readFile: (path: string) => Uint8Array = readFileSync): VerifyRun {
  const call = readCall(args, readFile)
  if ('help' in call) return { exitCode: 0, out: [help], err: [] }
  if ('usage' in call) return { exitCode: 2, out: [], err: [call.usage, '', help] }
  const verdict = verifyCertificateFile(call.certificate, call.keys)
  if (!verdict.ok) return { exitCode: 1, out: [], err: [`NOT PROVED (${verdict.failed}): ${verdict.reason}`] }
  return {
    exitCode: 0,
    out: ['PROVED', ...verdict.proved.map((s) => `- ${s}`), '', ...keyLines(call), '', ...bodyLines(call)],
    err: [],
  }
}

type Call = { certificate: Uint8Array; keys?: readonly TrustedKey[] }

function readCall(
  args: readonly string[],
  readFile: (path: string) => Uint8Array,
): Call | { usage: string } | { help: true } {
  const parsed = parse(args)
  if (typeof parsed === 'string') return { usage: parsed }
  if (parsed.help) return { help: true }
  const [path, ...more] = parsed.paths
  if (path === undefined || more.length > 0) return { usage: 'Name one certificate file.' }
  const certificate = tryRead(path, readFile)
  if (certificate === null) return { usage: `The file ${path} cannot be read.` }
  if (parsed.key === undefined) return { certificate }
  const keyFile = tryRead(parsed.key, readFile)
  if (keyFile === null) return { usage: `The key file ${parsed.key} cannot be read.` }
  const json = readUnambiguousJson(keyFile)
  const keys = json.ok ? parseKeyFile(json.value) : null
  return keys === null
    ? { usage: `${parsed.key} is not a public Ed25519 key as a JSON Web Key.` }
    : { certificate, keys }
}

function parse(args: readonly string[]): { paths: string[]; key: string | undefined; help: boolean } | string {
  try {
    const options = { key: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { paths: positionals, key: values.key, help: values.help ?? false }
  } catch (error) {
    return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
  }
}

function tryRead(path: string, readFile: (path: string) => Uint8Array): Uint8Array | null {
  try {
    return readFile(path)
  } catch {
    return null
  }
}

function keyLines({ certificate, keys }: Call): string[] {
  if (keys?.length === 1 && keys[0]) return [`The key is the one you gave: ${fingerprintOf(keys[0].publicKey)}.`]
  if (keys !== undefined) return [`The keys are those you gave: ${keys.length} of them.`]
  const inside = parsePublicJwk(fieldOf(certificate, ['publicKey']))
  return [
    'No --key was given, so the key INSIDE the certificate was used. Anyone can sign with a key of their own: compare its',
    'fingerprint with the one that the hub publishes before you rely on this.',
    `Fingerprint (RFC 7638, SHA-256): ${inside === null ? '' : fingerprintOf(inside)}`,
  ]
}

function bodyLines({ certificate }: Call): string[] {
  const later = fieldOf(certificate, ['later'])
  const reports = Array.isArray(later) ? later.map((entry: unknown) => member(entry, ['content', 'body'])) : []
  return [
    'What was notarized:',
    shown(fieldOf(certificate, ['contract', 'content', 'body'])),
    ...reports.flatMap((body, i) => ['', `What report ${i + 1} says:`, shown(body)]),
    '',
    'This does not prove that the record has no further entries: ask the hub for a newer certificate.',
  ]
}

/** JSON for a terminal: formatting characters, which could turn the text around, are written out. */
function shown(body: unknown): string {
  const text = JSON.stringify(body, null, 2)
  const strange = /[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu
  return text.replaceAll(strange, (char) => `\\u{${char.codePointAt(0)?.toString(16) ?? ''}}`)
}

function fieldOf(file: Uint8Array, path: readonly string[]): unknown {
  const read = readUnambiguousJson(file)
  return read.ok ? member(read.value, path) : undefined
}

function member(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([key]) => key === name)?.[1]
  }, from)
}

if (import.meta.main) {
  const { exitCode, out, err } = runVerify(process.argv.slice(2))
  if (out.length > 0) process.stdout.write(`${out.join('\n')}\n`)
  if (err.length > 0) process.stderr.write(`${err.join('\n')}\n`)
  process.exitCode = exitCode
}
