import type { Operation } from '@qiangxian/kernel/operations/operation'
import { adoptCountyPlan } from './adopt-county-plan.command.ts'
import { adoptPlan } from './adopt-plan.command.ts'
import { listPlanImports, showPlanImport } from './import-reading.operations.ts'
import { listUnits, showUnit } from './organisation.operations.ts'
import {
  comparePlanVersions,
  listTargets,
  listVersions,
  showMilestone,
  showPlan,
  showTarget,
  showTask,
} from './programme.operations.ts'
import {
  addDraftItem,
  changeDraftItem,
  confirmDraftItems,
  createOpenUnits,
  discardImport,
} from './review-import.command.ts'
import { searchProgramme } from './search.operations.ts'
import { startAmendment, startImport } from './start-import.command.ts'

/** S01 方案分解: a plan document goes in; reviewed, adopted, amended and versioned, it is read everywhere. */
export const planDecomposition = {
  id: 'plan-decomposition',
  area: 'management',
  label: '方案分解',
  operations: [
    showPlan,
    listVersions,
    comparePlanVersions,
    listTargets,
    showTarget,
    showTask,
    showMilestone,
    listUnits,
    showUnit,
    searchProgramme,
    listPlanImports,
    startImport,
    adoptCountyPlan,
    startAmendment,
    showPlanImport,
    addDraftItem,
    changeDraftItem,
    confirmDraftItems,
    createOpenUnits,
    adoptPlan,
    discardImport,
  ] satisfies readonly Operation[],
}
