import { MissingPage } from '@/components/layout/missing-page';

// Static, so that the answer has its text without script and yet the status 404 (lib/server/cache/complete-page).
export const dynamic = 'error';
export const generateStaticParams = () => [];

export { missingMetadata as generateMetadata } from '@/components/layout/missing-page';

/** Addresses that lead nowhere are answered in the reader's language. */
export default function Page() {
  return <MissingPage />;
}
