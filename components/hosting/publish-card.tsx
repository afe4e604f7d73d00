import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm } from '@/components/ui/action-form';
import { buttonStyles } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import { publishEventAction } from '@/lib/events/actions';
import type { ErrorCode } from '@/lib/shared/errors';

/** What is missing by its reason; what has none of its own is said by the answer of the form. */
const reasons = {
  'provider.notBookable': 'profile',
  'event.inPast': 'start',
  'event.tooFarAhead': 'ahead',
  'event.deadlineInvalid': 'deadline',
  'event.tooManyPlaces': 'places',
} as const satisfies Partial<Record<ErrorCode, string>>;

const hasReason = (code: ErrorCode): code is keyof typeof reasons => code in reasons;

/** Puts a draft on sale, or says what is missing before it can be. */
export function PublishCard({ eventId, missing }: { eventId: string; missing: readonly ErrorCode[] }) {
  const t = useTranslations('hosting.publish');
  const known = missing.filter(hasReason);
  const needsProfile = known.includes('provider.notBookable');
  return (
    <Card className="card-pad grid gap-3">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      {known.length === 0 ? (
        <p className="text-sm text-ink-2">{t('ready')}</p>
      ) : (
        <>
          <p className="text-sm text-ink-2">{t('missing', { count: known.length })}</p>
          <ul className="grid gap-1.5 text-sm">
            {known.map((code) => (
              <li key={code} className="flex items-start gap-2 text-warm-ink">
                <Icon of={CircleAlert} size="sm" className="mt-0.5" />
                {t(reasons[code])}
              </li>
            ))}
          </ul>
        </>
      )}
      {needsProfile && (
        <PageLink
          to="/practice/profile"
          className={`${buttonStyles({ variant: 'secondary' })} justify-self-start`}
        >
          {t('toProfile')}
        </PageLink>
      )}
      {known.length === 0 && (
        <ActionForm action={publishEventAction} said={t('said')} className="grid gap-3">
          <input type="hidden" name="eventId" value={eventId} />
          <SubmitButton className="justify-self-start">{t('submit')}</SubmitButton>
        </ActionForm>
      )}
    </Card>
  );
}
