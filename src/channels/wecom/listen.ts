import type { Channel, Connection } from '../../ports/channel.ts'
import type { Hearing } from '../../ports/hearing.ts'
import { lineChannel, urlChannel } from './bot-answers.ts'
import { botDoor } from './bot-door.ts'
import { botLine } from './bot-line.ts'
import type { Door } from './callback/doors.ts'
import { type Ear, earOf } from './ear.ts'
import { type ErrandRunner, errandRunner } from './errands.ts'
import { CALL_MS } from './http.ts'
import { KF_CURSOR } from './kf-sync.ts'
import type { ListenNeeds } from './listen-needs.ts'
import { lookRound } from './look-round.ts'
import { roundsOf } from './rounds.ts'
import { runsOf } from './runs.ts'
import { xmlDoor } from './xml-door.ts'

export interface Listening extends Connection {
  /** What the platform calls, once somebody hears. */
  doors(hearing: Hearing): Door<unknown>[]
}

/** What is due is looked for this often; what has just come in is done at once. */
const LOOK_MS = 1000

/** The incoming side of WeCom: its callbacks, the AI bot's long connection, and whatever has to be asked for. */
export function listenToWecom(needs: ListenNeeds): Listening {
  const { setup, cursors, errands, diary, machine, newId } = needs
  const rounds = roundsOf(diary.fault)
  let ear: Ear | null = null
  let runner: ErrandRunner | null = null
  const added = (): void => void runner?.work()

  const line =
    setup.bot?.by === 'socket'
      ? botLine({ ...needs, bot: setup.bot, names: setup.botNames, wsUrl: setup.wsUrl, ear: () => ear, added })
      : null
  const channels: Channel[] = []
  if (line) channels.push(lineChannel(line, needs))
  if (setup.bot?.by === 'url') channels.push(urlChannel({ ...needs, callMs: CALL_MS }))

  /** Accounts that were read before are read on: signals of the time when nobody was here are gone, their messages are not. */
  async function readOn(): Promise<void> {
    for (const openKfId of await cursors.namesAfter(KF_CURSOR))
      await errands.add({ key: `kf-start:${openKfId}:${newId()}`, what: 'kf-pull', body: { openKfId, token: null } }, machine())
  }

  return {
    channels,
    doors(hearing) {
      const door = { ...needs, ear: earOf({ ...needs, hear: hearing.hear, recalled: hearing.recalled }), added, names: setup.botNames }
      const receiveId = setup.corpId ?? ''
      return [
        ...(setup.app ? [xmlDoor('/wecom/app', { ...setup.app, receiveId }, door)] : []),
        ...(setup.kf ? [xmlDoor('/wecom/kf', { ...setup.kf, receiveId }, door)] : []),
        ...(setup.bot?.by === 'url' ? [botDoor('/wecom/bot', { ...setup.bot, receiveId: '' }, door)] : []),
      ] as Door<unknown>[]
    },
    async start(hearing) {
      ear = earOf({ ...needs, hear: hearing.hear, recalled: hearing.recalled })
      const botAesKey = setup.bot?.by === 'url' ? `${setup.bot.aesKey}=` : null
      const running = errandRunner({ ...needs, runs: runsOf({ ...needs, hearing, ear, botAesKey }), fault: diary.fault })
      runner = running
      let isReadOn = needs.apis.kf === null
      rounds.every(LOOK_MS, async () => {
        if (!needs.isServed()) return
        if (!isReadOn) await readOn()
        isReadOn = true
        await running.work()
      })
      lookRound(needs, rounds)
      line?.start()
    },
    async close() {
      await line?.close()
      await runner?.close()
      await rounds.close()
    },
  }
}
