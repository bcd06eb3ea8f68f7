/** The parts of the house as an operator knows them, by how the addresses of each begin. */
const ROOMS: Readonly<Record<string, string>> = {
  wecom: 'callback',
  api: 'api',
  office: 'office',
  s: 'slip',
  screen: 'screen',
  status: 'operator',
  sandbox: 'sandbox',
  health: 'health',
  metrics: 'metrics',
}

/** Which part of the house a route belongs to; what is nobody's is `other`, so that whoever tries addresses makes no new line. */
export const roomOfRoute = (route: string | undefined): string => ROOMS[route?.split('/')[1] ?? ''] ?? 'other'
