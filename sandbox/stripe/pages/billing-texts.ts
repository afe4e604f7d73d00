import type { PageLocale } from '@/sandbox/stripe/pages/locale';

export type BillingTexts = {
  tax: string;
  total: string;
  subscribe: (sum: string) => string;
  renews: string;
  invoice: (number: string) => string;
  states: Record<'open' | 'paid' | 'void', string>;
  portal: string;
  back: string;
  plan: string;
  renewsOn: (date: string) => string;
  endsOn: (date: string) => string;
  noPlan: string;
  pastDue: string;
  card: string;
  noCard: string;
  changeCard: string;
  saveCard: string;
  cardRefused: string;
  cancel: string;
  resume: string;
  invoices: string;
  payOpen: (sum: string) => string;
};

const fr: BillingTexts = {
  tax: 'TVA',
  total: 'Total',
  subscribe: (sum) => `S’abonner et payer ${sum}`,
  renews: 'L’abonnement se renouvelle jusqu’à sa résiliation.',
  invoice: (number) => `Facture ${number}`,
  states: { open: 'à payer', paid: 'payée', void: 'annulée' },
  portal: 'Abonnement et factures',
  back: 'Revenir au site',
  plan: 'Abonnement',
  renewsOn: (date) => `Renouvellement le ${date}`,
  endsOn: (date) => `Prend fin le ${date}`,
  noPlan: 'Aucun abonnement en cours.',
  pastDue: 'Le dernier paiement a échoué.',
  card: 'Carte',
  noCard: 'Aucune carte enregistrée.',
  changeCard: 'Changer de carte',
  saveCard: 'Enregistrer la carte',
  cardRefused: 'Cette carte ne peut pas être enregistrée.',
  cancel: 'Résilier à la fin de la période',
  resume: 'Reprendre l’abonnement',
  invoices: 'Factures',
  payOpen: (sum) => `Payer ${sum}`,
};

const de: BillingTexts = {
  tax: 'USt.',
  total: 'Summe',
  subscribe: (sum) => `Abonnieren und ${sum} zahlen`,
  renews: 'Das Abonnement verlängert sich, bis es gekündigt wird.',
  invoice: (number) => `Rechnung ${number}`,
  states: { open: 'offen', paid: 'bezahlt', void: 'storniert' },
  portal: 'Abonnement und Rechnungen',
  back: 'Zurück zur Website',
  plan: 'Abonnement',
  renewsOn: (date) => `Verlängert sich am ${date}`,
  endsOn: (date) => `Endet am ${date}`,
  noPlan: 'Kein laufendes Abonnement.',
  pastDue: 'Die letzte Zahlung ist fehlgeschlagen.',
  card: 'Karte',
  noCard: 'Keine Karte hinterlegt.',
  changeCard: 'Karte ändern',
  saveCard: 'Karte hinterlegen',
  cardRefused: 'Diese Karte kann nicht hinterlegt werden.',
  cancel: 'Zum Ende des Zeitraums kündigen',
  resume: 'Abonnement fortsetzen',
  invoices: 'Rechnungen',
  payOpen: (sum) => `${sum} zahlen`,
};

const ru: BillingTexts = {
  tax: 'НДС',
  total: 'Итого',
  subscribe: (sum) => `Подписаться и оплатить ${sum}`,
  renews: 'Подписка продлевается, пока её не отменят.',
  invoice: (number) => `Счёт ${number}`,
  states: { open: 'не оплачен', paid: 'оплачен', void: 'аннулирован' },
  portal: 'Подписка и счета',
  back: 'Вернуться на сайт',
  plan: 'Подписка',
  renewsOn: (date) => `Продлится ${date}`,
  endsOn: (date) => `Закончится ${date}`,
  noPlan: 'Действующей подписки нет.',
  pastDue: 'Последний платёж не прошёл.',
  card: 'Карта',
  noCard: 'Карта не сохранена.',
  changeCard: 'Сменить карту',
  saveCard: 'Сохранить карту',
  cardRefused: 'Эту карту нельзя сохранить.',
  cancel: 'Отменить в конце периода',
  resume: 'Возобновить подписку',
  invoices: 'Счета',
  payOpen: (sum) => `Оплатить ${sum}`,
};

const en: BillingTexts = {
  tax: 'VAT',
  total: 'Total',
  subscribe: (sum) => `Subscribe and pay ${sum}`,
  renews: 'The subscription renews until it is cancelled.',
  invoice: (number) => `Invoice ${number}`,
  states: { open: 'to be paid', paid: 'paid', void: 'void' },
  portal: 'Subscription and invoices',
  back: 'Back to the site',
  plan: 'Subscription',
  renewsOn: (date) => `Renews on ${date}`,
  endsOn: (date) => `Ends on ${date}`,
  noPlan: 'No current subscription.',
  pastDue: 'The last payment failed.',
  card: 'Card',
  noCard: 'No card on file.',
  changeCard: 'Change the card',
  saveCard: 'Save the card',
  cardRefused: 'This card cannot be saved.',
  cancel: 'Cancel at the end of the period',
  resume: 'Resume the subscription',
  invoices: 'Invoices',
  payOpen: (sum) => `Pay ${sum}`,
};

/** Words of the pages about subscriptions and invoices. */
export const billingTexts: Record<PageLocale, BillingTexts> = { fr, de, ru, en };
