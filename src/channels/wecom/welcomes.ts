import { z } from 'zod'
import type { Errand } from '../../ports/errands.ts'
import type { Greeter } from '../../ports/greeter.ts'
import { welcome } from '../../wording/wecom.ts'
import type { Ran } from './errands.ts'
import type { QyApi } from './qyapi.ts'

const Body = z.object({ code: z.string().min(1), scene: z.string().nullable() })
/** What a code of the platform is good for. */
const CODE_MS = 20_000

interface Needs {
  /** How this door's welcome is said. */
  send(code: string, text: string): ReturnType<QyApi['post']>
  greeter: Pick<Greeter, 'villageOf'>
  machine(): Date
}

/** One word to somebody who has just come in. The platform takes a code once, so trying twice says it once. */
export function sayWelcome({ send, greeter, machine }: Needs): (errand: Errand) => Promise<Ran> {
  return async ({ body, addedAt }) => {
    const { code, scene } = Body.parse(body)
    if (machine().getTime() - addedAt.getTime() > CODE_MS) return { done: 'too late' }
    const village = scene === null ? null : await greeter.villageOf(scene)
    const answer = await send(code, welcome(village))
    return answer.errcode === null ? { again: null } : { done: answer.errcode === 0 ? null : String(answer.errcode) }
  }
}

export const kfWelcome =
  (api: QyApi): Needs['send'] =>
  (code, text) =>
    api.post('kf/send_msg_on_event', { code, msgtype: 'text', text: { content: text } })

export const contactWelcome =
  (api: QyApi): Needs['send'] =>
  (code, text) =>
    api.post('externalcontact/send_welcome_msg', { welcome_code: code, text: { content: text } })
