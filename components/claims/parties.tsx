import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/portrait';
import type { ClaimView } from '@/lib/claims/types';
import { portraitAddress } from '@/lib/profiles/rules/portraits';

type Known = { sessions: number; claims: number; upheld: number };
type PartiesProps = { claim: ClaimView; history: { client: Known; provider: Known } };

/** Both sides, with what is known of them. */
export function Parties({ claim: { client, provider }, history }: PartiesProps) {
  const t = useTranslations('claims.parties');
  const sides = [
    { role: t('client'), of: { id: client.id, name: client.name }, known: history.client },
    {
      role: t('advisor'),
      of: {
        id: provider.id,
        name: provider.name,
        picture: portraitAddress(provider.portrait),
        kind: provider.kind === 'organisation' ? provider.kind : ('person' as const),
      },
      known: history.provider,
    },
  ];
  return (
    <div className="grid rounded-xl border border-line bg-surface sm:grid-cols-2 sm:divide-x sm:divide-line">
      {sides.map(({ role, of, known }) => (
        <div key={role} className="flex min-w-0 items-center gap-3.5 p-4.5">
          <Avatar of={of} />
          <div className="min-w-0 wrap-anywhere">
            <p className="text-xs text-ink-3">{role}</p>
            <b className="font-semibold">{of.name}</b>
            <p className="text-xs text-ink-3">
              {t('sessions', { count: known.sessions })}, {t('claims', { count: known.claims })},{' '}
              {t('upheld', { count: known.upheld })}
            </p>
          </div>
        </div>
      ))}
    </div>
  );
}
