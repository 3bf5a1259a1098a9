import type { LetterWords } from './words.ts'

/** Letters in French. */
export const fr: LetterWords = {
  kinds: {
    CASE_REGISTERED: {
      subject: 'Nouveau dossier',
      sentence: '$ a enregistré un dossier et vous a désigné comme partenaire.',
    },
    CASE_REFERRED: { subject: 'Dossier consulté', sentence: '$ s’est référé au dossier.' },
    CASE_WITHDRAWN: { subject: 'Dossier retiré', sentence: '$ a retiré le dossier.' },
    CASE_DECLINED: { subject: 'Dossier refusé', sentence: '$ a refusé le dossier.' },
    CASE_EXPIRED: {
      subject: 'Dossier expiré',
      sentence: 'Le dossier est resté sans réponse dans le délai et a expiré.',
    },
    ORDER_SENT: {
      subject: 'Commande reçue',
      sentence: '$ vous a envoyé une commande. Veuillez l’accepter ou la refuser.',
    },
    ORDER_ANSWERED: { subject: 'Réponse à la commande', sentence: '$ a répondu à votre commande.' },
    ORDER_ROUTED: { subject: 'Commande attribuée', sentence: 'Un point de vente a été choisi pour la commande.' },
    ORDER_NOT_ROUTED: {
      subject: 'Aucun point de vente pour la commande',
      sentence:
        'Aucun point de vente ne peut servir la commande pour le moment. Elle attend ; les raisons sont indiquées sur la plateforme.',
    },
    CONTRACT_SUBMITTED: { subject: 'Contrat déposé', sentence: '$ a déposé son contrat.' },
    CONTRACT_COMPARED: {
      subject: 'Contrats divergents',
      sentence: 'Les contrats des deux parties diffèrent. Chaque partie peut en déposer un nouveau.',
    },
    CONTRACT_CONFLICT_RAISED: {
      subject: 'Contrat contradictoire',
      sentence: 'Un contrat contredit un contrat antérieur de la même partie. Les deux restent consignés.',
    },
    CONTRACT_NOTARIZED: {
      subject: 'Contrat authentifié',
      sentence: 'Les deux documents concordent : le contrat est authentifié.',
    },
    CANCELLATION_PROPOSED: { subject: 'Annulation proposée', sentence: '$ propose d’annuler le contrat.' },
    CONTRACT_CANCELLED: {
      subject: 'Contrat annulé',
      sentence: 'Les deux parties en sont convenues : le contrat est annulé.',
    },
    PAYMENT_RESERVATION_REQUESTED: {
      subject: 'Paiement demandé',
      sentence: 'La réservation du paiement a été demandée à la société de cartes.',
    },
    PAYMENT_REFERRED: {
      subject: 'Plafond de la carte dépassé',
      sentence:
        'Selon la société de cartes, le montant dépasse le plafond de la carte. On demande au client si son accord peut être sollicité.',
    },
    REFERRAL_CONSENTED: {
      subject: 'Demandez l’accord de la société de cartes',
      sentence:
        'Le client consent : demandez par téléphone l’accord de la société de cartes et consignez sa réponse avec recordReferral.',
    },
    PAYMENT_RESERVED: {
      subject: 'Merci : paiement réservé',
      sentence: 'Merci. Le paiement est réservé et la vente se fait : la livraison peut commencer.',
    },
    PAYMENT_RESERVATION_REFUSED: {
      subject: 'Vente non conclue',
      sentence:
        'Le paiement n’a pas pu être réservé ; la vente n’est donc pas conclue. Vous pouvez payer par un autre moyen ou commander à nouveau, par exemple une fois le plafond réglé.',
    },
    PAYMENT_RESERVATION_ENDED: { subject: 'Réservation terminée', sentence: 'Le paiement n’est plus réservé.' },
    DELIVERY_REPORTED: { subject: 'Livraison signalée', sentence: 'Une livraison a été signalée.' },
    GOODS_REPORTED: {
      subject: 'Rapport sur les marchandises',
      sentence: 'Un rapport sur les marchandises a été établi.',
    },
    INSPECTION_CONFIRMED: { subject: 'Contrôle confirmé', sentence: 'Le contrôle des marchandises a été confirmé.' },
    PAYMENT_CAPTURED: { subject: 'Paiement exécuté', sentence: 'Le paiement réservé a été exécuté.' },
    OBLIGATION_ARISEN: { subject: 'Montant exigible', sentence: 'Le montant du contrat est désormais exigible.' },
    SETTLEMENT_STARTED: { subject: 'Règlement commencé', sentence: 'Le règlement a commencé.' },
    SETTLEMENT_ABORTED: {
      subject: 'Règlement annulé',
      sentence: 'La fenêtre de règlement a été abandonnée avant tout paiement. Le montant reste dû.',
    },
    SETTLEMENT_REPORTED: {
      subject: 'Règlement signalé',
      sentence: 'L’agent de règlement a signalé le règlement.',
    },
    RETURN_REQUESTED: { subject: 'Retour demandé', sentence: 'L’acheteur demande à rendre des marchandises.' },
    RETURN_ACCEPTED: {
      subject: 'Retour accepté',
      sentence: 'Le retour est accepté : les marchandises peuvent être renvoyées.',
    },
    RETURN_REFUSED: {
      subject: 'Retour refusé',
      sentence: '$ refuse de reprendre les marchandises. Le motif figure au retour.',
    },
    RETURN_WITHDRAWN: { subject: 'Retour retiré', sentence: 'L’acheteur garde finalement les marchandises.' },
    GOODS_RETURNED: { subject: 'Marchandises rendues', sentence: 'Les marchandises sont revenues chez le vendeur.' },
    PAYMENT_REFUNDED: {
      subject: 'Paiement remboursé',
      sentence: 'Ce qui a été payé pour les marchandises rendues est remboursé.',
    },
    HIDDEN_PURCHASE_COMMITTED: {
      subject: 'Achat à montant caché proposé',
      sentence:
        'L’autre partie s’est engagée sur un achat dont la plateforme ignore le montant. Engagez-vous sur le même pour l’accepter.',
    },
    HIDDEN_PURCHASE_AGREED: {
      subject: 'Achat à montant caché convenu',
      sentence:
        'Les deux parties se sont engagées sur le même achat. L’établissement de paiement en rapporte la suite.',
    },
    DELIVERY_LATE: { subject: 'Livraison en retard', sentence: 'La livraison de ce contrat est en retard.' },
    SETTLEMENT_LATE: { subject: 'Règlement en retard', sentence: 'Le règlement de ce contrat est en retard.' },
    BILL_MADE: { subject: 'Relevé', sentence: 'Ce que vous avez payé à crédit vous est facturé.' },
    BILL_PAID: { subject: 'Relevé réglé', sentence: 'Votre relevé est entièrement réglé. Merci.' },
    BILL_OVERDUE: {
      subject: 'Relevé en retard',
      sentence: 'Votre relevé n’est pas entièrement réglé et son échéance est passée.',
    },
    SHOP_ORDER_CONCLUDED: {
      subject: 'Merci de votre commande',
      sentence: 'Merci. Le contrat de vente avec $ est conclu ; vous serez livré.',
    },
    SHOP_ORDER_UNPAID: {
      subject: 'Commande non payée',
      sentence:
        'Le paiement de votre commande chez $ n’a pas été approuvé et le contrat de vente n’est pas conclu. Vous pouvez payer par un autre moyen dans les 24 heures ; ensuite la commande prend fin et rien n’est débité.',
    },
    SHOP_ORDER_NOT_CONCLUDED: {
      subject: 'Commande non conclue',
      sentence:
        'Le contrat de vente avec $ n’a pas été conclu et rien n’est débité. Vous pouvez commander à nouveau : refillCart remet la même chose dans votre panier.',
    },
    SHOP_ORDER_CANCELLED: {
      subject: 'Commande annulée',
      sentence: 'Votre commande chez $ est annulée. Ce qui était réservé pour elle est libéré.',
    },
    GIFT_ENTRUSTED: {
      subject: 'Cadeau à remettre',
      sentence: '$ vous a confié un cadeau. Le destinataire et l’adresse sont sur le hub.',
    },
    GIFT_RECEIVED: {
      subject: 'Cadeau reçu',
      sentence: '$ signale que le destinataire a le cadeau. Veuillez en informer le payeur.',
    },
    GIFT_REPORTED: {
      subject: 'Votre cadeau est arrivé',
      sentence: '$ signale que le destinataire a votre cadeau.',
    },
    GUARANTEE_REQUESTED: {
      subject: 'Garantie demandée',
      sentence: '$ demande une garantie. Veuillez l’accorder ou la refuser.',
    },
    GUARANTEE_GRANTED: {
      subject: 'Garantie accordée',
      sentence: 'Un paiement est garanti sous ce numéro. La commande peut être passée et acceptée.',
    },
    GUARANTEE_REFUSED: {
      subject: 'Garantie refusée',
      sentence: 'Votre demande de garantie a été refusée. Le motif est sur le hub.',
    },
    GUARANTEE_PAYABLE: {
      subject: 'Paiement dû',
      sentence:
        'Les marchandises ont été acceptées. Payez dans une banque, un magasin ou à un guichet en indiquant ce numéro.',
    },
    GUARANTEE_PAID: {
      subject: 'Paiement effectué',
      sentence: 'Le paiement a été effectué sous ce numéro.',
    },
    GUARANTEE_INVOKED: {
      subject: 'Garant appelé',
      sentence: 'Le paiement n’a pas été fait au jour dit : le garant s’y substitue.',
    },
    GUARANTEE_REDUCED: {
      subject: 'Dette réduite',
      sentence: 'Des marchandises ont été remboursées : ce qui est dû sous ce numéro est réduit au montant suivant.',
    },
    GUARANTEE_SOLD: {
      subject: 'Créance vendue',
      sentence:
        'Ce qui est dû sous ce numéro a été vendu à $. Il figure sur le relevé de celui-ci ; rien n’est plus à payer sous ce numéro.',
    },
    GUARANTEE_TAKEN_BACK: {
      subject: 'Créance rendue',
      sentence: '$ a rendu ce qui est dû sous ce numéro. C’est de nouveau dû au garant et se paie sous ce numéro.',
    },
    GUARANTEE_RELEASED: {
      subject: 'Garantie libérée',
      sentence: 'Plus rien n’est garanti sous ce numéro.',
    },
    GUARANTEE_EXPIRED: {
      subject: 'Garantie expirée',
      sentence: 'La garantie a expiré.',
    },
    REFERRAL_CONSENT: {
      subject: 'Votre consentement est nécessaire',
      sentence:
        'Le montant dépasse le plafond de votre carte. $ peut-il demander l’accord de la société de cartes ? Répondez avant le jour indiqué ; sans votre consentement, la vente n’est pas conclue.',
    },
    REFERRAL_NOT_KNOWN: {
      subject: 'Code d’accord inconnu',
      sentence: 'La société de cartes ne connaît pas le code d’accord consigné. Consignez le bon avec recordReferral.',
    },
    WINDOW_ABORTED: {
      subject: 'Fenêtre de règlement abandonnée',
      sentence:
        'La fenêtre de règlement par $ a été abandonnée avant tout paiement. Ce qu’elle contenait passe dans la suivante ; vous n’avez rien à faire.',
    },
    WEBHOOK_DISABLED: {
      subject: 'Webhook désactivé',
      sentence:
        'Votre webhook a été désactivé. Réparez le récepteur, réactivez-le avec editWebhook, puis faites renvoyer ce qu’il a manqué.',
    },
    APPLICATION_RECEIVED: {
      subject: 'Demande reçue',
      sentence:
        'Votre demande a été reçue. Vous êtes inscrit à titre provisoire jusqu’à son approbation, dont vous serez averti par courriel.',
    },
    MEMBER_APPROVED: {
      subject: 'Adhésion approuvée',
      sentence:
        'Votre adhésion est approuvée. Indiquez votre numéro de membre quand vous écrivez ou appelez. Si vous n’avez pas choisi d’identifiants, un code vous parvient par une autre voie.',
    },
    MEMBER_REJECTED: {
      subject: 'Demande refusée',
      sentence:
        'Votre demande n’a pas été approuvée. Demandez-en la raison au hub, ou à celui à qui vous l’avez adressée.',
    },
  },
  labels: {
    order: 'Commande',
    case: 'Dossier',
    contract: 'Contrat',
    bill: 'Relevé',
    amount: 'Montant',
    transaction: 'Numéro de transaction',
    status: 'État',
    dueOn: 'Échéance',
    level: 'Rappel n°',
    window: 'Fenêtre de règlement',
    link: 'Répondez ici',
    webhook: 'Webhook',
    reason: 'Motif',
    memberNumber: 'Numéro de membre',
  },
  reading: 'Lisez-en tous les détails sur le hub, une fois connecté, par son numéro.',
  closing:
    'Ce message a été écrit par le hub ; les réponses ne sont pas lues. Choisissez ce que vous recevez avec setMessagePreferences.',
  partner: 'Votre partenaire',
  disabled: { GONE: 'Il a répondu 410 (Gone).', FAILING: 'Il a échoué pendant des jours.' },
}
