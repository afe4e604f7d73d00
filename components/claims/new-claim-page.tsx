import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import type { PaymentSubject } from '@/lib/payments/types';
import { loadClaimable } from '@/lib/claims/views/load-claimable';
import { redirectTo } from '@/lib/i18n/redirect';
import type { Href } from '@/lib/i18n/page-path';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { ClaimForm } from './claim-form';
import { ClaimRefusal } from './claim-refusal';
import { titleOf } from './claim-words';

export async function newClaimMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims.form');
  return { title: t('title'), robots: { index: false } };
}

type NewClaimPageProps = {
  subject: PaymentSubject;
  page: Href;
  /** Where the session or the seat stands. */
  back: Href;
};

/** Where a client makes a claim about a session or a seat, or reads why none can be made. */
export async function NewClaimPage({ subject, page, back }: NewClaimPageProps) {
  const actor = await loadActorOrSignIn(page);
  const loaded = await loadClaimable(actor, subject);
  if (!loaded) notFound();
  const locale = await getLocale();
  const { claimId, about, until, course, now } = loaded;
  if (claimId) return redirectTo({ pathname: '/claims/[claimId]', params: { claimId } }, locale);
  const t = await getTranslations('claims.form');
  const zone = actor.timeZone ?? 'UTC';
  return (
    <ClientShell actor={actor} current="appointments" page={page}>
      <PageLink to={back} className="link mb-3 inline-block text-sm">
        {t('back')}
      </PageLink>
      <PageHead
        heading={t('title')}
        lede={`${titleOf(about, locale)}, ${formatZoned(about.startsAt, { locale, zone })}`}
      />
      <div className="grid max-w-[46rem] gap-6">
        {until ? (
          <ClaimForm about={about} course={course} />
        ) : (
          <ClaimRefusal about={about} now={now} zone={zone} />
        )}
      </div>
    </ClientShell>
  );
}
