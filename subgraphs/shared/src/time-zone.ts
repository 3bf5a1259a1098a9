const dayMs = 86_400_000

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The zone's clock. Made once a zone: making one costs a hundred times as much as asking it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'narrow',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  })
  clocks.set(timeZone, made)
  return made
}

/** Beginnings of days that were computed: a scan asks for the same few days again and again, and each costs some twenty looks at a clock. */
const starts = new Map<string, number>()
/** How many are kept: a year in thirty zones, within 2 MB. */
const mostStarts = 10_000

/** Whether it names a time zone of the IANA database, such as `Asia/Tokyo` or `UTC`. An offset such as `+09:00` is none. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(text)) return false
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text })
    return true
  } catch {
    return false
  }
}

/** What the zone's clocks show at an instant, in milliseconds as if it were UTC. */
function wallMs(timeZone: string, instantMs: number): number {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(instantMs)
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  const year = parts.get('era') === 'B' ? 1 - part('year') : part('year')
  const wall = new Date(0)
  wall.setUTCFullYear(year, part('month') - 1, part('day'))
  wall.setUTCHours(part('hour'), part('minute'), part('second'), part('fractionalSecond'))
  return wall.getTime()
}

/** The day that it is in a time zone at an instant, as `YYYY-MM-DD`. */
export function dayIn(timeZone: string, at: Date): string {
  return new Date(wallMs(timeZone, at.getTime())).toISOString().slice(0, 10)
}

/**
 * The instant from which on it is this day or a later one in the time zone: the day before is over (A12). Where clocks are put forward
 * over midnight, or a day is left out, that is when they are put forward; where they are put back over midnight it is the second midnight,
 * for until then it was the day before again.
 * @param day `YYYY-MM-DD`
 */
export function startOfDay(day: string, timeZone: string): Date {
  const key = `${timeZone} ${day}`
  const known = starts.get(key)
  if (known !== undefined) return new Date(known)
  if (starts.size >= mostStarts) starts.clear()
  const start = computeStart(day, timeZone)
  starts.set(key, start)
  return new Date(start)
}

/** What the zone's clocks show at an instant: the day, and the minute of the day from 0 to 1,439. */
export function wallClock(timeZone: string, at: Date): { day: string; minute: number } {
  const wall = new Date(wallMs(timeZone, at.getTime()))
  return { day: wall.toISOString().slice(0, 10), minute: wall.getUTCHours() * 60 + wall.getUTCMinutes() }
}

/**
 * The first instant at which the zone's clocks show this minute of this day, or are put forward over it.
 * @param minute of the day, from 0
 */
export function instantAtWall(day: string, minute: number, timeZone: string): Date {
  const wall = Date.parse(`${day}T00:00:00.000Z`) + minute * 60_000
  const offsets = [wall - dayMs, wall + dayMs].map((at) => wallMs(timeZone, at) - at)
  const candidates = offsets.map((offset) => wall - offset)
  const shown = candidates.filter((at) => wallMs(timeZone, at) === wall)
  return new Date(shown.length > 0 ? Math.min(...shown) : Math.max(...candidates))
}

function computeStart(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00.000Z`)
  const offsets = [midnight - dayMs, midnight + dayMs].map((at) => wallMs(timeZone, at) - at)
  const candidates = offsets.map((offset) => midnight - offset)
  const shown = candidates.filter((at) => wallMs(timeZone, at) === midnight && wallMs(timeZone, at - 1) < midnight)
  if (shown.length > 0) return Math.max(...shown)
  let [before, after] = [Math.min(...candidates) - 1, Math.max(...candidates)]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (wallMs(timeZone, middle) >= midnight) after = middle
    else before = middle
  }
  return after
}
