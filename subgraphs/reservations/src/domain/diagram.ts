/** A transition table as a Mermaid state diagram. READMEs are printed from it, so that they cannot be wrong. */
export function stateDiagram(
  transitions: Readonly<Record<string, Readonly<Record<string, string>>>>,
  initial: string,
): string {
  const lines = Object.entries(transitions).flatMap(([from, ways]) => {
    const start = from === 'NONE' ? '[*]' : from
    const arrows = Object.entries(ways).map(([event, to]) => `  ${start} --> ${to}: ${event}`)
    return arrows.length > 0 ? arrows : [`  ${start} --> [*]`]
  })
  const begin = initial === 'NONE' ? [] : [`  [*] --> ${initial}`]
  return ['stateDiagram-v2', ...begin, ...lines].join('\n')
}
