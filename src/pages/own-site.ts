import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a form was sent by a page of ours. Browsers say whose page has sent it; older ones only name its origin. Programs
 * say neither, and carry no cookie that was set for somebody else.
 */
export function isOwnSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin === undefined || URL.parse(headers.origin)?.host === headers.host
}

/** Whether a browser reaches us by https at this address of ours: then a cookie travels by nothing else. */
export function isSecureAt(address: string | null, host: string): boolean {
  const ours = URL.parse(address ?? '')
  return ours?.protocol === 'https:' && ours.host === host
}
