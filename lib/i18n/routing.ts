import { defineRouting } from 'next-intl/routing';

export const locales = ['fr', 'ru', 'de', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en';

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Every page, by its internal path; the values are what people see in the address. */
export const pathnames = {
  '/': '/',
  '/advisors': { fr: '/conseillers', ru: '/konsultanty', de: '/beratung', en: '/advisors' },
  '/advisors/[slug]': {
    fr: '/conseillers/[slug]',
    ru: '/konsultanty/[slug]',
    de: '/beratung/[slug]',
    en: '/advisors/[slug]',
  },
  '/advisors/[slug]/times': {
    fr: '/conseillers/[slug]/horaires',
    ru: '/konsultanty/[slug]/vremya',
    de: '/beratung/[slug]/termine',
    en: '/advisors/[slug]/times',
  },
  '/events': { fr: '/evenements', ru: '/meropriyatiya', de: '/veranstaltungen', en: '/events' },
  '/events/[eventId]': {
    fr: '/evenements/[eventId]',
    ru: '/meropriyatiya/[eventId]',
    de: '/veranstaltungen/[eventId]',
    en: '/events/[eventId]',
  },
  '/events/[eventId]/seat': {
    fr: '/evenements/[eventId]/place',
    ru: '/meropriyatiya/[eventId]/mesto',
    de: '/veranstaltungen/[eventId]/platz',
    en: '/events/[eventId]/seat',
  },
  '/events/[eventId]/room': {
    fr: '/evenements/[eventId]/salle',
    ru: '/meropriyatiya/[eventId]/zal',
    de: '/veranstaltungen/[eventId]/raum',
    en: '/events/[eventId]/room',
  },
  '/pay/[token]': {
    fr: '/payer/[token]',
    ru: '/oplata/[token]',
    de: '/bezahlen/[token]',
    en: '/pay/[token]',
  },
  '/seats/[seatId]': {
    fr: '/places/[seatId]',
    ru: '/mesta/[seatId]',
    de: '/plaetze/[seatId]',
    en: '/seats/[seatId]',
  },
  '/seats/[seatId]/checkout': {
    fr: '/places/[seatId]/commande',
    ru: '/mesta/[seatId]/zakaz',
    de: '/plaetze/[seatId]/bestellung',
    en: '/seats/[seatId]/checkout',
  },
  '/seats/[seatId]/result': {
    fr: '/places/[seatId]/resultat',
    ru: '/mesta/[seatId]/rezultat',
    de: '/plaetze/[seatId]/ergebnis',
    en: '/seats/[seatId]/result',
  },
  '/sign-in': { fr: '/connexion', ru: '/vhod', de: '/anmelden', en: '/sign-in' },
  '/register': { fr: '/inscription', ru: '/registratsiya', de: '/registrieren', en: '/register' },
  '/verify': { fr: '/confirmation', ru: '/podtverzhdenie', de: '/bestaetigen', en: '/verify' },
  '/reset': { fr: '/mot-de-passe', ru: '/parol', de: '/passwort', en: '/reset' },
  '/invitation': { fr: '/invitation', ru: '/priglashenie', de: '/einladung', en: '/invitation' },
  '/welcome': { fr: '/bienvenue', ru: '/dobro-pozhalovat', de: '/willkommen', en: '/welcome' },
  '/book/[serviceId]': {
    fr: '/reserver/[serviceId]',
    ru: '/zapis/[serviceId]',
    de: '/buchen/[serviceId]',
    en: '/book/[serviceId]',
  },
  '/waiting/[serviceId]': {
    fr: '/liste-attente/[serviceId]',
    ru: '/list-ozhidaniya/[serviceId]',
    de: '/warteliste/[serviceId]',
    en: '/waiting/[serviceId]',
  },
  '/checkout/[bookingId]': {
    fr: '/commande/[bookingId]',
    ru: '/zakaz/[bookingId]',
    de: '/bestellung/[bookingId]',
    en: '/checkout/[bookingId]',
  },
  '/checkout/[bookingId]/result': {
    fr: '/commande/[bookingId]/resultat',
    ru: '/zakaz/[bookingId]/rezultat',
    de: '/bestellung/[bookingId]/ergebnis',
    en: '/checkout/[bookingId]/result',
  },
  '/home': { fr: '/accueil', ru: '/glavnaya', de: '/start', en: '/home' },
  '/appointments': { fr: '/rendez-vous', ru: '/vstrechi', de: '/meine-termine', en: '/appointments' },
  '/appointments/past': {
    fr: '/rendez-vous/passes',
    ru: '/vstrechi/proshedshie',
    de: '/meine-termine/vergangene',
    en: '/appointments/past',
  },
  '/appointments/[bookingId]': {
    fr: '/rendez-vous/[bookingId]',
    ru: '/vstrechi/[bookingId]',
    de: '/meine-termine/[bookingId]',
    en: '/appointments/[bookingId]',
  },
  '/appointments/[bookingId]/claim': {
    fr: '/rendez-vous/[bookingId]/reclamation',
    ru: '/vstrechi/[bookingId]/pretenziya',
    de: '/meine-termine/[bookingId]/beschwerde',
    en: '/appointments/[bookingId]/claim',
  },
  '/seats/[seatId]/claim': {
    fr: '/places/[seatId]/reclamation',
    ru: '/mesta/[seatId]/pretenziya',
    de: '/plaetze/[seatId]/beschwerde',
    en: '/seats/[seatId]/claim',
  },
  '/claims': { fr: '/reclamations', ru: '/pretenzii', de: '/beschwerden', en: '/claims' },
  '/claims/[claimId]': {
    fr: '/reclamations/[claimId]',
    ru: '/pretenzii/[claimId]',
    de: '/beschwerden/[claimId]',
    en: '/claims/[claimId]',
  },
  '/practice/claims': {
    fr: '/cabinet/reclamations',
    ru: '/praktika/pretenzii',
    de: '/praxis/beschwerden',
    en: '/practice/claims',
  },
  '/practice/claims/[claimId]': {
    fr: '/cabinet/reclamations/[claimId]',
    ru: '/praktika/pretenzii/[claimId]',
    de: '/praxis/beschwerden/[claimId]',
    en: '/practice/claims/[claimId]',
  },
  '/admin/claims': {
    fr: '/administration/reclamations',
    ru: '/admin/pretenzii',
    de: '/verwaltung/beschwerden',
    en: '/admin/claims',
  },
  '/admin/claims/[claimId]': {
    fr: '/administration/reclamations/[claimId]',
    ru: '/admin/pretenzii/[claimId]',
    de: '/verwaltung/beschwerden/[claimId]',
    en: '/admin/claims/[claimId]',
  },
  '/appointments/[bookingId]/reschedule': {
    fr: '/rendez-vous/[bookingId]/deplacer',
    ru: '/vstrechi/[bookingId]/perenesti',
    de: '/meine-termine/[bookingId]/verschieben',
    en: '/appointments/[bookingId]/reschedule',
  },
  '/session/[bookingId]': {
    fr: '/seance/[bookingId]',
    ru: '/sessiya/[bookingId]',
    de: '/sitzung/[bookingId]',
    en: '/session/[bookingId]',
  },
  '/settings': { fr: '/reglages', ru: '/nastroyki', de: '/einstellungen', en: '/settings' },
  '/become-advisor': {
    fr: '/devenir-conseiller',
    ru: '/stat-konsultantom',
    de: '/berater-werden',
    en: '/become-advisor',
  },
  '/practice': { fr: '/cabinet', ru: '/praktika', de: '/praxis', en: '/practice' },
  '/practice/requests': {
    fr: '/cabinet/demandes',
    ru: '/praktika/zaprosy',
    de: '/praxis/anfragen',
    en: '/practice/requests',
  },
  '/practice/agenda': {
    fr: '/cabinet/agenda',
    ru: '/praktika/kalendar',
    de: '/praxis/kalender',
    en: '/practice/agenda',
  },
  '/practice/appointments': {
    fr: '/cabinet/rendez-vous',
    ru: '/praktika/vstrechi',
    de: '/praxis/termine',
    en: '/practice/appointments',
  },
  '/practice/appointments/[bookingId]': {
    fr: '/cabinet/rendez-vous/[bookingId]',
    ru: '/praktika/vstrechi/[bookingId]',
    de: '/praxis/termine/[bookingId]',
    en: '/practice/appointments/[bookingId]',
  },
  '/practice/appointments/[bookingId]/reschedule': {
    fr: '/cabinet/rendez-vous/[bookingId]/deplacer',
    ru: '/praktika/vstrechi/[bookingId]/perenesti',
    de: '/praxis/termine/[bookingId]/verschieben',
    en: '/practice/appointments/[bookingId]/reschedule',
  },
  '/practice/clients': {
    fr: '/cabinet/clientele',
    ru: '/praktika/klienty',
    de: '/praxis/klienten',
    en: '/practice/clients',
  },
  '/practice/clients/[clientId]': {
    fr: '/cabinet/clientele/[clientId]',
    ru: '/praktika/klienty/[clientId]',
    de: '/praxis/klienten/[clientId]',
    en: '/practice/clients/[clientId]',
  },
  '/practice/clients/[clientId]/propose': {
    fr: '/cabinet/clientele/[clientId]/proposer',
    ru: '/praktika/klienty/[clientId]/predlozhit',
    de: '/praxis/klienten/[clientId]/vorschlagen',
    en: '/practice/clients/[clientId]/propose',
  },
  '/practice/availability': {
    fr: '/cabinet/disponibilites',
    ru: '/praktika/raspisanie',
    de: '/praxis/verfuegbarkeit',
    en: '/practice/availability',
  },
  '/practice/availability/exceptions': {
    fr: '/cabinet/disponibilites/exceptions',
    ru: '/praktika/raspisanie/isklyucheniya',
    de: '/praxis/verfuegbarkeit/ausnahmen',
    en: '/practice/availability/exceptions',
  },
  '/practice/availability/calendars': {
    fr: '/cabinet/disponibilites/agendas',
    ru: '/praktika/raspisanie/kalendari',
    de: '/praxis/verfuegbarkeit/kalender',
    en: '/practice/availability/calendars',
  },
  '/practice/services': {
    fr: '/cabinet/prestations',
    ru: '/praktika/uslugi',
    de: '/praxis/leistungen',
    en: '/practice/services',
  },
  '/practice/services/new': {
    fr: '/cabinet/prestations/nouvelle',
    ru: '/praktika/uslugi/novaya',
    de: '/praxis/leistungen/neu',
    en: '/practice/services/new',
  },
  '/practice/services/[serviceId]': {
    fr: '/cabinet/prestations/[serviceId]',
    ru: '/praktika/uslugi/[serviceId]',
    de: '/praxis/leistungen/[serviceId]',
    en: '/practice/services/[serviceId]',
  },
  '/practice/events': {
    fr: '/cabinet/evenements',
    ru: '/praktika/meropriyatiya',
    de: '/praxis/veranstaltungen',
    en: '/practice/events',
  },
  '/practice/events/new': {
    fr: '/cabinet/evenements/nouveau',
    ru: '/praktika/meropriyatiya/novoe',
    de: '/praxis/veranstaltungen/neu',
    en: '/practice/events/new',
  },
  '/practice/events/[eventId]': {
    fr: '/cabinet/evenements/[eventId]',
    ru: '/praktika/meropriyatiya/[eventId]',
    de: '/praxis/veranstaltungen/[eventId]',
    en: '/practice/events/[eventId]',
  },
  '/practice/events/[eventId]/edit': {
    fr: '/cabinet/evenements/[eventId]/modifier',
    ru: '/praktika/meropriyatiya/[eventId]/izmenit',
    de: '/praxis/veranstaltungen/[eventId]/bearbeiten',
    en: '/practice/events/[eventId]/edit',
  },
  '/practice/profile': {
    fr: '/cabinet/profil',
    ru: '/praktika/profil',
    de: '/praxis/profil',
    en: '/practice/profile',
  },
  '/practice/team': {
    fr: '/cabinet/equipe',
    ru: '/praktika/komanda',
    de: '/praxis/team',
    en: '/practice/team',
  },
  '/practice/earnings': {
    fr: '/cabinet/revenus',
    ru: '/praktika/dohody',
    de: '/praxis/einnahmen',
    en: '/practice/earnings',
  },
  '/practice/earnings/invoices': {
    fr: '/cabinet/revenus/factures',
    ru: '/praktika/dohody/scheta',
    de: '/praxis/einnahmen/rechnungen',
    en: '/practice/earnings/invoices',
  },
  '/practice/earnings/tax': {
    fr: '/cabinet/revenus/fiscalite',
    ru: '/praktika/dohody/nalogi',
    de: '/praxis/einnahmen/steuer',
    en: '/practice/earnings/tax',
  },
  '/practice/plan': {
    fr: '/cabinet/formule',
    ru: '/praktika/tarif',
    de: '/praxis/tarif',
    en: '/practice/plan',
  },
  '/admin/providers': {
    fr: '/administration/prestataires',
    ru: '/admin/konsultanty',
    de: '/verwaltung/anbieter',
    en: '/admin/providers',
  },
  '/admin/tax': {
    fr: '/administration/fiscalite',
    ru: '/admin/nalogi',
    de: '/verwaltung/steuern',
    en: '/admin/tax',
  },
} as const;

export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: 'always',
  pathnames,
  // hreflang comes from one function of ours, in the page's metadata.
  alternateLinks: false,
  localeCookie: { name: 'locale', maxAge: 365 * 24 * 3600, sameSite: 'lax' },
});
