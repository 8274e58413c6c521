import type { Light, MilestoneProgress } from '../../api/types.gen.ts'

/** Done has a mark of its own beside the light: what is done needs nobody any more, what is on course still does. */
export function shownLight({ light, standing }: MilestoneProgress): Light {
  return standing?.doneOn == null ? light : 'blue'
}
