import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { openDatabase } from '@/sandbox/http/database';
import type * as billing from '@/sandbox/stripe/billing/records';
import type * as records from '@/sandbox/stripe/records';
import { schema } from '@/sandbox/stripe/schema';

export type Page<T> = { items: T[]; hasMore: boolean };

export type PageQuery<T> = {
  account: string | null;
  limit: number;
  startingAfter?: string | undefined;
  endingBefore?: string | undefined;
  match?: Partial<Record<keyof T & string, string | undefined>>;
  created?: { gt?: number; gte?: number; lt?: number; lte?: number } | undefined;
};

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** One kind of record: JSON rows in `records`, newest first in lists, as Stripe orders them. */
export class Collection<T extends records.RecordBase> {
  constructor(
    private readonly db: DatabaseSync,
    private readonly kind: string,
  ) {}

  private parse(json: unknown): T {
    return JSON.parse(String(json));
  }

  find(id: string): T | undefined {
    const row = this.db.prepare('SELECT json FROM records WHERE id = ? AND kind = ?').get(id, this.kind);
    return row && this.parse(row.json);
  }

  /** Inserts, or replaces the row of the same id without changing its place in lists. */
  save(record: T): T {
    this.db
      .prepare(
        `INSERT INTO records (id, kind, account, created, json) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET json = excluded.json`,
      )
      .run(record.id, this.kind, record.account, record.created, JSON.stringify(record));
    return record;
  }

  where(field: keyof T & string, value: SQLInputValue): T[] {
    return this.db
      .prepare(
        `SELECT json FROM records WHERE kind = ? AND json_extract(json, '$.${field}') = ? ORDER BY created, seq`,
      )
      .all(this.kind, value)
      .map((row) => this.parse(row.json));
  }

  /** In the order of their making since that one, or all where there is no such one, whatever the clock said. */
  since(id: string): T[] {
    return this.db
      .prepare(
        'SELECT json FROM records WHERE kind = ? AND seq > coalesce((SELECT seq FROM records WHERE id = ?), 0) ORDER BY seq',
      )
      .all(this.kind, id)
      .map((row) => this.parse(row.json));
  }

  all(): T[] {
    return this.db
      .prepare('SELECT json FROM records WHERE kind = ? ORDER BY created, seq')
      .all(this.kind)
      .map((row) => this.parse(row.json));
  }

  page(query: PageQuery<T>): Page<T> {
    const conditions = ['kind = ?', 'account IS ?'];
    const values: SQLInputValue[] = [this.kind, query.account];
    for (const [field, value] of Object.entries(query.match ?? {})) {
      if (typeof value !== 'string') continue;
      conditions.push(`json_extract(json, '$.${field}') = ?`);
      values.push(value);
    }
    for (const [name, sign] of Object.entries(comparisons)) {
      const bound = Object.entries(query.created ?? {}).find(([key]) => key === name)?.[1];
      if (bound === undefined) continue;
      conditions.push(`created ${sign} ?`);
      values.push(bound);
    }
    const backwards = query.endingBefore !== undefined;
    const cursor = query.startingAfter ?? query.endingBefore;
    if (cursor !== undefined) {
      conditions.push(
        `(created, seq) ${backwards ? '>' : '<'} (SELECT created, seq FROM records WHERE id = ?)`,
      );
      values.push(cursor);
    }
    const direction = backwards ? 'ASC' : 'DESC';
    const rows = this.db
      .prepare(
        `SELECT json FROM records WHERE ${conditions.join(' AND ')} ORDER BY created ${direction}, seq ${direction} LIMIT ?`,
      )
      .all(...values, query.limit + 1);
    const items = rows.slice(0, query.limit).map((row) => this.parse(row.json));
    return { items: backwards ? items.reverse() : items, hasMore: rows.length > query.limit };
  }
}

/** All state of the Stripe sandbox. */
export class Store {
  readonly db: DatabaseSync;
  readonly customers: Collection<records.CustomerRecord>;
  readonly paymentMethods: Collection<records.PaymentMethodRecord>;
  readonly intents: Collection<records.IntentRecord>;
  readonly charges: Collection<records.ChargeRecord>;
  readonly setups: Collection<records.SetupRecord>;
  readonly checkouts: Collection<records.CheckoutRecord>;
  readonly refunds: Collection<records.RefundRecord>;
  readonly transfers: Collection<records.TransferRecord>;
  readonly reversals: Collection<records.ReversalRecord>;
  readonly balances: Collection<records.BalanceRecord>;
  readonly accounts: Collection<records.AccountRecord>;
  readonly links: Collection<records.LinkRecord>;
  readonly events: Collection<records.EventRecord>;
  readonly products: Collection<billing.ProductRecord>;
  readonly prices: Collection<billing.PriceRecord>;
  readonly taxRates: Collection<billing.TaxRateRecord>;
  readonly subscriptions: Collection<billing.SubscriptionRecord>;
  readonly invoices: Collection<billing.InvoiceRecord>;
  readonly schedules: Collection<billing.ScheduleRecord>;
  readonly portals: Collection<billing.PortalRecord>;
  readonly disputes: Collection<records.DisputeRecord>;
  readonly payouts: Collection<records.PayoutRecord>;

  constructor(file: string) {
    this.db = openDatabase(file, schema);
    this.customers = new Collection(this.db, 'customer');
    this.paymentMethods = new Collection(this.db, 'payment_method');
    this.intents = new Collection(this.db, 'payment_intent');
    this.charges = new Collection(this.db, 'charge');
    this.setups = new Collection(this.db, 'setup_intent');
    this.checkouts = new Collection(this.db, 'checkout');
    this.refunds = new Collection(this.db, 'refund');
    this.transfers = new Collection(this.db, 'transfer');
    this.reversals = new Collection(this.db, 'reversal');
    this.balances = new Collection(this.db, 'balance_transaction');
    this.accounts = new Collection(this.db, 'account');
    this.links = new Collection(this.db, 'link');
    this.events = new Collection(this.db, 'event');
    this.products = new Collection(this.db, 'product');
    this.prices = new Collection(this.db, 'price');
    this.taxRates = new Collection(this.db, 'tax_rate');
    this.subscriptions = new Collection(this.db, 'subscription');
    this.invoices = new Collection(this.db, 'invoice');
    this.schedules = new Collection(this.db, 'schedule');
    this.portals = new Collection(this.db, 'portal');
    this.disputes = new Collection(this.db, 'dispute');
    this.payouts = new Collection(this.db, 'payout');
  }

  readSetting(name: string): string | undefined {
    const row = this.db.prepare('SELECT value FROM settings WHERE name = ?').get(name);
    return row && String(row.value);
  }

  writeSetting(name: string, value: string): void {
    this.db.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(name, value);
  }

  /** Forgets everything, the clock included. */
  reset(): void {
    this.db.exec(
      'DELETE FROM records; DELETE FROM settings; DELETE FROM idempotency; DELETE FROM deliveries; DELETE FROM requests;',
    );
  }
}
