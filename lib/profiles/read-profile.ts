export { findOwnProfile as readProfile } from './repository';
export { findZone as readZone, lockProvider, moveProviderStatus } from './repository';
