import type { PublishedEvent } from '@torihiki/schema'
import type { MembersServices } from '../services.ts'
import {
  takeBill,
  takeGiftStep,
  takeGuaranteeStep,
  takeLateness,
  takeReferral,
  takeShopOrderNews,
  takeWindowAbort,
} from './queue-messages.ts'
import { takeCoolingOff, takeReturn } from './guest-returns.ts'
import { takeShopOrder } from './log-in-by-order.ts'
import { takeOperatorAct } from './take-operator-act.ts'
import { takeLevelChange } from './spread-level.ts'

/** Takes an event that was sent to this subgraph. Taken twice it has its effect once. */
export async function takeEvent(services: MembersServices, event: PublishedEvent): Promise<void> {
  switch (event.type) {
    case 'AuthenticationLevelChanged':
      return takeLevelChange(services, event)
    case 'CaseProgressed':
      return services.facts.take(event)
    case 'GiftProgressed':
      return takeGiftStep(services, event)
    case 'GuaranteeProgressed':
      return takeGuaranteeStep(services, event)
    case 'CreditBillChanged':
      return takeBill(services, event)
    case 'LatenessWarned':
      return takeLateness(services, event)
    case 'ReferralProgressed':
      return takeReferral(services, event)
    case 'SettlementWindowAborted':
      return takeWindowAbort(services, event)
    case 'ReturnProgressed':
      return takeReturn(services, event)
    case 'CoolingOffBegan':
      return takeCoolingOff(services, event)
    case 'ShopOrderConcluded':
    case 'ShopOrderUnpaid':
    case 'ShopOrderEnded':
      return takeShopOrderNews(services, event)
    case 'ShopOrderPlaced':
      return takeShopOrder(services, event)
    case 'OperatorActed':
      return takeOperatorAct(services, event)
    default:
  }
}
