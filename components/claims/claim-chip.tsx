import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import type { ClaimStatus } from '@/lib/claims/rules/status';
import { claimLooks, waitsFor } from './claim-words';

type ClaimChipProps = {
  status: ClaimStatus;
  /** Who reads it and may act: what waits for them says so. */
  you?: 'client' | 'provider' | false | undefined;
};

/** Where a claim stands, by icon and word. */
export function ClaimChip({ status, you }: ClaimChipProps) {
  const t = useTranslations('claims.status');
  return <Chip {...claimLooks[status]}>{t(you && you === waitsFor(status) ? 'yours' : status)}</Chip>;
}
