import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  children: ReactNode;
  /** A figure at the end of the line, for instance how many results. */
  count?: ReactNode;
  kind?: 'checkbox' | 'radio';
};

/** A box with its sentence. Consent and terms are never ticked beforehand. */
export function Checkbox({ children, count, kind = 'checkbox', className, ...rest }: CheckboxProps) {
  return (
    <label className={clsx('flex min-h-6 items-start gap-2.5 text-sm leading-5.5', className)}>
      <input type={kind} className="tick" {...rest} />
      <span className="min-w-0">{children}</span>
      {count !== undefined && <span className="tnum ms-auto text-ink-3">{count}</span>}
    </label>
  );
}

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & { children: ReactNode };

/** On or off, in effect at once or with the form it stands in. */
export function Switch({ children, className, ...rest }: SwitchProps) {
  return (
    <label className={clsx('flex min-h-6 items-center justify-between gap-4 text-sm', className)}>
      <span className="min-w-0">{children}</span>
      <input
        type="checkbox"
        role="switch"
        className={clsx(
          'h-6 w-10 flex-none appearance-none rounded-full bg-line-strong p-[3px] transition-colors checked:bg-accent',
          'before:block before:size-4.5 before:rounded-full before:bg-surface before:transition-transform before:duration-(--duration-base)',
          'checked:before:translate-x-4 disabled:opacity-50',
        )}
        {...rest}
      />
    </label>
  );
}

type ChoiceCardProps = Omit<ComponentProps<'input'>, 'type' | 'title'> & {
  heading: ReactNode;
  detail?: ReactNode;
  icon?: LucideIcon;
  kind?: 'radio' | 'checkbox';
};

/** A radio with room for a line of explanation; the chosen one has a soft ground and a strong edge. */
export function ChoiceCard({ heading, detail, icon, kind = 'radio', className, ...rest }: ChoiceCardProps) {
  return (
    <label
      className={clsx(
        'flex min-w-0 cursor-pointer items-start gap-3.5 rounded-lg border border-line-strong bg-surface p-4 transition-colors hover:border-ink-3',
        'has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)]',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        className,
      )}
    >
      <input type={kind} className="tick outline-none" {...rest} />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="font-semibold">{heading}</span>
        {detail && <span className="text-sm text-ink-2">{detail}</span>}
      </span>
      {icon && <Icon of={icon} size="lg" className="text-accent-ink" />}
    </label>
  );
}

type SegmentedProps = {
  /** Read aloud as the name of the group. */
  legend: string;
  name: string;
  options: readonly { value: string; label: ReactNode; icon?: LucideIcon }[];
  defaultValue?: string;
  className?: string;
};

/** Up to three short options of which one holds. Real radios, so it works in a plain form. */
export function SegmentedControl({ legend, name, options, defaultValue, className }: SegmentedProps) {
  return (
    <fieldset className={clsx('flex gap-0.5 rounded-md bg-tint p-[3px]', className)}>
      <legend className="sr-only">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            'inline-flex min-h-9 flex-1 cursor-pointer items-center justify-center gap-1.5 rounded-[0.4375rem] px-2 py-1 text-center text-sm font-medium text-ink-2',
            'has-checked:bg-raised has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--color-line)]',
            'has-focus-visible:outline-2 has-focus-visible:outline-focus',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            className="sr-only"
          />
          {option.icon && <Icon of={option.icon} size="sm" />}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
