import { metresBetween, type Place } from './distance.ts'
import { isOpen, nextOpening, type OpeningTimes } from './opening.ts'
import { millionthsOf } from './quantity.ts'

/** An outlet as far as routing goes (B20). */
export type RoutingOutlet = Place &
  OpeningTimes & {
    readonly id: string
    /** How far it serves, in metres. */
    readonly reachMetres: number
    /** False: it takes no orders, whatever the hour. */
    readonly serving: boolean
  }

/** Why an outlet does not get an order, in order of precedence. */
export const routeRefusals = ['DECLINED', 'TOO_FAR', 'CLOSED', 'OUT_OF_STOCK'] as const
export type RouteRefusal = (typeof routeRefusals)[number]

/** An outlet that was looked at, nearest first. `refusedFor` null: it could serve; the first of these gets the order. */
export type Candidate = {
  readonly outletId: string
  readonly metres: number
  readonly refusedFor: RouteRefusal | null
  /** Of OUT_OF_STOCK: the first line that it has not, counted from 1. */
  readonly line: number | null
  /** Of CLOSED: when it opens next, if that is known. */
  readonly until: string | null
  /** Of DECLINED: why, in its words. */
  readonly reason: string | null
}

/** What an order needs of an item that is kept in stock, over all of its lines. */
export type Need = { readonly item: string; readonly unit: string; readonly millionths: bigint; readonly line: number }

type OrderedLine = {
  readonly quantity: string
  readonly unit: string
  readonly sellerItemId?: string | null | undefined
  readonly gtin?: string | null | undefined
}

/** How an item is told from others in a map: its number, and the unit in which it is counted. */
export const itemKey = ({ item, unit }: { item: string; unit: string }): string => `${unit} ${item}`

/**
 * What the lines of an order take from stock: those that name an item, by the seller's number or else its GTIN. Lines without a number, such as
 * services and what is made to order, need nothing in stock.
 */
export function needsOf(lines: readonly OrderedLine[]): Need[] {
  const needs = new Map<string, Need>()
  for (const [index, { quantity, unit, sellerItemId, gtin }] of lines.entries()) {
    const item = sellerItemId ?? gtin ?? null
    if (item === null) continue
    const key = itemKey({ item, unit })
    const before = needs.get(key)
    const millionths = (before?.millionths ?? 0n) + (millionthsOf(quantity) ?? 0n)
    needs.set(key, { item, unit, millionths, line: before?.line ?? index + 1 })
  }
  return [...needs.values()].filter(({ millionths }) => millionths > 0n)
}

/**
 * The outlets as they stand to an order before anybody looks at their stock, the nearest first, equally far ones by their ids: refused are those that declined
 * it, are too far away, or are closed.
 */
export function candidatesFor(
  destination: Place,
  outlets: readonly RoutingOutlet[],
  declined: ReadonlyMap<string, string>,
  at: Date,
): Candidate[] {
  return outlets
    .map((outlet) => candidate(outlet, metresBetween(outlet, destination), declined.get(outlet.id) ?? null, at))
    .toSorted((a, b) => a.metres - b.metres || (a.outletId < b.outletId ? -1 : 1))
}

function candidate(outlet: RoutingOutlet, metres: number, reason: string | null, at: Date): Candidate {
  const plain: Candidate = { outletId: outlet.id, metres, refusedFor: null, line: null, until: null, reason: null }
  if (reason !== null) return { ...plain, refusedFor: 'DECLINED', reason }
  if (metres > outlet.reachMetres) return { ...plain, refusedFor: 'TOO_FAR' }
  if (!outlet.serving) return { ...plain, refusedFor: 'CLOSED' }
  if (isOpen(outlet, at)) return plain
  return { ...plain, refusedFor: 'CLOSED', until: nextOpening(outlet, at)?.toISOString() ?? null }
}

/** What each outlet has of which item, by `itemKey`. */
export type StockOf = ReadonlyMap<string, ReadonlyMap<string, bigint>>

/**
 * The decision (B20): the nearest outlet that has everything gets the order; nobody delivers a part of it. The candidates come back with those that
 * lack something refused; those beyond the chosen one are looked at too, so that the reasons are whole.
 */
export function chooseOutlet(
  candidates: readonly Candidate[],
  needs: readonly Need[],
  stock: StockOf,
): { chosen: Candidate | null; candidates: Candidate[] } {
  const looked = candidates.map((each): Candidate => {
    if (each.refusedFor !== null) return each
    const has = stock.get(each.outletId)
    const lacking = needs.find((need) => (has?.get(itemKey(need)) ?? 0n) < need.millionths)
    return lacking ? { ...each, refusedFor: 'OUT_OF_STOCK', line: lacking.line } : each
  })
  return { chosen: looked.find(({ refusedFor }) => refusedFor === null) ?? null, candidates: looked }
}

/** How long an order that nobody can serve waits at most until it is looked at again, though nobody told of a change. */
export const retryAtLatestMs = 300_000

/** When an order that nobody can serve is to be looked at again: as soon as the next of its outlets opens, and in any case after `retryAtLatestMs`. */
export function nextTry(candidates: readonly Candidate[], at: Date): Date {
  const opens = candidates.flatMap(({ until }) => (until === null ? [] : [Date.parse(until)]))
  return new Date(Math.min(at.getTime() + retryAtLatestMs, ...opens))
}
