import type { PageLocale } from '@/sandbox/stripe/pages/locale';

export type CheckoutTexts = {
  titlePay: string;
  titleSave: string;
  sandboxNotice: string;
  email: string;
  cardNumber: string;
  expiry: string;
  expiryHint: string;
  cvc: string;
  name: string;
  pay: (sum: string) => string;
  save: string;
  back: string;
  testCards: string;
  hints: Record<'ok' | 'declined' | 'insufficient' | 'challenge' | 'fails_later', string>;
  saveNotice: string;
  manualNotice: string;
  problems: Record<'email' | 'number' | 'expiry' | 'cvc' | 'name', string>;
  declines: Record<string, string>;
  declined: string;
  challengeTitle: string;
  challengeText: (sum: string) => string;
  challengeTextSave: string;
  challengePass: string;
  challengeFail: string;
  expiredTitle: string;
  expiredText: string;
};

const fr: CheckoutTexts = {
  titlePay: 'Paiement',
  titleSave: 'Enregistrer une carte',
  sandboxNotice: 'Environnement d’essai\u202f: aucun argent réel ne circule.',
  email: 'Adresse e-mail',
  cardNumber: 'Numéro de carte',
  expiry: 'Expiration',
  expiryHint: 'MM / AA',
  cvc: 'Cryptogramme',
  name: 'Nom sur la carte',
  pay: (sum) => `Payer ${sum}`,
  save: 'Enregistrer la carte',
  back: 'Annuler et revenir',
  testCards: 'Cartes d’essai',
  hints: {
    ok: 'paiement accepté',
    declined: 'refusée',
    insufficient: 'provision insuffisante',
    challenge: 'authentification demandée',
    fails_later: 'enregistrée, puis refusée',
  },
  saveNotice: 'Aucun montant n’est débité aujourd’hui.',
  manualNotice: 'Le montant est réservé sur la carte et débité seulement si la demande est acceptée.',
  problems: {
    email: 'Indiquez une adresse e-mail valide.',
    number: 'Le numéro de carte n’est pas valide.',
    expiry: 'La date d’expiration n’est pas valide ou est passée.',
    cvc: 'Le cryptogramme compte trois chiffres.',
    name: 'Indiquez le nom du titulaire.',
  },
  declines: {
    insufficient_funds: 'La provision de la carte est insuffisante. Essayez une autre carte.',
    expired_card: 'La carte a expiré. Essayez une autre carte.',
    incorrect_cvc: 'Le cryptogramme n’est pas le bon.',
    authentication_failure: 'L’authentification n’a pas abouti. Réessayez ou prenez une autre carte.',
    setup_intent_authentication_failure:
      'L’authentification n’a pas abouti. Réessayez ou prenez une autre carte.',
    test_mode_live_card: 'Seules les cartes d’essai sont acceptées ici.',
  },
  declined: 'La carte a été refusée. Essayez une autre carte.',
  challengeTitle: 'Votre banque demande une confirmation',
  challengeText: (sum) => `Confirmez le paiement de ${sum} à Consilia.`,
  challengeTextSave: 'Confirmez l’enregistrement de votre carte chez Consilia.',
  challengePass: 'Confirmer',
  challengeFail: 'Refuser',
  expiredTitle: 'Cette page de paiement a expiré',
  expiredText: 'Rien n’a été débité. Revenez au site pour recommencer.',
};

const de: CheckoutTexts = {
  titlePay: 'Zahlung',
  titleSave: 'Karte hinterlegen',
  sandboxNotice: 'Testumgebung: Es fließt kein echtes Geld.',
  email: 'E-Mail-Adresse',
  cardNumber: 'Kartennummer',
  expiry: 'Gültig bis',
  expiryHint: 'MM / JJ',
  cvc: 'Prüfziffer',
  name: 'Name auf der Karte',
  pay: (sum) => `${sum} zahlen`,
  save: 'Karte hinterlegen',
  back: 'Abbrechen und zurück',
  testCards: 'Testkarten',
  hints: {
    ok: 'Zahlung gelingt',
    declined: 'abgelehnt',
    insufficient: 'nicht gedeckt',
    challenge: 'Bestätigung nötig',
    fails_later: 'hinterlegt, später abgelehnt',
  },
  saveNotice: 'Heute wird nichts abgebucht.',
  manualNotice: 'Der Betrag wird reserviert und nur abgebucht, wenn die Anfrage angenommen wird.',
  problems: {
    email: 'Geben Sie eine gültige E-Mail-Adresse ein.',
    number: 'Die Kartennummer ist ungültig.',
    expiry: 'Das Ablaufdatum ist ungültig oder liegt in der Vergangenheit.',
    cvc: 'Die Prüfziffer hat drei Stellen.',
    name: 'Geben Sie den Namen auf der Karte ein.',
  },
  declines: {
    insufficient_funds: 'Die Karte ist nicht gedeckt. Versuchen Sie eine andere Karte.',
    expired_card: 'Die Karte ist abgelaufen. Versuchen Sie eine andere Karte.',
    incorrect_cvc: 'Die Prüfziffer stimmt nicht.',
    authentication_failure:
      'Die Bestätigung ist nicht gelungen. Versuchen Sie es erneut oder mit einer anderen Karte.',
    setup_intent_authentication_failure:
      'Die Bestätigung ist nicht gelungen. Versuchen Sie es erneut oder mit einer anderen Karte.',
    test_mode_live_card: 'Hier werden nur Testkarten angenommen.',
  },
  declined: 'Die Karte wurde abgelehnt. Versuchen Sie eine andere Karte.',
  challengeTitle: 'Ihre Bank bittet um Bestätigung',
  challengeText: (sum) => `Bestätigen Sie die Zahlung von ${sum} an Consilia.`,
  challengeTextSave: 'Bestätigen Sie, dass Ihre Karte bei Consilia hinterlegt wird.',
  challengePass: 'Bestätigen',
  challengeFail: 'Ablehnen',
  expiredTitle: 'Diese Zahlungsseite ist abgelaufen',
  expiredText: 'Es wurde nichts abgebucht. Kehren Sie zur Website zurück und beginnen Sie neu.',
};

