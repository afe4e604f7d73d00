import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { switchAvailableAction } from '@/lib/directory/actions';
import type { OwnAvailability } from '@/lib/directory/loaders';
import { formatInstant } from '@/lib/i18n/time-format';

/** Says that one is there for whoever needs somebody now; and when nobody sees it, why. */
export function AvailableCard({ availability, zone }: { availability: OwnAvailability; zone: string }) {
  const t = useTranslations('practice.available');
  const locale = useLocale();
  const until = availability?.until;
  const time = until ? formatInstant(until, { locale, zone, style: 'time' }) : '';
  return (
    <Card className="card-pad">
      <ActionForm action={switchAvailableAction} said={until ? t('saidOff') : t('saidOn')}>
        <div className="flex items-center justify-between gap-4">
          <div className="grid min-w-0 gap-0.5 wrap-anywhere">
            <h2 className="flex items-center gap-2 font-semibold">
              <span
                aria-hidden="true"
                className={`size-2.5 rounded-full ${availability?.isShown ? 'bg-accepted' : 'bg-line-strong'}`}
              />
              {t('heading')}
            </h2>
            <p className="text-sm text-ink-2">
              {!availability && t('off')}
              {availability && (availability.isShown ? t('until', { time }) : t('notShown', { time }))}
            </p>
            {availability?.isShown === false && (
              <PageLink to="/practice/availability" className="link w-fit text-sm">
                {t('toHours')}
              </PageLink>
            )}
          </div>
          {!until && <input type="hidden" name="on" value="1" />}
          <SubmitButton size="sm" variant={until ? 'secondary' : 'primary'}>
            {until ? t('switchOff') : t('switchOn')}
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
