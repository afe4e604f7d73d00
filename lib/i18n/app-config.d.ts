import type appointments from '@/messages/en/appointments.json';
import type auth from '@/messages/en/auth.json';
import type reschedule from '@/messages/en/reschedule.json';
import type adminMoney from '@/messages/en/adminMoney.json';
import type admin from '@/messages/en/admin.json';
import type agenda from '@/messages/en/agenda.json';
import type availability from '@/messages/en/availability.json';
import type becomeAdvisor from '@/messages/en/becomeAdvisor.json';
import type booking from '@/messages/en/booking.json';
import type calendarFeed from '@/messages/en/calendarFeed.json';
import type claims from '@/messages/en/claims.json';
import type clients from '@/messages/en/clients.json';
import type directory from '@/messages/en/directory.json';
import type documents from '@/messages/en/documents.json';
import type earnings from '@/messages/en/earnings.json';
import type emails from '@/messages/en/emails.json';
import type errors from '@/messages/en/errors.json';
import type events from '@/messages/en/events.json';
import type failure from '@/messages/en/failure.json';
import type files from '@/messages/en/files.json';
import type home from '@/messages/en/home.json';
import type hosting from '@/messages/en/hosting.json';
import type layout from '@/messages/en/layout.json';
import type pay from '@/messages/en/pay.json';
import type plan from '@/messages/en/plan.json';
import type practice from '@/messages/en/practice.json';
import type profile from '@/messages/en/profile.json';
import type profileEditor from '@/messages/en/profileEditor.json';
import type seo from '@/messages/en/seo.json';
import type seats from '@/messages/en/seats.json';
import type services from '@/messages/en/services.json';
import type settings from '@/messages/en/settings.json';
import type specialities from '@/messages/en/specialities.json';
import type specialityWords from '@/messages/en/specialityWords.json';
import type team from '@/messages/en/team.json';
import type ui from '@/messages/en/ui.json';
import type waiting from '@/messages/en/waiting.json';
import type withdrawal from '@/messages/en/withdrawal.json';
import type { formats } from './formats';
import type { Locale as OurLocale } from './routing';

type OurMessages = {
  appointments: typeof appointments;
  auth: typeof auth;
  admin: typeof admin;
  adminMoney: typeof adminMoney;
  agenda: typeof agenda;
  availability: typeof availability;
  reschedule: typeof reschedule;
  becomeAdvisor: typeof becomeAdvisor;
  booking: typeof booking;
  calendarFeed: typeof calendarFeed;
  claims: typeof claims;
  clients: typeof clients;
  directory: typeof directory;
  documents: typeof documents;
  earnings: typeof earnings;
  emails: typeof emails;
  errors: typeof errors;
  events: typeof events;
  failure: typeof failure;
  files: typeof files;
  home: typeof home;
  hosting: typeof hosting;
  layout: typeof layout;
  pay: typeof pay;
  plan: typeof plan;
  practice: typeof practice;
  profile: typeof profile;
  profileEditor: typeof profileEditor;
  seo: typeof seo;
  seats: typeof seats;
  services: typeof services;
  settings: typeof settings;
  specialities: typeof specialities;
  specialityWords: typeof specialityWords;
  team: typeof team;
  ui: typeof ui;
  waiting: typeof waiting;
  withdrawal: typeof withdrawal;
};

/**
 * What next-intl knows of our languages, so that an unknown message or format is an error of types. English stands for
 * all: the others have the same keys (messages.test). On `use-intl`, which next-intl hands through: the compiler's
 * parallel checkers miss it on the other.
 */
declare module 'use-intl' {
  interface AppConfig {
    Locale: OurLocale;
    Messages: OurMessages;
    Formats: typeof formats;
  }
}
