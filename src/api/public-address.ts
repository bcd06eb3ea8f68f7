import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** 0.0.0.0/8 and so on: our own machine, networks of one's own, what leads nowhere or to many. */
const V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'
/** Besides the same: whatever carries an address of the older kind inside. */
const V6 =
  '::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8'

/** Apart, for a list of both takes an address of the older kind for the newer one that carries it. */
function closedTo(nets: string, kind: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const net of nets.split(' ')) {
    const [address = '', bits] = net.split('/')
    list.addSubnet(address, Number(bits), kind)
  }
  return list
}
const closed4 = closedTo(V4, 'ipv4')
const closed6 = closedTo(V6, 'ipv6')

/** Whether an address is somebody else's on the internet: not this machine, not the network it stands in. */
export function isPublic(address: string): boolean {
  const kind = isIP(address)
  return kind === 4 ? !closed4.check(address, 'ipv4') : kind === 6 && !closed6.check(address, 'ipv6')
}

export class ForbiddenAddress extends Error {
  readonly code = 'FORBIDDEN_ADDRESS'
}

/** The host of an address as it is connected to, without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/gu, '')

/**
 * Looks a name up and hands on only what may be connected to: what is connected to is what was looked at, however the name
 * answers the next time.
 */
export const publicLookup: LookupFunction = (name, options, done) => {
  resolve(name, { ...options, all: true }, (fault, found) => {
    if (fault) return done(fault, '')
    const open = found.filter(({ address }) => isPublic(address))
    const [first] = open
    if (!first) return done(new ForbiddenAddress(name), '')
    return options.all ? done(null, open) : done(null, first.address, first.family)
  })
}
