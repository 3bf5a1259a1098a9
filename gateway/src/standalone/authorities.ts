import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { errorMessage } from '@torihiki/shared/process/error-code.ts'
import { StartRefused } from '@torihiki/shared/settings.ts'

/** The certificates of a PEM file. Throws `StartRefused` when it cannot be read, has none, or has one that is broken. */
export function readAuthorities(path: string): readonly string[] {
  const certificates = textOf(path).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (certificates.length === 0)
    throw new StartRefused(`--subgraph-authority: ${path} has no certificate in it. Give a PEM file of certificates.`)
  for (const [i, each] of certificates.entries()) refuseBroken(path, i + 1, each)
  return certificates
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new StartRefused(
      `--subgraph-authority: there is no file ${path} that can be read. Give the path of a PEM file of certificates.`,
    )
  }
}

function refuseBroken(path: string, number: number, certificate: string): void {
  try {
    new X509Certificate(certificate)
  } catch (error) {
    throw new StartRefused(
      `--subgraph-authority: certificate ${number} in ${path} cannot be read (${errorMessage(error)}). Give it anew.`,
    )
  }
}
