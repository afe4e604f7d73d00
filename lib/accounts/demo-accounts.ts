import { env } from '@/lib/server/env';

export const demoPassword = 'consilia-demo';

export type DemoRole = 'demoClient' | 'demoSpecialist' | 'demoOrganisation' | 'demoAdmin';

/** The accounts that the sign-in page lists, in the demo only. */
export function readDemoAccounts(): { email: string; role: DemoRole }[] {
  if (!env().CONSILIA_DEMO) return [];
  return [
    { email: 'client@demo.example', role: 'demoClient' },
    { email: 'specialist@demo.example', role: 'demoSpecialist' },
    { email: 'organisation@demo.example', role: 'demoOrganisation' },
    { email: 'admin@demo.example', role: 'demoAdmin' },
  ];
}
