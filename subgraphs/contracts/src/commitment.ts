import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { parseMoney } from '@torihiki/shared/money.ts'
import { commitmentOf, saltPattern } from './domain/hidden/commitment.ts'

const help = `Commits to an amount that the hub must not learn (B16), or proves off line what was committed. Nothing leaves this machine.

  npm run commitment -- --amount 12500 --currency JPY                       a fresh salt, and the commitment
  npm run commitment -- --amount 12500 --currency JPY --salt <64 hex> --is <commitment>   whether this is what was committed

Ends with 0, with 1 when something else was committed, with 2 when it was called wrongly.`

/** Runs the program with arguments as typed. */
export function runCommitment(args: readonly string[]): { exitCode: 0 | 1 | 2; text: string } {
  const wrong = (why: string): { exitCode: 2; text: string } => ({ exitCode: 2, text: `${why}\n\n${help}` })
  let values
  try {
    const text = { type: 'string' } as const
    values = parseArgs({ args: [...args], options: { amount: text, currency: text, salt: text, is: text } }).values
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
  const money = parseMoney(values.amount ?? '', values.currency ?? '')
  if ('fault' in money) return wrong(money.fault)
  if (values.is !== undefined && values.salt === undefined) return wrong('A proof needs the salt.')
  const salt = values.salt ?? randomBytes(32).toString('hex')
  if (!saltPattern.test(salt)) return wrong('A salt is 32 bytes in lower-case hexadecimal: 64 characters.')
  const commitment = commitmentOf({ amountMinor: money.minor.toString(), currency: money.currency, salt })
  if (values.is === undefined) return { exitCode: 0, text: `commitment ${commitment}\nsalt       ${salt}` }
  return commitment === values.is
    ? { exitCode: 0, text: 'THIS WAS COMMITTED: amount, currency and salt come to this commitment.' }
    : { exitCode: 1, text: 'SOMETHING ELSE WAS COMMITTED: amount, currency and salt come to another commitment.' }
}

if (import.meta.main) {
  const { exitCode, text } = runCommitment(process.argv.slice(2))
  process[exitCode === 0 ? 'stdout' : 'stderr'].write(`${text}\n`)
  process.exitCode = exitCode
}
