import { useSyncExternalStore } from 'react'

// beside the table there must be room for a preview
const wide = matchMedia('screen and (min-width: 1180px)')

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

/** True where a report can be read beside the list. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches)
}
