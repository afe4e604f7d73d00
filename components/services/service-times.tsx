import { useTranslations } from 'next-intl';
import { FormTextField } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { FormBox } from '@/components/ui/form-choice';
import type { OwnService } from '@/lib/services/types';

/** When it can be booked: breaks, notice, horizon and the grid of starts. */
export function ServiceTimes({ service }: { service: OwnService | undefined }) {
  const t = useTranslations('services.form');
  const fields = [
    { name: 'bufferBeforeMinutes', label: t('bufferBefore'), value: service?.bufferBeforeMinutes ?? 0 },
    { name: 'bufferAfterMinutes', label: t('bufferAfter'), value: service?.bufferAfterMinutes ?? 10 },
    { name: 'noticeHours', label: t('notice'), value: Math.ceil((service?.noticeMinutes ?? 720) / 60) },
    { name: 'horizonDays', label: t('horizon'), value: service?.horizonDays ?? 60 },
  ];
  return (
    <Card className="card-pad grid gap-5">
      <h2 className="font-serif text-h3 font-medium">{t('times')}</h2>
      <div className="grid items-end gap-5 md:grid-cols-2 xl:grid-cols-4">
        {fields.map(({ name, label, value }) => (
          <FormTextField
            key={name}
            name={name}
            label={label}
            inputMode="numeric"
            defaultValue={String(value)}
          />
        ))}
      </div>
      <div className="grid gap-5 md:grid-cols-2">
        <FormTextField
          name="slotStepMinutes"
          label={t('step')}
          note={t('optional')}
          hint={t('stepHint')}
          inputMode="numeric"
          defaultValue={service?.slotStepMinutes ? String(service.slotStepMinutes) : ''}
        />
        {(['dailyLimit', 'weeklyLimit'] as const).map((name) => (
          <FormTextField
            key={name}
            name={name}
            label={t(name)}
            note={t('optional')}
            hint={t('limitHint')}
            inputMode="numeric"
            defaultValue={String(service?.[name] ?? '')}
          />
        ))}
        <FormBox name="packed" defaultChecked={service?.packed ?? false} className="self-center">
          {t('packed')}
        </FormBox>
      </div>
    </Card>
  );
}
