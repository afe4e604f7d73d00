import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sessions } from '@/components/accounts/sessions';
import { TimeZoneField } from '@/components/accounts/time-zone-field';
import { FeedCard } from '@/components/booking/feed-card';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm, FormSelect, FormTextField } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { Card, CardHead } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { changePasswordAction, changeSettingsAction } from '@/lib/accounts/actions';
import { listOwnSessions } from '@/lib/accounts/list-own-sessions';
import { ownPractice } from '@/lib/access/actor';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { readZoneOptions } from '@/lib/accounts/zone-options';
import { loadOwnFeed } from '@/lib/booking/feeds/loaders';
import { languageNames } from '@/components/layout/languages';
import { locales } from '@/lib/i18n/routing';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title'), robots: { index: false } };
}

export default async function SettingsPage() {
  const actor = await loadActorOrSignIn('/settings');
  const t = await getTranslations('settings');
  const [zones, sessions, feed] = await Promise.all([
    readZoneOptions(await getLocale()),
    listOwnSessions(actor),
    loadOwnFeed(actor, 'appointments'),
  ]);
  return (
    <ClientShell actor={actor} current="settings" page="/settings">
      <PageHead heading={t('title')} />
      <div className="grid max-w-[44rem] gap-6">
        {!ownPractice(actor) && (
          <Banner
            heading={t('offer')}
            action={
              <PageLink to="/become-advisor" className={buttonStyles({ size: 'sm', variant: 'secondary' })}>
                {t('offerAction')}
              </PageLink>
            }
          >
            {t('offerText')}
          </Banner>
        )}
        <Card>
          <CardHead heading={t('profile')} />
          <ActionForm action={changeSettingsAction} className="card-pad grid gap-4" done={t('saved')}>
            <FormTextField
              name="name"
              label={t('name')}
              defaultValue={actor.name}
              autoComplete="name"
              maxLength={80}
            />
            <p className="text-sm text-ink-2">
              {t.rich('email', {
                address: actor.email,
                b: (email) => <b className="font-semibold break-words">{email}</b>,
              })}
            </p>
            <FormSelect
              name="locale"
              label={t('language')}
              options={locales.map((value) => ({ value, label: languageNames[value] }))}
              defaultValue={actor.locale}
            />
            <TimeZoneField label={t('timeZone')} options={zones} chosen={actor.timeZone} />
            <SubmitButton className="justify-self-start">{t('save')}</SubmitButton>
          </ActionForm>
        </Card>
        <PasswordCard />
        <FeedCard kind="appointments" feed={feed} />
        <Sessions sessions={sessions} zone={actor.timeZone ?? 'UTC'} />
      </div>
    </ClientShell>
  );
}

function PasswordCard() {
  const t = useTranslations('settings');
  return (
    <Card>
      <CardHead heading={t('password')} />
      <ActionForm action={changePasswordAction} className="card-pad grid gap-4" done={t('passwordChanged')}>
        <FormTextField
          name="currentPassword"
          type="password"
          label={t('currentPassword')}
          autoComplete="current-password"
        />
        <FormTextField
          name="newPassword"
          type="password"
          label={t('newPassword')}
          autoComplete="new-password"
        />
        <SubmitButton className="justify-self-start">{t('changePassword')}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
