import { createHash } from 'node:crypto';

const digest = (key: string) => createHash('sha256').update(`consilia-demo/${key}`).digest('hex');

/** An id in the form of ours that is always the same for the same key, so that two seedings give the same rows. */
export function seedId(key: string): string {
  const hex = digest(key);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** An id in the form of the payment service's, `pi_…`, always the same for the same key. */
export function seedStripeId(prefix: string, key: string): string {
  return `${prefix}_demo${digest(`${prefix}/${key}`).slice(0, 20)}`;
}
