import { newestMail, type KeptMail } from '@torihiki/shared/mail/read-mail-folder.ts'
import { Router } from 'express'
import type { Authenticate } from '../identity/authenticate.ts'
import { escape } from './escape.ts'

/** How many mails the page shows: what came last is what is looked for. */
const mailsShown = 100

/** Mail that is kept in the folder instead of being sent, for an administrator who has signed in, and for nobody else. */
export function mailPages(folder: string | null, authenticate: Authenticate): Router {
  const router = Router()
  router.get('/mail', async (request, response) => {
    const found = await authenticate(undefined, request.headers)
    if (found === 'INVALID' || !found.actor) return void response.redirect(303, '/console?to=/mail')
    if (!found.actor.roles.includes('ADMIN') || found.actor.scopes)
      return void response.status(403).type('text').send('The mail is for administrators. Sign in as one at /console.')
    response.setHeader('cache-control', 'no-store')
    if (folder === null)
      return void response.status(404).type('text').send('Mail leaves through SMTP_URL; none is kept here.')
    response.type('html').send(page(await newestMail(folder, mailsShown)))
  })
  return router
}

function page(mails: readonly KeptMail[]): string {
  const entries = mails.map(
    ({ at, to, subject, text }) =>
      `<details><summary><time>${at.toISOString()}</time> <b>${escape(subject)}</b> to ${escape(to)}</summary><pre>${escape(text)}</pre></details>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Torihiki: mail</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;background:#f5f5f5;padding:1rem}
time{color:#666}summary{padding:.3rem 0}</style>
<h1>Mail</h1><p>What the hub has written to members and keeps in its folder, for no mail system is set (SMTP_URL): the last ${mails.length}, newest first.</p>
${entries.join('\n')}</html>`
}
