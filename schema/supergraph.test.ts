import { readFile } from 'node:fs/promises'
import { describe, expect, it } from '@jest/globals'
import { resolverTypes, resolverTypesFile } from './codegen.ts'
import { composeSupergraph } from './compose.ts'
import { subgraphNames, subgraphSdl, supergraphSdl } from './src/sdl.ts'

describe('the checked-in supergraph', () => {
  it('is what the subgraphs compose to today (else: npm run generate)', () => {
    const composed = composeSupergraph()
    expect(composed).not.toHaveProperty('faults')
    expect(composed).toEqual({ supergraphSdl: supergraphSdl() })
  })

  it.each(subgraphNames)(
    'has its resolver types of %s as they are generated today (else: npm run generate)',
    async (name) => {
      expect(await readFile(resolverTypesFile(name), 'utf8')).toBe(await resolverTypes(name))
    },
  )
})

describe('subgraphs that are not one graph', () => {
  it('are refused with a sentence for each fault', () => {
    const composed = composeSupergraph((name) =>
      name === 'listings' ? `${subgraphSdl(name)}\nextend type Member { memberNumber: Int! }` : subgraphSdl(name),
    )
    expect(composed).toEqual({
      faults: expect.arrayContaining([expect.stringMatching(/^[A-Z_]+: .*Member\.memberNumber/)]),
    })
  })

  it('are refused by name when one is not GraphQL', () => {
    const composed = composeSupergraph((name) => (name === 'members' ? 'type {' : subgraphSdl(name)))
    expect(composed).toEqual({ faults: [expect.stringMatching(/^members: Syntax Error.*line 1 /)] })
  })
})
