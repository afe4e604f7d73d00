import { useTranslations } from 'next-intl';
import { AskAgain } from '@/components/ui/ask-again';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { addCalendarAction } from '@/lib/availability/calendars/actions';
import type { CalendarSourceView } from '@/lib/availability/calendars/types';
import { CalendarSource } from './calendar-source';

type CalendarsProps = { sources: readonly CalendarSourceView[]; zone: string };

/** Calendars kept elsewhere that block the provider's time: their state, and a form to add one. */
export function Calendars({ sources, zone }: CalendarsProps) {
  const t = useTranslations('availability.calendars');
  return (
    <>
      <Card>
        <CardHead heading={t('listHeading')} />
        {sources.length === 0 ? (
          <EmptyState heading={t('emptyHeading')} level="h3">
            {t('emptyText')}
          </EmptyState>
        ) : (
          <CardList>
            {sources.map((source) => (
              <li key={source.id}>
                <CalendarSource source={source} zone={zone} />
              </li>
            ))}
          </CardList>
        )}
        {sources.some(({ isBeingRead }) => isBeingRead) && <AskAgain everyMs={2000} />}
      </Card>
      <Card>
        <CardHead heading={t('addHeading')} />
        {/* A calendar that was added is in the list: the next one begins with empty fields. */}
        <ActionForm
          key={sources.length}
          action={addCalendarAction}
          said={t('added')}
          className="card-pad grid gap-4"
        >
          <p className="text-sm text-ink-2">{t('addText')}</p>
          <FormTextField
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            maxLength={80}
            autoComplete="off"
          />
          <FormTextField
            name="address"
            type="url"
            inputMode="url"
            label={t('address')}
            hint={t('addressHint')}
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
          />
          <SubmitButton className="justify-self-start">{t('add')}</SubmitButton>
        </ActionForm>
      </Card>
    </>
  );
}
