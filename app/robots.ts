import type { MetadataRoute } from 'next';
import { siteAddress } from '@/lib/i18n/site';

export const dynamic = 'force-dynamic';

/** Everything may be read but the interfaces; personal pages say themselves that they are not to be indexed. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: '/api/' },
    sitemap: `${siteAddress()}/sitemap-index.xml`,
  };
}
