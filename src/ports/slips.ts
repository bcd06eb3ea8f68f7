/** A slip (条子): what somebody wrote once on the page behind a village's 说事码. */
export interface Slip {
  /** Also the id of its message. */
  id: string
  village: string
  number: number
  /** What its writer must know besides the number. */
  code: string
  /** What opens it on the device that has shown number and code. */
  key: string
  person: string
  /** Written by this cadre for somebody else, who is called so. */
  through: { person: string; name: string } | null
  at: Date
}

/** Whoever wrote it, as they say: a typed name or telephone proves nothing, so that they become a person of their own. */
export interface SlipWriter {
  name: string
  phone: string | null
  /** The 社 they pointed at, else the village. */
  grid: string
}

/** The part of the desk that knows the slips. */
export interface SlipDesk {
  /** What the poster of this village leads to; made when it is first asked for, and the same ever after. */
  codeOf(village: string, fresh: () => string): Promise<string>
  villageOfCode(code: string): Promise<string | null>
  /** Writes it down with its writer, once: the same id is the same slip. */
  keepSlip(slip: Pick<Slip, 'id' | 'village' | 'code' | 'key' | 'through'>, writer: SlipWriter): Promise<Slip>
  slip(by: { id: string } | { key: string } | { village: string; number: number }): Promise<Slip | null>
  /** Those that a matter has come from. */
  slipsOf(ticket: string): Promise<Slip[]>
  /** All that was written into it, the first message first. */
  slipTalk(slip: Slip): Promise<{ id: string; report: string | null; text: string; photos: number; at: Date }[]>
  /** What was answered to it: what belongs to its tickets, its reports or its messages, and nothing else of its writer's. */
  slipAnswers(slip: Slip, of: { tickets: readonly string[]; words: readonly string[] }): Promise<{ text: string; at: Date }[]>
}
