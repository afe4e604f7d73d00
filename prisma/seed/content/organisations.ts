import type { Locale } from '@/lib/i18n/routing';
import type { Speciality } from '@/lib/profiles/rules/specialities';
import type { Words } from './types';

/** A practice of the demo with several advisors. */
export type OrganisationContent = {
  slug: string;
  name: string;
  email: string;
  owner: string;
  city: string;
  country: string;
  zone: string;
  address: string;
  main: Locale;
  spoken: string[];
  specialities: [Speciality, ...Speciality[]];
  plan: 'basic' | 'basic_plus' | 'premium';
  /** Price of a session in cents. */
  price: number;
  /** Who gives sessions here, by the address of their own profile. */
  members: readonly string[];
  /** Who runs the pages with the owner. */
  manager: { email: string; name: string } | null;
  texts: Record<Locale, Words>;
};

export const organisations: readonly OrganisationContent[] = [
  {
    slug: 'maison-des-familles',
    name: 'Maison des Familles',
    email: 'organisation@demo.example',
    owner: 'Hélène Fabre',
    city: 'Paris',
    country: 'FR',
    zone: 'Europe/Paris',
    address: '12 rue de Charonne, 75011 Paris',
    main: 'fr',
    spoken: ['fr', 'en', 'ar'],
    specialities: ['family', 'law', 'finance'],
    plan: 'basic_plus',
    price: 9_000,
    members: ['leila-haddad', 'nadia-benali', 'antoine-rousset'],
    manager: { email: 'camille.perrin@demo.example', name: 'Camille Perrin' },
    texts: {
      fr: [
        'Une séparation, un enfant, un budget : une seule adresse',
        'Conseil parental, droit de la famille et questions d’argent sous un même toit. Vous choisissez la personne, ou nous vous proposons celle qui est libre le plus tôt.\n\nNous nous parlons, avec votre accord, pour que vous n’ayez pas à tout raconter trois fois.',
      ],
      en: [
        'A separation, a child, a budget: one address',
        'Parenting advice, family law and money questions under one roof. You choose the person, or we suggest whoever is free first.\n\nWith your consent we talk to each other, so that you need not tell everything three times.',
      ],
      de: [
        'Eine Trennung, ein Kind, ein Budget: eine Adresse',
        'Elternberatung, Familienrecht und Geldfragen unter einem Dach. Sie wählen die Person, oder wir schlagen vor, wer zuerst Zeit hat.\n\nMit Ihrem Einverständnis sprechen wir miteinander, damit Sie nicht alles dreimal erzählen müssen.',
      ],
      ru: [
        'Развод, ребёнок, бюджет: один адрес',
        'Советы родителям, семейное право и денежные вопросы под одной крышей. Вы выбираете человека сами, или мы предложим того, кто свободен раньше.\n\nС вашего согласия мы советуемся между собой, чтобы вам не пришлось рассказывать всё трижды.',
      ],
    },
  },
  {
    slug: 'praxis-lindenhof',
    name: 'Praxis Lindenhof',
    email: 'praxis-lindenhof@demo.example',
    owner: 'Birgit Sommer',
    city: 'Berlin',
    country: 'DE',
    zone: 'Europe/Berlin',
    address: 'Lindenhof 4, 10829 Berlin',
    main: 'de',
    spoken: ['de', 'en'],
    specialities: ['psychology', 'family'],
    plan: 'basic',
    price: 11_000,
    members: ['ingrid-bauer', 'samuel-weiss'],
    manager: null,
    texts: {
      de: [
        'Gespräche für Einzelne, Paare und Familien',
        'Zwei Fachleute, eine ruhige Praxis. Wer anruft, hat meist zu lange gewartet; deshalb halten wir jede Woche Zeiten für Neue frei.',
      ],
      en: [
        'Conversations for individuals, couples and families',
        'Two professionals, one quiet practice. Most people wait too long before they call, so we keep times for newcomers each week.',
      ],
      fr: [
        'Des entretiens pour une personne, un couple, une famille',
        'Deux professionnels, un cabinet calme. On appelle souvent trop tard\u202f; chaque semaine, nous gardons donc des heures pour les nouveaux venus.',
      ],
      ru: [
        'Беседы для одного, для пары и для семьи',
        'Два специалиста и тихий кабинет. Чаще всего люди звонят слишком поздно, поэтому каждую неделю мы держим часы для новых клиентов.',
      ],
    },
  },
  {
    slug: 'tihaya-gavan',
    name: 'Тихая гавань',
    email: 'tihaya-gavan@demo.example',
    owner: 'Вера Ильина',
    city: 'Москва',
    country: 'RU',
    zone: 'Europe/Moscow',
    address: 'Малая Бронная, 20, Москва',
    main: 'ru',
    spoken: ['ru', 'en'],
    specialities: ['sleep', 'family'],
    plan: 'premium',
    price: 6_500,
    members: ['elena-morozova', 'marina-sorokina'],
    manager: null,
    texts: {
      ru: [
        'Сон, тревога, отношения: спокойно и без спешки',
        'Мы работаем вдвоём и онлайн. На первой беседе вы выбираете, к кому хотите прийти, и можете поменять решение.',
      ],
      en: [
        'Sleep, worry, relationships: calmly and without haste',
        'There are two of us, and we work online. In the first call you choose whom you want to see, and you may change your mind.',
      ],
      fr: [
        'Sommeil, inquiétude, relations\u202f: au calme et sans hâte',
        'Nous sommes deux et travaillons en ligne. Au premier échange, vous choisissez avec qui continuer, et vous pouvez changer d’avis.',
      ],
      de: [
        'Schlaf, Sorgen, Beziehungen: ruhig und ohne Eile',
        'Wir sind zu zweit und arbeiten online. Im ersten Gespräch wählen Sie, zu wem Sie möchten, und dürfen sich umentscheiden.',
      ],
    },
  },
  {
    slug: 'crossroads-careers',
    name: 'Crossroads Careers',
    email: 'crossroads-careers@demo.example',
    owner: 'Fiona Marsh',
    city: 'London',
    country: 'GB',
    zone: 'Europe/London',
    address: '40 Exmouth Market, London EC1R 4QE',
    main: 'en',
    spoken: ['en', 'es'],
    specialities: ['career', 'coaching'],
    plan: 'basic',
    price: 12_500,
    members: ['david-okafor', 'tomas-herrera'],
    manager: null,
    texts: {
      en: [
        'Your next step at work, thought through with somebody',
        'A change of job, of country, or of mind. We are a small team; bring the question you avoid and leave with a plan for Monday.',
      ],
      fr: [
        'Votre prochaine étape au travail, réfléchie à deux',
        'Changer de poste, de pays ou d’avis. Nous sommes une petite équipe\u202f: apportez la question que vous évitez, repartez avec un plan pour lundi.',
      ],
      de: [
        'Ihr nächster Schritt im Beruf, gemeinsam durchdacht',
        'Eine andere Stelle, ein anderes Land, eine andere Sicht. Wir sind ein kleines Team: Bringen Sie die Frage mit, die Sie meiden, und gehen Sie mit einem Plan für Montag.',
      ],
      ru: [
        'Следующий шаг в работе, обдуманный вдвоём',
        'Сменить работу, страну или взгляд на вещи. Мы небольшая команда: приходите с вопросом, которого избегаете, и уходите с планом на понедельник.',
      ],
    },
  },
];
