import { expect, test } from 'vitest';
import { isPaymentAddress } from '@/lib/payments/rules/payment-address';

test.each([
  'https://pay.example.org/nora',
  'https://PayPal.me/nora',
  'https://example.org:8443/a?b=c&d=%20#e',
  'https://xn--bcher-kva.example',
])('%s', (text) => expect(isPaymentAddress(text)).toBe(true));

test.each([
  'http://pay.example.org',
  'javascript:alert(1)',
  'https://',
  'https://nora@example.org',
  'https://nora:secret@example.org',
  'https://localhost/pay',
  'https://127.0.0.1/pay',
  'https://[::1]/pay',
  'https://example.org/a b',
  'https://example.org/"><script>',
  'https://example.org\\@evil.example',
  ' https://example.org',
  'HTTPS://example.org',
  `https://example.org/${'a'.repeat(500)}`,
  '',
])('not %s', (text) => expect(isPaymentAddress(text)).toBe(false));
