const LONGEST = 160

/** A fault as one short line. The gateway's errors carry the token, whole or without its first part. */
export function plainly(fault: unknown, token: string | null): string {
  const said = fault instanceof Error ? fault.message : typeof fault === 'string' ? fault : 'unknown fault'
  const secrets = token === null ? [] : [token, token.slice(token.indexOf('_') + 1)].filter((s) => s.length >= 4)
  const clean = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), said)
  return clean.replace(/\s+/gu, ' ').trim().slice(0, LONGEST)
}
