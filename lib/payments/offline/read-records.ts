export { listRecords as readRecords } from './repository';
