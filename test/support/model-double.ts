import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** What was asked, with the report as it arrived: masked. */
export interface Heard {
  path: string
  system: string
  user: string
  /** The JSON string the prompt ends with. */
  text: string
  body: Record<string, unknown>
  authorization: string
}

export type Answer =
  /** A well-formed completion that says this. */
  | { says: string }
  /** Anything a server may do. */
  | { status: number; type: string; body: string | Buffer; cut?: boolean; headers?: Record<string, string> }

export interface ModelDouble {
  url: string
  heard: Heard[]
  /** How it answers from now on; it may take its time. */
  answers(how: (heard: Heard) => Answer | Promise<Answer>): void
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const completion = (content: string) => ({
  id: 'c',
  object: 'chat.completion',
  created: 1,
  model: 'double',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
})

function read(request: IncomingMessage, raw: Buffer): Heard {
  const json = (request.headers['content-type'] ?? '').includes('json')
  const body: Record<string, unknown> = json ? JSON.parse(raw.toString()) : {}
  const messages = Array.isArray(body.messages) ? body.messages : []
  const of = (role: string): string => messages.find((m) => m.role === role)?.content ?? ''
  const user = of('user')
  const last = user.split('\n').at(-1) ?? ''
  const text = last.startsWith('"') ? String(JSON.parse(last)) : ''
  return { path: request.url ?? '', system: of('system'), user, text, body, authorization: request.headers.authorization ?? '' }
}

async function send(response: ServerResponse, answer: Answer, path: string): Promise<void> {
  if ('says' in answer) {
    const body = path.includes('transcriptions') ? { text: answer.says } : completion(answer.says)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    return
  }
  const { status, type, body, cut, headers } = answer
  response.writeHead(status, { 'content-type': type, ...(cut && { 'content-length': Buffer.byteLength(body) + 100 }), ...headers })
  if (!cut) {
    response.end(body)
    return
  }
  response.write(body)
  await sleep(1)
  response.destroy()
}

/** An OpenAI-compatible server on this machine that says whatever it is told to say. */
export async function startModelDouble(): Promise<ModelDouble> {
  let how: (heard: Heard) => Answer | Promise<Answer> = () => ({ status: 500, type: 'text/plain', body: 'nothing was arranged' })
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const asked = read(request, await bodyOf(request))
    heard.push(asked)
    await send(response, await how(asked), asked.path)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    heard,
    answers: (next) => {
      how = next
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

export const judged = (answer: Record<string, unknown>): Answer => ({
  says: JSON.stringify({ kind: 'none', duty: null, danger: null, sensitivity: null, title: '', words: [], confidence: 1, ...answer }),
})

/** A double that has read its prompt: it says what most of the examples shown to it are. Honest, and no cleverer than they. */
export function likeItsExamples({ user }: Pick<Heard, 'user'>): Answer {
  const shown = [...user.matchAll(/^".*" → (\{.*\})$/gmu)].map((m) => JSON.parse(m[1] ?? '{}'))
  const votes = new Map<string, number>()
  for (const [n, { kind }] of shown.entries()) votes.set(kind, (votes.get(kind) ?? 0) + 1 / (n + 1))
  const [kind = 'none', weight = 0] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? []
  const all = [...votes.values()].reduce((a, b) => a + b, 0)
  const duty = shown.find((s) => s.kind === kind)?.duty ?? null
  return judged({ kind, duty, confidence: all === 0 ? 0 : weight / all })
}
