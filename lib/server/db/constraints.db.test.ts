import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from './client';
import { isConstraintViolation } from './errors';
import { inTransaction } from './transaction';

async function specialist(): Promise<string> {
  const account = await db().account.create({
    data: { email: `${randomUUID()}@test.example`, name: 'A', locale: 'en', timeZone: 'Europe/Berlin' },
  });
  const provider = await db().provider.create({
    data: {
      accountId: account.id,
      kind: 'specialist',
      slug: randomUUID(),
      displayName: 'A',
      timeZone: 'Europe/Berlin',
      mainLocale: 'en',
    },
  });
  return provider.id;
}

const at = (hour: number) => new Date(Date.UTC(2027, 0, 4, hour));
const occupy = (specialistId: string, from: number, to: number) =>
  db().occupancy.create({
    data: { specialistId, startsAt: at(from), endsAt: at(to), kind: 'booking', sourceId: randomUUID() },
  });

const failure = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('the database took it');
};

describe('occupancy', () => {
  it('lets intervals touch, and refuses those that overlap by a moment', async () => {
    const id = await specialist();
    await occupy(id, 9, 10);
    await occupy(id, 10, 11);
    expect(isConstraintViolation(await failure(occupy(id, 8, 12)), 'occupancy_no_overlap')).toBe(true);
  });

  it('lets two specialists work at one time', async () => {
    await occupy(await specialist(), 9, 10);
    await occupy(await specialist(), 9, 10);
    expect(await db().occupancy.count({ where: { startsAt: at(9) } })).toBeGreaterThanOrEqual(2);
  });

  it('keeps the promise under parallel requests', async () => {
    const id = await specialist();
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => occupy(id, 14, 15)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('ledger', () => {
  const post = (amounts: number[]) =>
    inTransaction(async (tx) => {
      const { id } = await tx.ledgerTransaction.create({
        data: { externalRef: randomUUID(), kind: 'E1', occurredAt: at(0) },
      });
      await tx.ledgerLine.createMany({
        data: amounts.map((amount) => ({
          transactionId: id,
          account: 'SP' as const,
          amount,
          currency: 'EUR',
        })),
      });
      return id;
    });

  it('takes what sums to 0 and refuses what does not, or is empty', async () => {
    await post([100, -60, -40]);
    expect(isConstraintViolation(await failure(post([100, -60])), 'ledger_balanced')).toBe(true);
    expect(isConstraintViolation(await failure(post([])), 'ledger_balanced')).toBe(true);
  });

  it('refuses any change and any deletion', async () => {
    const id = await post([5, -5]);
    expect(
      String(
        await failure(db().ledgerLine.updateMany({ where: { transactionId: id }, data: { amount: 0 } })),
      ),
    ).toContain('append-only');
    expect(String(await failure(db().ledgerTransaction.deleteMany({ where: { id } })))).toContain(
      'append-only',
    );
  });

  it('refuses a line added later that unbalances a committed transaction', async () => {
    const id = await post([7, -7]);
    const line = { transactionId: id, account: 'SP' as const, amount: 1, currency: 'EUR' };
    expect(
      isConstraintViolation(await failure(db().ledgerLine.create({ data: line })), 'ledger_balanced'),
    ).toBe(true);
  });
});
