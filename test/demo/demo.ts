import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { verifyCertificateFile } from '@torihiki/contracts/certificate'
import type { Feed, HubClient, Json } from '../support/hub-client.ts'
import { eventually, newParty, signIn } from '../support/parties.ts'
import { playShop } from './shop-scene.ts'
import { agreeOnContract, depositOf, reserve, threadUntil, today, type Trade } from '../support/story.ts'

const help = `Plays a whole case against a running hub, as two partners would, and prints both ends' time lines as it happens.

  npm run demo                                  with the documents in test/demo: one that differs, then one that agrees; a late delivery; a shop
  npm run demo -- order.xml response.xml        with any two UBL documents: the buyer's, then the seller's
  npm run demo -- --url http://127.0.0.1:4000   against a hub elsewhere, or a payment institution without one (HUB_MODE=institution)

The administrator's password is read from ADMIN_PASSWORD, else from DATA_DIR (.data).`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
const root = join(import.meta.dirname, '../..')
/** How long the demonstration waits for a delay scan: twice its usual interval. */
const longestScanMs = 120_000
const say = (line: string): void => void process.stdout.write(`${line}\n`)

if (values.help) {
  say(help)
  process.exit(0)
}

try {
  await play(values.url ?? `http://127.0.0.1:${process.env['PORT'] ?? 4000}`, documents())
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

/** The buyer's document, and the seller's: where no documents are given, first one that differs. */
type Documents = { readonly buyer: string; readonly sellers: readonly string[] }

function documents(): Documents {
  if (positionals.length !== 0 && positionals.length !== 2) throw new Error(`Give two documents or none.\n\n${help}`)
  const own = (name: string): string => join(import.meta.dirname, name)
  const [buyer = own('order.xml'), ...given] = positionals
  const sellers = given.length > 0 ? given : [own('order-response-different.xml'), own('order-response.xml')]
  for (const path of [buyer, ...sellers]) if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
  return { buyer: readFileSync(buyer, 'utf8'), sellers: sellers.map((path) => readFileSync(path, 'utf8')) }
}

function adminPassword(): string {
  const file = resolve(root, process.env['DATA_DIR'] ?? '.data', 'keys/admin-password')
  const password = process.env['ADMIN_PASSWORD'] ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : '')
  if (!password)
    throw new Error(
      `The administrator's password is neither in ADMIN_PASSWORD nor in ${file}. Start the hub with npm start first.`,
    )
  return password
}

async function play(url: string, files: Documents): Promise<void> {
  const up = await fetch(`${url}/health/ready`).then(
    (response) => response.ok,
    () => false,
  )
  if (!up) throw new Error(`No hub is ready at ${url}. Start one with npm start, or name another with --url.`)
  const admin = await signIn(url, 'admin', adminPassword())
  say('Registering a buyer, a seller and a settlement agent …')
  const trade = await parties(url, admin)
  const feeds = [timeLine('SOURCE ', trade.buyer.client, 'SOURCE'), timeLine('PARTNER', trade.seller.client, 'PARTNER')]
  await Promise.all(feeds.map((feed) => feed.until('the start', (event) => event.kind === 'FEED_STARTED')))
  say('\n  time          view     event                          status\n')
  const threadId = await agree(trade, files)
  if (threadId) {
    await fulfil(trade, threadId)
    await Promise.all(feeds.map((feed) => feed.until('the end', (event) => event.event === 'SETTLEMENT_REPORTED')))
    await settle()
  }
  if (positionals.length === 0) {
    await playLate(trade, feeds)
    await playShop(url, trade, say)
    await settle()
  }
  for (const feed of feeds) feed.stop()
}

async function parties(url: string, admin: HubClient): Promise<Trade> {
  const agent = await newParty(url, admin, 'Demo Bank', ['SETTLEMENT_AGENT'])
  const buyer = await newParty(url, admin, 'Demo Buyer', ['BUYER'], { input: { settlementAgentId: agent.id } })
  return { admin, agent, buyer, seller: await newParty(url, admin, 'Demo Seller', ['SELLER']) }
}

/** Prints every change of one end's view as it arrives. */
function timeLine(label: string, client: HubClient, view: 'SOURCE' | 'PARTNER'): Feed {
  const feed = client.subscribe('CaseChanged', { view })
  let shown = 0
  setInterval(() => {
    for (const event of feed.events.slice(shown)) show(label, event)
    shown = feed.events.length
  }, 10).unref()
  return feed
}

function show(label: string, event: Json): void {
  if (!event.event) return
  const status =
    event.statusBefore === event.statusAfter ? event.statusAfter : `${event.statusBefore ?? '·'} → ${event.statusAfter}`
  say(`  ${String(event.at).slice(11, 23)}  ${label}  ${String(event.event).padEnd(30)} ${status}`)
}

/** From registration to the notarized contract; null when the documents do not agree. */
async function agree(trade: Trade, files: Documents): Promise<string | null> {
  const { buyer, seller } = trade
  const threadId = await order(trade, 'Two documents, one contract.')
  await buyer.client.must('SubmitContract', {
    threadId,
    mediaType: 'XML',
    document: files.buyer,
    conditions: { deliverBy: today(14), payBy: today(30) },
  })
  for (const [i, document] of files.sellers.entries()) {
    const { comparison, contract } = await seller.client.must('SubmitContract', {
      threadId,
      mediaType: 'XML',
      document,
    })
    await settle()
    report(comparison)
    if (contract) {
      say(`Contract ${contract.contractCode} over ${contract.total.amount} ${contract.total.currency} is notarized.\n`)
      return threadId
    }
    say('\nNothing was notarized. Either side may submit another document.')
    if (i + 1 < files.sellers.length) say('The seller submits another one …\n')
  }
  return null
}

