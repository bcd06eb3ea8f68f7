import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { joinModules } from './join-modules.ts'

const page = join(import.meta.dirname, 'page')
const LIBRARY = '/assets/vendor/htm-preact.js'
const library = join(import.meta.dirname, '..', '..', '..', 'node_modules', 'htm', 'preact', 'standalone.module.js')

const read = (name: string): string => readFileSync(join(page, name), 'utf8')

const FILES: readonly { address: string; type: string; text(): string }[] = [
  { address: '/', type: 'text/html', text: () => read('index.html') },
  ...['mark.svg', 'lamp.svg'].map((name) => ({ address: `/assets/page/${name}`, type: 'image/svg+xml', text: () => read(name) })),
  { address: '/assets/page/page.css', type: 'text/css', text: () => ['style.css', 'chat.css', 'side.css'].map(read).join('\n') },
  {
    address: '/assets/page/page.js',
    type: 'text/javascript',
    text: () =>
      joinModules({ entry: '/app.js', fileOf: (address) => (address === LIBRARY ? library : join(page, posix.basename(address))) }),
  },
]

/** The page at `/`, with the library it is written in: a handful of files, and nothing comes from outside this machine. */
export function pageRoutes(app: FastifyInstance): void {
  for (const { address, type, text } of FILES) {
    const whole = text()
    app.get(address, (_request, reply) => reply.type(`${type}; charset=utf-8`).header('cache-control', 'no-cache').send(whole))
  }
}
