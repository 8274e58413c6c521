import type { Operation } from '@qiangxian/kernel/operations/operation'
import { loadDemonstration } from './load-demonstration.command.ts'
import { removeDemonstration } from './remove-demonstration.command.ts'
import { showDemonstration } from './show-demonstration.query.ts'

/** 演示: three invented years of a county's programme, marked everywhere, and gone with one command. */
export const demonstration = {
  id: 'demonstration',
  area: 'management',
  label: '演示',
  operations: [showDemonstration, loadDemonstration, removeDemonstration] satisfies readonly Operation[],
}
