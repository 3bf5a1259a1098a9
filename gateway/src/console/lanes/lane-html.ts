import { escape } from '../escape.ts'
import { ageOf, page, time } from './page-html.ts'
import type { ShownAct, ShownLane, ShownSharing } from './read-lanes.ts'
import { systemsTable } from './system-html.ts'

/** How often the page of all lanes loads itself again. */
const reloadSeconds = 5

/** The name under which the lane of all that have no schedule of their own has its page; no company has it, for it has a dot. */
export const allOthersPath = 'all.others'

/** The state of a lane in the words of who watches it, the gravest first. */
export function stateOf({ stopped, brokenUntil, failures, restraint, againAt, waiting }: ShownLane): string {
  if (stopped) return '<span class="bad">stopped by hand</span>'
  if (brokenUntil)
    return `<span class="bad">breaker open until ${time(brokenUntil)}, ${failures} calls without answer</span>`
  const until = againAt ? ` until ${time(againAt)}` : ''
  switch (restraint) {
    case 'OFF_PEAK':
      return `<span class="held">held for its hours${until}</span>`
    case 'BATCH':
      return `<span class="held">gathering a batch${until}</span>`
    case 'PACE':
      return '<span class="held">paced</span>'
    case 'IN_FLIGHT':
      return '<span class="held">as many in flight as may be</span>'
    case 'STOPPED':
    case 'BROKEN':
    case null:
      return waiting > 0 ? '<span class="ok">leaving</span>' : '<span class="ok">nothing waits</span>'
  }
}

/** The rule by which a lane's requests leave, in a line. */
export function ruleOf({ schedule }: ShownLane): string {
  const { mode, perMinute, slowestPerMinute, batchSize, batchAgeSeconds, offPeak, mostInFlight } = schedule
  const rule = {
    AT_ONCE: 'at once',
    PACED: `paced, ${perMinute} a minute`,
    BATCH: `batches of ${batchSize}, or after ${batchAgeSeconds} s`,
    ADAPTIVE: `adaptive, ${slowestPerMinute} to ${perMinute} a minute`,
  }[mode]
  const hours = offPeak ? `, ${offPeak.from}–${offPeak.to} ${offPeak.timeZone}` : ''
  return escape(`${rule}${hours}, at most ${mostInFlight} in flight`)
}

const pathOf = ({ company }: Pick<ShownLane, 'company'>): string => company ?? allOthersPath

/** What the page of all lanes shows. */
export type Overview = {
  readonly lanes: readonly ShownLane[]
  readonly acts: readonly ShownAct[]
  readonly sharing: ShownSharing
  readonly now: Date
}

/** All lanes and systems, one a line; it loads itself again. */
export function overviewPage({ lanes, acts, sharing, now }: Overview): string {
  const rows = lanes.map((lane) => {
    const { waiting, oldestWaitingAt, inFlight, unknown, pacePerMinute, lastHour } = lane
    return `<tr><td><a href="/authorizations/${encodeURIComponent(pathOf(lane))}">${escape(lane.company ?? 'all others')}</a></td><td>${stateOf(lane)}</td>
<td class="n">${waiting > 1_000 ? 'over 1,000' : waiting}</td><td class="n">${oldestWaitingAt ? ageOf(oldestWaitingAt, now) : ''}</td><td class="n">${inFlight}</td>
<td class="n">${unknown > 0 ? `<span class="bad">${unknown}</span>` : 0}</td><td class="n">${pacePerMinute ?? 'none'}</td><td>${ruleOf(lane)}</td>
<td class="n">${lastHour.approved} / ${lastHour.declined} / ${lastHour.referral}</td></tr>`
  })
  const body = `<h1>Authorizations</h1><p>How requests to card companies leave, as of ${time(now.toISOString())} (UTC); the page loads itself again every ${reloadSeconds} s. A company's name leads to its buttons.
See also <a href="/queues">the queues</a>.</p>
${
  lanes.length === 0
    ? '<p>No card company is connected: set CARD_COMPANIES.</p>'
    : `<table><thead><tr><th>Company<th>State<th class="n">Waiting<th class="n">Oldest<th class="n">In flight<th class="n">Unknown<th class="n">A minute<th>Rule<th class="n">Approved / declined / referred, last hour</thead>
<tbody>${rows.join('\n')}</tbody></table>`
}
<p><a href="/authorizations/${allOthersPath}">Rule of all companies that have none of their own</a></p>${systemsTable(sharing, now)}<h2>What was done last</h2>${actList(acts)}`
  return page('authorizations', body, `<meta http-equiv="refresh" content="${reloadSeconds}">`)
}

