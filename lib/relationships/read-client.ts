/** A client of the provider, or null: whoever is not tied to it does not exist for it. */
export { findClient as readClient } from './repository';
export type { Client } from './types';
