import type { Generation } from '../federation/generation.ts'
import type { PreparedOperation, Variables } from '../federation/prepared-operation.ts'
import { resumptionOf } from '../federation/resumption.ts'
import type { Caller } from '../upstreams/upstream.ts'
import { Feed } from './feed.ts'
import type { LiveContext } from './live-context.ts'
import { streamKey } from './stream-key.ts'
import type { Subscriber } from './subscriber.ts'

/** Subscriptions that differ at most in where they begin. */
type Group = {
  readonly feeds: Set<Feed>
  /** Feeds that have delivered nothing yet, by where they begin: whoever joins now misses nothing. */
  readonly forming: Map<string, Feed>
  /** Feeds by the place of their last event. */
  readonly positions: Map<string, Feed>
}

/**
 * All feeds of a process. Subscriptions to the same operation with the same variables and the same rights share one feed, when no event
 * is missed or repeated by it: those that come while it has not begun, and later ones, or those that resume after a cursor, as soon
 * as their own feed has come to the same place. Only feeds whose events have cursors can tell that; of others each that came too late
 * for one begins another.
 */
export class Streams {
  readonly #context: LiveContext
  readonly #operations = new Map<PreparedOperation, Map<string, Group>>()

  constructor(context: LiveContext) {
    this.#context = context
  }

  /** Whether a subscription of this generation runs. */
  runsIn(generation: Generation): boolean {
    for (const prepared of this.#operations.keys()) if (prepared.generation === generation) return true
    return false
  }

  /** Puts a subscriber on a feed. Whatever happens to it is told to the subscriber. */
  join(subscriber: Subscriber, variables: Variables, caller: Caller): void {
    const { prepared, rights } = subscriber
    const key = streamKey(prepared, variables, rights)
    const group = this.#group(prepared, key)
    const beginning = resumptionOf(prepared)?.after(variables) ?? ''
    const forming = group.forming.get(beginning)
    if (forming) return forming.add(subscriber)
    const feed = this.#feed(prepared, key, group, beginning, variables, caller)
    group.feeds.add(feed)
    group.forming.set(beginning, feed)
    this.#context.figures.groups++
    feed.add(subscriber)
    void feed.run()
  }

  #group(prepared: PreparedOperation, key: string): Group {
    const ofOperation = this.#operations.get(prepared) ?? new Map<string, Group>()
    this.#operations.set(prepared, ofOperation)
    const group = ofOperation.get(key) ?? { feeds: new Set(), forming: new Map(), positions: new Map() }
    ofOperation.set(key, group)
    return group
  }

  #feed(
    prepared: PreparedOperation,
    key: string,
    group: Group,
    beginning: string,
    variables: Variables,
    caller: Caller,
  ): Feed {
    let place: string | null = null
    const leavePlace = (feed: Feed): void => {
      if (group.forming.get(beginning) === feed) group.forming.delete(beginning)
      if (place !== null && group.positions.get(place) === feed) group.positions.delete(place)
    }
    return new Feed({
      prepared,
      variables,
      caller,
      context: this.#context,
      onStep: (feed) => {
        leavePlace(feed)
        place = feed.position
        if (place === null) return
        const other = group.positions.get(place)
        if (other) merge(group, feed, other)
        else group.positions.set(place, feed)
      },
      onEnd: (feed) => {
        leavePlace(feed)
        group.feeds.delete(feed)
        this.#context.figures.groups--
        if (group.feeds.size === 0) this.#forget(prepared, key)
      },
    })
  }

  #forget(prepared: PreparedOperation, key: string): void {
    const ofOperation = this.#operations.get(prepared)
    ofOperation?.delete(key)
    if (ofOperation?.size === 0) this.#operations.delete(prepared)
  }
}

/** Two feeds at the same place have the same events before them and the same to come: one goes on for the subscribers of both. */
function merge(group: Group, one: Feed, other: Feed): void {
  const [kept, gone] = one.subscribers.size > other.subscribers.size ? [one, other] : [other, one]
  if (kept.position !== null) group.positions.set(kept.position, kept)
  for (const subscriber of gone.subscribers) kept.add(subscriber)
  gone.subscribers.clear()
  gone.close()
}
