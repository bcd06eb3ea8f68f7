import { KINDS } from '../domain/judgement.ts'
import { dayOf as dayOfDate } from '../domain/moments.ts'
import type { OrderName } from '../domain/order-name.ts'
import { isCadre, type Person } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { isCadreOf, onLeave, villageOf } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Viewer } from '../ports/office.ts'
import { kindNames, roleNames } from '../wording/names.ts'
import { dayOf, noteOf, actWords as words } from '../wording/office-acts.ts'
import type { ActForm, Field } from './forms.ts'
import type { SentFields } from './read-form.ts'

type Draw = (of: { viewer: Viewer; ticket: Ticket; name: string; value: string; needed: boolean }) => Markup

export const fieldNames = (order: OrderName): Record<Field, string> => ({
  ...{ person: words.person, kind: words.kind, into: words.into, photo: words.photo },
  ...{ day: dayOf(order), note: noteOf(order) },
})

/** Of the matter's village first, then of the town; never whom it is about. */
function cadresFor({ person: self, roster }: Viewer, { village, about }: Ticket): Person[] {
  const may = [...roster.people.values()].filter(
    (p) => isCadre(p) && isCadreOf(roster, p, village) && p.id !== self.id && !about.includes(p.id),
  )
  const isNear = (p: Person) => p.roles.some((r) => villageOf(roster, r.grid) === village)
  return [...may.filter(isNear), ...may.filter((p) => !isNear(p))]
}

/** 坪头村王芳: sure to mean one person when it is read as an order. */
function optionOf({ roster }: Viewer, p: Person, chosen: string): Markup {
  const role = p.roles.find((r) => r.role !== 'resident')
  const village = villageOf(roster, role?.grid ?? '')
  const said = `${village ? placeName(roster, village) : ''}${p.name}`
  const place = role ? `${placeName(roster, role.grid)}${roleNames[role.role]}` : ''
  return html`<option value="${said}"${said === chosen && html` selected`}>${p.name}（${place}${onLeave(roster, p.id) && words.away}）</option>`
}

const required = (needed: boolean) => needed && html` required`

const DRAWN: Record<Field, Draw> = {
  person: ({ viewer, ticket, name, value, needed }) =>
    html`<label>${name}<select name="person"${required(needed)}><option value="">${words.choosePerson}</option>${cadresFor(viewer, ticket).map((p) => optionOf(viewer, p, value))}</select></label>`,
  kind: ({ ticket, name, value }) =>
    html`<fieldset><legend>${name}</legend>${KINDS.filter((k) => k !== ticket.kind).map((k) => html`<label class="choice"><input type="radio" name="kind" value="${kindNames[k]}" required${kindNames[k] === value && html` checked`}> ${kindNames[k]}</label>`)}</fieldset>`,
  into: ({ name, value, needed }) =>
    html`<label>${name}<input name="into" value="${value}" maxlength="12" autocomplete="off"${required(needed)}></label>`,
  day: ({ viewer, name, value, needed }) =>
    html`<label>${name}${optional(needed)}<input type="date" name="day" value="${value}" min="${dayOfDate(viewer.now)}"${required(needed)}></label>`,
  note: ({ name, value, needed }) =>
    html`<label>${name}${optional(needed)}<textarea name="note" rows="3" maxlength="500"${required(needed)}>${value}</textarea></label>`,
  photo: ({ name }) =>
    html`<label>${name}<input type="file" name="photo" accept="image/*" multiple><small>${words.photoHint}</small></label>`,
}

const optional = (needed: boolean) => !needed && html` <small>${words.optional}</small>`

export const fieldsOf = (viewer: Viewer, ticket: Ticket, { order, needs, takes }: ActForm, sent: SentFields): Markup => {
  const draw = (needed: boolean) => (field: Field) =>
    DRAWN[field]({ viewer, ticket, name: fieldNames(order)[field], value: sent[field] ?? '', needed })
  return html`${needs.map(draw(true))}${takes.map(draw(false))}`
}
