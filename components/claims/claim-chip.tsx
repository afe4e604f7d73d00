import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import type { ClaimStatus } from '@/lib/claims/rules/status';
import { claimLooks } from './claim-words';

const waitsFor: Partial<Record<ClaimStatus, 'client' | 'provider' | 'admin'>> = {
  opened: 'provider',
  answered: 'client',
};

type ClaimChipProps = { status: ClaimStatus; reader: 'client' | 'provider' | 'admin' };

/** Where a claim stands, by icon and word; whoever it waits for reads that it is their turn. */
export function ClaimChip({ status, reader }: ClaimChipProps) {
  const t = useTranslations('claims');
  return (
    <Chip {...claimLooks[status]}>{waitsFor[status] === reader ? t('yourTurn') : t(`status.${status}`)}</Chip>
  );
}
