import { useSyncExternalStore } from 'react'

// print is no phone, however narrow its sheet
const narrow = matchMedia('screen and (max-width: 760px)')

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** True on a phone. For where order and shape differ, so that what is read and what is seen stay in the same order. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches)
}
