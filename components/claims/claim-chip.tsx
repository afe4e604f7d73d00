import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import type { ClaimStatus } from '@/lib/claims/rules/status';
import { claimLooks } from './claim-words';

/** Where a claim stands, by icon and word. */
export function ClaimChip({ status }: { status: ClaimStatus }) {
  const t = useTranslations('claims.status');
  return <Chip {...claimLooks[status]}>{t(status)}</Chip>;
}
