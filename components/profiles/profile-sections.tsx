import { Info, MapPin, Phone, Video } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { PlaceAddress } from '@/components/booking/place-block';
import { EventCard } from '@/components/events/event-card';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { Tag } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { ListZone } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { Avatar } from '@/components/ui/portrait';
import { Paragraphs, Prose } from '@/components/ui/prose';
import type {
  Channel,
  EducationView,
  MemberView,
  PlaceView,
  ProfileServiceView,
  ProfileView,
  SellerView,
} from './types';

const headingLook = 'font-serif text-h2';
const sectionLook = 'grid gap-4 scroll-mt-34';

const channelIcons = { video: Video, voice: Phone, in_person: MapPin } as const;

function Channels({ channels }: { channels: readonly Channel[] }) {
  const t = useTranslations('profile.channels');
  return channels.map((channel) => (
    <span key={channel} className="inline-flex items-center gap-1">
      <Icon of={channelIcons[channel]} size="sm" />
      {t(channel)}
    </span>
  ));
}

export function About({ profile }: { profile: ProfileView }) {
  const t = useTranslations('profile.about');
  const locale = useLocale();
  const isForeign = profile.textLocale !== locale;
  return (
    <section id="about" aria-labelledby="about-heading" className="grid scroll-mt-34 gap-5">
      <h2 id="about-heading" className="sr-only">
        {t('heading')}
      </h2>
      {isForeign && (
        <Banner tone="line" icon={Info}>
          {t('otherLanguage', { name: profile.name })}
        </Banner>
      )}
      <Prose {...(isForeign && { lang: profile.textLocale })}>
        <Paragraphs text={profile.about} lead />
      </Prose>
      {profile.specialities.length > 0 && (
        <ul aria-label={t('specialities')} className="flex flex-wrap gap-2">
          {profile.specialities.map((speciality) => (
            <li key={speciality.href}>
              <Tag size="md" href={speciality.href}>
                {speciality.label}
              </Tag>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Service({ service }: { service: ProfileServiceView }) {
  const t = useTranslations('profile.services');
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line py-4.5">
      <div className="grid min-w-0 flex-1 gap-1 max-sm:basis-full">
        <h3 className="leading-snug font-semibold">{service.title}</h3>
        {service.description && <p className="text-sm text-ink-2">{service.description}</p>}
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-3">
          <span className="tnum">{t('minutes', { count: service.durationMinutes })}</span>
          <Channels channels={service.channels} />
          <span>{t(service.confirmation)}</span>
        </p>
      </div>
      <b className="min-w-17 font-semibold max-sm:flex-1 sm:text-end">
        {service.price.amount === 0 ? t('free') : <Money value={service.price} short />}
      </b>
      <a
        href={service.timesHref}
        data-choose-service={service.id}
        className={`${buttonStyles({ variant: 'quiet', size: 'sm' })} min-h-11! sm:min-h-9!`}
      >
        {t('choose')}
        <span className="sr-only">: {service.title}</span>
      </a>
    </li>
  );
}

export function Services({ services }: { services: readonly ProfileServiceView[] }) {
  const t = useTranslations('profile.services');
  return (
    <section id="services" aria-labelledby="services-heading" className={sectionLook}>
      <h2 id="services-heading" className={headingLook}>
        {t('heading')}
      </h2>
      <ul className="border-t border-line">
        {services.map((service) => (
          <Service key={service.id} service={service} />
        ))}
      </ul>
    </section>
  );
}

/** What they host next, with the day on their clocks. */
export function Events({ events, zone }: { events: ProfileView['events']; zone: string }) {
  const t = useTranslations('profile');
  return (
    <section id="events" aria-labelledby="events-heading" className={sectionLook}>
      <h2 id="events-heading" className={headingLook}>
        {t('events')}
      </h2>
      <ul className="grid gap-4">
        {events.map((event) => (
          <EventCard key={event.id} event={event} zone={zone} isDated isHostKnown />
        ))}
      </ul>
      <ListZone zone={zone} at={events[0]?.start} />
    </section>
  );
}

/** Who gives sessions at a practice; to the own profile of those who have one. */
export function Team({ members }: { members: readonly MemberView[] }) {
  const t = useTranslations('profile.team');
  return (
    <section id="team" aria-labelledby="team-heading" className={sectionLook}>
      <h2 id="team-heading" className={headingLook}>
        {t('heading')}
      </h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-4 border-t border-line pt-4">
        {members.map((member) => (
          <li key={member.id} className="flex min-w-0 items-center gap-3">
            <Avatar of={member} size="lg" />
            {member.href ? (
              <a href={member.href} className="link min-w-0 py-1 font-semibold">
                {member.name}
              </a>
            ) : (
              <span className="min-w-0 font-semibold">{member.name}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Education({ education }: { education: readonly EducationView[] }) {
  const t = useTranslations('profile.education');
  return (
    <section id="education" aria-labelledby="education-heading" className={sectionLook}>
      <h2 id="education-heading" className={headingLook}>
        {t('heading')}
      </h2>
      <ul className="border-t border-line">
        {education.map((entry) => (
          <li key={entry.id} className="flex items-baseline gap-5 border-b border-line py-4">
            <span className="tnum w-11 flex-none text-ink-3">
              {entry.year && <time dateTime={String(entry.year)}>{entry.year}</time>}
            </span>
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{entry.title}</p>
              <p className="text-sm text-ink-3">{entry.institution}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where one comes for sessions in person. */
export function Place({ place }: { place: PlaceView }) {
  const t = useTranslations('profile.place');
  return (
    <section id="place" aria-labelledby="place-heading" className={sectionLook}>
      <h2 id="place-heading" className={headingLook}>
        {t('heading')}
      </h2>
      <div className="grid gap-0.5 border-t border-line pt-4 text-ink-2">
        <PlaceAddress place={place} />
      </div>
    </section>
  );
}

/** The trader one buys from; the law asks for it, and so do careful people. */
export function Seller({ seller }: { seller: SellerView }) {
  const t = useTranslations('profile.seller');
  return (
    <section id="seller" aria-labelledby="seller-heading" className={sectionLook}>
      <h2 id="seller-heading" className={headingLook}>
        {t('heading')}
      </h2>
      <address className="grid gap-0.5 border-t border-line pt-4 text-ink-2 not-italic">
        <b className="font-semibold text-ink">{seller.name}</b>
        {seller.addressLines.map((line) => (
          <span key={line}>{line}</span>
        ))}
        {seller.email && (
          <a href={`mailto:${seller.email}`} className="link justify-self-start">
            {seller.email}
          </a>
        )}
        {seller.vatId && <span className="text-sm text-ink-3">{t('vatId', { id: seller.vatId })}</span>}
      </address>
      <p className="text-sm text-ink-3">{t('note')}</p>
    </section>
  );
}
