'use client';

import { useLocale, useTranslations } from 'next-intl';
import { startTransition, useActionState, useEffect, useState } from 'react';
import { NativeSelect, type Option } from '@/components/ui/input';
import { Field } from '@/components/ui/field';
import { formatInstant, localDay } from '@/lib/i18n/time-format';
import { previewTimesAction } from '@/lib/services/actions';
import type { PreviewedTime } from '@/lib/services/preview-times';
import { weekFields, type WeekRows } from './week-rows';

/** Typing rests for so long before the offer is asked for anew. */
const patienceMs = 350;
const shownDays = 5;
const shownTimes = 12;

type WeekPreviewProps = {
  rows: WeekRows;
  services: readonly Option[];
  zones: readonly Option[];
  /** The practice's own zone. */
  zone: string;
  /** Whose hours. */
  post: { practice: string; member: string };
};

function formOf(rows: WeekRows, fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [name, value] of weekFields(rows)) form.append(name, value);
  return form;
}

/** What a client in some zone sees of the week as it stands in the editor, saved or not. */
export function WeekPreview({ rows, services, zones, zone: ownZone, post }: WeekPreviewProps) {
  const t = useTranslations('availability.preview');
  const [zone, setZone] = useState(ownZone);
  const [serviceId, setServiceId] = useState(services[0]?.value ?? '');
  const [state, ask, isAsking] = useActionState(previewTimesAction, { status: 'idle' });
  const { practice, member } = post;
  useEffect(() => {
    if (!serviceId) return undefined;
    const form = () => formOf(rows, { serviceId, practice, member });
    const timer = setTimeout(() => startTransition(() => ask(form())), patienceMs);
    return () => clearTimeout(timer);
  }, [rows, serviceId, practice, member, ask]);
  return (
    <section aria-labelledby="preview-heading" className="card card-pad grid content-start gap-4">
      <div className="grid gap-1">
        <h2 id="preview-heading" className="font-serif text-h3 font-medium">
          {t('heading')}
        </h2>
        <p className="text-sm text-ink-2">{t('text')}</p>
      </div>
      {services.length === 0 ? (
        <p className="text-sm text-ink-2">{t('noService')}</p>
      ) : (
        <>
          <Field id="preview-service" label={t('service')}>
            {(control) => (
              <NativeSelect
                {...control}
                options={services}
                value={serviceId}
                onChange={(event) => setServiceId(event.target.value)}
              />
            )}
          </Field>
          <Field id="preview-zone" label={t('zone')}>
            {(control) => (
              <NativeSelect
                {...control}
                options={zones}
                value={zone}
                onChange={(event) => setZone(event.target.value)}
              />
            )}
          </Field>
          <div aria-live="polite" aria-busy={isAsking} className={isAsking ? 'opacity-60' : undefined}>
            {state.status === 'done' && <Times times={state.value} zone={zone} />}
            {state.status === 'failed' && <p className="text-sm text-ink-2">{t('unfinished')}</p>}
            {state.status === 'idle' && <p className="text-sm text-ink-3">{t('loading')}</p>}
          </div>
        </>
      )}
    </section>
  );
}

function Times({ times, zone }: { times: readonly PreviewedTime[]; zone: string }) {
  const t = useTranslations('availability.preview');
  const locale = useLocale();
  const days = new Map<string, PreviewedTime[]>();
  for (const time of times) {
    const day = localDay(new Date(time.start), zone);
    days.set(day, [...(days.get(day) ?? []), time]);
  }
  if (days.size === 0) return <p className="text-sm text-ink-2">{t('none')}</p>;
  return (
    <dl className="grid gap-3">
      {[...days].slice(0, shownDays).map(([day, slots]) => (
        <div key={day} className="grid gap-1">
          <dt className="text-sm font-semibold first-letter:uppercase">
            {formatInstant(new Date(slots[0]?.start ?? day), { locale, zone, style: 'longDate' })}
          </dt>
          <dd className="tnum flex flex-wrap gap-1.5">
            {slots.slice(0, shownTimes).map(({ start, priceAmount }) => (
              <span
                key={start}
                className={`rounded-sm border px-1.5 py-0.5 text-xs ${priceAmount === undefined ? 'border-line' : 'border-accent bg-accent-soft'}`}
              >
                {formatInstant(new Date(start), { locale, zone, style: 'time' })}
              </span>
            ))}
            {slots.length > shownTimes && (
              <span className="py-0.5 text-xs text-ink-3">
                {t('more', { count: slots.length - shownTimes })}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
