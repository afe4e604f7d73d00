import { useLocale, useTranslations } from 'next-intl';
import { ClientMessages } from '@/components/layout/client-messages';
import { ActionForm } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardList } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { formatMoney } from '@/components/ui/money-format';
import type { PostInView } from '@/lib/availability/loaders';
import { removeExceptionsAction, setExceptionsAction } from '@/lib/availability/actions';
import { type ExceptionRun, exceptionRuns } from '@/lib/availability/rules/exception-runs';
import type { DayException, DayRange } from '@/lib/availability/rules/opening-hours';
import { formatTimeOfDay } from '@/lib/availability/rules/weekly-ranges';
import { formatInstant } from '@/lib/i18n/time-format';
import type { LocalDate } from '@/lib/shared/calendar';
import type { Currency } from '@/lib/shared/money';
import { PostFields } from './post-choice';
import { ExceptionEditor } from './exception-editor';
import { PriceWordsProvider } from './price-words';
import { usePriceWordsOf } from './price-words-of';

type ExceptionsProps = {
  /** Whose days. */
  post: PostInView;
  exceptions: readonly DayException[];
  /** Sessions booked by day, where there are any. */
  booked: Readonly<Record<LocalDate, number>>;
  today: LocalDate;
  shortNames: readonly string[];
  currency: Currency;
};

/** Days that differ from the week: a calendar to set them, and a list of those that lie ahead. */
export function Exceptions({ post, exceptions, currency, ...rest }: ExceptionsProps) {
  const t = useTranslations('availability.exceptions');
  const prices = usePriceWordsOf(currency);
  const runs = exceptionRuns(exceptions);
  return (
    <div className="grid gap-6">
      <Card className="card-pad">
        <ActionForm action={setExceptionsAction} said={t('saved')}>
          <PostFields post={post} />
          <ClientMessages of={['availability']}>
            <PriceWordsProvider words={prices}>
              <ExceptionEditor exceptions={exceptions} {...rest} />
            </PriceWordsProvider>
          </ClientMessages>
        </ActionForm>
      </Card>
      <section aria-labelledby="exceptions-list" className="grid gap-3">
        <h2 id="exceptions-list" className="font-serif text-h3 font-medium">
          {t('listHeading')}
        </h2>
        {runs.length === 0 ? (
          <EmptyState heading={t('emptyHeading')} level="h3">
            {t('emptyText')}
          </EmptyState>
        ) : (
          <Card>
            <CardList>
              {runs.map((run) => (
                <li key={run.first}>
                  <Run run={run} post={post} currency={currency} />
                </li>
              ))}
            </CardList>
          </Card>
        )}
      </section>
    </div>
  );
}

function Run({ run, post, currency }: { run: ExceptionRun; post: PostInView; currency: Currency }) {
  const t = useTranslations('availability.exceptions');
  const locale = useLocale();
  const written = (date: LocalDate) =>
    formatInstant(new Date(`${date}T12:00:00Z`), { locale, zone: 'UTC', style: 'fullDate' });
  const { first, last, exception } = run;
  const days = first === last ? written(first) : `${written(first)} – ${written(last)}`;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <div className="grid min-w-0 flex-1 basis-60 gap-0.5">
        <p className="font-semibold first-letter:uppercase">{days}</p>
        <p className="text-sm text-ink-2">
          {exception.kind === 'closed' ? (
            t('kinds.closed')
          ) : (
            <Hours kind={exception.kind} ranges={exception.ranges} currency={currency} />
          )}
        </p>
      </div>
      <ConfirmDialog
        trigger={
          <Button variant="secondary" size="sm" aria-label={t('removeOf', { days })}>
            {t('remove')}
          </Button>
        }
        heading={t('removeHeading')}
        description={t('removeText', { days })}
        labels={{ confirm: t('remove'), keep: t('keep'), close: t('close') }}
        action={removeExceptionsAction}
        said={t('removedSaid')}
        foldLook={buttonStyles({ variant: 'secondary', size: 'sm' })}
      >
        <PostFields post={post} />
        <input type="hidden" name="first" value={first} />
        <input type="hidden" name="last" value={last} />
      </ConfirmDialog>
    </div>
  );
}

type HoursProps = { kind: 'replaced' | 'extra'; ranges: readonly DayRange[]; currency: Currency };

function Hours({ kind, ranges, currency }: HoursProps) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const written = ranges.map(({ startMinute, endMinute, terms }) => {
    const price = terms?.priceAmount;
    return [
      `${formatTimeOfDay(startMinute)}–${formatTimeOfDay(endMinute)}`,
      ...(price === undefined ? [] : [formatMoney({ amount: price, currency }, locale)]),
      ...(terms?.channels ?? []).map((channel) => t(`channels.${channel}`)),
    ].join(', ');
  });
  return t('exceptions.kindHours', { kind: t(`exceptions.kinds.${kind}`), hours: written.join('; ') });
}
