import type { ReservationsServices } from '../services.ts'
import { leftToOthers } from '../store/authorization-systems.ts'
import { companiesWaitedFor } from '../store/lanes.ts'
import { askClaimed } from './ask-card-company.ts'
import { claimOf } from './lane-turns.ts'

/** Requests that are to be asked for now, and when the next may be due, where that is known. */
export type Claimed = { readonly work: (() => Promise<void>)[]; readonly againAt: Date | null }

/**
 * Takes as many waiting requests as their companies' schedules allow now (C5), at most `most`: each is SENT from then on, and `work` asks for it.
 * Several processes of several authorization systems may do so at once (C8): what leaves, and to which of them it falls, is decided under the company's lane, so that a pace holds for all
 * of them together. What one took that died is inquired at once. A company that this process does not reach and another does is left to it. One company that fails does not keep the others back.
 * @throws AggregateError when not one company could be looked after
 */
export async function claimAuthorizations(services: ReservationsServices, most: number): Promise<Claimed> {
  const sql = <T>(text: string, p?: readonly unknown[]): Promise<T[]> => services.store.query<T>(text, p)
  const waitedFor = await companiesWaitedFor(sql)
  const others = await leftToOthers(sql, waitedFor, (company) => services.cardCompanies.has(company))
  const companies = waitedFor.filter((company) => !others.has(company))
  const work: (() => Promise<void>)[] = []
  const failures: unknown[] = []
  const again: number[] = []
  for (const company of companies) {
    if (work.length >= most) break
    try {
      const { requests, learns, againAt } = await claimOf(services, company, most - work.length)
      work.push(...requests.map((request) => () => askClaimed(services, company, request, learns)))
      if (againAt) again.push(againAt.getTime())
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0 && failures.length === companies.length)
    throw new AggregateError(failures, 'Of no card company it could be said what is to be sent.')
  return { work, againAt: again.length > 0 ? new Date(Math.min(...again)) : null }
}
