import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };
const ignored = ['node_modules/**', '.next/**', '.data/**'];

/** Layers: unit needs nothing; db a real Postgres; contract the sandboxes. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...ignored, '**/*.db.test.ts', '**/*.contract.test.ts', 'e2e/**'],
          env: { TZ: 'Asia/Kathmandu' },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'contract',
          include: ['**/*.contract.test.ts'],
          exclude: ignored,
          env: { TZ: 'Asia/Kathmandu' },
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: ignored,
          env: { TZ: 'Asia/Kathmandu' },
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Mails know our addresses: next-intl asks for next/navigation without its ending.
          server: { deps: { inline: ['next-intl'] } },
          globalSetup: ['./prisma/test-database.ts'],
          setupFiles: ['./prisma/test-worker.ts'],
        },
      },
    ],
  },
});
