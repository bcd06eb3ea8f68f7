import { randomBytes } from 'node:crypto'
import { type CallbackKeys, seal } from '../../src/channels/wecom/callback/sealed.ts'

/** A request as the platform makes it. */
export interface PlatformCall {
  url: string
  body: string
}

let count = 0

function signed(path: string, keys: CallbackKeys, message: string, more: Record<string, string> = {}) {
  const nonce = String(1_000_000 + ++count)
  const sealed = seal(keys, message, { timestamp: String(Math.floor(Date.now() / 1000)), nonce, random: randomBytes(16) })
  const query = new URLSearchParams({ msg_signature: sealed.msgsignature, timestamp: String(sealed.timestamp), nonce, ...more })
  return { sealed, url: `${path}?${query}`, query }
}

/** What the administrator's page asks when the settings are saved. */
export function echoCall(path: string, keys: CallbackKeys, echo: string): PlatformCall {
  const { sealed, url } = signed(path, keys, echo)
  return { url: `${url}&${new URLSearchParams({ echostr: sealed.encrypt })}`, body: '' }
}

export function xmlCall(path: string, keys: CallbackKeys, fields: Record<string, string>): PlatformCall {
  const inner = Object.entries({ ToUserName: keys.receiveId, ...fields }).map(([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`)
  return rawXmlCall(path, keys, `<xml>${inner.join('')}</xml>`)
}

/** The same around whatever is said to lie in it. */
export function rawXmlCall(path: string, keys: CallbackKeys, inner: string): PlatformCall {
  const { sealed, url } = signed(path, keys, inner)
  const body = `<xml><ToUserName><![CDATA[${keys.receiveId}]]></ToUserName><Encrypt><![CDATA[${sealed.encrypt}]]></Encrypt><AgentID><![CDATA[1]]></AgentID></xml>`
  return { url, body }
}

export function jsonCall(path: string, keys: CallbackKeys, message: object): PlatformCall {
  const { sealed, url } = signed(path, keys, JSON.stringify(message))
  return { url, body: JSON.stringify({ encrypt: sealed.encrypt }) }
}

/** The platform's own request over the network. */
export const callAt = (base: string, { url, body }: PlatformCall, type = 'text/xml'): Promise<Response> =>
  fetch(base + url, body === '' ? {} : { method: 'POST', body, headers: { 'content-type': type } })
