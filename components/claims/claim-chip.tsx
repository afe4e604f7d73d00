import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import type { ClaimStatus } from '@/lib/claims/rules/status';
import { claimLooks } from './claim-words';

type ClaimChipProps = {
  status: ClaimStatus;
  /** It waits for who reads it. */
  isYours?: boolean;
};

/** Where a claim stands, by icon and word. */
export function ClaimChip({ status, isYours = false }: ClaimChipProps) {
  const t = useTranslations('claims.status');
  return <Chip {...claimLooks[status]}>{t(isYours ? 'yours' : status)}</Chip>;
}
