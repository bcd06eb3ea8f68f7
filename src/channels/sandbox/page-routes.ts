import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { joinModules } from './join-modules.ts'

const page = join(import.meta.dirname, 'page')
const LIBRARY = '/assets/vendor/htm-preact.js'
const library = join(import.meta.dirname, '..', '..', '..', 'node_modules', 'htm', 'preact', 'standalone.module.js')

const read = (name: string): string => readFileSync(join(page, name), 'utf8')
const fileOf = (address: string): string => (address === LIBRARY ? library : join(page, posix.basename(address)))

interface Asset {
  name: string
  type: string
  text: string
}

const assets = (): Asset[] => [
  ...['mark.svg', 'lamp.svg'].map((name) => ({ name, type: 'image/svg+xml', text: read(name) })),
  { name: 'page.css', type: 'text/css', text: ['style.css', 'chat.css', 'side.css'].map(read).join('\n') },
  { name: 'page.js', type: 'text/javascript', text: joinModules({ entry: '/app.js', fileOf }) },
]

/** The address of each tells what is in it, so that a browser keeps it for good and asks again only for another edition. */
const named = (html: string, files: readonly Asset[]): string =>
  files.reduce((text, { name, text: content }) => {
    const edition = createHash('sha256').update(content).digest('hex').slice(0, 12)
    return text.replaceAll(`/assets/page/${name}"`, `/assets/page/${name}?${edition}"`)
  }, html)

/** The page at `/`, with the library it is written in: a handful of files, and nothing comes from outside this machine. */
export function pageRoutes(app: FastifyInstance): void {
  const files = assets()
  const html = named(read('index.html'), files)
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html))
  for (const { name, type, text } of files)
    app.get(`/assets/page/${name}`, (request, reply) => {
      const keeps = request.url.includes('?') ? 'public, max-age=31536000, immutable' : 'no-cache'
      return reply.type(`${type}; charset=utf-8`).header('cache-control', keeps).send(text)
    })
}
