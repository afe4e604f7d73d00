import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { switchAvailableAction } from '@/lib/directory/actions';
import { formatInstant } from '@/lib/i18n/time-format';

/** Says that one is there for whoever needs somebody now. */
export function AvailableCard({ until, zone }: { until: Date | null; zone: string }) {
  const t = useTranslations('practice.available');
  const locale = useLocale();
  return (
    <Card className="card-pad">
      <ActionForm action={switchAvailableAction} said={until ? t('saidOff') : t('saidOn')}>
        <div className="flex items-center justify-between gap-4">
          <div className="grid min-w-0 gap-0.5">
            <h2 className="flex items-center gap-2 font-semibold">
              <span
                aria-hidden="true"
                className={`size-2.5 rounded-full ${until ? 'bg-accepted' : 'bg-line-strong'}`}
              />
              {t('heading')}
            </h2>
            <p className="text-sm text-ink-2">
              {until ? t('until', { time: formatInstant(until, { locale, zone, style: 'time' }) }) : t('off')}
            </p>
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
