import { waitFor } from '@torihiki/shared/process/wait-for.ts'
import { sharedDataRoot } from '@torihiki/shared/testing/shared-data.ts'
import type { Json } from './hub-client.ts'
import { newMachine } from './machines.ts'
import type { Party } from './parties.ts'
import { startProcess, stopProcess, type HubProcess, type TestHub } from './test-hub.ts'

/** A stand-in of another company: a process of its own that speaks its real protocol over HTTP. */
type Outside = {
  readonly url: string
  control(mode: string): Promise<void>
  book(): Promise<Json[]>
  close(): Promise<void>
}
export type CardCompany = Outside
export type SettlementAgent = Outside

/** Starts a card company under a code; with a vault it knows what stands behind the vault's tokens. */
export async function startCardCompany(name: string, vault?: { url: string }): Promise<CardCompany> {
  const environment = { PATH: process.env['PATH'] ?? '', SHARED_DATA: sharedDataRoot }
  const args = ['--port', '0', '--name', name, ...(vault ? ['--vault', vault.url] : [])]
  return outside(startProcess(`card company ${name}`, 'test/outside/card-company.ts', environment, args))
}

/** A card vault, which keeps what was given to it in its memory alone. Its book shows tokens and owners, never a number. */
export type StandInVault = Outside

/** Starts a card vault. */
export async function startCardVault(): Promise<StandInVault> {
  return outside(startProcess('card vault', 'test/outside/card-vault.ts', { PATH: process.env['PATH'] ?? '' }))
}

/** Starts the bank of a settlement agent, which reports by itself, and tells the hub where it takes instructions. */
export async function startSettlementAgent(
  hub: Pick<TestHub, 'url' | 'admin'>,
  agent: Pick<Party, 'id' | 'loginName'>,
): Promise<SettlementAgent> {
  const environment = { PATH: process.env['PATH'] ?? '', AGENT_PASSWORD: 'correct horse battery' }
  const args = [
    '--port',
    '0',
    '--hub',
    `${hub.url}/graphql`,
    '--login',
    agent.loginName,
    '--password-env',
    'AGENT_PASSWORD',
  ]
  const bank = await outside(startProcess('settlement agent', 'test/outside/settlement-agent.ts', environment, args))
  await bank.control('auto')
  await hub.admin.must('SetInstructionEndpoint', { agentId: agent.id, url: bank.url })
  return bank
}

/** A payment institution's counter, where members pay by HTTP quoting a transaction number. */
export type PaymentCounter = Outside & {
  /** Pays at the counter: the receipt, or the refusal with which the money is given back. */
  pay(transactionNumber: string, amount: string, currency?: string): Promise<Json>
}

/** Starts the counter of an institution, which reports to the hub with an API key of its own and takes instructions to pay on. */
export async function startPaymentCounter(
  hub: Pick<TestHub, 'url' | 'admin'>,
  institution: Party,
  takenBy = 'CONVENIENCE_STORE',
): Promise<PaymentCounter> {
  const { key } = await newMachine(institution, ['PAY'])
  const environment = { PATH: process.env['PATH'] ?? '', COUNTER_KEY: key }
  const args = ['--hub', `${hub.url}/graphql`, '--key-env', 'COUNTER_KEY', '--taken-by', takenBy]
  const counter = await outside(startProcess('payment counter', 'test/outside/payment-counter.ts', environment, args))
  await hub.admin.must('SetInstructionEndpoint', { agentId: institution.id, url: counter.url })
  const pay = async (transactionNumber: string, amount: string, currency = 'JPY'): Promise<Json> => {
    const response = await fetch(`${counter.url}/payments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ transactionNumber, amount, currency }),
    })
    if (response.status !== 201 && response.status !== 409)
      throw new Error(`The counter answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  return { ...counter, pay }
}

/** A receiver of webhooks, which keeps what it got. */
export type WebhookReceiver = Outside & {
  /** Verifies what comes under this secret from now on. */
  expect(secret: string): Promise<void>
}

/** Starts a receiver of webhooks. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const environment = { PATH: process.env['PATH'] ?? '' }
  const running = await outside(startProcess('webhook receiver', 'test/outside/webhook-receiver.ts', environment))
  return { ...running, expect: (secret) => running.control(`secret ${secret}`) }
}

async function outside(running: HubProcess): Promise<Outside> {
  const url = await waitFor(
    () => {
      if (running.child.exitCode !== null) throw new Error(`${running.name} ended: ${running.output()}`)
      return /listening on (http:\/\/\S+)/.exec(running.output())?.[1]
    },
    { timeoutMs: 20_000, everyMs: 20, what: `${running.name} to listen` },
  )
  const call = async (path: string, body?: object): Promise<Json> => {
    const response = await fetch(
      `${url}${path}`,
      body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
    )
    if (!response.ok)
      throw new Error(`${running.name} answered ${path} with ${response.status}: ${await response.text()}`)
    return response.status === 204 ? null : response.json()
  }
  return {
    url,
    control: async (mode) => void (await call('/control', { mode })),
    book: () => call('/book'),
    close: () => stopProcess(running),
  }
}

/** A merchant's own site, registered and approved: members are passed on to it. */
export type MerchantSite = Outside & { readonly siteId: string; readonly secret: string; readonly redirectUri: string }

/** Starts a merchant's site, has it registered by its merchant and approved. */
export async function startMerchantSite(
  hub: Pick<TestHub, 'url' | 'admin'>,
  merchant: Pick<Party, 'client' | 'name'>,
): Promise<MerchantSite> {
  const environment = { PATH: process.env['PATH'] ?? '' }
  const running = await outside(startProcess('merchant site', 'test/outside/merchant-site.ts', environment))
  const redirectUri = `${running.url}/back`
  const { merchantSite, secret } = await merchant.client.must('RegisterMerchantSite', {
    name: `${merchant.name}'s site`,
    initiateLoginUri: `${running.url}/start`,
    redirectUris: [redirectUri],
  })
  await hub.admin.must('ApproveMerchantSite', { siteId: merchantSite.id })
  await running.control(`client ${hub.url} ${merchantSite.id} ${secret}`)
  return { ...running, siteId: merchantSite.id, secret, redirectUri }
}
