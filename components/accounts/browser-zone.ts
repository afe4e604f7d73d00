import { currentZoneName } from '@/lib/accounts/rules/zone-names';

/** The zone of this device under the name that our lists have: Chromium still says Europe/Kiev. */
export const browserZone = (): string => currentZoneName(Intl.DateTimeFormat().resolvedOptions().timeZone);
