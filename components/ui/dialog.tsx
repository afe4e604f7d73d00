'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { IconButton } from './button';

type DialogProps = {
  /** The button that opens it; focus returns there. */
  trigger?: ReactElement;
  heading: ReactNode;
  description?: ReactNode;
  /** Name of the button that closes. */
  closeLabel: string;
  children?: ReactNode;
  /** Buttons at the end; the main one last. */
  actions?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

const popupLook = clsx(
  'fixed z-(--z-overlay) flex max-h-[85dvh] flex-col gap-4 overflow-y-auto bg-raised p-6 text-ink shadow-(--shadow-lg)',
  'inset-x-0 bottom-0 rounded-t-xl pb-[max(1.5rem,env(safe-area-inset-bottom))]',
  'md:inset-auto md:start-1/2 md:top-1/2 md:w-[min(32rem,calc(100vw-2rem))] md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-xl md:pb-6',
  'transition-[opacity,translate] duration-(--duration-base) ease-out',
  'data-ending-style:opacity-0 data-starting-style:opacity-0 max-md:data-ending-style:translate-y-(--distance-md) max-md:data-starting-style:translate-y-(--distance-md)',
);

/** Asks for one thing at a time; a sheet from below on narrow screens. Esc closes, focus comes back. */
export function Dialog({
  trigger,
  heading,
  description,
  closeLabel,
  children,
  actions,
  open,
  onOpenChange,
}: DialogProps) {
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-(--z-overlay) min-h-dvh bg-(--scrim) transition-opacity duration-(--duration-base) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className={popupLook}>
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="font-serif text-h3 font-medium first-letter:uppercase">
              {heading}
            </Base.Title>
            <Base.Close
              render={<IconButton icon={X} label={closeLabel} size="sm" className="-me-2 -mt-1" />}
            />
          </div>
          {description && <Base.Description className="text-ink-2">{description}</Base.Description>}
          {children}
          {actions && <div className="flex flex-wrap justify-end gap-3 max-md:*:flex-1">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Put on a button inside a dialog that closes it without doing anything. */
export const DialogClose = Base.Close;
