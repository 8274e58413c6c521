import type { Operation } from '../operations/operation.ts'
import type { Indicators } from './define-indicator.ts'
import { listConditions, showCondition } from './operations/conditions.queries.ts'
import { exportLineage } from './operations/export-lineage.query.ts'
import { freezeValue } from './operations/freeze-value.command.ts'
import { listIndicators } from './operations/list-indicators.query.ts'
import { previewDefinition } from './operations/preview-definition.query.ts'
import { noteTrouble, refreshValues } from './operations/refresh-values.command.ts'
import { saveCondition, saveFormula } from './operations/save-version.command.ts'
import { showDrift } from './operations/show-drift.query.ts'
import { showIndicator, showSeries } from './operations/show-indicator.query.ts'
import { listRecords, showRecords } from './operations/show-records.query.ts'
import { showValue } from './operations/show-value.query.ts'
import { showWaterfall } from './operations/show-waterfall.query.ts'
import { showWhatIf } from './operations/show-what-if.query.ts'
import { syncDefinitions } from './operations/sync-definitions.command.ts'

/** The operations by which people read computed indicators, decide how they are computed, and approve their values. */
export function indicatorOperations(indicators: Indicators): readonly Operation[] {
  return [
    listIndicators(indicators),
    showIndicator(indicators),
    showValue(indicators),
    showRecords(indicators),
    listRecords(indicators),
    showSeries(indicators),
    showWaterfall(indicators),
    showWhatIf(indicators),
    showDrift(indicators),
    freezeValue(indicators),
    exportLineage(indicators),
    previewDefinition(indicators),
    saveFormula(indicators),
    listConditions(indicators),
    showCondition(indicators),
    saveCondition(indicators),
    syncDefinitions(indicators),
    refreshValues(indicators),
    noteTrouble,
  ]
}
