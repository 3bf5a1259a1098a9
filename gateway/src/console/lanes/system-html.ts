import { escape } from '../escape.ts'
import { ageOf, page, time } from './page-html.ts'
import type { Said } from './lane-html.ts'
import type { ShownSharing, ShownSystem } from './read-lanes.ts'

const pathOf = (name: string): string => `/authorization-systems/${encodeURIComponent(name)}`

function stateOf({ alive, takesPart, lastSeenAt }: ShownSystem, now: Date): string {
  if (!alive)
    return `<span class="bad">dead${lastSeenAt ? `, last seen ${ageOf(lastSeenAt, now)} ago` : ', not seen in 30 days'}</span>`
  return takesPart ? '<span class="ok">lives</span>' : '<span class="held">lives, takes nothing new</span>'
}

/** What a system may take, in a line. */
function capacityOf({ mostInFlight, perMinute, batchSize, batchAgeSeconds }: ShownSystem): string {
  const parts = [
    mostInFlight === null ? 'what its processes hold' : `${mostInFlight} in hand`,
    perMinute === null ? '' : `${perMinute} a minute`,
    batchSize > 1 ? `batches of ${batchSize}, or after ${batchAgeSeconds} s` : 'one by one',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** All authorization systems, one a line (C8). */
export function systemsTable({ rule, systems }: ShownSharing, now: Date): string {
  const rows = systems.map(
    (
      system,
    ) => `<tr><td><a href="${pathOf(system.name)}">${escape(system.name)}</a></td><td>${stateOf(system, now)}</td><td class="n">${system.processes}</td>
<td class="n">${system.inHand}</td><td class="n">${system.takenLastMinute}</td><td class="n">${system.rank}</td><td class="n">${system.weight}</td><td>${capacityOf(system)}</td></tr>`,
  )
  const table = `<table><thead><tr><th>System<th>State<th class="n">Processes<th class="n">In hand<th class="n">Taken, last minute<th class="n">Rank<th class="n">Weight<th>Takes at most</thead>
<tbody>${rows.join('\n')}</tbody></table>`
  return `<h2>Authorization systems</h2><p>${rule === 'OVERFLOW' ? 'A system takes what those of lower rank have no capacity for.' : 'They share by weight.'}</p>
${systems.length === 0 ? '<p class="bad">None was seen in the last 30 days: nobody asks card companies.</p>' : table}`
}

/** What a system's page shows. */
export type SystemPage = {
  readonly name: string
  readonly sharing: ShownSharing
  readonly said: Said | null
  readonly newKey: () => string
  readonly typed: Readonly<Record<string, string>>
  readonly now: Date
}

/** One system with what can be done to it, and the rule by which all share. */
export function systemPage({ name, sharing, said, newKey, typed, now }: SystemPage): string {
  const system = sharing.systems.find((each) => each.name === name)
  const message = said
    ? `<div class="m${said.kind === 'DONE' ? ' d' : ''}" role="status">${said.lines.map((line) => `<p>${escape(line)}</p>`).join('')}</div>`
    : ''
  const figures = system
    ? `<p>${stateOf(system, now)}: ${system.processes} processes, ${system.inHand} in hand, ${system.takenLastMinute} taken in the last minute${system.lastSeenAt ? `, last seen ${time(system.lastSeenAt)}` : ''}.
${system.version === 0 ? 'Nobody has set it yet.' : `Version ${system.version}.`}</p>`
    : '<p>It was never seen, and nobody has set it.</p>'
  const body = `<p><a href="/authorizations">All companies and systems</a></p><h1>Authorization system ${escape(name)}</h1>${message}${figures}${capacityForm(system, typed, newKey())}
<form method="post"><input type="hidden" name="idempotencyKey" value="${escape(newKey())}"><h2>How all systems share</h2><p>Now: ${sharing.rule}.</p>
<button name="act" value="OVERFLOW">By rank: the next takes the overflow</button> <button name="act" value="SHARE">By weight</button></form>`
  return page(`authorization system ${name}`, body)
}

function capacityForm(system: ShownSystem | undefined, typed: Readonly<Record<string, string>>, key: string): string {
  const labels = {
    rank: 'Rank',
    weight: 'Weight',
    mostInFlight: 'Most in hand',
    perMinute: 'Most a minute',
    batchSize: 'Batch of',
    batchAgeSeconds: 'or after seconds',
  } as const
  const fields = (Object.keys(labels) as (keyof typeof labels)[]).map(
    (name) =>
      `<label>${labels[name]} <input name="${name}" size="8" maxlength="9" value="${escape(typed[name] ?? String(system?.[name] ?? ''))}"></label>`,
  )
  const takes = typed['act'] === undefined ? (system?.takesPart ?? true) : typed['takesPart'] === 'on'
  return `<form method="post"><input type="hidden" name="idempotencyKey" value="${escape(key)}"><h2>Change what it takes</h2>
<p>A new version, from now on. Empty fields are as usual; what it has in hand it ends.</p>${fields.join('\n')}
<label><input type="checkbox" name="takesPart"${takes ? ' checked' : ''}> takes anything new</label> <button name="act" value="capacity">Change</button></form>`
}
