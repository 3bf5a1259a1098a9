import { escape } from '../console/escape.ts'

/** What a link asks consent to, as the API tells it. */
export type ShownNotice = {
  readonly transactionNumber: string
  readonly amount: { readonly amount: string; readonly currency: string }
  readonly card: string | null
  readonly isWaiting: boolean
  readonly actBy: string
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .6rem}
button{font:inherit;padding:.4rem 1.2rem;margin:.4rem .8rem .4rem 0}`

function page(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Torihiki: your consent</title>
<style>${style}</style><h1>Torihiki</h1>${body}</html>`
}

/** A page with one sentence. */
export function sentencePage(sentence: string): string {
  return page(`<p role="status">${escape(sentence)}</p>`)
}

/** The question, and a form that answers it. To look at it answers nothing. */
export function questionPage(
  { transactionNumber, amount, card, actBy }: ShownNotice,
  { token, nonce, key }: { readonly token: string; readonly nonce: string; readonly key: string },
): string {
  const hidden = (name: string, value: string): string =>
    `<input type="hidden" name="${name}" value="${escape(value)}">`
  return page(`<p>The card company says that this amount exceeds the ceiling of your card. May the shop ask it to approve the amount?</p>
<dl><dt>Amount</dt><dd>${escape(`${amount.amount} ${amount.currency}`)}</dd><dt>Transaction number</dt><dd>${escape(transactionNumber)}</dd>
${card === null ? '' : `<dt>Card</dt><dd>${escape(card)}</dd>`}<dt>Answer by</dt><dd><time datetime="${escape(actBy)}">${escape(actBy.slice(0, 16).replace('T', ' '))}</time> (UTC)</dd></dl>
<form method="post" action="/consents">${hidden('token', token)}${hidden('nonce', nonce)}${hidden('idempotencyKey', key)}
<button name="answer" value="yes">I consent</button><button name="answer" value="no">I do not consent</button></form>
<p>Without your consent the sale is not concluded, and nothing is charged.</p>`)
}
