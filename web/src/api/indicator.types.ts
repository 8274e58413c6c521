import type * as Api from './types.gen.ts'

/** The shapes of computed indicators under the names that the pages use; they come printed from the interface. */
export type {
  ConditionDetail,
  CountedRecord,
  DefinitionPreview,
  DefinitionVersion,
  Drift,
  Finding,
  IndicatorDetail,
  IndicatorRow,
  IndicatorValue,
  Input as IndicatorInput,
  RecordsPage,
  SeriesPoint,
  Waterfall,
  WhatIf,
} from './types.gen.ts'
export type CountedReason = Api.CountedRecord['reasons'][number]
export type IndicatorState = Api.IndicatorRow['state']
export type IndicatorForecast = NonNullable<Api.IndicatorDetail['forecast']>
export type UnitFigure = Api.IndicatorDetail['units'][number]
export type WaterfallStep = Api.Waterfall['steps'][number]
