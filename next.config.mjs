import { fileURLToPath } from 'node:url';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run typecheck` with the native compiler.
  typescript: { ignoreBuildErrors: true },
  // Rendered public pages live in the database, so that every process sees a change (docs/decisions).
  cacheHandler: fileURLToPath(new URL('./lib/server/cache/cache-handler.mjs', import.meta.url)),
  cacheMaxMemorySize: 0,
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pg-boss',
    'pino',
    '@react-email/components',
    '@react-email/render',
  ],
  images: { unoptimized: true },
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
};

export default withNextIntl(config);
