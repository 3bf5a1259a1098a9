import type { LetterWords } from './words.ts'

/** Letters in German. */
export const de: LetterWords = {
  kinds: {
    CASE_REGISTERED: {
      subject: 'Neuer Vorgang',
      sentence: '$ hat einen Vorgang angelegt und Sie als Partner genannt.',
    },
    CASE_REFERRED: { subject: 'Vorgang aufgenommen', sentence: '$ hat sich auf den Vorgang bezogen.' },
    CASE_WITHDRAWN: { subject: 'Vorgang zurückgezogen', sentence: '$ hat den Vorgang zurückgezogen.' },
    CASE_DECLINED: { subject: 'Vorgang abgelehnt', sentence: '$ hat den Vorgang abgelehnt.' },
    CASE_EXPIRED: {
      subject: 'Vorgang abgelaufen',
      sentence: 'Der Vorgang wurde nicht rechtzeitig beantwortet und ist abgelaufen.',
    },
    ORDER_SENT: {
      subject: 'Bestellung erhalten',
      sentence: '$ hat Ihnen eine Bestellung gesandt. Bitte nehmen Sie sie an oder lehnen Sie ab.',
    },
    ORDER_ANSWERED: { subject: 'Bestellung beantwortet', sentence: '$ hat Ihre Bestellung beantwortet.' },
    ORDER_ROUTED: { subject: 'Bestellung zugeteilt', sentence: 'Die Bestellung wurde einer Filiale zugeteilt.' },
    ORDER_NOT_ROUTED: {
      subject: 'Keine Filiale für die Bestellung',
      sentence: 'Zurzeit kann keine Filiale die Bestellung ausführen. Sie wartet; die Gründe stehen im Hub.',
    },
    CONTRACT_SUBMITTED: { subject: 'Vertrag eingereicht', sentence: '$ hat sein Vertragsdokument eingereicht.' },
    CONTRACT_COMPARED: {
      subject: 'Verträge weichen ab',
      sentence: 'Die Vertragsdokumente beider Seiten weichen voneinander ab. Jede Seite darf neu einreichen.',
    },
    CONTRACT_CONFLICT_RAISED: {
      subject: 'Widersprüchlicher Vertrag',
      sentence: 'Ein Vertragsdokument widerspricht einem früheren derselben Seite. Beide bleiben festgehalten.',
    },
    CONTRACT_NOTARIZED: {
      subject: 'Vertrag beurkundet',
      sentence: 'Beide Dokumente stimmen überein: Der Vertrag ist beurkundet.',
    },
    CANCELLATION_PROPOSED: { subject: 'Aufhebung vorgeschlagen', sentence: '$ schlägt vor, den Vertrag aufzuheben.' },
    CONTRACT_CANCELLED: {
      subject: 'Vertrag aufgehoben',
      sentence: 'Beide Seiten sind sich einig: Der Vertrag ist aufgehoben.',
    },
    PAYMENT_RESERVATION_REQUESTED: {
      subject: 'Zahlung angefragt',
      sentence: 'Das Kartenunternehmen wurde um die Vormerkung der Zahlung gebeten.',
    },
    PAYMENT_REFERRED: {
      subject: 'Über der Grenze der Karte',
      sentence:
        'Der Betrag überschreitet laut Kartengesellschaft die Grenze der Karte. Der Kunde wird gefragt, ob ihre Genehmigung eingeholt werden darf.',
    },
    REFERRAL_CONSENTED: {
      subject: 'Genehmigung der Kartengesellschaft einholen',
      sentence:
        'Der Kunde stimmt zu: Bitten Sie die Kartengesellschaft telefonisch um Genehmigung und halten Sie die Antwort mit recordReferral fest.',
    },
    PAYMENT_RESERVED: {
      subject: 'Vielen Dank: Zahlung reserviert',
      sentence: 'Vielen Dank. Die Zahlung ist reserviert, und der Kauf kommt zustande: die Lieferung kann beginnen.',
    },
    PAYMENT_RESERVATION_REFUSED: {
      subject: 'Kauf nicht zustande gekommen',
      sentence:
        'Die Zahlung konnte nicht reserviert werden, der Kauf ist daher nicht zustande gekommen. Sie können auf andere Weise zahlen oder erneut bestellen, etwa sobald die Grenze der Karte geklärt ist.',
    },
    PAYMENT_RESERVATION_ENDED: { subject: 'Vormerkung beendet', sentence: 'Die Zahlung ist nicht mehr vorgemerkt.' },
    DELIVERY_REPORTED: { subject: 'Lieferung gemeldet', sentence: 'Eine Lieferung wurde gemeldet.' },
    GOODS_REPORTED: { subject: 'Bericht über die Ware', sentence: 'Über die Ware wurde berichtet.' },
    INSPECTION_CONFIRMED: { subject: 'Prüfung bestätigt', sentence: 'Die Warenprüfung wurde bestätigt.' },
    PAYMENT_CAPTURED: { subject: 'Zahlung ausgeführt', sentence: 'Die vorgemerkte Zahlung wurde ausgeführt.' },
    OBLIGATION_ARISEN: { subject: 'Betrag fällig', sentence: 'Der Betrag des Vertrags ist nun zu zahlen.' },
    SETTLEMENT_STARTED: { subject: 'Abrechnung begonnen', sentence: 'Die Abrechnung hat begonnen.' },
    SETTLEMENT_ABORTED: {
      subject: 'Abrechnung zurückgenommen',
      sentence:
        'Das Abrechnungsfenster wurde abgebrochen, bevor etwas gezahlt war. Der Betrag wird geschuldet wie zuvor.',
    },
    SETTLEMENT_REPORTED: {
      subject: 'Abrechnung gemeldet',
      sentence: 'Die Abrechnungsstelle hat die Abrechnung gemeldet.',
    },
    RETURN_REQUESTED: { subject: 'Rückgabe gewünscht', sentence: 'Der Käufer möchte Ware zurückgeben.' },
    RETURN_ACCEPTED: {
      subject: 'Rückgabe angenommen',
      sentence: 'Die Rückgabe ist angenommen: Die Ware kann zurückgesandt werden.',
    },
    RETURN_REFUSED: {
      subject: 'Rückgabe abgelehnt',
      sentence: '$ nimmt die Ware nicht zurück. Der Grund steht bei der Rückgabe.',
    },
    RETURN_WITHDRAWN: { subject: 'Rückgabe zurückgezogen', sentence: 'Der Käufer behält die Ware doch.' },
    GOODS_RETURNED: { subject: 'Ware zurück', sentence: 'Die Ware ist wieder beim Verkäufer.' },
    PAYMENT_REFUNDED: {
      subject: 'Zahlung erstattet',
      sentence: 'Was für die zurückgegebene Ware bezahlt wurde, ist erstattet.',
    },
    HIDDEN_PURCHASE_COMMITTED: {
      subject: 'Kauf ohne bekannten Betrag vorgeschlagen',
      sentence:
        'Die andere Seite hat sich auf einen Kauf festgelegt, dessen Betrag die Plattform nicht kennt. Legen Sie sich auf denselben fest, um zuzustimmen.',
    },
    HIDDEN_PURCHASE_AGREED: {
      subject: 'Kauf ohne bekannten Betrag vereinbart',
      sentence:
        'Beide Seiten haben sich auf denselben Kauf festgelegt. Das Zahlungsinstitut berichtet, wie es weitergeht.',
    },
    DELIVERY_LATE: { subject: 'Lieferung verspätet', sentence: 'Die Lieferung zu diesem Vertrag ist verspätet.' },
    SETTLEMENT_LATE: { subject: 'Abrechnung verspätet', sentence: 'Die Abrechnung dieses Vertrags ist verspätet.' },
    BILL_MADE: { subject: 'Rechnung', sentence: 'Was Sie auf Kredit bezahlt haben, wird Ihnen berechnet.' },
    BILL_PAID: { subject: 'Rechnung bezahlt', sentence: 'Ihre Rechnung ist vollständig bezahlt. Vielen Dank.' },
    BILL_OVERDUE: {
      subject: 'Rechnung überfällig',
      sentence: 'Ihre Rechnung ist nicht vollständig bezahlt, und der Tag der Fälligkeit ist vorbei.',
    },
    SHOP_ORDER_CONCLUDED: {
      subject: 'Danke für Ihre Bestellung',
      sentence: 'Vielen Dank. Der Kaufvertrag mit $ ist zustande gekommen; Sie werden beliefert.',
    },
    SHOP_ORDER_UNPAID: {
      subject: 'Bestellung nicht bezahlt',
      sentence:
        'Die Zahlung Ihrer Bestellung bei $ wurde nicht genehmigt, der Kaufvertrag ist nicht zustande gekommen. Sie können innerhalb von 24 Stunden auf andere Weise zahlen; danach endet die Bestellung, und nichts wird berechnet.',
    },
    SHOP_ORDER_NOT_CONCLUDED: {
      subject: 'Bestellung nicht zustande gekommen',
      sentence:
        'Der Kaufvertrag mit $ ist nicht zustande gekommen, und nichts wird berechnet. Bestellen Sie gern erneut: refillCart legt dasselbe in Ihren Warenkorb.',
    },
    SHOP_ORDER_CANCELLED: {
      subject: 'Bestellung storniert',
      sentence: 'Ihre Bestellung bei $ ist storniert. Was für sie reserviert war, wird freigegeben.',
    },
    GIFT_ENTRUSTED: {
      subject: 'Geschenk zu übergeben',
      sentence: '$ hat Ihnen ein Geschenk anvertraut. Empfänger und Anschrift stehen am Hub.',
    },
    GIFT_RECEIVED: {
      subject: 'Geschenk empfangen',
      sentence: '$ meldet, dass der Empfänger das Geschenk hat. Bitte melden Sie es dem Zahler.',
    },
    GIFT_REPORTED: {
      subject: 'Ihr Geschenk ist angekommen',
      sentence: '$ meldet, dass der Empfänger Ihr Geschenk hat.',
    },
    GUARANTEE_REQUESTED: {
      subject: 'Bürgschaft erbeten',
      sentence: '$ bittet um eine Bürgschaft. Bitte gewähren Sie sie oder lehnen Sie ab.',
    },
    GUARANTEE_GRANTED: {
      subject: 'Bürgschaft gewährt',
      sentence:
        'Für eine Zahlung wird unter dieser Nummer gebürgt. Die Bestellung kann aufgegeben und angenommen werden.',
    },
    GUARANTEE_REFUSED: {
      subject: 'Bürgschaft abgelehnt',
      sentence: 'Ihre Bitte um eine Bürgschaft wurde abgelehnt. Der Grund steht am Hub.',
    },
    GUARANTEE_PAYABLE: {
      subject: 'Zahlung fällig',
      sentence:
        'Die Ware wurde angenommen. Zahlen Sie bei einer Bank, in einem Laden oder an einem Schalter und nennen Sie diese Nummer.',
    },
    GUARANTEE_PAID: {
      subject: 'Zahlung erfolgt',
      sentence: 'Unter dieser Nummer wurde gezahlt.',
    },
    GUARANTEE_INVOKED: {
      subject: 'Bürge in Anspruch genommen',
      sentence: 'Bis zum Zahltag wurde nicht gezahlt: der Bürge tritt dafür ein.',
    },
    GUARANTEE_REDUCED: {
      subject: 'Schuld gemindert',
      sentence: 'Ware wurde erstattet: Unter dieser Nummer wird weniger geschuldet, jetzt noch Folgendes.',
    },
    GUARANTEE_SOLD: {
      subject: 'Forderung verkauft',
      sentence:
        'Was unter dieser Nummer geschuldet wird, wurde an $ verkauft. Es steht auf der Rechnung von dort; unter der Nummer ist nichts mehr zu zahlen.',
    },
    GUARANTEE_TAKEN_BACK: {
      subject: 'Forderung zurückgegeben',
      sentence:
        '$ hat zurückgegeben, was unter dieser Nummer geschuldet wird. Es wird wieder dem Bürgen geschuldet und unter der Nummer gezahlt.',
    },
    GUARANTEE_RELEASED: {
      subject: 'Bürgschaft freigegeben',
      sentence: 'Unter dieser Nummer wird für nichts mehr gebürgt.',
    },
    GUARANTEE_EXPIRED: {
      subject: 'Bürgschaft erloschen',
      sentence: 'Die Bürgschaft ist erloschen.',
    },
    REFERRAL_CONSENT: {
      subject: 'Ihre Zustimmung wird gebraucht',
      sentence:
        'Der Betrag überschreitet die Grenze Ihrer Karte. Darf $ die Kartengesellschaft um Genehmigung bitten? Antworten Sie bis zum genannten Tag; ohne Ihre Zustimmung kommt der Kauf nicht zustande.',
    },
    REFERRAL_NOT_KNOWN: {
      subject: 'Genehmigungscode unbekannt',
      sentence:
        'Die Kartengesellschaft kennt den festgehaltenen Genehmigungscode nicht. Halten Sie den richtigen mit recordReferral fest.',
    },
    WINDOW_ABORTED: {
      subject: 'Abrechnungsfenster abgebrochen',
      sentence:
        'Das Abrechnungsfenster über $ wurde abgebrochen, bevor etwas gezahlt war. Was darin stand, kommt in das nächste; Sie müssen nichts tun.',
    },
    WEBHOOK_DISABLED: {
      subject: 'Webhook abgeschaltet',
      sentence:
        'Ihr Webhook wurde abgeschaltet. Beheben Sie den Fehler beim Empfänger, schalten Sie ihn mit editWebhook wieder ein und lassen Sie Versäumtes wiederholen.',
    },
    APPLICATION_RECEIVED: {
      subject: 'Antrag eingegangen',
      sentence:
        'Ihr Antrag ist eingegangen. Sie sind vorläufig aufgenommen, bis er genehmigt ist, und erfahren es per E-Mail.',
    },
    MEMBER_APPROVED: {
      subject: 'Mitgliedschaft genehmigt',
      sentence:
        'Sie sind aufgenommen. Nennen Sie Ihre Mitgliedsnummer, wenn Sie schreiben oder anrufen. Haben Sie keine Anmeldedaten gewählt, erhalten Sie einen Code auf anderem Weg.',
    },
    MEMBER_REJECTED: {
      subject: 'Antrag abgelehnt',
      sentence: 'Ihr Antrag wurde nicht genehmigt. Den Grund nennt Ihnen der Hub, oder an wen Sie ihn gerichtet haben.',
    },
  },
  labels: {
    order: 'Bestellung',
    case: 'Vorgang',
    contract: 'Vertrag',
    bill: 'Rechnung',
    amount: 'Betrag',
    transaction: 'Transaktionsnummer',
    status: 'Stand',
    dueOn: 'Fällig am',
    level: 'Mahnung Nr.',
    window: 'Abrechnungsfenster',
    link: 'Hier antworten',
    webhook: 'Webhook',
    reason: 'Grund',
    memberNumber: 'Mitgliedsnummer',
  },
  reading: 'Alles Weitere lesen Sie angemeldet am Hub, unter der genannten Nummer.',
  closing:
    'Diese Nachricht hat der Hub geschrieben; Antworten darauf werden nicht gelesen. Was Sie erhalten, bestimmen Sie mit setMessagePreferences.',
  partner: 'Ihr Partner',
  disabled: { GONE: 'Er antwortete 410 (Gone).', FAILING: 'Er versagte tagelang.' },
}
