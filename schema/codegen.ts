import { generate } from '@graphql-codegen/cli'
import { format } from 'node:util'
import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { refusalCodes } from './src/errors.ts'
import { subgraphNames, subgraphSdl, type SubgraphName } from './src/sdl.ts'

/**
 * The types that each subgraph's resolvers resolve from: `Member` is resolved from `MemberModel` in
 * `subgraphs/<name>/src/graphql/models.ts`. What is not listed is resolved from the GraphQL type itself.
 */
const models: Record<SubgraphName, readonly string[]> = {
  members: [
    'Member',
    'AuthenticationLevel',
    'Webhook',
    'WebhookMessage',
    'MailMessage',
    'Application',
    'Consent',
    'AuditEntry',
    'Erasure',
    'MerchantSite',
  ],
  listings: [
    'Opportunity',
    'OpportunityConnection',
    'OpportunityRevision',
    'Interest',
    'OpportunityMatch',
    'OpportunityMatchChange',
    'Shop',
    'ShopRevision',
    'Item',
    'ItemRevision',
    'ItemStockChange',
    'Cart',
    'CartLine',
    'Quote',
    'Member',
  ],
  contracts: [
    'Case',
    'CaseThread',
    'Order',
    'OrderResponse',
    'ShopOrder',
    'ShopOrderStep',
    'Contract',
    'Lateness',
    'BusinessCalendar',
    'EscalationSteps',
    'CaseViewEntry',
    'CaseChange',
    'DeliveryReport',
    'CaseEvent',
    'CaseNote',
    'CaseSummary',
    'GoodsReport',
    'GoodsComparison',
    'CaseViewRebuild',
    'CaseViewRebuildChange',
    'LogEntry',
    'Member',
    'SigningKey',
    'ToleranceProfile',
    'ContractSubmission',
    'ContractComparison',
    'ContractConflict',
    'Discrepancy',
    'HiddenPurchase',
    'Outlet',
    'OutletStock',
    'OutletRevision',
    'StockChange',
    'OrderRouting',
    'RouteDecision',
    'RouteCandidate',
  ],
  reservations: [
    'PaymentMethod',
    'PaymentReservation',
    'Inspection',
    'InspectionTask',
    'LedgerAccount',
    'ReservationChange',
    'AuthorizationRequest',
    'CreditApproval',
    'Guarantee',
    'GuaranteeStep',
    'GuaranteePool',
    'ClaimTerms',
    'Referral',
    'ReferralStep',
    'ReferralNotice',
    'CreditClaimPurchase',
    'TakenPayment',
    'Gift',
    'GiftStep',
    'StatementEntry',
    'AuthorizationLane',
    'AuthorizationAct',
    'AuthorizationSystem',
    'CreditBill',
    'GoodsReturn',
    'CoolingOffRule',
    'CreditBillLine',
    'CreditBillPayment',
    'CaseThread',
  ],
  settlements: [
    'Obligation',
    'PurchaseTerms',
    'ReceivableQuote',
    'ReceivablePurchase',
    'CaseThread',
    'SettlementWindow',
    'NetPosition',
    'BilateralPosition',
    'GroupPosition',
    'SettlementInstruction',
    'ObligationChange',
  ],
}

/** Refusals are resolved from `Refusal`, wherever they are members of a result. */
const refusalTypes = [...new Set(Object.values(refusalCodes).map(({ type }) => type))]

const generated = z.tuple([z.object({ content: z.string() })])

/** The types of a subgraph's resolvers, as they belong into `subgraphs/<name>/src/graphql/generated.ts`. */
export async function resolverTypes(name: SubgraphName): Promise<string> {
  const files: unknown = await generate(
    {
      schema: subgraphSdl(name),
      silent: true,
      generates: {
        'x.ts': {
          plugins: ['typescript', 'typescript-resolvers'],
          config: {
            federation: true,
            useTypeImports: true,
            enumsAsTypes: true,
            importExtension: '.ts',
            contextType: './context.ts#Context',
            defaultScalarType: 'string',
            scalars: { ID: 'string', DateTime: { input: 'string', output: 'Date | string' } },
            mappers: Object.fromEntries<string>([
              ...models[name].map((type) => [type, `./models.ts#${type}Model`] as const),
              ...refusalTypes
                .filter((type) => subgraphSdl(name).includes(`type ${type} `))
                .map((type) => [type, '@torihiki/shared/refusals.ts#RefusalModel'] as const),
            ]),
          },
        },
      },
    },
    false,
  )
  const [file] = generated.parse(files)
  return file.content
}

/** Where the resolver types of a subgraph are kept. */
export function resolverTypesFile(name: SubgraphName): URL {
  return new URL(`../subgraphs/${name}/src/graphql/generated.ts`, import.meta.url)
}

if (import.meta.main) {
  for (const name of subgraphNames) {
    writeFileSync(resolverTypesFile(name), await resolverTypes(name))
    process.stdout.write(format('resolver types of %s written\n', name))
  }
}
