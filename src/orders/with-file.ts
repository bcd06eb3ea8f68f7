import type { FileWanted } from '../domain/file-wanted.ts'
import { filePath } from '../domain/office-path.ts'
import type { Ticket } from '../domain/ticket.ts'
import { fileNameOf } from '../wording/files.ts'
import type { CallOf, Reply } from './define-command.ts'

/** A file goes to whoever asked for it, one-to-one; where the channel carries none, a link that works once leads to it. */
export async function withFile(
  { desk, spoken: { person } }: CallOf<'linkTo'>,
  text: string,
  wanted: FileWanted,
  ticket?: Ticket,
): Promise<Reply[]> {
  const link = await desk.linkTo(person.id, filePath(wanted))
  const file = { name: fileNameOf(wanted), for: person.id, wanted, link }
  return [{ text, where: 'private', file, ...(ticket && { ticket: ticket.id }) }]
}
