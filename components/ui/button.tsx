import clsx from 'clsx';
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon';

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-press',
  secondary: 'border-line-strong bg-surface text-ink hover:border-ink-3 hover:bg-sunken',
  quiet: 'bg-accent-soft text-accent-ink hover:border-accent-line',
  ghost: 'text-ink-2 hover:bg-tint hover:text-ink',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover',
  dangerQuiet: 'border-line-strong bg-surface text-danger hover:border-danger',
  paper: 'bg-on-pine text-(--color-paper-button) hover:brightness-105',
  paperLine: 'border-on-pine/45 text-on-pine hover:border-on-pine',
};

const sizes = {
  sm: 'min-h-(--control-sm) gap-1.5 rounded-md px-3 py-1 text-sm leading-tight',
  md: 'min-h-(--control-md) gap-2 rounded-md px-4.5 py-2 text-base leading-tight',
  lg: 'min-h-(--control-lg) gap-2 rounded-md px-6 py-2 text-[1rem] leading-tight',
};

const squares = {
  sm: 'w-(--control-sm) min-h-(--control-sm)',
  md: 'w-(--control-md) min-h-(--control-md)',
  lg: 'w-(--control-lg) min-h-(--control-lg)',
};

type Look = {
  variant?: keyof typeof variants | undefined;
  size?: keyof typeof sizes | undefined;
  /** As wide as its place. */
  block?: boolean | undefined;
};

/** The classes of a button, for what is no `<button>`: links, summaries. `square` is for a mark alone. */
export function buttonStyles({
  variant = 'primary',
  size = 'md',
  block = false,
  square = false,
}: Look & { square?: boolean } = {}): string {
  const shape = square ? `${squares[size]} flex-none rounded-md py-2` : sizes[size];
  return clsx('button', variants[variant], shape, block && 'w-full');
}

export type ButtonProps = ComponentProps<'button'> &
  Look & {
    icon?: LucideIcon;
    /** Instead of `icon`, ready made: a server component can hand no component to a client one. */
    picture?: ReactNode;
    loading?: boolean;
  };

/**
 * A button says in a verb what happens, and what it costs. While `loading` the spinner takes the
 * place of the icon, the label stays, and a second press does nothing.
 */
export function Button({
  variant,
  size,
  block,
  icon,
  picture = icon && <Icon of={icon} />,
  loading = false,
  type = 'button',
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx(buttonStyles({ variant, size, block }), className)}
      aria-busy={loading || undefined}
      {...rest}
      {...(loading && { 'aria-disabled': true, onClick: (event) => event.preventDefault() })}
    >
      {loading ? <Icon of={LoaderCircle} className="animate-spin" /> : picture}
      <span>{children}</span>
    </button>
  );
}

export type ButtonLinkProps = Omit<ComponentProps<'a'>, 'href'> & Look & { href: string; icon?: LucideIcon };

/** Looks like a button, goes somewhere. */
export function ButtonLink({ variant, size, block, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a className={clsx(buttonStyles({ variant, size, block }), className)} {...rest}>
      {icon && <Icon of={icon} />}
      <span>{children}</span>
    </a>
  );
}

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> &
  Omit<Look, 'block'> & { icon: LucideIcon; label: string };

/** Only for marks everyone knows (close, menu, search); `label` is read aloud and shown as a hint. */
export function IconButton({
  variant = 'ghost',
  size,
  icon,
  label,
  type = 'button',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={clsx(buttonStyles({ variant, size, square: true }), className)}
      {...rest}
    >
      <Icon of={icon} />
    </button>
  );
}
