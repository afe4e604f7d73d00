import { useTranslations } from 'next-intl';
import { TextsCard } from '@/components/services/texts-card';
import { ActionForm } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { changeEventAction, createEventAction } from '@/lib/events/actions';
import { CoverChoice } from './cover-choice';
import { EventPeople, type PeopleProps } from './event-people';
import { EventTimes } from './event-times';

type EventFormProps = PeopleProps & {
  /** The practice's clocks, on which times are typed. */
  zone: string;
  /** The first day that can be chosen. */
  today: string;
};

/** An event, new or known; what is fixed once seats are sold can be read there. */
export function EventForm({ zone, today, ...people }: EventFormProps) {
  const t = useTranslations('hosting.form');
  const { event } = people;
  return (
    <ActionForm action={event ? changeEventAction : createEventAction} className="grid gap-6">
      {event && <input type="hidden" name="eventId" value={event.id} />}
      {event?.isFixed && (
        <Banner tone="line" heading={t('fixed')}>
          {t('fixedText')}
        </Banner>
      )}
      <TextsCard texts={event?.texts ?? []} />
      <Card className="card-pad">
        <CoverChoice chosen={event?.cover} />
      </Card>
      <EventTimes event={event} zone={zone} today={today} />
      <EventPeople {...people} />
      <SubmitButton className="justify-self-start" size="lg">
        {event ? t('save') : t('create')}
      </SubmitButton>
    </ActionForm>
  );
}