function actList(acts: readonly ShownAct[]): string {
  if (acts.length === 0) return '<p>Nothing yet.</p>'
  const words = { SCHEDULE_SET: 'set the rule of', STOPPED: 'stopped', RESUMED: 'let go on' }
  const lines = acts.map(
    ({ company, act, reason, at, by }) =>
      `<li>${time(at)} ${escape(by.name)} ${words[act]} ${escape(company ?? 'all others')}${reason ? `: ${escape(reason)}` : ''}</li>`,
  )
  return `<ul>${lines.join('\n')}</ul>`
}

/** What a page of one company says besides: that something was done, or why not. */
export type Said = { readonly kind: 'DONE' | 'REFUSED'; readonly lines: readonly string[] }

/** What one company's page shows: its lane where there is one, what was done to it, and the key under which its forms act once. */
export type LanePage = {
  readonly company: string | null
  readonly lane: ShownLane | null
  readonly acts: readonly ShownAct[]
  readonly said: Said | null
  readonly newKey: () => string
  /** What was typed into the form that was refused. */
  readonly typed: Readonly<Record<string, string>>
  readonly now: Date
}

/** One company's lane with what can be done to it. */
export function lanePage({ company, lane, acts, said, newKey, typed, now }: LanePage): string {
  const name = company ?? 'all others'
  const message = said
    ? `<div class="m${said.kind === 'DONE' ? ' d' : ''}" role="status">${said.lines.map((line) => `<p>${escape(line)}</p>`).join('')}</div>`
    : ''
  const figures = lane
    ? `<p>${stateOf(lane)}. ${lane.waiting} waiting${lane.oldestWaitingAt ? `, the oldest for ${ageOf(lane.oldestWaitingAt, now)}` : ''}; ${lane.inFlight} in flight; ${lane.unknown} without a known outcome.
Rule: ${ruleOf(lane)} (${lane.schedule.own ? `version ${lane.schedule.version}` : 'not its own'}).</p>`
    : ''
  const stopping =
    lane && company !== null
      ? `<form method="post"><input type="hidden" name="idempotencyKey" value="${escape(newKey())}"><h2>${lane.stopped ? 'Let go on' : 'Hold'}</h2>
<p>${lane.stopped ? 'What waits leaves by the rule again.' : 'Nothing is asked any more until somebody lets it go on. What is in flight is not called back.'}</p>
<label>Why <input name="reason" maxlength="500" size="50" required value="${escape(typed['reason'] ?? '')}"></label>
<button name="act" value="${lane.stopped ? 'resume' : 'stop'}">${lane.stopped ? 'Release' : 'Hold'}</button></form>`
      : ''
  const body = `<p><a href="/authorizations">All companies</a></p><h1>Authorizations: ${escape(name)}</h1>${message}${figures}${stopping}${scheduleForm(lane, typed, newKey())}
<h2>What was done last</h2>${actList(acts)}`
  return page(`authorizations, ${name}`, body)
}

function scheduleForm(lane: ShownLane | null, typed: Readonly<Record<string, string>>, key: string): string {
  const now: Record<string, string | number> = {
    ...lane?.schedule.offPeak,
    ...(lane && {
      mode: lane.schedule.mode,
      perMinute: lane.schedule.perMinute,
      slowestPerMinute: lane.schedule.slowestPerMinute,
      batchSize: lane.schedule.batchSize,
      batchAgeSeconds: lane.schedule.batchAgeSeconds,
      mostInFlight: lane.schedule.mostInFlight,
    }),
  }
  const value = (name: string): string => String(typed[name] ?? now[name] ?? '')
  const options = ['AT_ONCE', 'PACED', 'BATCH', 'ADAPTIVE'].map(
    (mode) => `<option${value('mode') === mode ? ' selected' : ''}>${mode}</option>`,
  )
  const fields = [
    ['perMinute', 'A minute (fastest)'],
    ['slowestPerMinute', 'Slowest a minute'],
    ['batchSize', 'Batch of'],
    ['batchAgeSeconds', 'or after seconds'],
    ['mostInFlight', 'Most in flight'],
    ['from', 'Only from'],
    ['to', 'to'],
    ['timeZone', 'by the clocks of'],
  ].map(
    ([name = '', label = '']) =>
      `<label>${label} <input name="${name}" size="10" maxlength="100" value="${escape(value(name))}"></label>`,
  )
  return `<form method="post"><input type="hidden" name="idempotencyKey" value="${escape(key)}"><h2>Change the rule</h2>
<p>A new version, from now on; what waits leaves by it. Empty fields are as usual; without hours it leaves at all hours.</p>
<label>Rule <select name="mode">${options.join('')}</select></label> ${fields.join('\n')} <button name="act" value="schedule">Change</button></form>`
}
