export {
  findAvailableUntil as readAvailableUntil,
  findOwnProfile as readProfile,
  findPracticeAddress as readPracticeAddress,
  findZone as readZone,
  lockProvider,
  moveProviderStatus,
  updatePracticeAddress,
  writeAvailableUntil,
} from './repository';
