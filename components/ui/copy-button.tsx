'use client';

import { type ReactNode, use } from 'react';
import { Button } from './button';
import { Say } from './say';
import { useScript } from './use-enhanced';

type CopyButtonProps = { text: string; label: string; copied: string; picture?: ReactNode };

/** Puts a text on the clipboard and says so; without script, or where the browser refuses, the text is selected by hand. */
export function CopyButton({ text, label, copied, picture }: CopyButtonProps) {
  const say = use(Say);
  const hasScript = useScript();
  if (!hasScript) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(copied);
    } catch {
      // Not allowed, or no secure page: the text stands beside the button.
    }
  };
  return (
    <Button variant="secondary" picture={picture} onClick={() => void copy()}>
      {label}
    </Button>
  );
}
