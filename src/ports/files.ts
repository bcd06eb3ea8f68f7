import type { MadeFile, WantedFile } from '../domain/file-wanted.ts'

/** Makes a file as it stands at this moment, for whoever asked; or says why there is none for them any more. */
export type MakeFile = (town: string, wanted: WantedFile) => Promise<{ file: MadeFile } | { instead: string }>
