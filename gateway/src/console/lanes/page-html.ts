import { escape } from '../escape.ts'

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
.bad{color:#a00;font-weight:600}.held{color:#850}.ok{color:#060}form{margin:1rem 0;padding:1rem;background:#f5f5f5}label{display:inline-block;margin:.3rem 1rem .3rem 0}
input,select,button{font:inherit;padding:.2rem .4rem}button{padding:.3rem 1rem}.m{padding:.6rem 1rem;border-left:4px solid #a00;background:#fee}.d{border-color:#060;background:#efe}`

/** A page of authorizations; `reload` is put into its head. */
export function page(title: string, body: string, reload = ''): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${reload}<title>Torihiki: ${escape(title)}</title>
<style>${style}</style>${body}</html>`
}

/** An instant, to the second, in UTC. */
export const time = (at: string): string =>
  `<time datetime="${escape(at)}">${escape(at.slice(0, 19).replace('T', ' '))}</time>`

/** How long ago, in the unit that fits. */
export function ageOf(at: string, now: Date): string {
  const seconds = Math.max(Math.round((now.getTime() - Date.parse(at)) / 1_000), 0)
  if (seconds < 120) return `${seconds} s`
  if (seconds < 7_200) return `${Math.floor(seconds / 60)} min`
  return `${Math.floor(seconds / 3_600)} h`
}
