import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormTextArea, FormTextField } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { ZoneNote } from '@/components/ui/instant';
import { SubmitButton } from '@/components/ui/submit-button';
import { proposeWallTimeAction } from '@/lib/booking/actions';
import { zoneName, zoneOffsetLabel } from '@/lib/i18n/zone-name';
import type { LocalDate } from '@/lib/shared/calendar';

type MoveSessionProps = {
  bookingId: string;
  name: string;
  /** What the fields begin with. */
  date: LocalDate;
  time: string;
  today: LocalDate;
  zone: string;
  at: Date;
};

/** The provider names another time on its own clocks; outside the weekly hours too. */
export function MoveSession({ bookingId, name, date, time, today, zone, at }: MoveSessionProps) {
  const t = useTranslations('reschedule');
  const locale = useLocale();
  return (
    <Card className="card-pad max-w-[36rem]">
      <ActionForm action={proposeWallTimeAction} className="grid gap-5">
        <input type="hidden" name="bookingId" value={bookingId} />
        <div className="grid gap-5 sm:grid-cols-2">
          <FormTextField name="date" type="date" min={today} label={t('form.date')} defaultValue={date} />
          <FormTextField name="time" type="time" label={t('form.time')} defaultValue={time} />
        </div>
        <ZoneNote>
          {t('form.zone', { zone: zoneName(zone, locale), offset: zoneOffsetLabel(zone, at) })}
        </ZoneNote>
        <FormTextArea name="message" label={t('times.message', { name })} rows={2} maxLength={1000} />
        <SubmitButton size="lg" className="justify-self-start">
          {t('times.propose')}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
