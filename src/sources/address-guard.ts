import { promises as dns, type LookupAddress } from 'node:dns';
import { BlockList, isIP, isIPv4, isIPv6, type LookupFunction } from 'node:net';
import { BoardError } from '../errors.ts';

/** All addresses of a host name; rejects as `dns.promises.lookup` does. */
export type ResolveHost = (host: string) => Promise<readonly LookupAddress[]>;

/** Keeps the requests of user-written boards away from the user's own network (SSRF). */
export interface AddressGuard {
  /** Throws `misconfigured` when the host is given as an IP address that is not public. */
  check(url: URL): void;
  /**
   * For `net.connect`: resolves the name at the moment of connecting, so that a name that changes its address after
   * a check gains nothing. Fails with a `BoardError` when one of the addresses is not public.
   */
  readonly lookup: LookupFunction;
}

/** Throws `misconfigured` when an address is not one of the web, or carries a password for all logs to see. */
export function checkAddress(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new BoardError(
      'misconfigured',
      `Addresses that start with ${url.protocol} are not read, only http and https.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    const message = `The address of ${url.host} holds a user name or a password; remove it and use a secret instead.`;
    throw new BoardError('misconfigured', message);
  }
}

/** `allowPrivateHosts` are exempt, each exactly as it stands in an address (`localhost` does not cover `a.localhost`). */
export function createAddressGuard(
  allowPrivateHosts: readonly string[],
  resolve: ResolveHost = (host) => dns.lookup(host, { all: true }),
): AddressGuard {
  const exempt = new Set(allowPrivateHosts.map((host) => withoutBrackets(host.toLowerCase())));

  return {
    check(url) {
      const host = withoutBrackets(url.hostname);
      // `lookup` is not called for a literal address. `URL` has already turned 0x7f.1 and 2130706433 into 127.0.0.1.
      if (isIP(host) !== 0 && !exempt.has(host) && !isPublicAddress(host)) throw privateAddress(host);
    },

    lookup(hostname, options, callback) {
      resolve(hostname).then(
        (found) => {
          const addresses = found.filter(({ family }) => isWanted(family, options.family));
          const [first] = addresses;
          if (!exempt.has(hostname.toLowerCase()) && found.some(({ address }) => !isPublicAddress(address))) {
            callback(privateAddress(hostname), '');
          } else if (first === undefined) {
            callback(Object.assign(new Error(`No address for ${hostname}`), { code: 'ENOTFOUND' }), '');
          } else if (options.all) {
            callback(null, addresses);
          } else {
            callback(null, first.address, first.family);
          }
        },
        (error: NodeJS.ErrnoException) => callback(error, ''),
      );
    },
  };
}

/**
 * Whether an IP address belongs to the public internet, also when it wraps an IPv4 address (mapped, NAT64, 6to4).
 * Source: the IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890). Anything else is not public.
 */
export function isPublicAddress(address: string): boolean {
  const [bare = ''] = address.split('%');
  if (isIPv4(bare)) return !RESERVED.check(bare, 'ipv4');
  if (!isIPv6(bare)) return false;
  const wrapped = wrappedIpv4(bare);
  if (wrapped !== undefined) return isPublicAddress(wrapped);
  return GLOBAL_UNICAST.check(bare, 'ipv6') && !RESERVED.check(bare, 'ipv6');
}

const RESERVED = blockList([
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local, and the metadata service of most clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and broadcast
  '2001::/23', // protocol assignments, among them Teredo, which wraps an IPv4 address
  '2001:db8::/32', // documentation
  '3fff::/20', // documentation
]);

// All of IPv6 that is not in here is loopback, unique-local, link-local, site-local, multicast or unassigned.
const GLOBAL_UNICAST = blockList(['2000::/3']);

function blockList(subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', prefix] = subnet.split('/');
    list.addSubnet(network, Number(prefix), network.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** The IPv4 address inside `::ffff:0:0/96` (mapped), `64:ff9b::/96` (NAT64) or `2002::/16` (6to4). */
function wrappedIpv4(address: string): string | undefined {
  const groups = ipv6Groups(address);
  const [first = 0, second = 0, third = 0] = groups;
  if (first === 0x2002) return dotted(second, third);
  const prefix = groups.slice(0, 6).join();
  if (prefix !== '0,0,0,0,0,65535' && prefix !== `${0x64},${0xff9b},0,0,0,0`) return undefined;
  return dotted(groups[6] ?? 0, groups[7] ?? 0);
}

/** The eight numbers of a valid IPv6 address in any spelling. */
function ipv6Groups(address: string): number[] {
  // `URL` writes one canonical form without a dotted tail.
  const canonical = withoutBrackets(new URL(`http://[${address}]`).hostname);
  const [head = '', tail] = canonical.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return groups.map((group) => Number.parseInt(group, 16));
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}

function isWanted(family: number, wanted: number | 'IPv4' | 'IPv6' | undefined): boolean {
  if (wanted === undefined || wanted === 0) return true;
  return family === (wanted === 6 || wanted === 'IPv6' ? 6 : 4);
}

function withoutBrackets(host: string): string {
  return host.startsWith('[') ? host.slice(1, -1) : host;
}

function privateAddress(host: string): BoardError {
  return new BoardError(
    'misconfigured',
    `${host} is an address on a private network, which boards may not read; if it is yours and meant, add "${host}" to http.allowPrivateHosts.`,
  );
}
