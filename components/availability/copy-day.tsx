'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import { buttonStyles } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Weekday } from '@/lib/shared/calendar';

type CopyDayProps = { weekday: Weekday; name: string; onCopy: (isEveryDay: boolean) => void };

/** Puts the hours of a day onto others. */
export function CopyDay({ weekday, name, onCopy }: CopyDayProps) {
  const t = useTranslations('availability');
  const id = `copy-${weekday}-${useId()}`;
  const menu = useRef<HTMLDivElement>(null);
  const choose = (isEveryDay: boolean) => {
    onCopy(isEveryDay);
    menu.current?.hidePopover();
  };
  const itemLook = 'flex min-h-11 w-full items-center rounded-md px-3 text-start hover:bg-tint';
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={t('copyOf', { day: name })}
        className={buttonStyles({ variant: 'ghost', size: 'sm' })}
      >
        <Icon of={Copy} />
        {t('copy')}
      </button>
      <div ref={menu} id={id} popover="auto" className="popover-menu">
        <button type="button" className={itemLook} onClick={() => choose(false)}>
          {t('workingDays')}
        </button>
        <button type="button" className={itemLook} onClick={() => choose(true)}>
          {t('everyDay')}
        </button>
      </div>
    </>
  );
}
