export { findOwnProfile as readProfile } from './repository';
export { lockProvider, moveProviderStatus } from './repository';
