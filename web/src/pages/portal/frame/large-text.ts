import { useSyncExternalStore } from 'react'

/** 大字版: every text of the portal at eighteen points or more. Remembered on this computer. */
const key = 'qx.large'
const listeners = new Set<() => void>()
let isLarge = remembered()

function remembered(): boolean {
  try {
    return localStorage.getItem(key) === 'yes'
  } catch {
    return false
  }
}

export function chooseLargeText(large: boolean): void {
  isLarge = large
  try {
    localStorage.setItem(key, large ? 'yes' : 'no')
  } catch {
    // kept until the page is closed
  }
  for (const listener of listeners) listener()
}

export function useLargeText(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isLarge,
  )
}
