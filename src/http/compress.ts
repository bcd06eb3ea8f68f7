import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** Answers go out small; routes that are added after this was awaited. What comes in packed is not opened. */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, { globalDecompression: false, encodings: ['br', 'gzip'] })
}
