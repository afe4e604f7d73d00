import { refuseInvalid, takeInvalidRequests } from '@/sandbox/testing/stripe';

/** Whether every request that the product sent to Stripe is one its SDK's types allow; 1 when not, with the requests. */
export async function checkRequestsAfter(port: number): Promise<number> {
  try {
    refuseInvalid(await takeInvalidRequests(`http://127.0.0.1:${port}`));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
