import { FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { FileName } from '@/components/files/file-name';
import { Icon } from '@/components/ui/icon';
import type { ClaimFileView } from '@/lib/claims/types';

/** Files of a message; each opens by an address of its own that is over after five minutes. */
export function ClaimFiles({ claimId, files }: { claimId: string; files: readonly ClaimFileView[] }) {
  const t = useTranslations('claims.file');
  const locale = useLocale();
  if (files.length === 0) return null;
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  return (
    <ul className="mt-2 grid max-w-[26rem] gap-1.5">
      {files.map(({ id, name, size: bytes, state }) => (
        <li
          key={id}
          className="flex min-w-0 items-center gap-2.5 rounded-md border border-line bg-surface px-3 py-1.5 text-sm"
        >
          <Icon of={FileText} className="text-ink-3" />
          {state === 'ready' ? (
            <a
              href={`/api/claims/${claimId}/files/${id}`}
              className="link min-w-0 flex-1 py-1"
              rel="nofollow"
              download
            >
              <FileName name={name} />
            </a>
          ) : (
            <span className="min-w-0 flex-1 py-1">
              <FileName name={name} />
            </span>
          )}
          <span className="tnum flex-none text-xs text-ink-3">
            {state === 'ready' ? size.format(Math.max(1, Math.round(bytes / 1000))) : t(state)}
          </span>
        </li>
      ))}
    </ul>
  );
}
