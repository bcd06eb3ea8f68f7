import type { Judgement } from '../domain/judgement.ts'
import type { Talk } from '../domain/talk.ts'

/** What is this text, said in this conversation? */
export type Judge = (text: string, talk?: Talk) => Judgement
