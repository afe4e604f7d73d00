import type { ReactNode } from 'react';

export const metadata = { title: { template: '%s | Consilia', default: 'Consilia' } };

export default function AdminLayout({ children }: { children: ReactNode }) {
  return children;
}
