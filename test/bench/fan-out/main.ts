import { parseArgs } from 'node:util'
import { pinning, stopChildren } from '../gateway/processes.ts'
import { Contestant, type Measured } from './contestant.ts'
import type { Asked } from './orders.ts'

const usage = `npm run bench -- fan-out [options]

  --sockets a,b        subscribers (1000,10000)
  --bursts a,b         events at once; the next come when everybody has them (1,4)
  --seconds N          measured seconds of each contestant and round (2)
  --rounds N           rounds over all, one contestant after the other; figures are medians (7)
  --churn-minutes N    instead: subscribers come and go for so long, and memory is looked at (0)
`
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const graphql = { speaks: 'graphql-transport-ws', variables: 'same', ids: 'different' } as const
const bare = { speaks: 'nothing', variables: 'same', ids: 'same' } as const
/** Contestants by what their subscribers ask for; the last of each is the yardstick. */
const contests: { title: string; contestants: [title: string, program: string, asked: Asked][] }[] = [
  {
    title: 'all ask for the same',
    contestants: [
      ['torihiki', 'ours', graphql],
      ['torihiki, all with one id', 'ours', { ...graphql, ids: 'same' }],
      ['graphql-ws', 'graphql-ws', graphql],
      ['bare write of a ready frame', 'bare-write', bare],
      ['bare ws', 'bare-ws', bare],
    ],
  },
  {
    title: 'each with other variables',
    contestants: [
      ['torihiki', 'ours', { ...graphql, variables: 'different' }],
      ['graphql-ws', 'graphql-ws', { ...graphql, variables: 'different' }],
    ],
  },
]
/** Subscribers that leave and come each second while memory is looked at, and how often it is. */
const [churnPerSecond, churnLooks] = [200, 12]

const options = read(process.argv.slice(3))
try {
  if (options.churnMinutes > 0) await churn(options.sockets[0] ?? 1_000, options.churnMinutes)
  else for (const sockets of options.sockets) for (const contest of contests) await compare(contest, sockets)
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
} finally {
  await stopChildren()
}
process.exit()

type Options = { sockets: number[]; bursts: number[]; seconds: number; rounds: number; churnMinutes: number }

function read(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        sockets: { type: 'string', default: '1000,10000' },
        bursts: { type: 'string', default: '1,4' },
        seconds: { type: 'string', default: '2' },
        rounds: { type: 'string', default: '7' },
        'churn-minutes': { type: 'string', default: '0' },
      },
    })
    const [sockets = [], bursts = []] = [values.sockets, values.bursts].map((list) => list.split(',').map(Number))
    const [seconds, rounds, churnMinutes] = [values.seconds, values.rounds, values['churn-minutes']].map(Number)
    if (![...sockets, ...bursts, seconds, rounds].every((each) => Number(each) > 0))
      throw new Error('Numbers above 0 are asked for.')
    return { sockets, bursts, seconds: seconds ?? 2, rounds: rounds ?? 7, churnMinutes: churnMinutes ?? 0 }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    process.exit(2)
  }
}

async function compare({ title, contestants }: (typeof contests)[number], sockets: number): Promise<void> {
  const running: Contestant[] = []
  for (const [name, program, asked] of contestants) {
    const contestant = new Contestant(name, program, asked, sockets)
    running.push(contestant)
    await contestant.connect()
    await contestant.round(1, 1)
  }
  for (const burst of options.bursts) await measure(running, `${sockets} subscribers, ${title}`, burst)
  for (const each of running) await each.stop()
}

/** Rounds of contestants who are connected, and their figures. */
async function measure(running: readonly Contestant[], title: string, burst: number): Promise<void> {
  const rounds = running.map((): Measured[] => [])
  for (let i = 0; i < options.rounds; i++)
    for (const [place, each] of running.entries()) rounds[place]?.push(await each.round(options.seconds, burst))
  say(`\n${title}, ${burst === 1 ? 'one event at a time' : `${burst} events at once`}; ${pinning}\n`)
  say(
    '| contestant | deliveries a second | of the yardstick | server CPU a delivery | p50 | p99 | memory a subscriber |',
  )
  say('| --- | --- | --- | --- | --- | --- | --- |')
  const yardstick = rounds.at(-1)
  for (const [place, each] of running.entries()) {
    const own = rounds[place] ?? []
    const ratio = median(own.map((round, i) => rate(round) / rate(yardstick?.[i] ?? round)))
    const of = (figure: keyof Measured, digits: number): string =>
      median(own.map((round) => round[figure])).toFixed(digits)
    say(
      `| ${each.title} | ${Math.round(median(own.map(rate)))} | ${ratio.toFixed(2)} | ${of('cpuMicros', 1)} µs | ${of('p50Ms', 1)} ms | ${of('p99Ms', 1)} ms | ${each.idleKiB.toFixed(1)} KiB |`,
    )
  }
}

async function churn(sockets: number, minutes: number): Promise<void> {
  const contestant = new Contestant('torihiki', 'ours', graphql, sockets)
  await contestant.connect()
  say(`${sockets} subscribers, of whom ${churnPerSecond} leave and as many come each second\n`)
  say('| minutes | changes | heap | resident |\n| --- | --- | --- | --- |')
  let changes = 0
  for (let i = 0; i <= churnLooks; i++) {
    const { heapMiB, rssMiB } = await contestant.held()
    say(
      `| ${((i * minutes) / churnLooks).toFixed(1)} | ${changes} | ${heapMiB.toFixed(1)} MiB | ${rssMiB.toFixed(0)} MiB |`,
    )
    if (i < churnLooks) changes += (await contestant.churn((minutes * 60) / churnLooks, churnPerSecond)).changed
  }
  await contestant.stop()
}

function rate({ deliveries, seconds }: Measured): number {
  return deliveries / seconds
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
