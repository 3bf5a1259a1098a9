import { oneSided, type Scope } from './compare-values.ts'
import { type Discrepancy, discrepancy, type Stated } from './discrepancy.ts'
import { compareIdentifiers, showIdentifiers } from './identifiers.ts'
import type { RuleCode } from './rules.ts'
import type { ContractTerms, Identifier, Party } from './terms.ts'
import { normaliseIdentifier, showIdentifier } from './text.ts'

/** Both parties: one common scheme equal and none in conflict (A5, rule 3). An id that only one side states is a SUPPLEMENT. */
export function compareParties(scope: Scope, buyer: ContractTerms, seller: ContractTerms): Discrepancy[] {
  return [
    ...compareParty(scope, 'buyer', buyer.buyer, seller.buyer),
    ...compareParty(scope, 'seller', buyer.seller, seller.seller),
  ]
}

/** Identifiers that only one side states, as supplements. */
export function supplements(
  rule: RuleCode,
  path: string,
  onlyBuyer: readonly Identifier[],
  onlySeller: readonly Identifier[],
): Discrepancy[] {
  return [
    ...onlyBuyer.map((id) => discrepancy(rule, path, 'SUPPLEMENT', statedId(id), null)),
    ...onlySeller.map((id) => discrepancy(rule, path, 'SUPPLEMENT', null, statedId(id))),
  ]
}

function compareParty(scope: Scope, side: 'buyer' | 'seller', left: Party, right: Party): Discrepancy[] {
  const path = `/${side}/identifiers`
  const [leftIds, rightIds] = [statedIds(left.identifiers), statedIds(right.identifiers)]
  const ids = compareIdentifiers(left.identifiers, right.identifiers)
  if (scope.silence === null && oneSided(scope, 'party.identifiers', path, leftIds, rightIds) !== null) return []
  const conflicts = ids.conflicts.map((scheme) =>
    discrepancy('party.identifiers', path, 'BLOCKING', ofScheme(left, scheme), ofScheme(right, scheme)),
  )
  const unknown =
    ids.agreed || conflicts.length > 0
      ? []
      : [discrepancy('party.noCommonIdentifier', path, 'BLOCKING', leftIds, rightIds)]
  return [...conflicts, ...unknown, ...supplements('party.supplement', path, ids.onlyLeft, ids.onlyRight)]
}

function ofScheme(party: Party, scheme: string): Stated {
  return statedIds(party.identifiers.filter((id) => id.scheme === scheme))
}

function statedIds(ids: readonly Identifier[]): Stated {
  const stated = showIdentifiers(ids)
  if (stated === null) return null
  return { stated, normalised: showIdentifiers(ids.map((id) => ({ ...id, value: normaliseIdentifier(id) }))) ?? stated }
}

function statedId(id: Identifier): Stated {
  return { stated: showIdentifier(id), normalised: `${id.scheme} ${normaliseIdentifier(id)}` }
}
