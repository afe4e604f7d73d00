import type { Locale } from '@/lib/i18n/routing';

export type ClientContent = { email: string; name: string; locale: Locale; zone: string };

/** People who book in the demo; the first one signs in as `client@demo.example`. */
export const clients: [ClientContent, ...ClientContent[]] = [
  { email: 'client@demo.example', name: 'Marina Lefèvre', locale: 'fr', zone: 'Europe/Paris' },
  { email: 'jan.petersen@demo.example', name: 'Jan Petersen', locale: 'de', zone: 'Europe/Berlin' },
  { email: 'anna.smirnova@demo.example', name: 'Анна Смирнова', locale: 'ru', zone: 'Europe/Moscow' },
  { email: 'liam.byrne@demo.example', name: 'Liam Byrne', locale: 'en', zone: 'Europe/Dublin' },
  { email: 'chloe.gagnon@demo.example', name: 'Chloé Gagnon', locale: 'fr', zone: 'America/Montreal' },
  { email: 'miriam.hofer@demo.example', name: 'Miriam Hofer', locale: 'de', zone: 'Europe/Vienna' },
  { email: 'timur.akhmetov@demo.example', name: 'Тимур Ахметов', locale: 'ru', zone: 'Asia/Almaty' },
  { email: 'priya.nair@demo.example', name: 'Priya Nair', locale: 'en', zone: 'Asia/Kolkata' },
  { email: 'hugo.marchand@demo.example', name: 'Hugo Marchand', locale: 'fr', zone: 'Europe/Brussels' },
  { email: 'eva.lang@demo.example', name: 'Eva Lang', locale: 'de', zone: 'Europe/Zurich' },
  { email: 'grace.cole@demo.example', name: 'Grace Cole', locale: 'en', zone: 'America/Toronto' },
  { email: 'ilya.orlov@demo.example', name: 'Илья Орлов', locale: 'ru', zone: 'Asia/Novosibirsk' },
];
