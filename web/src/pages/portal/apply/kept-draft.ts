/** What was typed and has not reached the server yet, on this device. Gone once it is there. */
const keyOf = (id: string) => `qx.form.${id}`

export function keptOf(id: string): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

export function keep(id: string, values: Readonly<Record<string, unknown>>): void {
  try {
    if (Object.keys(values).length === 0) localStorage.removeItem(keyOf(id))
    else localStorage.setItem(keyOf(id), JSON.stringify(values))
  } catch {
    // a browser that keeps nothing still sends what is typed
  }
}

export function forget(id: string): void {
  keep(id, {})
}
