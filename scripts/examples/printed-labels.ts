import { formatNumber } from '@qiangxian/engines/plan-document/read/number-label'
import type { Block } from './yunting-plan.ts'

/** The number that stands before a block on the printed page: 一、 （一） 1、 —— or nothing. */
export function printedLabels(blocks: readonly Block[]): readonly string[] {
  let chapter = 0
  let group = 0
  let task = 0
  return blocks.map((block) => {
    switch (block.kind) {
      case 'chapter':
        chapter += 1
        group = 0
        return `${formatNumber(chapter, 'chineseCounting')}、`
      case 'group':
        group += 1
        return `（${formatNumber(group, 'chineseCounting')}）`
      case 'task':
        task += 1
        return `${task}、`
      case 'bullet':
        return '——'
      default:
        return ''
    }
  })
}
