import type { FastifyReply } from 'fastify'
import { OFFICE } from '../domain/office-path.ts'
import type { Markup } from '../pages/html.ts'
import { sendPage } from '../pages/send.ts'
import type { Viewer } from '../ports/office.ts'
import { officePage } from './layout.ts'
import type { PlaceName } from './navigation.ts'

/** A page of what is read in lists, in their own style. */
export const sendList = (reply: FastifyReply, viewer: Viewer, at: PlaceName, title: string, body: Markup): FastifyReply =>
  sendPage(reply, officePage({ viewer, title, at, styles: [`${OFFICE}/lists.css`], body }))
