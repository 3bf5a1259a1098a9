import type { Context } from './context.ts'
import type { MemberModel } from './models.ts'

/** A member that a record refers to: it must be there. */
export async function loadMember(context: Context, id: string): Promise<MemberModel> {
  const member = await context.services.loadMember.load(id)
  if (!member) throw new Error(`Member ${id} is referred to, but not there.`)
  return member
}
