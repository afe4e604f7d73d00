/**
 * The least that a card can be charged, in minor units (0.50 in euro and Swiss francs,
 * https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).
 */
export const MINIMUM_CHARGE = 50;
