import type { Metadata, Viewport } from 'next';
import { hasLocale } from 'next-intl';
import { notFound } from 'next/navigation';
import { locale as rootLocale } from 'next/root-params';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { themeScript } from '@/components/layout/theme-script';
import { locales } from '@/lib/i18n/routing';
import { fontsOf } from '../fonts';
import '../globals.css';

export const metadata: Metadata = { applicationName: 'Consilia', formatDetection: { telephone: false } };

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcf9f2' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1919' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await rootLocale();
  if (!hasLocale(locales, locale)) notFound();
  for (const font of fontsOf(locale)) {
    preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  }
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
