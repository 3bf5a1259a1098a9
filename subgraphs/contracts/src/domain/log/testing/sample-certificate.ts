import { createPrivateKey, type KeyObject } from 'node:crypto'
import { makeCertificate, type ContractCertificate } from '../certificate.ts'
import { signCheckpoint } from '../checkpoint.ts'
import { entryLeafHash, type EntryContent } from '../entry.ts'
import { append, emptyFrontier, inclusionProof, leafHash, nodesFrom, rootOf, type StoredNode } from '../merkle.ts'
import { publicJwkOf } from '../public-key.ts'

/** The key pair of RFC 8037, appendix A, for tests only: everybody knows it. */
export const sampleKey: KeyObject = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  },
})

/** A contract's entry as a test wants it. */
export function sampleContent(kind: EntryContent['kind'], change: Partial<EntryContent> = {}): EntryContent {
  return {
    v: 1,
    kind,
    contractId: '019a0000-0000-7000-8000-000000000001',
    contractCode: 'CTR-7K3M-Q2X9-P',
    at: '2026-11-20T10:00:00.000Z',
    body: {
      terms: { buyer: { name: 'Aoi “Foods”' }, seller: { identifiers: [{ scheme: 'GLN', value: '5790000435951' }] } },
      lines: 2,
    },
    salt: 'c2FsdHNhbHRzYWx0c2FsdA',
    ...change,
  }
}

/** A certificate over a log in which these entries stand among those of others; the first is the contract's. */
export function sampleCertificate(
  entries: readonly EntryContent[] = [
    sampleContent('CONTRACT_NOTARIZED'),
    sampleContent('DELIVERY_REPORTED'),
    sampleContent('SETTLEMENT_REPORTED'),
  ],
  key: KeyObject = sampleKey,
): ContractCertificate {
  const other = (i: number) => leafHash(Buffer.from(`another's entry ${i}`))
  const leaves = entries.flatMap((content, i) => [other(2 * i), entryLeafHash(content), other(2 * i + 1)])
  let frontier = emptyFrontier
  const stored: StoredNode[] = []
  for (const leaf of leaves) {
    const step = append(frontier, leaf)
    frontier = step.frontier
    stored.push(...step.created)
  }
  const proved = entries.map((content, i) => {
    const leafIndex = BigInt(3 * i + 1)
    return { content, leafIndex, inclusionProof: inclusionProof(leafIndex, frontier.size, nodesFrom(stored)) }
  })
  const [contract, ...later] = proved
  if (contract === undefined) throw new Error('A certificate has a contract.')
  const head = {
    origin: 'hub.example/contracts',
    treeSize: frontier.size,
    rootHash: rootOf(frontier),
    issuedAt: '2026-11-21T06:30:00.000Z',
  }
  return makeCertificate(publicJwkOf(key), signCheckpoint(key, head), contract, later)
}
