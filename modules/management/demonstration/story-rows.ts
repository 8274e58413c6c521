import type { Tables } from '@qiangxian/kernel/database/tables.gen'
import type { Selectable } from 'kysely'

/** A row of a table, without what is the same for all rows of the story and what the database computes itself. */
export type StoryRow<Table extends keyof Tables> = Omit<
  Selectable<Tables[Table]>,
  'jurisdiction' | 'demonstration' | 'search'
>

/** The tables that a story fills, in the order in which references let them be written. */
export const storyTables = [
  'item_setting',
  'unit_statistic',
  'unit_statistic_value',
  'breakdown',
  'breakdown_share',
  'target_task_weight',
  'task_part',
  'task_part_act',
  'duty',
  'report',
  'report_act',
  'observation',
  'observation_mark',
  'indicator_value',
  'urging',
  'urging_reply',
  'extension_request',
  'milestone_standing',
  'light_change',
  'evidence',
  'report_evidence',
  'outbox',
  'notice',
  'search_entry',
] as const

export type StoryTable = (typeof storyTables)[number]

export type StoryRows = { readonly [Table in StoryTable]: StoryRow<Table>[] }

export function noRows(): StoryRows {
  return {
    item_setting: [],
    unit_statistic: [],
    unit_statistic_value: [],
    breakdown: [],
    breakdown_share: [],
    target_task_weight: [],
    task_part: [],
    task_part_act: [],
    duty: [],
    report: [],
    report_act: [],
    observation: [],
    observation_mark: [],
    indicator_value: [],
    urging: [],
    urging_reply: [],
    extension_request: [],
    milestone_standing: [],
    light_change: [],
    evidence: [],
    report_evidence: [],
    outbox: [],
    notice: [],
    search_entry: [],
  }
}
