import type { FastifyRequest } from 'fastify'
import type { Viewer } from '../ports/office.ts'

const viewers = new WeakMap<FastifyRequest, Viewer>()

/** Who asks, on every page behind the door. */
export function viewerOf(request: FastifyRequest): Viewer {
  const viewer = viewers.get(request)
  if (!viewer) throw new Error('a page of the office was asked for past its door')
  return viewer
}

export const letIn = (request: FastifyRequest, viewer: Viewer): void => void viewers.set(request, viewer)
