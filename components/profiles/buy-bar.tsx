'use client';

import { useEffect, useState } from 'react';

type BuyBarProps = { price: string; title: string; action: string; buttonLook: string };

/** Whether the panel of times is on the screen. */
function usePanelInView(): boolean {
  const [isInView, setIsInView] = useState(false);
  useEffect(() => {
    const panel = document.getElementById('book');
    if (!panel) return;
    const observer = new IntersectionObserver(([entry]) => setIsInView(entry?.isIntersecting ?? false));
    observer.observe(panel);
    return () => observer.disconnect();
  }, []);
  return isInView;
}

/** On narrow screens the chosen service stays in sight, as long as the panel itself is not. */
export function BuyBar({ price, title, action, buttonLook }: BuyBarProps) {
  if (usePanelInView()) return null;
  return (
    <div
      data-buy-bar=""
      className="fixed inset-x-0 bottom-0 z-(--z-nav) flex items-center gap-4 border-t border-line bg-surface px-(--gutter) py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:hidden"
    >
      <p className="min-w-0 flex-1">
        <b className="block font-semibold first-letter:uppercase">{price}</b>
        <span className="block truncate text-xs text-ink-3">{title}</span>
      </p>
      <a href="#book" className={buttonLook}>
        {action}
      </a>
    </div>
  );
}
