/** What must be there because something that was read or done refers to it. */
export function present<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Error(`${what} is referred to, but not there.`)
  return found
}
