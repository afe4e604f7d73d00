'use client';

import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

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
        <Toast.Action className="min-h-9 flex-none rounded-sm px-2 font-medium underline underline-offset-4 empty:hidden" />
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
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed end-4 bottom-20 z-(--z-toast) w-[min(26rem,calc(100vw-2rem))] lg:end-6 lg:bottom-6">
          <Toasts closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Shows one sentence, with at most one action. */
export function useToast(): (sentence: string, action?: { label: string; run: () => void }) => void {
  const { add } = Toast.useToastManager();
  return (sentence, action) => {
    add({
      description: sentence,
      ...(action && { actionProps: { children: action.label, onClick: action.run } }),
    });
  };
}
