import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';

const sizes = {
  sm: { className: 'icon-sm', strokeWidth: 2 },
  md: { className: '', strokeWidth: 1.75 },
  lg: { className: 'icon-lg', strokeWidth: 1.5 },
} as const;

type IconProps = { of: LucideIcon; size?: keyof typeof sizes; className?: string | undefined };

/** A decorative icon beside a word; the word carries the meaning. */
export function Icon({ of: Picture, size = 'md', className }: IconProps) {
  const { className: dimension, strokeWidth } = sizes[size];
  return (
    <Picture
      aria-hidden="true"
      focusable="false"
      strokeWidth={strokeWidth}
      className={clsx('icon', dimension, className)}
    />
  );
}
