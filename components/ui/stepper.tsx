import clsx from 'clsx';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from './icon';

/** Where one stands in a short sequence. Labels of done steps hide on narrow screens. */
export function Stepper({
  label,
  steps,
  current,
}: {
  label: string;
  steps: readonly string[];
  current: number;
}) {
  const t = useTranslations('ui.stepper');
  return (
    <ol aria-label={label} className="flex items-center gap-3 text-sm whitespace-nowrap text-ink-3">
      {steps.map((step, index) => {
        const isDone = index < current;
        const isCurrent = index === current;
        return (
          <li
            key={step}
            aria-current={isCurrent ? 'step' : undefined}
            className={clsx(
              'flex items-center gap-2 not-first:before:me-1 not-first:before:h-px not-first:before:w-[clamp(0.75rem,3vw,2.5rem)] not-first:before:bg-line-strong',
              isCurrent && 'font-medium text-ink',
            )}
          >
            <b
              className={clsx(
                'grid size-6 flex-none place-items-center rounded-full border text-xs font-semibold',
                isDone && 'border-transparent bg-accent-soft text-accent-ink',
                isCurrent && 'border-transparent bg-accent text-on-accent',
                !isDone && !isCurrent && 'border-line-strong',
              )}
            >
              {isDone ? <Icon of={Check} size="sm" /> : index + 1}
            </b>
            <span className={clsx(!isCurrent && 'max-lg:sr-only')}>
              {step}
              {isDone && <span className="sr-only"> ({t('done')})</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
