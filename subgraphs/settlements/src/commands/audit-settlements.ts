import type { SettlementsServices } from '../services.ts'

/** Something in the books that must not be. */
export type Finding = { readonly rule: string; readonly subject: string; readonly figure: string }

/** Each rule as a query for what breaks it. */
const rules: Readonly<Record<string, string>> = {
  'a posting balances': `select posting_id || ' ' || currency as subject, sum(minor) as figure from posting_leg group by posting_id, currency having sum(minor) <> 0`,
  'a posting has legs': `select id as subject, 0 as figure from posting p where not exists (select 1 from posting_leg l where l.posting_id = p.id)`,
  "a leg has its account's currency": `select l.posting_id as subject, l.leg_no as figure from posting_leg l join ledger_account a on a.id = l.account_id where a.currency <> l.currency`,
  'an account is the replay of its postings': `select a.id as subject, a.balance - coalesce(sum(l.minor), 0) as figure from ledger_account a
    left join posting_leg l on l.account_id = a.id group by a.id having a.balance <> coalesce(sum(l.minor), 0)`,
  'net positions sum to zero': `select window_id || ' ' || currency as subject, sum(net_minor) as figure from net_position group by window_id, currency having sum(net_minor) <> 0`,
  'group positions sum to zero': `select window_id || ' ' || currency as subject, sum(net_minor) as figure from group_position group by window_id, currency having sum(net_minor) <> 0`,
  'dueFrom is what the debtor owes openly': `select coalesce(a.member_id, o.member_id) || ' ' || coalesce(a.currency, o.currency) as subject, coalesce(a.balance, 0) - coalesce(o.open, 0) as figure
    from (select * from ledger_account where kind = 'DUE_FROM') a full join
      (select debtor_id as member_id, currency, sum(amount_minor) as open from obligation where status = 'OPEN' group by 1, 2) o
      on o.member_id = a.member_id and o.currency = a.currency where coalesce(a.balance, 0) <> coalesce(o.open, 0)`,
  'dueTo is what the creditor is owed openly': `select coalesce(a.member_id, o.member_id) || ' ' || coalesce(a.currency, o.currency) as subject, coalesce(a.balance, 0) + coalesce(o.open, 0) as figure
    from (select * from ledger_account where kind = 'DUE_TO') a full join
      (select creditor_id as member_id, currency, sum(amount_minor) as open from obligation where status = 'OPEN' group by 1, 2) o
      on o.member_id = a.member_id and o.currency = a.currency where coalesce(a.balance, 0) <> -coalesce(o.open, 0)`,
  'a position is on the book until it is settled, or its window aborted': `select p.window_id || ' ' || p.member_id || ' ' || p.currency as subject, coalesce(a.balance, 0) + p.net_minor as figure
    from net_position p left join ledger_account a on a.kind = 'POSITION' and a.window_id = p.window_id and a.member_id = p.member_id and a.currency = p.currency
    join settlement_window w on w.id = p.window_id
    left join settlement_instruction i on i.window_id = p.window_id and i.currency = p.currency
      and case i.kind when 'PAY_IN' then i.payer_id else i.payee_id end = p.member_id
    where coalesce(a.balance, 0) <> case when i.status = 'SETTLED' or w.status = 'ABORTED' then 0 else -p.net_minor end`,
  'what is outstanding of a purchaser is what it has not collected': `select coalesce(l.purchaser_id, o.purchaser_id) || ' ' || coalesce(l.currency, o.currency) as subject,
      coalesce(l.outstanding_minor, 0) - coalesce(o.open, 0) as figure
    from purchase_line l full join (select p.purchaser_id, p.currency, sum(p.amount_minor) as open from receivable_purchase p
      join obligation c on c.id = p.collection_id and c.status in ('OPEN', 'IN_WINDOW') group by 1, 2) o
      on o.purchaser_id = l.purchaser_id and o.currency = l.currency where coalesce(l.outstanding_minor, 0) <> coalesce(o.open, 0)`,
  'a claim that was sold is ADVANCED until it is collected or given back': `select p.claim_id as subject, 0 as figure from receivable_purchase p
    join obligation a on a.id = p.claim_id join obligation c on c.id = p.collection_id
    where c.status in ('OPEN', 'IN_WINDOW') and a.status <> 'ADVANCED' or c.status = 'SETTLED' and a.status <> 'SETTLED'`,
  'a window is settled when all of it is': `select w.id as subject, count(*) as figure from settlement_window w
    join settlement_instruction i on i.window_id = w.id and i.status <> 'SETTLED' where w.status = 'SETTLED' group by w.id`,
  'the obligations of a window share its fate': `select o.id as subject, 0 as figure from window_obligation x join settlement_window w on w.id = x.window_id
    join obligation o on o.id = x.obligation_id where w.status <> 'ABORTED' and o.status <> case when w.status = 'SETTLED' then 'SETTLED' else 'IN_WINDOW' end`,
  'an obligation is in one window that is not aborted at most, and in one while it is IN_WINDOW': `select o.id as subject, count(w.id) as figure from obligation o
    left join window_obligation x on x.obligation_id = o.id left join settlement_window w on w.id = x.window_id and w.status <> 'ABORTED'
    group by o.id having count(w.id) > 1 or o.status = 'IN_WINDOW' and count(w.id) = 0`,
  'with an aborted window all of its instructions are cancelled, and no others': `select i.id as subject, 0 as figure from settlement_instruction i
    left join settlement_window w on w.id = i.window_id where (i.status = 'CANCELLED') <> (coalesce(w.status, '') = 'ABORTED')`,
  'an aborted window is taken back in the book, with its reason': `select w.id as subject, 0 as figure from settlement_window w
    left join window_abort a on a.window_id = w.id left join posting p on p.kind = 'WINDOW_ABORTED' and p.subject_id = w.id
    where (w.status = 'ABORTED') <> (a.window_id is not null) or (w.status = 'ABORTED') <> (p.id is not null)`,
}

/**
 * Examines the books (money model, step 20), all rules over one snapshot: what is found must not be, so a sound book
 * gives an empty list. Changes nothing.
 */
export async function auditSettlements({ store }: Pick<SettlementsServices, 'store'>): Promise<Finding[]> {
  return store.transaction(async (tx) => {
    await tx.sql('set transaction isolation level repeatable read, read only')
    const findings: Finding[] = []
    for (const [rule, text] of Object.entries(rules)) {
      const rows = await tx.sql<{ subject: unknown; figure: unknown }>(text)
      findings.push(...rows.map(({ subject, figure }) => ({ rule, subject: String(subject), figure: String(figure) })))
    }
    return findings
  })
}
