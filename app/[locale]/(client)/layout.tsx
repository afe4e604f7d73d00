import type { ReactNode } from 'react';

export const metadata = { title: { template: '%s | Consilia', default: 'Consilia' } };

export default function ClientLayout({ children }: { children: ReactNode }) {
  return children;
}
