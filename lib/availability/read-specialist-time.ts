/** Everything known about some specialists' time in one window: one query, however many they are. */
export {
  hasRangeInPerson as readHasRangeInPerson,
  listSpecialistTimes as readSpecialistTimes,
} from './repository';
