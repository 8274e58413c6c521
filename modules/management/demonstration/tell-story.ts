import type { UploadedFile } from '@qiangxian/kernel/evidence/uploaded-file'
import { tellBreakdowns } from './tell-breakdowns.ts'
import { tellEvidence } from './tell-evidence.ts'
import { tellLights } from './tell-lights.ts'
import { tellMilestones } from './tell-milestones.ts'
import { tellNotices } from './tell-notices.ts'
import { tellSearch } from './tell-search.ts'
import { tellTargets } from './tell-targets.ts'
import { tellTasks } from './tell-tasks.ts'
import { tellUrgings } from './tell-urgings.ts'
import type { Telling } from './telling.ts'

/**
 * Tells the whole story into `telling.rows`. Pure but for the ids: the same story, plan, people and day give the same
 * rows.
 *
 * @returns the last number of each kind of letter, by the name of its counter
 */
export function tellStory(telling: Telling, files: readonly UploadedFile[]): ReadonlyMap<string, number> {
  const shares = tellBreakdowns(telling)
  tellTargets(telling, shares)
  tellTasks(telling)
  const milestones = tellMilestones(telling)
  tellLights(telling, milestones)
  const { told, counters } = tellUrgings(telling)
  tellEvidence(telling, files)
  tellNotices(telling, told)
  tellSearch(telling)
  return counters
}
