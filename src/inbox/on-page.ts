import { inRef, OFFICE_CHANNEL } from '../domain/message-ref.ts'
import { toPerson } from '../domain/notice.ts'
import type { Desk, Heard } from '../ports/desk.ts'

/** What answers a word from the office page is read on that page; what others hear of it goes out as always. */
export function answeredOnPage<D extends Pick<Desk, 'notify'>>(desk: D, { id, person }: Heard): D {
  if (inRef(id).channel !== OFFICE_CHANNEL) return desk
  const speaker = toPerson(person)
  return {
    ...desk,
    notify: (notices) => desk.notify(notices.map((n) => (n.answer && n.to === speaker ? { ...n, onPage: id } : n))),
  }
}
