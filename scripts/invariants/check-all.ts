import { bookingInvariants } from '@/lib/booking/invariants';
import { claimInvariants } from '@/lib/claims/invariants';
import { eventInvariants } from '@/lib/events/invariants';
import { notificationInvariants } from '@/lib/notifications/invariants';
import { organisationInvariants } from '@/lib/organisations/invariants';
import { compareBalance } from '@/lib/payments/compare-balance';
import { documentInvariants } from '@/lib/payments/documents/invariants';
import { paymentInvariants } from '@/lib/payments/invariants';
import { planInvariants } from '@/lib/plans/invariants';
import type { Database } from '@/lib/server/db/client';
import { type Checked, checkInvariant } from '@/lib/server/db/invariant';
import { stripeGateway } from '@/lib/server/stripe/gateway';

export const invariants = [
  ...bookingInvariants,
  ...eventInvariants,
  ...claimInvariants,
  ...paymentInvariants,
  ...documentInvariants,
  ...planInvariants,
  ...organisationInvariants,
  ...notificationInvariants,
];

/** Every invariant on this database, and the ledger against the payment service's own balance. */
export async function checkAll(database: Database, now: Date): Promise<Checked[]> {
  const results: Checked[] = [];
  for (const invariant of invariants) results.push(await checkInvariant(database, invariant, now));
  results.push(await compareBalance(database, await stripeGateway().balance()));
  return results;
}

/** Invariants that had nothing to check: they say nothing about this database. */
export function emptyOnes(results: Checked[]): string[] {
  const empty = results.filter(({ checked }) => checked === 0).map(({ name }) => name);
  if (empty.length > 0) console.error(`Nothing to check for ${empty.join(', ')}.`);
  return empty;
}

/** One line for each, then what is wrong. */
export function printResults(results: Checked[]): number {
  for (const { name, says, checked, violations } of results) {
    const mark = violations.length > 0 ? '✗' : '✓';
    console.log(
      `${mark} ${name.padEnd(36)} ${String(checked).padStart(7)} checked  ${String(violations.length).padStart(3)} violations  ${says}`,
    );
    for (const { id, problem } of violations) console.log(`    ${id}: ${problem}`);
  }
  const total = results.reduce((sum, { violations }) => sum + violations.length, 0);
  const rows = results.reduce((sum, { checked }) => sum + checked, 0);
  console.log(`\n${results.length} invariants, ${rows} rows checked, ${total} violations.`);
  return total;
}
