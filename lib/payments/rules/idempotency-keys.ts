/**
 * Keys under which the payment service knows our calls. A key is stored before its call and used at each
 * try, so that nothing happens twice; a number rises only where a new attempt is wanted.
 */
export const idempotencyKey = {
  /** Hosted checkout, the n-th of this payment; `said` marks its words, which may differ from try to try. */
  checkout: (paymentId: string, attempt: number, said: string) => `co:${paymentId}:${attempt}:${said}`,
  /** Closing a hosted checkout: once. */
  expireCheckout: (sessionId: string) => `ex:${sessionId}`,
  /** The customer of an account, with the mark of its words. */
  customer: (accountId: string, said: string) => `cu:${accountId}:${said}`,
  /** The connected account of a provider, with the mark of its words. */
  recipient: (providerId: string, said: string) => `ac:${providerId}:${said}`,
  /** Storing a card, in the same way. */
  setup: (paymentId: string, attempt: number, said: string) => `cs:${paymentId}:${attempt}:${said}`,
  /** Forgetting a stored card: once. */
  detachCard: (paymentMethodId: string) => `dt:${paymentMethodId}`,
  /** The hosted page on which a provider pays what it owes, with the mark of its words. */
  debtPayment: (debtPaymentId: string, said: string) => `dp:${debtPaymentId}:${said}`,
  /** The operator's own money, on its way to the bank. */
  ownPayout: (payoutId: string) => `po:${payoutId}`,
  /** Collecting an authorised amount: once. */
  capture: (paymentId: string) => `cap:${paymentId}`,
  /** Giving an authorised amount up: once. */
  cancelAuthorisation: (paymentId: string) => `void:${paymentId}`,
  /** Charging the stored card. */
  offSession: (paymentId: string, attempt: number) => `off:${paymentId}:${attempt}`,
  /** The k-th refund. */
  refund: (paymentId: string, number: number) => `rf:${paymentId}:${number}`,
  /** The transfer to the advisor; the number rises only after the service said that one failed. */
  transfer: (paymentId: string, attempt: number) => `tr:${paymentId}:${attempt}`,
  /** The k-th reversal. */
  reversal: (paymentId: string, number: number) => `rv:${paymentId}:${number}`,
} as const;
