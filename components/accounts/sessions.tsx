import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { endSessionAction } from '@/lib/accounts/actions';
import { deviceName } from './device-name';

type SessionsProps = {
  sessions: readonly { id: string; lastSeenAt: Date; userAgent: string | null; isThis: boolean }[];
  zone: string;
};

/** Every signed-in browser, and the way to end each. */
export function Sessions({ sessions, zone }: SessionsProps) {
  const t = useTranslations('settings');
  const locale = useLocale();
  return (
    <Card>
      <CardHead heading={t('sessions')} />
      <CardList>
        {sessions.map(({ id, lastSeenAt, userAgent, isThis }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 text-sm">
            <span className="grid">
              <b className="font-semibold">
                {deviceName(userAgent) ?? t('unknownDevice')}
                {isThis && ` (${t('thisDevice')})`}
              </b>
              <span className="text-ink-3">
                {t('lastSeen', {
                  date: formatZoned(lastSeenAt, { locale, zone }),
                })}
              </span>
            </span>
            {!isThis && (
              <ActionForm action={endSessionAction}>
                <input type="hidden" name="sessionId" value={id} />
                <SubmitButton size="sm" variant="secondary">
                  {t('end')}
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </CardList>
    </Card>
  );
}
