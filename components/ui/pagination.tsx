import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from './button';

type PaginationProps = {
  /** Names what is paged. */
  label: string;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
};

/** Cursor paging: there is a next page or there is not, and nobody counts them. */
export function Pagination({ label, previousHref, nextHref }: PaginationProps) {
  const t = useTranslations('ui.paging');
  if (!previousHref && !nextHref) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-4 pt-3">
      {previousHref && (
        <ButtonLink href={previousHref} variant="secondary" icon={ArrowLeft} rel="prev">
          {t('previous')}
        </ButtonLink>
      )}
      {nextHref && (
        <ButtonLink
          href={nextHref}
          variant="secondary"
          icon={ArrowRight}
          rel="next"
          className="ms-auto flex-row-reverse"
        >
          {t('next')}
        </ButtonLink>
      )}
    </nav>
  );
}
