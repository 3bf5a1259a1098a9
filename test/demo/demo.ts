import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyCertificateFile } from '@torihiki/contracts/certificate'
import type { Feed, HubClient, Json } from '../support/hub-client.ts'
import { eventually, newParty, signIn } from '../support/parties.ts'
import { depositOf, reserve, threadUntil, today, type Trade } from '../support/story.ts'

const help = `Plays a whole case against a running hub, as two partners would, and prints both ends' time lines as it happens.

  npm run demo                                  with the two documents in test/demo
  npm run demo -- order.xml response.xml        with any two UBL documents: the buyer's, then the seller's
  npm run demo -- --url http://127.0.0.1:4000   against a hub elsewhere

The administrator's password is read from ADMIN_PASSWORD, else from DATA_DIR (.data).`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
const root = join(import.meta.dirname, '../..')
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

function documents(): { buyer: string; seller: string } {
  if (positionals.length !== 0 && positionals.length !== 2) throw new Error(`Give two documents or none.\n\n${help}`)
  const [buyer = join(import.meta.dirname, 'order.xml'), seller = join(import.meta.dirname, 'order-response.xml')] =
    positionals
  for (const path of [buyer, seller]) if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
  return { buyer: readFileSync(buyer, 'utf8'), seller: readFileSync(seller, 'utf8') }
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

async function play(url: string, files: { buyer: string; seller: string }): Promise<void> {
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
async function agree({ buyer, seller }: Trade, files: { buyer: string; seller: string }): Promise<string | null> {
  const { case: registered } = await buyer.client.must('RegisterCase', {
    title: 'Demonstration',
    description: 'Two documents, one contract.',
    partnerIds: [seller.id],
  })
  const threadId: string = registered.threads[0].id
  await seller.client.must('ReferToCase', { threadId })
  const { order } = await buyer.client.must('SendOrder', {
    threadId,
    currency: 'JPY',
    lines: [{ description: 'As in the document', quantity: '1', unitPrice: '1' }],
  })
  await seller.client.must('RespondToOrder', { orderId: order.id, kind: 'ACCEPTED' })
  await buyer.client.must('SubmitContract', {
    threadId,
    mediaType: 'XML',
    document: files.buyer,
    conditions: { deliverBy: today(14), payBy: today(30) },
  })
  const { comparison, contract } = await seller.client.must('SubmitContract', {
    threadId,
    mediaType: 'XML',
    document: files.seller,
  })
  await settle()
  say(`\nThe documents are ${comparison.verdict}.`)
  for (const each of comparison.discrepancies)
    say(
      `  ${each.weight.padEnd(10)} ${each.path}: buyer ${each.buyerValue ?? '–'}, seller ${each.sellerValue ?? '–'}   (${each.rule})`,
    )
  for (const warning of comparison.warnings) say(`  warning    ${warning}`)
  if (!contract) {
    say('\nNothing was notarized. Either side may submit another document.')
    return null
  }
  say(`Contract ${contract.contractCode} over ${contract.total.amount} ${contract.total.currency} is notarized.\n`)
  return threadId
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
  await eventually(
    'the obligation',
    async () => (await seller.client.run('Positions')).viewer.openPositions,
    (positions) => positions.length > 0,
  )
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
