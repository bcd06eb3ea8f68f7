import type { Account } from './library/letters.ts'

interface Setup {
  corpId: string
  secret: string
  keys: string
  sdk: string
  proxy: string | null
}

/** What the library is opened with: it takes a proxy's address and its name and password apart. */
export function accountOf({ proxy, ...rest }: Setup): Account {
  if (proxy === null) return { ...rest, proxy: '', proxyPassword: '' }
  const { protocol, host, username, password } = new URL(proxy)
  const proxyPassword = username === '' ? '' : [username, password].map(decodeURIComponent).join(':')
  return { ...rest, proxy: `${protocol}//${host}`, proxyPassword }
}
