import { describe, expect, it } from 'vitest';
import { isPublicAddress, parsePublicUrl } from './public-address';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '193.0.14.129', '2606:4700::1111', '2a00:1450:4007:80e::200e'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['0.0.0.0', 'nowhere'],
    ['10.1.2.3', 'private'],
    ['100.64.0.1', 'behind a carrier'],
    ['127.0.0.1', 'this machine'],
    ['169.254.169.254', 'a cloud’s own data'],
    ['172.31.255.255', 'private'],
    ['192.0.2.1', 'for examples'],
    ['192.168.0.1', 'private'],
    ['198.18.0.1', 'for measurements'],
    ['224.0.0.1', 'a group'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'everybody near'],
    ['::', 'nowhere'],
    ['::1', 'this machine'],
    ['::127.0.0.1', 'IPv4, compatible'],
    ['::ffff:10.0.0.1', 'IPv4, mapped'],
    ['64:ff9b::7f00:1', 'IPv4, translated'],
    ['64:ff9b:1::1', 'IPv4, translated locally'],
    ['2002:7f00:1::', 'IPv4 in a tunnel'],
    ['2001::1', 'a tunnel'],
    ['2001:db8::1', 'for examples'],
    ['fc00::1', 'unique local'],
    ['fd00:ec2::254', 'a cloud’s own data'],
    ['fe80::1', 'link-local'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'a group'],
    ['4000::1', 'handed out to nobody'],
    ['example.com', 'a name'],
    ['', 'nothing'],
  ])('%s is not: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('parsePublicUrl', () => {
  const read = (text: string) => parsePublicUrl(text, 'consilia.example')?.href;

  it('takes https, and webcal as https', () => {
    expect(read(' https://calendar.example.org/private/a%40b/basic.ics?x=1#y ')).toBe(
      'https://calendar.example.org/private/a%40b/basic.ics?x=1',
    );
    expect(read('webcal://p12.example.org/published/2/x')).toBe('https://p12.example.org/published/2/x');
    expect(read('https://8.8.8.8/x')).toBe('https://8.8.8.8/x');
    expect(read('https://calendar.example.org:443/x')).toBe('https://calendar.example.org/x');
  });

  it.each([
    'http://calendar.example.org/x',
    'ftp://calendar.example.org/x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://calendar.example.org:8443/x',
    'https://name:secret@calendar.example.org/x',
    'https://name@calendar.example.org/x',
    'https://consilia.example/api/calendar/x',
    'https://CONSILIA.example./x',
    'https://localhost/x',
    'https://database/x',
    'https://127.0.0.1/x',
    'https://127.1/x',
    'https://2130706433/x',
    'https://0x7f.0.0.1/x',
    'https://0177.0.0.1/x',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://169.254.169.254/latest/meta-data',
    'calendar.example.org/x',
    'https://',
    '',
  ])('refuses %s', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
