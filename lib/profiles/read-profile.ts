export { findOwnProfile as readProfile } from './repository';
export { moveProviderStatus } from './repository';
