import { createNavigation } from 'next-intl/navigation';
import { routing } from './routing';

/** Links and redirects that know the localised paths; use these, not Next's own. */
export const { Link, redirect, usePathname, useRouter, getPathname } = createNavigation(routing);

/** A page with its parameters, as `Link` and `getPathname` take it. */
export type Href = Parameters<typeof getPathname>[0]['href'];
