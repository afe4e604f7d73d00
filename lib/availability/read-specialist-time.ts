/** Everything known about some specialists' time in one window: one query, however many they are. */
export {
  type Post,
  hasRangeInPerson as readHasRangeInPerson,
  listLoads as readLoads,
  listSpecialistTimes as readSpecialistTimes,
} from './repository';
