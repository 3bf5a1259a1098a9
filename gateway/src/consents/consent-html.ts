import { escape } from '../console/escape.ts'
import { consentWords, type ConsentLanguage } from './consent-words.ts'

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

function page(language: ConsentLanguage, body: string): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Torihiki: ${escape(consentWords[language].title)}</title>
<style>${style}</style><h1>Torihiki</h1>${body}</html>`
}

/** A page with one sentence. */
export function sentencePage(language: ConsentLanguage, sentence: string): string {
  return page(language, `<p role="status">${escape(sentence)}</p>`)
}

/** The question, and a form that answers it. To look at it answers nothing. */
export function questionPage(
  language: ConsentLanguage,
  { transactionNumber, amount, card, actBy }: ShownNotice,
  { token, nonce, key }: { readonly token: string; readonly nonce: string; readonly key: string },
): string {
  const { question, labels, buttons, without } = consentWords[language]
  const fields = { token, nonce, idempotencyKey: key, lang: language }
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
    .join('')
  const said = (label: string, value: string): string => `<dt>${escape(label)}</dt><dd>${value}</dd>`
  const until = `<time datetime="${escape(actBy)}">${escape(actBy.slice(0, 16).replace('T', ' '))}</time> (UTC)`
  return page(
    language,
    `<p>${escape(question)}</p>
<dl>${said(labels.amount, escape(`${amount.amount} ${amount.currency}`))}${said(labels.transaction, escape(transactionNumber))}
${card === null ? '' : said(labels.card, escape(card))}${said(labels.actBy, until)}</dl>
<form method="post" action="/consents">${hidden}
<button name="answer" value="yes">${escape(buttons.yes)}</button><button name="answer" value="no">${escape(buttons.no)}</button></form>
<p>${escape(without)}</p>`,
  )
}
