import { createHash } from 'node:crypto'
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFileLibrary } from '../../../src/channels/archive/library/file.ts'
import type { ArchiveLibrary } from '../../../src/channels/archive/library.ts'

let folder: string
let library: ArchiveLibrary

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-lines-'))
  library = openFileLibrary(folder)
})
afterEach(() => rm(folder, { recursive: true }))

const line = (seq: number, talk: unknown = { text: { content: `第${seq}句` } }) => JSON.stringify({ seq, msgid: `m${seq}`, talk })
const append = (file: string, ...texts: string[]) => appendFile(join(folder, file), texts.join('\n'))
const seqs = async (after: number, limit = 1000) => {
  const fetched = await library.fetch(after, limit)
  return fetched.outcome === 'lines' ? fetched.lines.map((l) => l.seq) : fetched
}

describe('an archive that another program writes into a folder', () => {
  it('is read in the order of its numbers, over all its files, whichever is longer', async () => {
    await append('b.jsonl', line(2), line(5), '')
    await append('a.jsonl', line(1), line(6), line(3), '')
    await append('notes.txt', line(4), '')
    expect(await seqs(0, 3)).toEqual([1, 2, 3])
    expect(await seqs(3, 3)).toEqual([5, 6])
    expect(await seqs(6)).toEqual([])
    expect(await library.fetch(5, 1)).toEqual({
      outcome: 'lines',
      lines: [{ seq: 6, msgid: 'm6', talk: '{"text":{"content":"第6句"}}', why: null }],
    })
  })

  it('goes on while it is written, and with a last line that is half there', async () => {
    await append('a.jsonl', line(1), line(2).slice(0, -7))
    expect(await seqs(0)).toEqual([1])
    await append('a.jsonl', line(2).slice(-7))
    expect(await seqs(1)).toEqual([2])
    await append('a.jsonl', '', line(3), '')
    expect(await seqs(2)).toEqual([3])
    expect(await seqs(0)).toEqual([1, 2, 3])
  })

  it('gives a line once that stands there twice, and one that cannot be read with its reason', async () => {
    await append('a.jsonl', line(1, '{"msgtype":"text"}'), 'rubbish', line(2, null), line(1), line(3, '{"cut'), '[]', '')
    await append('b.jsonl', line(1), '')
    expect(await library.fetch(0, 10)).toEqual({
      outcome: 'lines',
      lines: [
        { seq: 1, msgid: 'm1', talk: '{"msgtype":"text"}', why: null },
        { seq: 2, msgid: 'm2', talk: null, why: 'cut off or not JSON' },
        { seq: 3, msgid: 'm3', talk: null, why: 'cut off or not JSON' },
      ],
    })
  })

  it('goes back where it is asked to, and begins anew with a file that was written anew', async () => {
    await append('a.jsonl', ...Array.from({ length: 50 }, (_, i) => line(i + 1)), '')
    expect(await seqs(40, 2)).toEqual([41, 42])
    expect(await seqs(10, 2)).toEqual([11, 12])
    await writeFile(join(folder, 'a.jsonl'), `${line(51)}\n`)
    expect(await seqs(50)).toEqual({ outcome: 'failed', why: 'a.jsonl was written anew' })
    expect(await seqs(50)).toEqual([51])
  })

  it('has media in files beside it, by a plain name or its hash, and looks nowhere else', async () => {
    await mkdir(join(folder, 'media'))
    await writeFile(join(folder, 'secret'), 'secret')
    await writeFile(join(folder, 'media', 'voice1'), 'voice')
    const id = '../secret'
    expect(await library.media('voice1', 5)).toEqual({ outcome: 'bytes', bytes: Buffer.from('voice') })
    expect(await library.media('voice1', 4)).toEqual({ outcome: 'too-big' })
    expect(await library.media(id, 100)).toMatchObject({ outcome: 'failed' })
    expect(await library.media('..', 100)).toMatchObject({ outcome: 'failed' })
    await writeFile(join(folder, 'media', createHash('sha256').update(id).digest('hex')), 'picture')
    expect(await library.media(id, 100)).toEqual({ outcome: 'bytes', bytes: Buffer.from('picture') })
  })

  it('says that there is no such folder', async () => {
    await rm(folder, { recursive: true })
    expect(await library.fetch(0, 1)).toMatchObject({ outcome: 'failed', why: expect.stringContaining('ENOENT') })
    await mkdir(folder)
    expect(await seqs(0)).toEqual([])
  })
})
