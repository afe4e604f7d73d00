export { type ImportedTime, listImportedTimes as readImportedTimes } from './repository';
