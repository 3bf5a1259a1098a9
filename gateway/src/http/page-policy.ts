import type { RequestHandler } from 'express'

/** The pages for people: nothing of them comes from another host, and no other site can put them into a frame. */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
].join('; ')

/** Keeps browsers from asking other hosts for parts of our pages (Content Security Policy, level 3). */
export const pagePolicy: RequestHandler = (_request, response, next) => {
  response.setHeader('content-security-policy', policy)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  next()
}
