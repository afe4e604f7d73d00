import { notFound } from 'next/navigation';

/** Addresses that lead nowhere are answered in the reader's language. */
export default function Page() {
  notFound();
}
