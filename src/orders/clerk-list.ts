import { saidId } from '../domain/message-ref.ts'
import { groupIn } from '../domain/notice.ts'
import type { Question } from '../ports/question.ts'
import { readListAnswer } from '../reading/list-answer.ts'
import { type AnswerListDesk, answerList } from '../tickets/clerk-list.ts'
import { privately } from './answer.ts'
import type { CallOf, Reply } from './define-command.ts'

/** 1 3, 都不是, 全部, said one-to-one or to the list itself: its lines become tickets, or are forgotten. */
export async function listAnswered(
  call: CallOf<keyof AnswerListDesk>,
  question: Question<'clerkList'>,
  words: string,
): Promise<Reply[] | null> {
  const { desk, spoken } = call
  if (groupIn(spoken.conversation) !== null && spoken.quote !== saidId(question.id)) return null
  const chosen = readListAnswer(words, question.data.lines.length)
  if (chosen === null) return null
  const { text, opened } = await answerList(desk, spoken.person, question, chosen)
  const [only, second] = opened
  return privately(text, only && !second ? only : undefined)
}
