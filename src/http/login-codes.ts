import QRCode from 'qrcode'
import type { ChannelName } from '../domain/capability.ts'
import type { StatusReport } from '../ports/operations.ts'

/** A code that a phone is to scan, as a picture that a page may carry. */
export interface LoginCode {
  channel: ChannelName
  picture: string
}

export const loginCodes = ({ channels }: Pick<StatusReport, 'channels'>): Promise<LoginCode[]> =>
  Promise.all(
    channels.flatMap(({ channel, qr }) =>
      qr === null ? [] : [QRCode.toDataURL(qr, { width: 260 }).then((picture) => ({ channel, picture }))],
    ),
  )
