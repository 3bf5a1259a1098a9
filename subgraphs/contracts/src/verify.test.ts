import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publicJwkOf } from './domain/log/public-key.ts'
import { sampleCertificate, sampleKey } from './domain/log/testing/sample-certificate.ts'
import { runVerify } from './verify.ts'

const text = JSON.stringify(sampleCertificate(), null, 2)
const files: Record<string, string> = {
  'certificate.json': text,
  'tampered.json': text.replace('"lines": 2', '"lines": 3'),
  'garbage.json': '{',
  'hub.json': JSON.stringify({ ...publicJwkOf(sampleKey), kid: 'hub-1' }),
  'other.json': JSON.stringify(publicJwkOf(generateKeyPairSync('ed25519').privateKey)),
}

function run(...args: string[]) {
  const { exitCode, out, err } = runVerify(args, (path) => {
    const content = files[path]
    if (content === undefined) throw new Error(`no ${path}`)
    return Buffer.from(content)
  })
  return { exitCode, out: out.join('\n'), err: err.join('\n') }
}

describe('the program that verifies certificates', () => {
  test('says what it proved, with the hub’s key', () => {
    const { exitCode, out, err } = run('certificate.json', '--key', 'hub.json')
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toContain('PROVED\n- The holder of the key kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
    expect(out).toContain('The key is the one you gave')
    expect(out).toContain('"lines": 2')
    expect(out).toContain('does not prove that the record has no further entries')
  })

  test('says clearly that it used the key inside, and prints its fingerprint', () => {
    const { exitCode, out } = run('certificate.json')
    expect(exitCode).toBe(0)
    expect(out).toContain('the key INSIDE the certificate was used')
    expect(out).toContain('Fingerprint (RFC 7638, SHA-256): kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  })

  test.each([
    ['CONTRACT_ENTRY', ['tampered.json']],
    ['PUBLIC_KEY', ['certificate.json', '--key', 'other.json']],
    ['FORMAT', ['garbage.json']],
  ])('says that %s failed and why, and ends with 1', (step, args) => {
    const { exitCode, out, err } = run(...args)
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' })
    expect(err).toContain(`NOT PROVED (${step}): `)
  })

  test.each([
    [[], 'Name one certificate file.'],
    [['a.json', 'b.json'], 'Name one certificate file.'],
    [['missing.json'], 'missing.json cannot be read'],
    [['certificate.json', '--key', 'missing.json'], 'missing.json cannot be read'],
    [['certificate.json', '--key', 'garbage.json'], 'is not a public Ed25519 key'],
    [['certificate.json', '--key'], '--key'],
    [['--what'], '--what'],
  ])('called wrongly with %j it gives help and ends with 2', (args, words) => {
    const { exitCode, err } = run(...args)
    expect(exitCode).toBe(2)
    expect(err).toContain(words)
    expect(err).toContain('certificate.json [--key hub-public-key.json]')
  })

  test('gives help when asked', () => {
    expect(run('--help')).toMatchObject({ exitCode: 0, err: '' })
  })

  test('runs as a program of its own, on files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'verify-'))
    try {
      for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
      const program = join(import.meta.dirname, 'verify.ts')
      const spawned = (...args: string[]) => {
        const env = { ...process.env, NODE_OPTIONS: '' }
        const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
          cwd: folder,
          encoding: 'utf8',
          env,
        })
        return { status, stdout, stderr }
      }
      expect(spawned('certificate.json', '--key', 'hub.json')).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^PROVED\n/),
        stderr: '',
      })
      expect(spawned('tampered.json')).toMatchObject({ status: 1, stdout: '' })
      expect(spawned()).toMatchObject({ status: 2, stdout: '' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
