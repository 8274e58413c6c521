import { BlockList, isIP } from 'node:net'

/**
 * Whether an address lies in the public network. A webhook of the administrator's must not reach the machines behind the
 * platform (SSRF), however its name is resolved: what is asked is the number to which the connection goes.
 *
 * @source RFC 6890 special-purpose address registries; RFC 4291, RFC 6052 for addresses of IPv4 inside of IPv6
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  if (family === 4) return !reserved4.check(address, 'ipv4')
  const inside = mappedIpv4(address)
  if (inside !== undefined) return !reserved4.check(inside, 'ipv4')
  return !reserved6.check(address, 'ipv6')
}

function mappedIpv4(address: string): string | undefined {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
}

// Two lists: of one, the block of IPv4 inside of IPv6 would take in every address of IPv4.
const [reserved4, reserved6] = [new BlockList(), new BlockList()]
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  reserved4.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 128],
  ['::1', 128],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  reserved6.addSubnet(network, bits, 'ipv6')
}
