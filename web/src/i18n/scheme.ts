import { useSyncExternalStore } from 'react'

/** What the person asked for; `system` follows the computer. */
export type SchemeChoice = 'system' | 'light' | 'dark'

const key = 'qx.scheme'
const listeners = new Set<() => void>()
const darkQuery = matchMedia('(prefers-color-scheme: dark)')
let choice: SchemeChoice = remembered()

function remembered(): SchemeChoice {
  try {
    const value = localStorage.getItem(key)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system'
  }
}

function apply(): void {
  const dark = choice === 'dark' || (choice === 'system' && darkQuery.matches)
  document.documentElement.dataset['scheme'] = dark ? 'dark' : 'light'
}

darkQuery.addEventListener('change', apply)

export function chooseScheme(next: SchemeChoice): void {
  choice = next
  try {
    localStorage.setItem(key, next)
  } catch {
    // kept until the page is closed
  }
  apply()
  for (const listener of listeners) listener()
}

export function useScheme(): SchemeChoice {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => choice,
  )
}