const ru: CheckoutTexts = {
  titlePay: 'Оплата',
  titleSave: 'Сохранить карту',
  sandboxNotice: 'Тестовая среда: настоящие деньги не списываются.',
  email: 'Электронная почта',
  cardNumber: 'Номер карты',
  expiry: 'Срок действия',
  expiryHint: 'ММ / ГГ',
  cvc: 'Код с обратной стороны',
  name: 'Имя на карте',
  pay: (sum) => `Оплатить ${sum}`,
  save: 'Сохранить карту',
  back: 'Отменить и вернуться',
  testCards: 'Тестовые карты',
  hints: {
    ok: 'оплата проходит',
    declined: 'отклонена',
    insufficient: 'недостаточно средств',
    challenge: 'нужно подтверждение',
    fails_later: 'сохраняется, потом отклоняется',
  },
  saveNotice: 'Сегодня ничего не спишется.',
  manualNotice: 'Сумма блокируется на карте и списывается, только если заявку примут.',
  problems: {
    email: 'Укажите действительный адрес почты.',
    number: 'Номер карты неверен.',
    expiry: 'Срок действия неверен или истёк.',
    cvc: 'Код состоит из трёх цифр.',
    name: 'Укажите имя владельца карты.',
  },
  declines: {
    insufficient_funds: 'На карте недостаточно средств. Попробуйте другую карту.',
    expired_card: 'Срок действия карты истёк. Попробуйте другую карту.',
    incorrect_cvc: 'Код с обратной стороны неверен.',
    authentication_failure: 'Подтвердить не удалось. Попробуйте ещё раз или возьмите другую карту.',
    setup_intent_authentication_failure:
      'Подтвердить не удалось. Попробуйте ещё раз или возьмите другую карту.',
    test_mode_live_card: 'Здесь принимаются только тестовые карты.',
  },
  declined: 'Карта отклонена. Попробуйте другую карту.',
  challengeTitle: 'Банк просит подтверждения',
  challengeText: (sum) => `Подтвердите оплату ${sum} в пользу Consilia.`,
  challengeTextSave: 'Подтвердите сохранение карты в Consilia.',
  challengePass: 'Подтвердить',
  challengeFail: 'Отклонить',
  expiredTitle: 'Время этой страницы истекло',
  expiredText: 'Ничего не списано. Вернитесь на сайт и начните заново.',
};

const en: CheckoutTexts = {
  titlePay: 'Payment',
  titleSave: 'Save a card',
  sandboxNotice: 'Test environment: no real money moves.',
  email: 'E-mail address',
  cardNumber: 'Card number',
  expiry: 'Expiry',
  expiryHint: 'MM / YY',
  cvc: 'Security code',
  name: 'Name on card',
  pay: (sum) => `Pay ${sum}`,
  save: 'Save card',
  back: 'Cancel and go back',
  testCards: 'Test cards',
  hints: {
    ok: 'payment succeeds',
    declined: 'declined',
    insufficient: 'insufficient funds',
    challenge: 'asks for confirmation',
    fails_later: 'saved, later declined',
  },
  saveNotice: 'Nothing is charged today.',
  manualNotice: 'The amount is reserved on the card and charged only if the request is accepted.',
  problems: {
    email: 'Enter a valid e-mail address.',
    number: 'The card number is not valid.',
    expiry: 'The expiry date is not valid or has passed.',
    cvc: 'The security code has three digits.',
    name: 'Enter the name on the card.',
  },
  declines: {
    insufficient_funds: 'The card has insufficient funds. Try another card.',
    expired_card: 'The card has expired. Try another card.',
    incorrect_cvc: 'The security code is not right.',
    authentication_failure: 'The confirmation did not succeed. Try again or use another card.',
    setup_intent_authentication_failure: 'The confirmation did not succeed. Try again or use another card.',
    test_mode_live_card: 'Only test cards are accepted here.',
  },
  declined: 'The card was declined. Try another card.',
  challengeTitle: 'Your bank asks you to confirm',
  challengeText: (sum) => `Confirm the payment of ${sum} to Consilia.`,
  challengeTextSave: 'Confirm that your card is saved with Consilia.',
  challengePass: 'Confirm',
  challengeFail: 'Refuse',
  expiredTitle: 'This payment page has expired',
  expiredText: 'Nothing was charged. Return to the site to start again.',
};

export const checkoutTexts: Record<PageLocale, CheckoutTexts> = { de, en, fr, ru };
