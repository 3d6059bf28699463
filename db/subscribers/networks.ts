import { isIP } from 'node:net'
import { keyedHash } from '../../lib/secret'

/**
 * The network a client's address lies in, as wide as one customer is usually given: an IPv4 /24, an IPv6 /56. What is no address is a network of
 * its own, so that nobody escapes the limits by sending none.
 */
export function networkOf(clientAddress: string): string {
  switch (isIP(clientAddress)) {
    case 4:
      return `${clientAddress.split('.').slice(0, 3).join('.')}.0/24`
    case 6:
      return `${groupsOf(clientAddress).slice(0, 3).join(':')}:${(groupsOf(clientAddress)[3] ?? '0000').slice(0, 2)}00::/56`
    default:
      return 'unknown'
  }
}

/** What stands for a network in the consent ledger. */
export function networkHashOf(network: string): string {
  return keyedHash('networks', network)
}

/** An IPv6 address as eight groups of four hexadecimal digits. */
function groupsOf(address: string): string[] {
  const [bare = ''] = address.toLowerCase().split('%', 1)
  // Its last four bytes may be written as IPv4; they do not count here, only that they take two groups.
  const plain = bare.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0')
  const [head = '', tail] = plain.split('::')
  const groups = (text = '') => (text === '' ? [] : text.split(':'))
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(tail)]
  return all.map((group) => group.padStart(4, '0'))
}
