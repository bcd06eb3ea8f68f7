import type { Hearing } from '../../ports/hearing.ts'
import { lookAtGroup } from './customer-groups.ts'
import type { Ear } from './ear.ts'
import type { Runs } from './errands.ts'
import { fetchMedia } from './fetch-media.ts'
import { CALL_MS } from './http.ts'
import { kfSync } from './kf-sync.ts'
import type { ListenNeeds } from './listen-needs.ts'
import { contactWelcome, kfWelcome, sayWelcome } from './welcomes.ts'

/** What becomes of each kind of errand, as far as this setup can do it. */
export function runsOf(needs: ListenNeeds & { hearing: Hearing; ear: Ear; botAesKey: string | null }): Runs {
  const { app, kf, contact } = needs.apis
  // 客户联系 is called with its own secret, or by the application that was let in to it.
  const contacts = contact ?? app
  const media = fetchMedia({ ...needs, hear: needs.hearing.hear, callMs: CALL_MS })
  return {
    photo: media,
    voice: media,
    ...needs.archive?.runs,
    ...(kf && { 'kf-pull': kfSync({ ...needs, api: kf }), 'kf-welcome': sayWelcome({ ...needs, send: kfWelcome(kf) }) }),
    ...(contacts && {
      'customer-group': lookAtGroup({ api: contacts, happened: needs.hearing.happened }),
      'contact-welcome': sayWelcome({ ...needs, send: contactWelcome(contacts) }),
    }),
  }
}
