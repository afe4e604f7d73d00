/** The latest of what an account was told, for the domain that the news is about. */
export { listNotifications as readNotifications } from './repository';
