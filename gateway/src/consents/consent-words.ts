/** What the page of a consent says in a language. */
export type ConsentWords = {
  readonly title: string
  readonly question: string
  readonly labels: Readonly<Record<'amount' | 'transaction' | 'card' | 'actBy', string>>
  readonly buttons: Readonly<Record<'yes' | 'no', string>>
  /** What follows without consent. */
  readonly without: string
  readonly answered: Readonly<Record<'yes' | 'no', string>>
  /** A link that is forged, over, or was answered. */
  readonly over: string
  /** An answer that did not come from the page that we sent. */
  readonly notOurs: string
}

/** The languages in which the hub writes letters, whose links lead here. */
export const consentWords = {
  en: {
    title: 'Your consent',
    question:
      'The card company says that this amount exceeds the ceiling of your card. May the shop ask it to approve the amount?',
    labels: { amount: 'Amount', transaction: 'Transaction number', card: 'Card', actBy: 'Answer by' },
    buttons: { yes: 'I consent', no: 'I do not consent' },
    without: 'Without your consent the sale is not concluded, and nothing is charged.',
    answered: {
      yes: 'Thank you. The shop asks the card company, and you hear what it says.',
      no: 'As you wish: the sale is not concluded. You may order again at the shop.',
    },
    over: 'This link is over, or it was answered already. You may order again at the shop.',
    notOurs: 'This answer did not come from our page. Open the link in your mail again.',
  },
  ja: {
    title: 'ご同意のお願い',
    question:
      'この金額はカードの限度額を超えていると、カード会社から回答がありました。お店がカード会社に承認を求めてもよろしいですか。',
    labels: { amount: '金額', transaction: '取引番号', card: 'カード', actBy: 'ご回答の期限' },
    buttons: { yes: '同意します', no: '同意しません' },
    without: 'ご同意がない場合、売買は成立せず、代金は請求されません。',
    answered: {
      yes: 'ありがとうございます。お店がカード会社に承認を求め、結果をお知らせします。',
      no: '承りました。売買は成立しません。お店でもう一度ご注文いただけます。',
    },
    over: 'このリンクは期限が過ぎたか、すでに回答されています。お店でもう一度ご注文いただけます。',
    notOurs: 'この回答は当方のページから送られたものではありません。メールのリンクをもう一度開いてください。',
  },
  de: {
    title: 'Ihre Zustimmung',
    question:
      'Die Kartengesellschaft sagt, dass dieser Betrag die Grenze Ihrer Karte überschreitet. Darf der Händler sie bitten, den Betrag zu genehmigen?',
    labels: { amount: 'Betrag', transaction: 'Transaktionsnummer', card: 'Karte', actBy: 'Antwort bis' },
    buttons: { yes: 'Ich stimme zu', no: 'Ich stimme nicht zu' },
    without: 'Ohne Ihre Zustimmung kommt der Kauf nicht zustande, und nichts wird abgebucht.',
    answered: {
      yes: 'Vielen Dank. Der Händler fragt die Kartengesellschaft, und Sie erfahren, was sie sagt.',
      no: 'Wie Sie wünschen: Der Kauf kommt nicht zustande. Sie können beim Händler erneut bestellen.',
    },
    over: 'Dieser Link ist abgelaufen oder wurde schon beantwortet. Sie können beim Händler erneut bestellen.',
    notOurs: 'Diese Antwort kam nicht von unserer Seite. Öffnen Sie den Link in Ihrer E-Mail noch einmal.',
  },
  fr: {
    title: 'Votre consentement',
    question:
      'La société de cartes indique que ce montant dépasse le plafond de votre carte. La boutique peut-elle lui demander d’accepter ce montant ?',
    labels: { amount: 'Montant', transaction: 'Numéro de transaction', card: 'Carte', actBy: 'Réponse avant le' },
    buttons: { yes: 'Je consens', no: 'Je ne consens pas' },
    without: 'Sans votre consentement, la vente n’est pas conclue et rien n’est débité.',
    answered: {
      yes: 'Merci. La boutique interroge la société de cartes, et vous serez informé de sa réponse.',
      no: 'Comme vous le souhaitez : la vente n’est pas conclue. Vous pouvez commander à nouveau à la boutique.',
    },
    over: 'Ce lien a expiré ou a déjà reçu une réponse. Vous pouvez commander à nouveau à la boutique.',
    notOurs: 'Cette réponse ne vient pas de notre page. Ouvrez à nouveau le lien de votre courriel.',
  },
} as const satisfies Readonly<Record<string, ConsentWords>>

/** A language in which the page is there. */
export type ConsentLanguage = keyof typeof consentWords
export const consentLanguages = Object.keys(consentWords) as ConsentLanguage[]
