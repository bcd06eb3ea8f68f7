import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { ApiKey } from '../../domain/api-key.ts'
import { earlier, MINUTE_MS } from '../../domain/durations.ts'
import type { ApiKeys, KeyRing } from '../../ports/api-keys.ts'
import { COLUMNS } from '../columns.ts'
import type { ApiKey as Row } from '../generated/client.ts'
import type { Sealer } from '../seal.ts'
import type { Database } from '../transaction.ts'

const MARK = 10

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const apiKeyFrom = ({ townId: town, hash: _, ...row }: Row): ApiKey => ({
  ...row,
  town,
  rights: row.rights.map((r) => COLUMNS.ApiKey.rights.parse(r)),
})

export const keyRingOf = (db: Database): KeyRing => ({
  async find(hash) {
    const row = await db.apiKey.findFirst({ where: { hash, revokedAt: null } })
    return row && apiKeyFrom(row)
  },
  async used({ town, id }, at) {
    // Once a minute is often enough to be told.
    const where = { townId: town, id, OR: [{ usedAt: null }, { usedAt: { lt: earlier(at, MINUTE_MS) } }] }
    await db.apiKey.updateMany({ where, data: { usedAt: at } })
  },
})

/** Nobody listens any more: what was still to be told is told to nobody. */
async function stopAll(db: Database, where: { townId: string; id?: string; keyId?: string }, at: Date): Promise<boolean> {
  const { townId } = where
  const live = await db.webhook.findMany({ where: { ...where, stoppedAt: null }, select: { id: true } })
  const ids = { in: live.map((w) => w.id) }
  await db.webhook.updateMany({ where: { townId, id: ids }, data: { stoppedAt: at } })
  await db.webhookDelivery.updateMany({ where: { townId, webhookId: ids, state: 'waiting' }, data: { state: 'dropped' } })
  return live.length > 0
}

export const apiKeysOf = (db: Database, seal: Sealer): ApiKeys => ({
  async list(town) {
    return (await db.apiKey.findMany({ where: { townId: town }, orderBy: [{ madeAt: 'desc' }, { id: 'asc' }] })).map(apiKeyFrom)
  },
  async make(town, { name, rights, villages, perMinute }, at) {
    const secret = `ss_${randomBytes(32).toString('base64url')}`
    const kept = { id: randomUUID(), hash: hashOf(secret), mark: secret.slice(0, MARK), madeAt: at }
    await db.apiKey.create({ data: { townId: town, ...kept, name, perMinute, rights: [...rights], villages: [...villages] } })
    return secret
  },
  async revoke(town, id, at) {
    const { count } = await db.apiKey.updateMany({ where: { townId: town, id, revokedAt: null }, data: { revokedAt: at } })
    await stopAll(db, { townId: town, keyId: id }, at)
    return count > 0
  },
  async webhooks(town) {
    const rows = await db.webhook.findMany({ where: { townId: town }, orderBy: [{ madeAt: 'desc' }, { id: 'asc' }] })
    return rows.map(({ id, keyId: key, url, events, stoppedAt }) => ({
      ...{ id, key, url, stoppedAt },
      events: events.map((e) => COLUMNS.Webhook.events.parse(e)),
    }))
  },
  async subscribe(town, { key, url, events }, at) {
    if ((await db.apiKey.count({ where: { townId: town, id: key, revokedAt: null } })) === 0) return null
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    const data = { townId: town, id: randomUUID(), keyId: key, url, secret: seal.close(secret), events: [...events], madeAt: at }
    await db.webhook.create({ data })
    return secret
  },
  stop: (town, id, at) => stopAll(db, { townId: town, id }, at),
  async deliveries(town, limit, state) {
    const where = { townId: town, ...(state && { state }) }
    const rows = await db.webhookDelivery.findMany({ where, orderBy: { seq: 'desc' }, take: limit })
    const webhooks = new Map((await db.webhook.findMany({ where: { townId: town } })).map((w) => [w.id, w]))
    const keys = new Map((await db.apiKey.findMany({ where: { townId: town } })).map((k) => [k.id, k.name]))
    const ids = [...new Set(rows.map((r) => r.ticketId))]
    const tickets = await db.ticket.findMany({ where: { townId: town, id: { in: ids } }, select: { id: true, label: true } })
    const labels = new Map(tickets.map((t) => [t.id, t.label]))
    return rows.map(({ id, webhookId, ticketId, event, state, attempts, code, why, at, retryAt, sentAt }) => ({
      ...{ id, attempts, code, why, at, retryAt, sentAt },
      name: keys.get(webhooks.get(webhookId)?.keyId ?? '') ?? '',
      url: webhooks.get(webhookId)?.url ?? '',
      label: labels.get(ticketId) ?? null,
      event: COLUMNS.WebhookDelivery.event.parse(event),
      state: COLUMNS.WebhookDelivery.state.parse(state),
    }))
  },
  async deliveryCounts(town) {
    const rows = await db.webhookDelivery.groupBy({ by: ['state'], where: { townId: town }, _count: true })
    return Object.fromEntries(rows.map((r) => [COLUMNS.WebhookDelivery.state.parse(r.state), r._count]))
  },
  async resend(town, id, at) {
    // What is in a process's hand is being told already.
    const where = { townId: town, id, OR: [{ heldUntil: null }, { heldUntil: { lt: at } }] }
    const data = { state: 'waiting', attempts: 0, retryAt: at, why: null, code: null, sentAt: null }
    return (await db.webhookDelivery.updateMany({ where, data })).count > 0
  },
  villages: (town) =>
    db.gridNode.findMany({ where: { townId: town, level: 'village' }, orderBy: { position: 'asc' }, select: { id: true, name: true } }),
})
