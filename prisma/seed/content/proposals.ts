import type { Locale } from '@/lib/i18n/routing';

/** What an advisor writes with a proposal. */
export const proposalMessages: Record<Locale, string> = {
  fr: 'Comme convenu, une séance plus longue pour faire le point. Dites-moi si cette heure vous va.',
  ru: 'Как мы договорились, более длинная встреча, чтобы подвести итоги. Напишите, подходит ли вам это время.',
  de: 'Wie besprochen eine längere Sitzung, um Bilanz zu ziehen. Sagen Sie mir, ob Ihnen diese Zeit passt.',
  en: 'As agreed, a longer session to take stock. Tell me whether this time suits you.',
};
