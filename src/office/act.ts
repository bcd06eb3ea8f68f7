import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { matterPath } from '../domain/office-path.ts'
import { html } from '../pages/html.ts'
import { sendPage } from '../pages/send.ts'
import type { MatterOnRecord, OfficeActs, Viewer } from '../ports/office.ts'
import { buttonOf, hintOf, actWords as words } from '../wording/office-acts.ts'
import { fieldNames, fieldsOf } from './fields.ts'
import { type ActForm, formOf, isOneTap } from './forms.ts'
import { officePage } from './layout.ts'
import { type CleanPhoto, readFields, readForm, type SentFields } from './read-form.ts'
import { answered, backTo, FormId } from './said.ts'
import { sentenceOf } from './sentence.ts'
import { seenBy } from './sight.ts'
import { viewerOf } from './viewers.ts'

export interface ActNeeds {
  acts: OfficeActs
  clean: CleanPhoto
  newId(): string
}

const Step = z.object({ label: z.string().max(20), order: z.string().max(10) })
const Asked = z.object({ back: z.string().optional().catch(undefined) })

interface Stepping {
  viewer: Viewer
  record: MatterOnRecord
  form: ActForm
}

interface Kept {
  id: string
  back: string
  fields: SentFields
  trouble?: string
  texts?: readonly string[]
}

/** One step with its few fields, on a page of its own: nothing that changes elsewhere can take away what is being typed. */
function stepPage({ viewer, record: { ticket }, form }: Stepping, { id, back, fields, trouble, texts }: Kept): string {
  const hint = hintOf(form.order)
  const title = `${buttonOf(form.order)} ${ticket.label}`
  const files = form.takes.includes('photo') && html` enctype="multipart/form-data"`
  return officePage({
    viewer,
    title,
    at: null,
    body: html`<div class="narrow"><h1>${title}</h1><p class="soft">${ticket.title}</p>
${texts !== undefined && answered(viewer, texts)}${trouble !== undefined && html`<p class="wrong" role="alert">${trouble}</p>`}
<form class="card step" method="post"${files}><input type="hidden" name="id" value="${id}"><input type="hidden" name="back" value="${back}">
${hint !== null && html`<p>${hint}</p>`}${fieldsOf(viewer, ticket, form, fields)}
<p class="row"><button class="first">${words.send(buttonOf(form.order))}</button><a class="button" href="${back}">${words.cancel}</a></p></form></div>`,
  })
}

/** Every step of a matter: its form, and what is said to the bot when it is sent. */
export function actRoutes(app: FastifyInstance, { acts, newId, clean }: ActNeeds): void {
  /** Null where there is no such step, or for this viewer no such matter. */
  async function stepping(request: FastifyRequest): Promise<Stepping | null> {
    const { label, order } = Step.parse(request.params)
    const viewer = viewerOf(request)
    const record = await acts.matter(viewer, label)
    const form = formOf(order)
    return record && form && seenBy(viewer, record) !== 'none' ? { viewer, record, form } : null
  }
  const notNow = (reply: FastifyReply, { viewer, record: { ticket } }: Stepping) =>
    sendPage(
      reply,
      officePage({
        ...{ viewer, title: words.notNow, at: null },
        body: html`<div class="narrow"><h1>${words.notNow}</h1><p>${words.notNowHint}</p><p><a class="button" href="${matterPath(ticket.label)}">${ticket.label}</a></p></div>`,
      }),
      409,
    )

  app.get('/m/:label/do/:order', async (request, reply) => {
    const step = await stepping(request)
    if (!step) return reply.callNotFound()
    const [rights] = await acts.rights(step.viewer, [step.record.ticket])
    if (!rights?.orders.includes(step.form.order)) return notNow(reply, step)
    const back = Asked.parse(request.query).back ?? matterPath(step.record.ticket.label)
    return sendPage(reply, stepPage(step, { id: newId(), back, fields: {} }))
  })

  app.post('/m/:label/do/:order', { bodyLimit: 70_000_000 }, async (request, reply) => {
    const step = await stepping(request)
    if (!step) return reply.callNotFound()
    const { form, viewer, record } = step
    const { fields, photos, trouble } = await readForm(request, clean)
    const id = FormId.parse(fields.id)
    const back = fields.back ?? matterPath(record.ticket.label)
    const missing = form.needs.find((field) => (fields[field] ?? '') === '')
    if (missing || trouble) {
      const why = trouble ? words[trouble] : words.missing(fieldNames(form.order)[missing ?? 'note'])
      return sendPage(reply, stepPage(step, { id, back, fields, trouble: why }), 422)
    }
    const text = sentenceOf(form.order, record.ticket.label, fields)
    const { done, texts } = await acts.say(viewer, { id, text, quote: null, photos })
    if (done || isOneTap(form)) return reply.redirect(backTo(back, id), 303)
    return sendPage(reply, stepPage(step, { id: newId(), back, fields, texts }))
  })

  app.post('/undo', async (request, reply) => {
    const fields = readFields(request)
    const id = FormId.parse(fields.id)
    await acts.say(viewerOf(request), { id, text: UNDO, quote: null, photos: [] })
    return reply.redirect(backTo(fields.back, id), 303)
  })
}

const UNDO = words.undo
