import type { FastifyInstance } from 'fastify'
import { html } from '../../pages/html.ts'
import { refusalStatus } from '../../pages/refusal-status.ts'
import { sendPage } from '../../pages/send.ts'
import { workbookWords as words } from '../../wording/start-workbook.ts'
import { operatorFrame } from '../operator-frame.ts'

const START = '/status/start'
const TOO_LARGE = 413

const sentencePage = (sentence: string): string =>
  operatorFrame({
    here: START,
    body: html`<section class="card"><p class="wrong" role="alert">${sentence}</p><p><a class="button" href="${START}">${words.notTaken.back}</a></p></section>`,
  })

/** What a browser shows is a page with a sentence, also where something was not sent as our pages send it. */
export function refuseByPage(inside: FastifyInstance): void {
  inside.setErrorHandler((fault, request, reply) => {
    const status = refusalStatus(fault)
    if (status >= 500) request.log.error({ err: fault, route: request.routeOptions.url }, 'request failed')
    const { notNow, tooLarge, broken } = words.notTaken
    return sendPage(reply, sentencePage(status >= 500 ? notNow : status === TOO_LARGE ? tooLarge : broken), status)
  })
}
