import { isIPv4 } from 'node:net';

/** The groups of an IPv6 address that a provider gives to one customer. */
const customer = 4;

/**
 * The network that an address is counted with: 256 addresses of IPv4, as one rents them; of IPv6 the /64 of one
 * customer.
 * @param address as a socket or a trusted proxy gives it
 */
export function networkOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/, '');
  if (isIPv4(plain)) return plain.replace(/\d+$/, '0/24');
  const [head = '', tail] = plain.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const groups =
    tail === undefined
      ? [...head]
      : [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return `${groups
    .slice(0, customer)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
