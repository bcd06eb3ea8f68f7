import type { Scenes } from '../../ports/cursors.ts'
import type { Errands } from '../../ports/errands.ts'
import { type AppWord, readAppWord } from './callback/app-word.ts'
import { type Door, xmlEnvelope } from './callback/doors.ts'
import { readFlatXml } from './callback/flat-xml.ts'
import type { CallbackKeys } from './callback/sealed.ts'
import type { Diary } from './diary.ts'
import type { Ear } from './ear.ts'

/** What an event says is written a little later than it is told. */
const SETTLED_MS = 2000

interface Needs {
  ear: Pick<Ear, 'oneToOne'>
  errands: Pick<Errands, 'add'>
  scenes: Pick<Scenes, 'keep'>
  diary: Diary
  archive: { wake(): void } | null
  machine(): Date
  /** Something may be due at once. */
  added(): void
}

/** The application's and customer service's callbacks, which have one form. Unknown kinds are taken and only counted. */
export function xmlDoor(path: string, keys: CallbackKeys, needs: Needs): Door<AppWord> {
  return {
    path,
    keys,
    envelope: xmlEnvelope,
    read(message) {
      const xml = readFlatXml(message)
      return xml && readAppWord(xml.texts)
    },
    async take(word) {
      if (word.what === 'suite') {
        needs.diary.info({ door: path, type: word.type }, 'not for us')
        // The platform asks for this very word, and repeats the event until it has it.
        return 'success'
      }
      if (word.what === 'event') await takeEvent(word, needs)
      else if (word.what === 'unknown') needs.diary.info({ door: path, type: word.type }, 'not for us')
      else await needs.ear.oneToOne({ channel: 'wecom-app', externalId: word.from }, 'app', word)
      needs.added()
      return null
    },
  }
}

async function takeEvent(
  { event, key, fields }: AppWord & { what: 'event' },
  { errands, scenes, diary, archive, machine }: Needs,
): Promise<void> {
  if (event === 'msgaudit_notify') return archive?.wake()
  const { OpenKfId, Token, ChatId, ChangeType, ExternalUserID, State, WelcomeCode } = fields
  if (event === 'kf_msg_or_event' && OpenKfId)
    return errands.add({ key: `kf-pull:${key}`, what: 'kf-pull', body: { openKfId: OpenKfId, token: Token || null } }, machine())
  if (event === 'change_external_chat' && ChatId) {
    const body = { chatId: ChatId, dismissed: ChangeType === 'dismiss' }
    const soon = new Date(machine().getTime() + SETTLED_MS)
    return errands.add({ key: `group:${key}`, what: 'customer-group', body }, machine(), soon)
  }
  if (event === 'change_external_contact' && /^add_(half_)?external_contact$/u.test(ChangeType ?? '') && ExternalUserID) {
    if (State) await scenes.keep(ExternalUserID, State)
    if (WelcomeCode)
      await errands.add({ key: `welcome:${key}`, what: 'contact-welcome', body: { code: WelcomeCode, scene: State || null } }, machine())
    return
  }
  diary.info({ event: event.slice(0, 40) }, 'not for us')
}
