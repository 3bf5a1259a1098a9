import type { ShopOrderStatus } from './shop-order.ts'

/** The languages in which customers are told what happens next. */
export const receptionLanguages = ['en', 'ja', 'de', 'fr'] as const
export type ReceptionLanguage = (typeof receptionLanguages)[number]

/** What happens next with an order at a shop (C1), or what its customer can do. */
export const nextSteps = [
  'CONSENT_TO_REFERRAL',
  'PAYMENT_IS_CHECKED',
  'TOLD_BY_MAIL',
  'PAY_OTHERWISE',
  'GOODS_ARE_SENT',
  'INSPECT_WHAT_CAME',
  'ORDER_AGAIN',
  'CANCEL_BY_CODE',
  'ASK_BY_CODE_AND_MAIL',
] as const
export type NextStep = (typeof nextSteps)[number]

/** Where an order stands, as far as it matters for what comes next. */
export type OrderSituation = {
  readonly status: ShopOrderStatus
  readonly guest: boolean
  /** A payment is reserved, or is being asked for. */
  readonly paying: boolean
  /** The card company wants to be asked by another contact, and the customer has not said yet whether it may be (C7). */
  readonly consentWanted: boolean
  readonly delivered: boolean
  /** The customer may cancel alone now. */
  readonly mayCancel: boolean
}

/** What happens next, in the order in which a customer reads it. */
export function nextStepsOf({
  status,
  guest,
  paying,
  consentWanted,
  delivered,
  mayCancel,
}: OrderSituation): NextStep[] {
  if (status === 'NOT_CONCLUDED') return ['ORDER_AGAIN']
  if (status === 'CANCELLED') return []
  const first: NextStep[] =
    status === 'RECEIVED'
      ? paying
        ? [consentWanted ? 'CONSENT_TO_REFERRAL' : 'PAYMENT_IS_CHECKED', 'TOLD_BY_MAIL']
        : ['PAY_OTHERWISE']
      : [delivered ? 'INSPECT_WHAT_CAME' : 'GOODS_ARE_SENT']
  return [
    ...first,
    ...(mayCancel ? (['CANCEL_BY_CODE'] as const) : []),
    ...(guest ? (['ASK_BY_CODE_AND_MAIL'] as const) : []),
  ]
}

const received: Readonly<Record<ReceptionLanguage, (code: string) => string>> = {
  en: (code) => `Your order has the code ${code}.`,
  ja: (code) => `ご注文番号は ${code} です。`,
  de: (code) => `Ihre Bestellung hat die Nummer ${code}.`,
  fr: (code) => `Votre commande porte le numéro ${code}.`,
}

