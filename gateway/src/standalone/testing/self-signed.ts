import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A key and the certificate that it signed for itself, as PEM. */
export type SelfSigned = { readonly key: string; readonly cert: string }

const day = 24 * 60 * 60 * 1_000

/** A certificate of its own authority (RFC 5280, ECDSA on P-256) for a host by its DNS name, or for 127.0.0.1. */
export function selfSigned(dnsName?: string): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const host = dnsName === undefined ? der(0x87, Buffer.from([127, 0, 0, 1])) : der(0x82, Buffer.from(dnsName))
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from('A test of the gateway')))))
  const isAuthority = sequence(oid('551d13'), der(0x04, sequence(der(0x01, Buffer.from([0xff])))))
  const names = sequence(oid('551d11'), der(0x04, sequence(host)))
  const signed = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(utcTime(Date.now() - day), utcTime(Date.now() + day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(isAuthority, names)),
  )
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', signed, privateKey)]))
  const text = sequence(signed, ecdsaWithSha256, signature).toString('base64')
  const lines = (text.match(/.{1,64}/g) ?? []).join('\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}

/** Tag, length, value (X.690). */
function der(tag: number, value: Buffer): Buffer {
  const { length } = value
  const size = length < 0x80 ? [length] : length <= 0xff ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), value])
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

function integer(value: Buffer): Buffer {
  return der(0x02, value)
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'))
}

/** YYMMDDHHMMSSZ. */
function utcTime(ms: number): Buffer {
  return der(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14)}Z`))
}

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
