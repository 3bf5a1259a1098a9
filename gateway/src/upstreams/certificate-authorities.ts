import { getCACertificates } from 'node:tls'

/** Options of a TLS connection that trusts these authorities (PEM) besides those that Node trusts; none when there are none. */
export function trusting(authorities: readonly string[] | undefined): { ca?: string[] } {
  return authorities?.length ? { ca: [...getCACertificates('default'), ...authorities] } : {}
}
