import { parseArgs } from 'node:util'
import { contestantNames, type ContestantName } from './contestants.ts'
import { loadNames, type LoadName } from './loads.ts'

/** What a run is asked to do. */
export type Options = {
  /** Measured time of one gateway under one load in one round. */
  readonly seconds: number
  readonly rounds: number
  readonly only: readonly ContestantName[]
  readonly loads: readonly LoadName[]
  /** Instead of the comparison: where the time of one gateway goes. */
  readonly profile: boolean
}

export const usage = `npm run bench -- gateway [options]

  --seconds N    measured seconds of each gateway, load and round (5)
  --rounds N     rounds over all; each figure is the median of its rounds (3)
  --only a,b     only these of ${contestantNames.join(', ')}
  --loads a,b    only these of ${loadNames.join(', ')}
  --profile      where the time goes in ours, or in the one named by --only
`

/** Throws with a sentence and the usage. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string' },
      loads: { type: 'string' },
      profile: { type: 'boolean', default: false },
    },
  })
  const everybody = values.profile ? (['ours'] as const) : contestantNames
  return {
    seconds: positive('--seconds', values.seconds),
    rounds: Math.ceil(positive('--rounds', values.rounds)),
    only: chosen('--only', values.only, contestantNames, everybody),
    loads: chosen('--loads', values.loads, loadNames, loadNames),
    profile: values.profile,
  }
}

function positive(name: string, text: string): number {
  const number = Number(text)
  if (!(number > 0)) throw new Error(`${name} is a number above 0, not "${text}".\n\n${usage}`)
  return number
}

/** In the order in which they always stand. */
function chosen<T extends string>(name: string, text: string | undefined, known: readonly T[], all: readonly T[]): T[] {
  if (text === undefined) return [...all]
  const named = new Set(text.split(',').map((word) => word.trim()))
  const unknown = [...named].filter((word) => !known.some((one) => one === word))
  if (unknown.length > 0) throw new Error(`${name} knows no ${unknown.join(', ')}.\n\n${usage}`)
  return known.filter((one) => named.has(one))
}
