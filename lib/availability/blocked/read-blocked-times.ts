export { type BlockedTime, listBlockedTimes as readBlockedTimes } from './repository';
