import { randomUUID } from 'node:crypto'
import { keySight } from '../../domain/api-key.ts'
import { later } from '../../domain/durations.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { changesOf } from '../../domain/webhook.ts'
import type { ClaimedDelivery, Deliveries } from '../../ports/deliveries.ts'
import { COLUMNS } from '../columns.ts'
import type { Sealer } from '../seal.ts'
import type { Database, Transaction } from '../transaction.ts'
import { apiKeyFrom } from './keys.ts'

/** Whoever listens is told of it: written with the change itself, so that neither a restart nor a fault loses it. */
export async function queueTellings(tx: Transaction, town: string, now: Date, before: Ticket | null, after: Ticket): Promise<void> {
  const changes = changesOf(before, after)
  if (changes.length === 0) return
  const webhooks = await tx.webhook.findMany({ where: { townId: town, stoppedAt: null } })
  if (webhooks.length === 0) return
  const keys = new Map((await tx.apiKey.findMany({ where: { townId: town, revokedAt: null } })).map((k) => [k.id, apiKeyFrom(k)]))
  // Whether it was handed in with a key is only known once its messages lie with it; what is sent is looked at again.
  const perhaps = (id: string): boolean => {
    const key = keys.get(id)
    return key !== undefined && keySight(key, after, true) !== 'none'
  }
  const machine = new Date()
  await tx.webhookDelivery.createMany({
    data: webhooks
      .filter((w) => perhaps(w.keyId))
      .flatMap((w) => changes.filter((c) => w.events.includes(c)).map((event) => ({ webhookId: w.id, event })))
      .map((d) => ({ townId: town, id: `msg_${randomUUID().replaceAll('-', '')}`, ticketId: after.id, at: now, retryAt: machine, ...d })),
  })
}

export const deliveriesOf = (db: Database, seal: Sealer): Deliveries => ({
  async claim(limit, now, holdMs) {
    const held = await db.$queryRaw<{ townId: string; id: string }[]>`
      WITH due AS (
        SELECT d."townId", d.id FROM "WebhookDelivery" d
        WHERE d.state = 'waiting' AND d."retryAt" <= ${now} AND (d."heldUntil" IS NULL OR d."heldUntil" < ${now})
          AND NOT EXISTS (
            SELECT 1 FROM "WebhookDelivery" b WHERE b."townId" = d."townId" AND b."webhookId" = d."webhookId" AND b."ticketId" = d."ticketId"
              AND b.seq < d.seq AND b.state = 'waiting')
        ORDER BY d.seq LIMIT ${limit} FOR UPDATE SKIP LOCKED
      )
      UPDATE "WebhookDelivery" w SET attempts = w.attempts + 1, "heldUntil" = ${later(now, holdMs)}
      FROM due WHERE w."townId" = due."townId" AND w.id = due.id RETURNING w."townId", w.id`
    const claimed: ClaimedDelivery[] = []
    if (held.length === 0) return claimed
    for (const row of await db.webhookDelivery.findMany({ where: { OR: held }, orderBy: { seq: 'asc' } })) {
      const { townId: town, id, ticketId: ticket, at, attempts, webhookId } = row
      const webhook = await db.webhook.findUnique({ where: { townId_id: { townId: town, id: webhookId } } })
      const key = webhook && (await db.apiKey.findUnique({ where: { townId_id: { townId: town, id: webhook.keyId } } }))
      if (!webhook || !key || webhook.stoppedAt || key.revokedAt) {
        await db.webhookDelivery.update({ where: { townId_id: { townId: town, id } }, data: { state: 'dropped', heldUntil: null } })
        continue
      }
      const event = COLUMNS.WebhookDelivery.event.parse(row.event)
      const secret = seal.open(webhook.secret)
      claimed.push({ town, id, ticket, event, at, attempts, url: webhook.url, secret, webhook: webhookId, key: apiKeyFrom(key) })
    }
    return claimed
  },
  async settle({ town, id }, outcome, now) {
    const { state, code } = outcome
    const data = {
      ...{ state, code, heldUntil: null, why: 'why' in outcome ? outcome.why : null },
      ...(state === 'sent' && { sentAt: now }),
      ...(state === 'waiting' && { retryAt: outcome.retryAt }),
    }
    await db.webhookDelivery.update({ where: { townId_id: { townId: town, id } }, data })
  },
  async gone({ town, webhook }, now) {
    await db.webhook.updateMany({ where: { townId: town, id: webhook, stoppedAt: null }, data: { stoppedAt: now } })
  },
  async forget(before) {
    await db.webhookDelivery.deleteMany({ where: { state: { in: ['sent', 'dropped'] }, retryAt: { lt: before } } })
  },
})
