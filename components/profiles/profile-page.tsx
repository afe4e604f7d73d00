import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink, buttonStyles } from '@/components/ui/button';
import { formatMoney } from '@/components/ui/money-format';
import { TabLinks } from '@/components/ui/tab-links';
import { BookingPanel, type PanelService } from './booking-panel';
import type { PanelLabels } from './panel-labels';
import { ProfileHead } from './profile-head';
import { About, Education, Events, Place, Seller, Services, Team } from './profile-sections';
import type { ProfileServiceView, ProfileView } from './types';

/** Sentences of the panel as they are written; the leaf fills in names, dates and times itself. */
function usePanelLabels(name: string): PanelLabels {
  const t = useTranslations('profile.panel');
  const ways = useTranslations('booking.summary.channels');
  const raw = (
    key:
      | 'free'
      | 'full'
      | 'taken'
      | 'nextDay'
      | 'proceed'
      | 'zone'
      | 'terms'
      | 'cancel.until'
      | 'note.paid.request'
      | 'note.paid.instant',
  ): string => String(t.raw(key));
  return {
    service: t('service'),
    member: t('member'),
    anyMember: t('anyMember'),
    day: t('day'),
    earlier: t('earlier'),
    later: t('later'),
    free: raw('free'),
    full: raw('full'),
    time: t('time'),
    morning: t('morning'),
    afternoon: t('afternoon'),
    evening: t('evening'),
    taken: raw('taken'),
    loading: t('loading'),
    failed: t('failed'),
    nextDay: raw('nextDay'),
    nothing: t('nothing'),
    pickTime: t('pickTime'),
    proceed: raw('proceed'),
    allTimes: t('allTimes'),
    wait: t('wait'),
    yourZone: t('yourZone'),
    advisorZone: t('advisorZone', { name }),
    zone: raw('zone'),
    cancel: { any: t('cancel.any'), until: raw('cancel.until'), never: t('cancel.never') },
    terms: raw('terms'),
    ways: { video: ways('video'), voice: ways('voice'), in_person: ways('in_person') },
    freeOfCharge: t('freeOfCharge'),
    note: {
      paid: { request: raw('note.paid.request'), instant: raw('note.paid.instant') },
      free: { request: t('note.free.request'), instant: t('note.free.instant') },
    },
    toTimes: t('toTimes'),
  };
}

function usePanelServices(services: readonly ProfileServiceView[]): readonly PanelService[] {
  const t = useTranslations('profile.panel');
  const locale = useLocale();
  return services.map((service) => {
    const isFree = service.price.amount === 0;
    const price = isFree ? t('freeOfCharge') : formatMoney(service.price, locale, { short: true });
    return {
      id: service.id,
      label: t('serviceLine', { title: service.title, minutes: service.durationMinutes, price }),
      title: service.title,
      terms: { price: service.price, channels: service.channels },
      confirmation: service.confirmation,
      bookHref: service.bookHref,
      timesHref: service.timesHref,
      members: service.members.map(({ id, name: label, picture }) => ({ id, name: label, picture })),
      waitHref: service.waitHref,
    };
  });
}

/** Without script: each service leads to its page of times. */
function ServiceLinks({ services }: { services: readonly PanelService[] }) {
  const t = useTranslations('profile.panel');
  return (
    <ul className="hidden gap-4 no-script:grid">
      {services.map((service) => (
        <li key={service.id} className="grid gap-1.5">
          <span>{service.label}</span>
          <ButtonLink href={service.timesHref} variant="quiet">
            {t('toTimes')}
            <span className="sr-only">: {service.label}</span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

/** Who somebody is, what they offer, what it costs, and when they are free. */
export function ProfilePage({ profile }: { profile: ProfileView }) {
  const t = useTranslations('profile');
  const locale = useLocale();
  const labels = usePanelLabels(profile.name);
  const services = usePanelServices(profile.services);
  const [first] = profile.services;
  const hasAbout = Boolean(profile.about) || profile.specialities.length > 0;
  return (
    <div className="wrap pt-[clamp(1.5rem,1rem+2vw,3rem)] pb-(--section)">
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_23.5rem] lg:gap-[clamp(2.5rem,1rem+3vw,4.5rem)]">
        <div className="grid min-w-0 content-start gap-[clamp(2.5rem,2rem+2vw,4rem)]">
          <ProfileHead profile={profile} />
          <TabLinks
            label={t('sections.label')}
            className="sticky top-17 z-10 -mt-4 bg-paper"
            links={[
              ...(hasAbout ? [{ href: '#about', label: t('about.heading') }] : []),
              ...(profile.services.length > 0 ? [{ href: '#services', label: t('services.heading') }] : []),
              ...(profile.events.length > 0 ? [{ href: '#events', label: t('events') }] : []),
              ...(profile.members.length > 0 ? [{ href: '#team', label: t('team.heading') }] : []),
              ...(profile.education.length > 0
                ? [{ href: '#education', label: t('education.heading') }]
                : []),
              { href: '#seller', label: t('seller.heading') },
            ]}
          />
          {hasAbout && <About profile={profile} />}
          {profile.services.length > 0 && <Services services={profile.services} />}
          {profile.events.length > 0 && <Events events={profile.events} zone={profile.zone} />}
          {profile.members.length > 0 && <Team members={profile.members} />}
          {profile.education.length > 0 && <Education education={profile.education} />}
          {profile.place && <Place place={profile.place} />}
          <Seller seller={profile.seller} />
        </div>
        {first && (
          <aside
            id="book"
            data-needs-script=""
            aria-labelledby="book-heading"
            className="min-w-0 scroll-mt-22 max-lg:row-start-2 lg:sticky lg:top-22 lg:self-start"
          >
            <div className="card card-pad grid gap-5">
              <h2 id="book-heading" className="font-serif text-h3 font-medium">
                {t('panel.heading')}
              </h2>
              <div className="no-script:hidden">
                <BookingPanel
                  services={services}
                  advisorZone={profile.zone}
                  locale={locale}
                  labels={labels}
                  buttonLook={buttonStyles({ size: 'lg', block: true })}
                  barButtonLook={buttonStyles({})}
                />
              </div>
              <ServiceLinks services={services} />
            </div>
          </aside>
        )}
      </div>
    </div>
  );
}
