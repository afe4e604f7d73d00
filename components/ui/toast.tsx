'use client';

import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import { Say } from './say';

function Toasts({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="mt-2 rounded-lg bg-ink text-paper shadow-(--shadow-lg) transition-[opacity,translate] duration-(--duration-base) data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-(--distance-md) data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-3 py-2 ps-4 pe-2 text-sm">
        <Toast.Description className="min-w-0 flex-1 py-1" />
        <Toast.Close aria-label={closeLabel} className="grid size-9 flex-none place-items-center rounded-sm">
          <Icon of={X} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/**
 * Short news at the edge of the screen: polite, six seconds, stays while looked at. Never the only
 * place of an error.
 */
export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  return (
    <Toast.Provider timeout={6000} limit={2}>
      <Speaker>{children}</Speaker>
      <Toast.Portal>
        <Toast.Viewport className="fixed end-4 bottom-20 z-(--z-toast) w-[min(26rem,calc(100vw-2rem))] lg:end-6 lg:bottom-6">
          <Toasts closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Speaker({ children }: { children: ReactNode }) {
  const { add } = Toast.useToastManager();
  return <Say value={(sentence) => add({ description: sentence })}>{children}</Say>;
}
