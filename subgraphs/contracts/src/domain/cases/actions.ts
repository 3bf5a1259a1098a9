import type { CaseStatus } from './status.ts'

/** From which end of a thread somebody acts. */
export type ThreadSide = 'SOURCE' | 'PARTNER'

/** What a party may do in a thread. */
export type CaseAction =
  | 'REFER_TO_CASE'
  | 'WITHDRAW_CASE'
  | 'DECLINE_CASE'
  | 'SEND_ORDER'
  | 'RESPOND_TO_ORDER'
  | 'SUBMIT_CONTRACT'
  | 'RESERVE_PAYMENT'
  | 'REPORT_DELIVERY'
  | 'REPORT_GOODS'
  | 'CONFIRM_INSPECTION'
  | 'CANCEL_CONTRACT'
  | 'COMMIT_TO_HIDDEN_PURCHASE'

type Rule = { readonly side: ThreadSide | 'BOTH'; readonly in: readonly CaseStatus[] }

/** Who may do what when: the one table that commands obey and that `allowedActions` shows. */
export const actionTable: Readonly<Record<CaseAction, Rule>> = {
  REFER_TO_CASE: { side: 'PARTNER', in: ['REGISTERED'] },
  WITHDRAW_CASE: { side: 'SOURCE', in: ['REGISTERED', 'REFERRED', 'ORDERED', 'RESPONDED'] },
  DECLINE_CASE: { side: 'PARTNER', in: ['REGISTERED', 'REFERRED', 'RESPONDED'] },
  SEND_ORDER: { side: 'SOURCE', in: ['REGISTERED', 'REFERRED', 'ORDERED', 'RESPONDED'] },
  RESPOND_TO_ORDER: { side: 'PARTNER', in: ['ORDERED', 'RESPONDED'] },
  SUBMIT_CONTRACT: { side: 'BOTH', in: ['RESPONDED'] },
  RESERVE_PAYMENT: { side: 'SOURCE', in: ['ORDERED', 'RESPONDED', 'CONTRACTED'] },
  REPORT_DELIVERY: { side: 'PARTNER', in: ['CONTRACTED', 'RESERVED', 'DELIVERED'] },
  REPORT_GOODS: { side: 'BOTH', in: ['CONTRACTED', 'RESERVED', 'DELIVERED', 'INSPECTED'] },
  CONFIRM_INSPECTION: { side: 'SOURCE', in: ['CONTRACTED', 'RESERVED', 'DELIVERED'] },
  CANCEL_CONTRACT: { side: 'BOTH', in: ['CONTRACTED', 'RESERVED'] },
  COMMIT_TO_HIDDEN_PURCHASE: { side: 'BOTH', in: ['REGISTERED', 'REFERRED'] },
}

const actions = Object.keys(actionTable) as CaseAction[]

/** Whether this side may ever do it. */
export function isForSide(action: CaseAction, side: ThreadSide): boolean {
  const rule = actionTable[action]
  return rule.side === 'BOTH' || rule.side === side
}

/** Whether it may be done in this status. */
export function isInTime(action: CaseAction, status: CaseStatus): boolean {
  return actionTable[action].in.includes(status)
}

/** All that a side may do now. */
export function allowedActions(side: ThreadSide, status: CaseStatus): CaseAction[] {
  return actions.filter((action) => isForSide(action, side) && isInTime(action, status))
}
