export { findOwnProfile as readProfile } from './repository';
export {
  findAvailableUntil as readAvailableUntil,
  findZone as readZone,
  lockProvider,
  moveProviderStatus,
  writeAvailableUntil,
} from './repository';
