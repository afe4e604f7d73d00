/** Everything known about some specialists' time in one window: one query, however many they are. */
export {
  type Post,
  hasRangeInPerson as readHasRangeInPerson,
  listSpecialistTimes as readSpecialistTimes,
} from './repository';
