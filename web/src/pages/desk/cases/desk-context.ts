import { createContext, useContext } from 'react'
import type { MatterView } from '../../../api/types.gen.ts'
import type { ShownKey } from './keys-dialog.tsx'

interface DeskState {
  /** to the next case of the queue, or with -1 to the one before */
  readonly step: (by: number) => void
  /** how many cases the view holds; null while unknown */
  readonly listed: number | null
  readonly view: MatterView
  /** the letters that act on the open case, for the bar of keys */
  readonly onActKeys: (keys: readonly ShownKey[]) => void
}

/** What the case knows of the queue beside it. */
export const DeskContext = createContext<DeskState | null>(null)

export function useDesk(): DeskState {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('A case is shown outside of its desk.')
  return desk
}
