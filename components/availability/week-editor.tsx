'use client';

import { CalendarRange, CircleCheckBig, List, Undo2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useEachAnswer, useFormAnswer, useTypedValues } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import type { Option } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { WeeklyRange } from '@/lib/availability/rules/opening-hours';
import { type PriceWords, PriceWordsProvider } from './price-words';
import { useWeek, type Week } from './use-week';
import { WeekGrid } from './week-grid';
import { WeekList } from './week-list';
import { WeekPreview } from './week-preview';
import { rowsOfWeek, weekOfForm } from './week-rows';

type WeekEditorProps = {
  week: readonly WeeklyRange[];
  /** Names of the days in the reader's language, Monday first. */
  dayNames: readonly string[];
  shortNames: readonly string[];
  services: readonly Option[];
  zones: readonly Option[];
  zone: string;
  /** Whose hours, as the preview asks. */
  post: { practice: string; member: string };
  prices: PriceWords;
};

/** Asks before the page is left with changes that are not saved. */
function useLeaveWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isChanged]);
}

/** The weekly hours, as a sheet or row by row, and beside them what clients would see. */
export function WeekEditor({ week: stored, dayNames, shortNames, prices, ...preview }: WeekEditorProps) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const typed = useTypedValues();
  const week = useWeek(() => weekOfForm(typed) ?? rowsOfWeek(stored, locale));
  const [view, setView] = useState<'grid' | 'list'>('list');
  const state = useFormAnswer();
  useEffect(() => {
    if (matchMedia('(min-width: 64rem)').matches) setView('grid');
  }, []);
  useEachAnswer((status) => {
    if (status === 'done') week.settle();
    // What was wrong is named in the list.
    else setView('list');
  });
  useLeaveWarning(week.isChanged);
  useUndoKey(week);
  return (
    <PriceWordsProvider words={prices}>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <Tools week={week} view={view} onView={setView} />
          {view === 'grid' && <WeekGrid week={week} dayNames={dayNames} shortNames={shortNames} />}
          <Card
            className={`px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] py-1 ${view === 'grid' ? 'hidden' : ''}`}
          >
            <WeekList week={week} dayNames={dayNames} />
          </Card>
          <p className="text-sm text-ink-2">{t('hint')}</p>
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton size="lg">{t('save')}</SubmitButton>
            <p role="status" className="text-sm empty:hidden">
              {week.isChanged && <span className="text-warm-ink">{t('unsaved')}</span>}
              {!week.isChanged && state === 'done' && (
                <span className="inline-flex items-center gap-1.5 text-accepted">
                  <Icon of={CircleCheckBig} size="sm" />
                  {t('saved')}
                </span>
              )}
            </p>
          </div>
        </div>
        <div className="noscript:hidden">
          <WeekPreview rows={week.rows} {...preview} />
        </div>
      </div>
    </PriceWordsProvider>
  );
}

/** Ctrl or ⌘ with Z, wherever nobody is typing. */
function useUndoKey({ undo }: Week): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement;
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || isTyping || !undo) return;
      event.preventDefault();
      undo();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [undo]);
}

type ToolsProps = { week: Week; view: 'grid' | 'list'; onView: (view: 'grid' | 'list') => void };

function Tools({ week, view, onView }: ToolsProps) {
  const t = useTranslations('availability');
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 noscript:hidden">
      <div role="group" aria-label={t('views')} className="flex gap-0.5 rounded-md bg-tint p-[3px]">
        {(['grid', 'list'] as const).map((one) => (
          <Button
            key={one}
            variant="ghost"
            size="sm"
            icon={one === 'grid' ? CalendarRange : List}
            aria-pressed={view === one}
            className="aria-pressed:bg-raised aria-pressed:text-ink"
            onClick={() => onView(one)}
          >
            {t(one)}
          </Button>
        ))}
      </div>
      <Button variant="ghost" size="sm" icon={Undo2} disabled={!week.undo} onClick={() => week.undo?.()}>
        {t('undo')}
      </Button>
    </div>
  );
}
