// What this tab remembers over a reload.

export const kept = (name) => {
  try {
    return JSON.parse(sessionStorage.getItem(name)) ?? {}
  } catch {
    return {}
  }
}

export const keep = (name, value) => {
  try {
    sessionStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Full, or forbidden: it is forgotten at the next reload, and nothing else.
  }
}
