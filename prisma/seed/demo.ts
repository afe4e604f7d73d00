import { hashPassword } from '@/lib/server/session/password';
import { demoPassword } from '@/lib/accounts/demo-accounts';
import { makeAccount } from './factories/accounts';
import { makeSpecialist } from './factories/providers';

/** Everything the demo holds, relative to now. */
export async function seedDemo(): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await makeAccount({
    email: 'client@demo.example',
    name: 'Marina Lefèvre',
    passwordHash,
    locale: 'fr',
    isDemo: true,
  });
  await makeSpecialist({
    account: {
      email: 'specialist@demo.example',
      name: 'Claire Vasseur',
      passwordHash,
      locale: 'fr',
      isDemo: true,
    },
    provider: { slug: 'claire-vasseur', portrait: 'p-claire' },
  });
}
