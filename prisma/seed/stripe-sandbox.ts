import { env } from '@/lib/server/env';

type Metadata = Record<string, string>;

/** The prepared past of the payment sandbox, as its control call `seed` takes it. Instants are ISO texts. */
export type SandboxMoney = {
  accounts: {
    id: string;
    created: string;
    email: string;
    displayName: string;
    country: string;
    onboarded: boolean;
    givenName: string;
    surname: string;
    metadata: Metadata;
  }[];
  customers: {
    id: string;
    created: string;
    email: string;
    name: string;
    paymentMethod?: string;
    metadata: Metadata;
  }[];
  taxRates: { id: string; created: string; percentage: number; country: string; metadata: Metadata }[];
  prices: {
    id: string;
    created: string;
    product: string;
    productName: string;
    lookupKey: string;
    unitAmount: number;
    interval: 'month' | 'year';
    metadata: Metadata;
  }[];
  subscriptions: {
    id: string;
    created: string;
    item: string;
    customer: string;
    paymentMethod: string;
    price: string;
    taxRate?: string;
    cancelAtPeriodEnd: boolean;
    metadata: Metadata;
    invoices: { id: string; intent: string; periodStart: string; periodEnd: string }[];
  }[];
  payments: {
    id: string;
    charge: string;
    balanceTransaction?: string;
    created: string;
    capturedAt?: string;
    canceledAt?: string;
    status: 'succeeded' | 'requires_capture' | 'canceled';
    amount: number;
    customer: string;
    paymentMethod?: string;
    manualCapture: boolean;
    transferGroup?: string;
    description: string;
    metadata: Metadata;
  }[];
  refunds: {
    id: string;
    charge: string;
    balanceTransaction: string;
    created: string;
    amount: number;
    metadata: Metadata;
  }[];
  transfers: {
    id: string;
    balanceTransaction: string;
    created: string;
    amount: number;
    destination: string;
    sourceTransaction: string;
    transferGroup: string;
    metadata: Metadata;
  }[];
};

type Service = 'stripe' | 'mail' | 'files';

function addressOf(service: Service): string | null {
  const { STRIPE_API_HOST, STRIPE_API_PORT, RESEND_BASE_URL, UPLOADTHING_API_URL } = env();
  if (service === 'files') return UPLOADTHING_API_URL ?? null;
  if (service === 'mail') return RESEND_BASE_URL ?? null;
  return STRIPE_API_HOST ? `http://${STRIPE_API_HOST}:${STRIPE_API_PORT}` : null;
}

/** A page of the payment sandbox, as it names it itself. */
export const sandboxPage = (path: string): string => `${addressOf('stripe') ?? ''}${path}`;

/** Whether a sandbox stands in for the payment service; without one there is no money to show. */
export const hasSandbox = () => addressOf('stripe') !== null;

async function control(service: Service, call: string, body: object): Promise<void> {
  const response = await fetch(`${addressOf(service)}/_sandbox/${call}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The ${service} sandbox refused ${call}: ${await response.text()}`);
}

/** Empties the sandboxes: an empty database has no money, no mails and no files. */
export async function resetSandboxes(): Promise<void> {
  await control('stripe', 'reset', {});
  await control('mail', 'reset', {});
  await control('files', 'reset', {});
}

export const seedSandbox = (money: Partial<SandboxMoney>) => control('stripe', 'seed', money);
