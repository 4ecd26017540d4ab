import type { LookupAddress } from 'node:dns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardError } from '../../src/errors.ts';
import { checkAddress, createAddressGuard, isPublicAddress } from '../../src/sources/address-guard.ts';

describe('isPublicAddress', () => {
  it.each([
    ['this network', '0.0.0.0'],
    ['this network', '0.255.1.2'],
    ['private 10', '10.0.0.1'],
    ['private 10, last', '10.255.255.255'],
    ['carrier-grade NAT, first', '100.64.0.0'],
    ['carrier-grade NAT, last', '100.127.255.255'],
    ['a cloud metadata service inside it', '100.100.100.200'],
    ['loopback', '127.0.0.1'],
    ['loopback, last', '127.255.255.254'],
    ['cloud metadata', '169.254.169.254'],
    ['link-local', '169.254.0.1'],
    ['private 172, first', '172.16.0.0'],
    ['private 172, last', '172.31.255.255'],
    ['protocol assignments', '192.0.0.8'],
    ['documentation', '192.0.2.1'],
    ['6to4 relay', '192.88.99.1'],
    ['private 192', '192.168.1.1'],
    ['benchmarks, first', '198.18.0.0'],
    ['benchmarks, last', '198.19.255.255'],
    ['documentation 2', '198.51.100.7'],
    ['documentation 3', '203.0.113.7'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 unspecified', '::'],
    ['IPv6 loopback', '::1'],
    ['IPv6 loopback, long form', '0:0:0:0:0:0:0:1'],
    ['unique local', 'fc00::1'],
    ['unique local', 'fdff:ffff::1'],
    ['cloud metadata over IPv6', 'fd00:ec2::254'],
    ['link-local IPv6', 'fe80::1'],
    ['link-local IPv6 with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast IPv6', 'ff02::1'],
    ['discard only', '100::1'],
    ['documentation IPv6', '2001:db8::1'],
    ['newer documentation IPv6', '3fff::1'],
    ['Teredo', '2001::1'],
    ['benchmarks IPv6', '2001:2::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped loopback in hexadecimal', '::ffff:7f00:1'],
    ['mapped metadata', '::ffff:169.254.169.254'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['translated (SIIT)', '::ffff:0:127.0.0.1'],
    ['NAT64 of a private address', '64:ff9b::10.0.0.1'],
    ['local-use NAT64', '64:ff9b:1::8.8.8.8'],
    ['6to4 of a private address', '2002:c0a8:101::1'],
    ['6to4 of loopback', '2002:7f00:1::'],
    ['no address at all', 'localhost'],
    ['nothing', ''],
  ])('refuses %s: %s', (_, address) => {
    const isPublic = isPublicAddress(address);

    expect(isPublic).toBe(false);
  });

  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:80b::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
    '2002:808:808::1',
  ])('lets %s through', (address) => {
    const isPublic = isPublicAddress(address);

    expect(isPublic).toBe(true);
  });

  it('judges an IPv4 address the same however it is wrapped in IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const high = ((a << 8) | b).toString(16);
        const low = ((c << 8) | d).toString(16);

        const verdicts = [`::ffff:${address}`, `::ffff:${high}:${low}`, `0:0:0:0:0:FFFF:${high}:${low}`]
          .concat(`64:ff9b::${address}`, `2002:${high}:${low}::1`)
          .map(isPublicAddress);

        expect(new Set([...verdicts, isPublicAddress(address)]).size).toBe(1);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV6(), fc.ipV4Extended()), (text) => {
        const isPublic = isPublicAddress(text);

        expect(typeof isPublic).toBe('boolean');
      }),
    );
  });
});

describe('checkAddress', () => {
  it.each(['ftp://files.example.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x'])(
    'refuses %s, which is no web address',
    (text) => {
      const check = () => checkAddress(new URL(text));

      expect(check).toThrow(/only http and https/);
    },
  );

  it('refuses a password in the address without repeating it', () => {
    const check = () => checkAddress(new URL('https://ann:hunter2@boards.example.com/'));

    expect(check).toThrow(/^The address of boards\.example\.com holds a user name or a password/);
    expect(check).not.toThrow(/hunter2/);
  });
});

describe('createAddressGuard', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:127.0.0.1]:8080/',
    'http://169.254.169.254/latest/meta-data/',
    'http://１２７.0.0.1/',
    'https://[fd00:ec2::254]/',
  ])('refuses the literal address %s, for which no name is resolved', (text) => {
    const guard = createAddressGuard([]);

    const check = () => guard.check(new URL(text));

    expect(check).toThrow(/http\.allowPrivateHosts/);
  });

  it('refuses loopback in every spelling of its number', () => {
    const guard = createAddressGuard([]);
    const octet = fc.integer({ min: 0, max: 255 });
    const written = (value: number) => fc.constantFrom(`${value}`, `0x${value.toString(16)}`, `0${value.toString(8)}`);

    fc.assert(
      fc.property(
        fc.tuple(octet, octet, octet).chain((rest) => fc.tuple(...[127, ...rest].map(written))),
        (octets) => {
          const check = () => guard.check(new URL(`http://${octets.join('.')}/`));

          expect(check).toThrow(BoardError);
        },
      ),
    );
  });

  it('lets the exact hosts of the configuration through, in any spelling of the same address', () => {
    const guard = createAddressGuard(['127.0.0.1', '[::1]', '192.168.1.20']);

    const check = () => {
      for (const host of ['127.0.0.1', '2130706433', '[::1]', '192.168.1.20:8080'])
        guard.check(new URL(`http://${host}`));
    };

    expect(check).not.toThrow();
    expect(() => guard.check(new URL('http://127.0.0.2/'))).toThrow(/127\.0\.0\.2 is an address on a private network/);
  });

  it('refuses a name of which one address is private', async () => {
    const guard = createAddressGuard([], resolvesTo('93.184.216.34', '10.0.0.7'));

    const looking = lookUp(guard.lookup, 'careers.example.com');

    await expect(looking).rejects.toMatchObject({
      name: 'BoardError',
      kind: 'misconfigured',
      message: expect.stringContaining('add "careers.example.com" to http.allowPrivateHosts'),
    });
  });

  it('lets a private address through under the name that is configured, and under no name below it', async () => {
    const guard = createAddressGuard(['intranet.example'], resolvesTo('10.0.0.7'));

    const exact = await lookUp(guard.lookup, 'intranet.example');

    expect(exact).toEqual([{ address: '10.0.0.7', family: 4 }]);
    await expect(lookUp(guard.lookup, 'jobs.intranet.example')).rejects.toThrow(BoardError);
    await expect(lookUp(guard.lookup, 'intranet.example.')).rejects.toThrow(BoardError);
  });

  it('gives one address of the wanted family when one is asked for', async () => {
    const guard = createAddressGuard([], resolvesTo('93.184.216.34', '2606:4700::1111'));

    const answer = await new Promise((resolve) => {
      guard.lookup('careers.example.com', { family: 6 }, (error, address, family) => resolve([error, address, family]));
    });

    expect(answer).toEqual([null, '2606:4700::1111', 6]);
  });

  it('passes on that a name does not exist', async () => {
    const missing = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const guard = createAddressGuard([], () => Promise.reject(missing));

    const looking = lookUp(guard.lookup, 'nowhere.example.com');

    await expect(looking).rejects.toBe(missing);
  });
});

function resolvesTo(...addresses: string[]) {
  const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return () => Promise.resolve(found);
}

function lookUp(lookup: ReturnType<typeof createAddressGuard>['lookup'], host: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });
}
