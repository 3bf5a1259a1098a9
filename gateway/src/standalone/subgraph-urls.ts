import { Kind, parse } from 'graphql'

/** The subgraphs of a supergraph as its `join__Graph` enumeration tells them (join spec v0.3). */
export function subgraphUrls(supergraphSdl: string): { name: string; url: string }[] {
  const graphs = parse(supergraphSdl).definitions.find(
    (each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === 'join__Graph',
  )
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) throw new Error('This is not a supergraph: it has no join__Graph.')
  return (graphs.values ?? []).map(({ directives = [] }) => {
    const given = directives.find(({ name }) => name.value === 'join__graph')?.arguments ?? []
    const text = (wanted: string): string => {
      const value = given.find(({ name }) => name.value === wanted)?.value
      return value?.kind === Kind.STRING ? value.value : ''
    }
    return { name: text('name'), url: text('url') }
  })
}
