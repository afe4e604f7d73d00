import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { BasicsForm } from '@/components/profiles/editor/basics-form';
import { EducationEditor } from '@/components/profiles/editor/education-editor';
import { PracticeForm } from '@/components/profiles/editor/practice-form';
import { PublishCard } from '@/components/profiles/editor/publish-card';
import { Section } from '@/components/profiles/editor/section';
import { SellerForm } from '@/components/profiles/editor/seller-form';
import { TextsForm } from '@/components/profiles/editor/texts-form';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { readZoneOptions } from '@/lib/accounts/zone-options';
import { loadPublishGaps } from '@/lib/directory/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profileEditor');
  return { title: t('title'), robots: { index: false } };
}

export default async function ProfileEditorPage() {
  const actor = await loadProviderActor('/practice/profile');
  const profile = await loadOwnProfile(actor);
  const gaps = await loadPublishGaps(profile);
  const zones = await readZoneOptions(await getLocale());
  const t = await getTranslations('profileEditor');
  return (
    <PracticeShell actor={actor} current="profile" page="/practice/profile">
      <PageHead heading={t('title')} lede={t('lede')} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_21.5rem]">
        <div className="xl:sticky xl:top-8 xl:col-start-2">
          <PublishCard profile={profile} gaps={gaps} />
        </div>
        <div className="grid min-w-0 gap-6 xl:col-start-1 xl:row-start-1">
          <Section id="basics" heading={t('basics.heading')}>
            <BasicsForm profile={profile} zones={zones} hasPortrait={actor.provider.kind === 'specialist'} />
          </Section>
          <Section id="texts" heading={t('texts.heading')} note={t('texts.note')}>
            <TextsForm profile={profile} />
          </Section>
          <Section id="practice" heading={t('practice.heading')} note={t('practice.note')}>
            <PracticeForm profile={profile} />
          </Section>
          <Section id="education" heading={t('education.heading')}>
            <EducationEditor rows={profile.education} />
          </Section>
          {actor.provider.role === 'owner' && (
            <Section id="seller" heading={t('seller.heading')} note={t('seller.note')}>
              <SellerForm profile={profile} />
            </Section>
          )}
        </div>
      </div>
    </PracticeShell>
  );
}