const sentences: Readonly<Record<ReceptionLanguage, Readonly<Record<NextStep, string>>>> = {
  en: {
    CONSENT_TO_REFERRAL:
      'The amount exceeds the ceiling of your card. With your consent, by the link in our mail, the shop asks the card company for its approval.',
    PAYMENT_IS_CHECKED: 'The payment is being checked. The contract of sale is concluded when it is approved.',
    TOLD_BY_MAIL: 'We write to you as soon as the result is there.',
    PAY_OTHERWISE: 'It is not paid. Pay by another method, else the order ends and nothing is charged.',
    GOODS_ARE_SENT: 'The contract of sale is concluded. The shop delivers.',
    INSPECT_WHAT_CAME: 'Check what came and confirm it; then it is paid.',
    ORDER_AGAIN:
      'The contract of sale was not concluded, and nothing is charged. You can fill your cart with the same again.',
    CANCEL_BY_CODE: 'You can cancel it by its code.',
    ASK_BY_CODE_AND_MAIL: 'You can ask for it at any time by its code and your mail address.',
  },
  ja: {
    CONSENT_TO_REFERRAL:
      'カードのご利用限度額を超えています。メールのリンクでご同意いただければ、店舗がカード会社に承認を求めます。',
    PAYMENT_IS_CHECKED: 'お支払いを確認しております。承認された時点で売買契約が成立します。',
    TOLD_BY_MAIL: '結果が分かり次第、メールでお知らせします。',
    PAY_OTHERWISE:
      'お支払いが済んでおりません。別のお支払い方法をお選びください。お選びにならない場合、ご注文は終了し、請求はございません。',
    GOODS_ARE_SENT: '売買契約が成立しました。店舗よりお届けします。',
    INSPECT_WHAT_CAME: '届いた品をお確かめのうえ、ご確認の手続きをお願いします。その後にお支払いとなります。',
    ORDER_AGAIN: '売買契約は成立せず、請求はございません。同じ内容を再びカートに入れることができます。',
    CANCEL_BY_CODE: 'ご注文番号で取り消すことができます。',
    ASK_BY_CODE_AND_MAIL: 'ご注文番号とメールアドレスで、いつでもお問い合わせいただけます。',
  },
  de: {
    CONSENT_TO_REFERRAL:
      'Der Betrag übersteigt den Rahmen Ihrer Karte. Mit Ihrer Zustimmung, über den Link in unserer E-Mail, bittet der Shop das Kartenunternehmen um Genehmigung.',
    PAYMENT_IS_CHECKED: 'Die Zahlung wird geprüft. Mit ihrer Genehmigung kommt der Kaufvertrag zustande.',
    TOLD_BY_MAIL: 'Sobald das Ergebnis vorliegt, schreiben wir Ihnen.',
    PAY_OTHERWISE:
      'Sie ist nicht bezahlt. Zahlen Sie auf andere Weise, sonst endet die Bestellung, und nichts wird berechnet.',
    GOODS_ARE_SENT: 'Der Kaufvertrag ist zustande gekommen. Der Shop liefert.',
    INSPECT_WHAT_CAME: 'Prüfen Sie, was gekommen ist, und bestätigen Sie es; dann wird bezahlt.',
    ORDER_AGAIN:
      'Der Kaufvertrag ist nicht zustande gekommen, und nichts wird berechnet. Sie können den Warenkorb erneut damit füllen.',
    CANCEL_BY_CODE: 'Sie können sie mit ihrer Nummer stornieren.',
    ASK_BY_CODE_AND_MAIL: 'Mit ihrer Nummer und Ihrer E-Mail-Adresse können Sie jederzeit nachfragen.',
  },
  fr: {
    CONSENT_TO_REFERRAL:
      'Le montant dépasse le plafond de votre carte. Avec votre accord, par le lien de notre courriel, la boutique demande son approbation à la société de cartes.',
    PAYMENT_IS_CHECKED: 'Le paiement est en cours de vérification. Le contrat de vente est conclu dès son approbation.',
    TOLD_BY_MAIL: 'Nous vous écrivons dès que le résultat est connu.',
    PAY_OTHERWISE: "Elle n'est pas payée. Payez par un autre moyen, sinon la commande prend fin et rien n'est débité.",
    GOODS_ARE_SENT: 'Le contrat de vente est conclu. La boutique livre.',
    INSPECT_WHAT_CAME: 'Vérifiez ce qui est arrivé et confirmez-le ; le paiement suit.',
    ORDER_AGAIN:
      "Le contrat de vente n'a pas été conclu et rien n'est débité. Vous pouvez remplir à nouveau votre panier.",
    CANCEL_BY_CODE: "Vous pouvez l'annuler par son numéro.",
    ASK_BY_CODE_AND_MAIL: 'Vous pouvez vous en informer à tout moment par son numéro et votre adresse électronique.',
  },
}

/** What a customer reads of its order, in its language. */
export function receptionText(code: string, steps: readonly NextStep[], language: ReceptionLanguage): string {
  const gap = language === 'ja' ? '' : ' '
  return [received[language](code), ...steps.map((step) => sentences[language][step])].join(gap)
}

/** The language of this tag of BCP 47 if customers are told in it, else English. */
export function receptionLanguage(tag: string | null): ReceptionLanguage {
  const primary = tag?.slice(0, 2).toLowerCase()
  return receptionLanguages.find((each) => each === primary) ?? 'en'
}
