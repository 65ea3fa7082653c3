import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../../functions/platform/web/public-address';

describe('an address of the public internet', () => {
  test.each(['1.1.1.1', '103.9.76.1', '172.32.0.1', '192.169.0.1', '2001:4860:4860::8888', '2400:cb00::1'])(
    '%s is one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine', '127.255.255.254'],
    ['this machine', '0.0.0.0'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['a provider’s network', '100.64.0.1'],
    ['the cloud’s own service of credentials', '169.254.169.254'],
    ['many at once', '224.0.0.1'],
    ['all at once', '255.255.255.255'],
    ['this machine', '::1'],
    ['no address', '::'],
    ['this machine by IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['this machine by IPv4 in IPv6', '::ffff:7f00:1'],
    ['the cloud’s credentials through a translator', '64:ff9b::a9fe:a9fe'],
    ['this machine through a tunnel', '2002:7f00:1::'],
    ['a private network', 'fc00::1'],
    ['the cloud’s credentials', 'fd00:ec2::254'],
    ['one link', 'fe80::1'],
    ['an example', '2001:db8::1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('%s, %s, is none', (_what, address) => expect(isPublicAddress(address)).toBe(false));

  test('is never one of a private network, whatever its last numbers', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.constantFrom('10', '127', '192.168', '169.254'), byte, byte, byte, (net, ...rest) => {
        const address = [...net.split('.'), ...rest.map(String)].slice(0, 4).join('.');
        expect(isPublicAddress(address)).toBe(false);
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
    );
  });
});