function report(comparison: Json): void {
  say(`\nThe documents are ${comparison.verdict}.`)
  for (const each of comparison.discrepancies) {
    say(`  ${each.weight.padEnd(10)} ${each.message}   (${each.rule} at ${each.path})`)
    if (each.remedy) say(`             ${each.remedy}`)
  }
  for (const warning of comparison.warnings) say(`  warning    ${warning}`)
}

/** A case with an accepted order. Gives its thread's id. */
async function order({ buyer, seller }: Trade, description: string): Promise<string> {
  const { case: registered } = await buyer.client.must('RegisterCase', {
    title: 'Demonstration',
    description,
    partnerIds: [seller.id],
  })
  const threadId: string = registered.threads[0].id
  await seller.client.must('ReferToCase', { threadId })
  const lines = [{ description: 'As in the document', quantity: '1', unitPrice: '1' }]
  const { order: sent } = await buyer.client.must('SendOrder', { threadId, currency: 'JPY', lines })
  await seller.client.must('RespondToOrder', { orderId: sent.id, kind: 'ACCEPTED' })
  return threadId
}

/** A delivery that is eight days late: the hub finds it, warns by the step that is due, and stops when it comes. */
async function playLate(trade: Trade, feeds: readonly Feed[]): Promise<void> {
  const { buyer, seller } = trade
  say(
    '\nAnother contract, whose delivery was due eight days ago. The hub looks for delays every DELAY_SCAN_SECONDS …\n',
  )
  const threadId = await order(trade, 'A delivery that does not come.')
  await agreeOnContract(trade, threadId, { payment: 'ON_ACCOUNT', deliverBy: today(-8) })
  await waitFor(async () => (await buyer.client.run('CaseThread', { id: threadId })).caseThread.delayed, {
    timeoutMs: longestScanMs,
    everyMs: 250,
    what: 'the delay scan; is DELAY_SCAN_SECONDS longer than two minutes?',
  })
  await settle()
  await tellLatenesses(seller.client)
  await seller.client.must('ReportDelivery', { threadId, deliveredOn: today() })
  await Promise.all(
    feeds.map((feed) => feed.until('the end of the delay', (event) => event.event === 'LATENESS_RESOLVED')),
  )
  await settle()
  say('\nIt was delivered:')
  await tellLatenesses(seller.client)
  say('Mail to both is at /mail of the hub (sign in at /console), or in MAIL_DIR.')
}

async function tellLatenesses(client: HubClient): Promise<void> {
  for (const { node } of (await client.run('Latenesses')).viewer.latenesses.edges)
    say(
      `  ${node.kind} of ${node.contractCode} due on ${node.dueOn}: step ${node.level}, ${node.action}${node.resolvedAt ? `, over since ${node.resolvedAt}` : ''}`,
    )
}

/** From the reservation to the settled window. */
async function fulfil(trade: Trade, threadId: string): Promise<void> {
  const { buyer, seller, agent, admin } = trade
  const { contract } = (await buyer.client.run('CaseThread', { id: threadId })).caseThread
  const method = await depositOf(trade, contract.total.amount, contract.total.currency)
  await reserve(trade, threadId, method)
  await threadUntil(seller.client, threadId, (thread) => thread.status === 'RESERVED')
  await seller.client.must('ReportDelivery', { threadId, deliveredOn: today(), carrierName: 'Demo Carrier' })
  await buyer.client.must('ConfirmInspection', { threadId })
  const { positions } = await eventually(
    'the obligation, or the payment itself',
    async () => ({
      positions: (await seller.client.run('Positions')).viewer.openPositions,
      status: (await seller.client.run('CaseThread', { id: threadId })).caseThread.status,
    }),
    (now) => now.positions.length > 0 || now.status === 'SETTLED',
  )
  if (positions.length === 0) {
    await settle()
    say('\nThere is no hub between: the institution paid the seller in its own book, at once.')
    return certify(seller.client, contract)
  }
  const { window } = await admin.must('CloseSettlementWindow', { agentId: agent.id })
  for (const { id } of window.instructions)
    await agent.client.must('ReportSettlement', {
      instructionId: id,
      outcome: 'SETTLED',
      reference: `demo ${id.slice(-6)}`,
    })
  await threadUntil(buyer.client, threadId, (thread) => thread.status === 'SETTLED')
  await settle()
  say('\nNet positions of the window:')
  for (const { member, payable, receivable, net } of window.positions) {
    say(
      `  ${member.name.padEnd(12)} owes ${payable.amount}, is owed ${receivable.amount}: net ${net.amount} ${payable.currency}`,
    )
  }
  await certify(seller.client, contract)
}

async function certify(client: HubClient, contract: Json): Promise<void> {
  const { contract: read } = await client.run('Certificate', { contractId: contract.id })
  const file = resolve(root, process.env['DATA_DIR'] ?? '.data', `certificate-${contract.contractCode}.json`)
  writeFileSync(file, read.certificate)
  const verdict = verifyCertificateFile(Buffer.from(read.certificate))
  if (!verdict.ok) throw new Error(`The certificate does not verify: ${verdict.reason}`)
  say('\nThe certificate proves:')
  for (const sentence of verdict.proved) say(`  ${sentence}`)
  say(`\nIt is in ${file}. Prove it off line with:\n  npm run verify -- ${file}`)
}

/** Lets the time lines print what has arrived. */
function settle(): Promise<void> {
  return new Promise((done) => setTimeout(done, 150))
}
