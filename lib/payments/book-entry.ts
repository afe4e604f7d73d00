/** Books an entry of the ledger for a domain above, once for its reference; see `insertEntry`. */
export { insertEntry as bookEntry } from './repository';
