import type { PageLocale } from '@/sandbox/stripe/pages/locale';

export type OnboardingTexts = {
  title: string;
  intro: string;
  sandboxNotice: string;
  givenName: string;
  surname: string;
  birth: string;
  line1: string;
  postalCode: string;
  city: string;
  country: string;
  iban: string;
  ibanHint: string;
  submit: string;
  later: string;
  prefill: string;
  required: string;
  problems: Record<'birth' | 'iban', string>;
  dashboard: string;
  available: string;
  pending: string;
  transfers: string;
  none: string;
  account: string;
};

export const onboardingTexts: Record<PageLocale, OnboardingTexts> = {
  fr: {
    title: 'Recevoir vos versements',
    intro: 'Consilia travaille avec Stripe pour vos versements. Ces renseignements restent chez Stripe.',
    sandboxNotice: 'Environnement d’essai\u202f: n’indiquez pas de vraies données.',
    givenName: 'Prénom',
    surname: 'Nom',
    birth: 'Date de naissance',
    line1: 'Adresse',
    postalCode: 'Code postal',
    city: 'Ville',
    country: 'Pays',
    iban: 'IBAN',
    ibanHint: 'DE89 3704 0044 0532 0130 00',
    submit: 'Terminer',
    later: 'Continuer plus tard',
    prefill: 'Remplir avec des données d’essai',
    required: 'Ce champ est obligatoire.',
    problems: { birth: 'Il faut avoir au moins 18 ans.', iban: 'Cet IBAN n’est pas valide.' },
    dashboard: 'Vos versements',
    available: 'Disponible',
    pending: 'En attente',
    transfers: 'Montants reçus',
    none: 'Rien pour l’instant.',
    account: 'Compte bancaire',
  },
  de: {
    title: 'Auszahlungen empfangen',
    intro: 'Consilia zahlt über Stripe aus. Diese Angaben bleiben bei Stripe.',
    sandboxNotice: 'Testumgebung: Geben Sie keine echten Daten ein.',
    givenName: 'Vorname',
    surname: 'Nachname',
    birth: 'Geburtsdatum',
    line1: 'Adresse',
    postalCode: 'Postleitzahl',
    city: 'Ort',
    country: 'Land',
    iban: 'IBAN',
    ibanHint: 'DE89 3704 0044 0532 0130 00',
    submit: 'Abschließen',
    later: 'Später fortfahren',
    prefill: 'Mit Testdaten ausfüllen',
    required: 'Dieses Feld ist erforderlich.',
    problems: { birth: 'Sie müssen mindestens 18 Jahre alt sein.', iban: 'Diese IBAN ist ungültig.' },
    dashboard: 'Ihre Auszahlungen',
    available: 'Verfügbar',
    pending: 'Ausstehend',
    transfers: 'Eingegangene Beträge',
    none: 'Noch nichts.',
    account: 'Bankkonto',
  },
  ru: {
    title: 'Получение выплат',
    intro: 'Consilia выплачивает деньги через Stripe. Эти сведения остаются у Stripe.',
    sandboxNotice: 'Тестовая среда: не вводите настоящие данные.',
    givenName: 'Имя',
    surname: 'Фамилия',
    birth: 'Дата рождения',
    line1: 'Адрес',
    postalCode: 'Почтовый индекс',
    city: 'Город',
    country: 'Страна',
    iban: 'IBAN',
    ibanHint: 'DE89 3704 0044 0532 0130 00',
    submit: 'Завершить',
    later: 'Продолжить позже',
    prefill: 'Заполнить тестовыми данными',
    required: 'Заполните это поле.',
    problems: { birth: 'Вам должно быть не меньше 18 лет.', iban: 'Этот IBAN неверен.' },
    dashboard: 'Ваши выплаты',
    available: 'Доступно',
    pending: 'В пути',
    transfers: 'Поступления',
    none: 'Пока ничего.',
    account: 'Банковский счёт',
  },
  en: {
    title: 'Receive your payouts',
    intro: 'Consilia pays out through Stripe. These details stay with Stripe.',
    sandboxNotice: 'Test environment: do not enter real data.',
    givenName: 'First name',
    surname: 'Last name',
    birth: 'Date of birth',
    line1: 'Address',
    postalCode: 'Postal code',
    city: 'City',
    country: 'Country',
    iban: 'IBAN',
    ibanHint: 'DE89 3704 0044 0532 0130 00',
    submit: 'Finish',
    later: 'Continue later',
    prefill: 'Fill with test data',
    required: 'This field is required.',
    problems: { birth: 'You must be at least 18 years old.', iban: 'This IBAN is not valid.' },
    dashboard: 'Your payouts',
    available: 'Available',
    pending: 'Pending',
    transfers: 'Amounts received',
    none: 'Nothing yet.',
    account: 'Bank account',
  },
};
