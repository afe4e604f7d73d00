import type { Database } from '@/lib/server/db/client';
import type { Checked } from '@/lib/server/db/invariant';

type Balance = { currency: string; available: number; pending: number };

type BalanceDifference = { currency: string; ours: number; theirs: number };

/**
 * SP and SA of the ledger equal the balance that the payment service reports, in each currency. Money that is just
 * moving may differ for the seconds until its event is handled, and what the service charges for itself until the next
 * check books it (E21).
 */
export async function compareBalance(
  database: Database,
  balances: readonly Balance[],
): Promise<Checked & { differing: BalanceDifference[] }> {
  const rows = await database.$queryRaw<{ currency: string; amount: bigint; lines: bigint }[]>`
    select currency, sum(amount) as amount, count(*) as lines from ledger_line
    where account in ('SP', 'SA') group by currency`;
  const booked = new Map(rows.map(({ currency, amount }) => [currency, Number(amount)]));
  const reported = new Map(
    balances.map(({ currency, available, pending }) => [currency, available + pending]),
  );
  const differing = [...new Set([...booked.keys(), ...reported.keys()])]
    .map((currency) => ({
      currency,
      ours: booked.get(currency) ?? 0,
      theirs: reported.get(currency) ?? 0,
    }))
    .filter(({ ours, theirs }) => ours !== theirs);
  const violations = differing.map(({ currency, ours, theirs }) => ({
    id: currency,
    problem: `ledger ${ours}, payment service ${theirs}, difference ${ours - theirs}`,
  }));
  return {
    differing,
    name: 'payments.balanceOfService',
    says: 'SP and SA equal the balance of the payment service.',
    checked: rows.reduce((total, { lines }) => total + Number(lines), 0),
    violations,
  };
}
