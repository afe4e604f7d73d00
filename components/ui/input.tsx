import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Icon } from './icon';

export function TextInput({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input type={type} className={clsx('control', className)} {...rest} />;
}

export function TextArea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={clsx('control min-h-26 resize-y py-3', className)} {...rest} />;
}

export type Option = { value: string; label: string; disabled?: boolean };

type NativeSelectProps = ComponentProps<'select'> & {
  options: readonly Option[];
  /** Shown while nothing is chosen; it cannot be chosen itself. */
  placeholder?: string;
};

/** The browser's own list: for phones, for public pages, and wherever there is no script. */
export function NativeSelect({ options, placeholder, className, ...rest }: NativeSelectProps) {
  return (
    <span className="relative block min-w-0">
      <select className={clsx('control appearance-none pe-10', className)} {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon
        of={ChevronDown}
        className="pointer-events-none absolute end-3.5 top-1/2 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
