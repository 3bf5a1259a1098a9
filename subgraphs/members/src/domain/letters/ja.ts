import type { LetterWords } from './words.ts'

/** Letters in Japanese. */
export const ja: LetterWords = {
  kinds: {
    CASE_REGISTERED: { subject: '案件登録', sentence: '$様が案件を登録し、貴社を相手先に指定しました。' },
    CASE_REFERRED: { subject: '案件照会', sentence: '$様が案件を照会しました。' },
    CASE_WITHDRAWN: { subject: '案件取下げ', sentence: '$様が案件を取り下げました。' },
    CASE_DECLINED: { subject: '案件辞退', sentence: '$様が案件を辞退しました。' },
    CASE_EXPIRED: { subject: '案件失効', sentence: '期限までに回答がなく、案件は失効しました。' },
    ORDER_SENT: { subject: '受注', sentence: '$様から注文が届きました。受諾または辞退をお願いします。' },
    ORDER_ANSWERED: { subject: '注文への回答', sentence: '$様が注文に回答しました。' },
    ORDER_ROUTED: { subject: '注文の担当店', sentence: '注文を担当する店舗が決まりました。' },
    ORDER_NOT_ROUTED: {
      subject: '担当できる店舗がない注文',
      sentence: '現在、この注文に対応できる店舗がありません。注文は待機中です。理由はハブでご確認ください。',
    },
    CONTRACT_SUBMITTED: { subject: '契約書提出', sentence: '$様が契約書を提出しました。' },
    CONTRACT_COMPARED: {
      subject: '契約書の相違',
      sentence: '双方の契約書に相違があります。いずれの側も再提出できます。',
    },
    CONTRACT_CONFLICT_RAISED: {
      subject: '契約書の矛盾',
      sentence: '同じ側の以前の契約書と矛盾する契約書が提出されました。いずれも記録に残ります。',
    },
    CONTRACT_NOTARIZED: { subject: '契約公証', sentence: '双方の契約書が一致し、契約が公証されました。' },
    CANCELLATION_PROPOSED: { subject: '解約の申入れ', sentence: '$様が契約の解約を申し入れました。' },
    CONTRACT_CANCELLED: { subject: '契約解約', sentence: '双方の合意により契約は解約されました。' },
    PAYMENT_RESERVATION_REQUESTED: { subject: '支払予約の依頼', sentence: 'カード会社に支払の予約を依頼しました。' },
    PAYMENT_REFERRED: {
      subject: '限度額の超過',
      sentence:
        'カード会社から、金額がカードの限度額を超えるとの回答がありました。承認の照会についてお客様の同意を伺っています。',
    },
    REFERRAL_CONSENTED: {
      subject: 'カード会社への照会のお願い',
      sentence: 'お客様が同意されました。カード会社に電話で承認を求め、結果をrecordReferralで記録してください。',
    },
    PAYMENT_RESERVED: {
      subject: 'ありがとうございます（お支払いの確保）',
      sentence: 'ありがとうございます。お支払いが確保され、売買が進みます。お届けを始められます。',
    },
    PAYMENT_RESERVATION_REFUSED: {
      subject: '売買の不成立',
      sentence:
        'お支払いを確保できず、売買は成立しておりません。別の方法でお支払いいただくか、限度額の解決後などに、あらためてご注文いただけます。',
    },
    PAYMENT_RESERVATION_ENDED: { subject: '支払予約終了', sentence: '支払の予約が終了しました。' },
    DELIVERY_REPORTED: { subject: '納品報告', sentence: '納品が報告されました。' },
    GOODS_REPORTED: { subject: '物品報告', sentence: '物品に関する報告が提出されました。' },
    INSPECTION_CONFIRMED: { subject: '検収確認', sentence: '検収が確認されました。' },
    PAYMENT_CAPTURED: { subject: '支払実行', sentence: '予約された支払が実行されました。' },
    OBLIGATION_ARISEN: { subject: '支払義務発生', sentence: '契約金額の支払義務が発生しました。' },
    SETTLEMENT_STARTED: { subject: '決済開始', sentence: '決済が開始されました。' },
    SETTLEMENT_ABORTED: {
      subject: '決済の取り消し',
      sentence: 'お支払いの前に決済が取り消されました。債務はそのまま残ります。',
    },
    SETTLEMENT_REPORTED: { subject: '決済報告', sentence: '決済機関から決済が報告されました。' },
    RETURN_REQUESTED: { subject: '返品の申入れ', sentence: '買主から返品の申入れがありました。' },
    RETURN_ACCEPTED: { subject: '返品の承諾', sentence: '返品が承諾されました。商品を返送できます。' },
    RETURN_REFUSED: {
      subject: '返品の不承諾',
      sentence: '$様が返品を承諾しませんでした。理由は返品の記録をご覧ください。',
    },
    RETURN_WITHDRAWN: { subject: '返品の取下げ', sentence: '買主が返品の申入れを取り下げました。' },
    GOODS_RETURNED: { subject: '返品の到着', sentence: '商品が売主に戻りました。' },
    PAYMENT_REFUNDED: { subject: '返金', sentence: '返品された商品の代金が返金されました。' },
    HIDDEN_PURCHASE_COMMITTED: {
      subject: '金額非公開取引の申入れ',
      sentence: '相手方が、金額を当方に知らせない取引を確約しました。同じ内容を確約すると合意となります。',
    },
    HIDDEN_PURCHASE_AGREED: {
      subject: '金額非公開取引の合意',
      sentence: '双方が同じ取引を確約しました。以後の経過は決済機関が報告します。',
    },
    DELIVERY_LATE: { subject: '納品遅延', sentence: 'この契約の納品が遅れています。' },
    SETTLEMENT_LATE: { subject: '決済遅延', sentence: 'この契約の決済が遅れています。' },
    BILL_MADE: { subject: 'ご請求', sentence: 'クレジットのご利用分をご請求いたします。' },
    BILL_PAID: { subject: 'ご入金の確認', sentence: 'ご請求分は全額お支払い済みです。ありがとうございます。' },
    BILL_OVERDUE: {
      subject: 'お支払期日の超過',
      sentence: 'お支払期日を過ぎましたが、全額のご入金を確認できておりません。',
    },
    SHOP_ORDER_CONCLUDED: {
      subject: 'ご注文ありがとうございます',
      sentence: 'ありがとうございます。$様との売買契約が成立しました。商品をお届けします。',
    },
    SHOP_ORDER_UNPAID: {
      subject: 'お支払いの未完了',
      sentence:
        '$様へのご注文のお支払いが承認されず、売買契約は成立していません。24時間以内であれば別の方法でお支払いいただけます。その後ご注文は終了し、請求はございません。',
    },
    SHOP_ORDER_NOT_CONCLUDED: {
      subject: '売買契約の不成立',
      sentence:
        '$様との売買契約は成立せず、請求はございません。またのご注文をお待ちしております。refillCartで同じ内容をカートに入れられます。',
    },
    SHOP_ORDER_CANCELLED: {
      subject: 'ご注文の取消し',
      sentence: '$様へのご注文は取り消されました。お支払いのために確保された金額は解放されます。',
    },
    GIFT_ENTRUSTED: {
      subject: '贈り物のお届け',
      sentence: '$様から贈り物を託されました。届け先はハブでご確認ください。',
    },
    GIFT_RECEIVED: {
      subject: '贈り物の受領',
      sentence: '$様から、受取人が贈り物を受け取ったとの報告がありました。支払人へ報告してください。',
    },
    GIFT_REPORTED: {
      subject: '贈り物のお届け完了',
      sentence: '$様から、受取人が贈り物を受け取ったとの報告がありました。',
    },
    GUARANTEE_REQUESTED: {
      subject: '保証の依頼',
      sentence: '$様から保証の依頼がありました。承諾または拒否をお願いします。',
    },
    GUARANTEE_GRANTED: {
      subject: '保証の成立',
      sentence: 'この番号で支払が保証されました。注文と受注を進められます。',
    },
    GUARANTEE_REFUSED: {
      subject: '保証の拒否',
      sentence: '保証の依頼は拒否されました。理由はハブでご確認ください。',
    },
    GUARANTEE_PAYABLE: {
      subject: 'お支払いのお願い',
      sentence: '検収が済みました。この番号を示して、銀行、店舗または窓口でお支払いください。',
    },
    GUARANTEE_PAID: {
      subject: 'お支払いの完了',
      sentence: 'この番号でお支払いがありました。',
    },
    GUARANTEE_INVOKED: {
      subject: '保証の履行',
      sentence: '期日までにお支払いがなかったため、保証人が代わって支払います。',
    },
    GUARANTEE_REDUCED: {
      subject: '債務の減額',
      sentence: '商品の返品に伴い、この番号の債務が減額されました。残額は次のとおりです。',
    },
    GUARANTEE_SOLD: {
      subject: '債権の譲渡',
      sentence:
        'この番号の債務は$様に譲渡されました。今後は譲渡先からの請求書でお支払いください。この番号でのお支払いは不要です。',
    },
    GUARANTEE_TAKEN_BACK: {
      subject: '債権の返還',
      sentence: 'この番号の債務は$様から保証人に戻されました。この番号でお支払いください。',
    },
    GUARANTEE_RELEASED: {
      subject: '保証の解除',
      sentence: 'この番号の保証は解除されました。',
    },
    GUARANTEE_EXPIRED: {
      subject: '保証の失効',
      sentence: '保証は失効しました。',
    },
    REFERRAL_CONSENT: {
      subject: 'ご同意のお願い',
      sentence:
        '金額がカードの限度額を超えています。$様がカード会社に承認を求めることに同意されますか。下記の期日までにお答えください。ご同意がない場合、売買は成立しません。',
    },
    REFERRAL_NOT_KNOWN: {
      subject: '承認番号の不一致',
      sentence: '記録された承認番号はカード会社で確認できません。正しい番号をrecordReferralで記録してください。',
    },
    WINDOW_ABORTED: {
      subject: '決済ウィンドウの中止',
      sentence:
        '$様を通じた決済ウィンドウは、お支払いの前に中止されました。対象の債務は次回に繰り越されます。お手続きは不要です。',
    },
    WEBHOOK_DISABLED: {
      subject: 'Webhook停止',
      sentence:
        'ご登録のWebhookを停止しました。受信側を修復し、editWebhookで有効にしてから、未着分を再送してください。',
    },
    APPLICATION_RECEIVED: {
      subject: 'お申し込みの受付',
      sentence: 'お申し込みを受け付けました。承認されるまでは仮会員です。結果はメールでお知らせします。',
    },
    MEMBER_APPROVED: {
      subject: '入会の承認',
      sentence:
        '入会が承認されました。ご連絡の際は会員番号をお知らせください。サインインの情報を設定していない場合は、別の方法でコードをお届けします。',
    },
    MEMBER_REJECTED: {
      subject: 'お申し込みの不承認',
      sentence: 'お申し込みは承認されませんでした。理由はハブ、またはお申し込み先にお尋ねください。',
    },
  },
  labels: {
    order: '注文番号',
    case: '案件番号',
    contract: '契約番号',
    bill: '請求番号',
    amount: '金額',
    transaction: '取引番号',
    status: '状態',
    dueOn: '期日',
    level: '警告回数',
    window: '決済ウィンドウ',
    link: 'ご回答はこちら',
    webhook: 'Webhook',
    reason: '理由',
    memberNumber: '会員番号',
  },
  reading: '詳細はハブにサインインし、番号でご照会ください。',
  closing:
    'このメールはハブから自動で送信しています。返信はお受けできません。配信内容は setMessagePreferences で変更できます。',
  partner: 'お取引先',
  disabled: { GONE: '410 (Gone) の応答がありました。', FAILING: '数日にわたり失敗が続きました。' },
}
