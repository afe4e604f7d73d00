import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClaimForm } from '@/components/claims/claim-form';
import { ClaimRefusal } from '@/components/claims/claim-refusal';
import { titleOf } from '@/components/claims/claim-words';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadClaimable } from '@/lib/claims/views/load-claimable';
import { redirectTo } from '@/lib/i18n/redirect';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims.form');
  return { title: t('title'), robots: { index: false } };
}

export default async function ClaimSeatPage({ params }: PageProps<'/[locale]/seats/[seatId]/claim'>) {
  const { seatId } = await params;
  const page = { pathname: '/seats/[seatId]/claim', params: { seatId } } as const;
  const actor = await loadActorOrSignIn(page);
  const loaded = await loadClaimable(actor, { seatId });
  if (!loaded) notFound();
  const locale = await getLocale();
  const { claimId, about, until, course, now } = loaded;
  if (claimId) return redirectTo({ pathname: '/claims/[claimId]', params: { claimId } }, locale);
  const t = await getTranslations('claims.form');
  const zone = actor.timeZone ?? 'UTC';
  return (
    <ClientShell actor={actor} current="appointments" page={page}>
      <PageLink
        to={{ pathname: '/seats/[seatId]', params: { seatId } }}
        className="link mb-3 inline-block text-sm"
      >
        {t('back')}
      </PageLink>
      <PageHead heading={t('title')} lede={titleOf(about, locale)} />
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
