export {
  findOwnProfile as readProfile,
  findPracticeAddress as readPracticeAddress,
  findZone as readZone,
  lockProvider,
  moveProviderStatus,
  updatePracticeAddress,
} from './repository';
