export {
  findAvailableUntil as readAvailableUntil,
  findOwnProfile as readProfile,
  findPracticeAddress as readPracticeAddress,
  findZone as readZone,
  isSuspended as readIsSuspended,
  lockProvider,
  moveProviderStatus,
  updatePracticeAddress,
  writeAvailableUntil,
} from './repository';
