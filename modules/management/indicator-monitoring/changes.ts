import { figureBeside } from '@qiangxian/engines/indicator/figures'
import { periodInWords } from '@qiangxian/engines/indicator/period'
import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import type { Reader } from '@qiangxian/kernel/plan/present-plan'
import { stepLabel } from '@qiangxian/kernel/progress/ladder'
import { inPrinted } from '@qiangxian/kernel/progress/printed-unit'
import type { CockpitProgress } from '@qiangxian/kernel/progress/progress.schemas'
import type { Static } from 'typebox'
import type { ChangeRow } from './changes.queries.ts'
import { lightWords } from './light-words.ts'

type Change = Static<typeof CockpitProgress>['changes'][number]

/** Changes as sentences with the page they lead to; what is no longer in the plan is left out. Pure. */
export function presentChanges(reader: Reader, rows: readonly ChangeRow[]): Change[] {
  return rows.flatMap((row) => {
    const said = sayChange(reader, row)
    return said === undefined ? [] : [{ on: row.on, kind: row.kind, ...said }]
  })
}

function sayChange(reader: Reader, row: ChangeRow): Pick<Change, 'text' | 'path'> | undefined {
  switch (row.kind) {
    case 'light':
      return lightChanged(reader, row)
    case 'value':
      return valueApproved(reader, row)
    case 'milestone': {
      const milestone = milestoneOf(reader, row.itemId)
      if (milestone === undefined) return undefined
      const name = `${milestone.code} ${milestone.name}`
      return { text: { zh: `${name}：已完成`, en: `${name}: done` }, path: `/milestones#${row.itemId}` }
    }
    case 'urging': {
      const step = stepLabel(row.before ?? '')
      const unit = reader.units.get(row.detail ?? '')?.shortName ?? ''
      // A numbered letter bears its name: 通报〔2026〕15号.
      const number = row.after === null ? '' : ` ${row.after}`
      const letter = row.after?.startsWith(step.zh) === true ? row.after : `${step.zh}${number}`
      return {
        text: {
          zh: `向${unit}发出${letter}：${row.about}`,
          en: `${step.en}${number} to ${unit}: ${row.about}`,
        },
        path: `/duties/${row.itemId}`,
      }
    }
    case 'part': {
      const task = reader.plan.tasks.find(({ itemId }) => itemId === row.itemId)
      const unit = reader.units.get(row.detail ?? '')?.shortName ?? ''
      if (task === undefined) return undefined
      return {
        text: {
          zh: `任务 ${task.number}：${unit}承担的“${row.about}”已办结`,
          en: `Task ${task.number}: the part of ${unit} is accepted, “${row.about}”`,
        },
        path: `/tasks/${row.itemId}`,
      }
    }
  }
}

function lightChanged(reader: Reader, row: ChangeRow): Pick<Change, 'text' | 'path'> | undefined {
  const item = row.detail === 'milestone' ? milestoneOf(reader, row.itemId) : targetOf(reader, row.itemId)
  if (item === undefined) return undefined
  const [from, to] = [lightWords(row.before), lightWords(row.after)]
  const name = `${item.code} ${item.name}`
  return {
    text:
      from === undefined
        ? { zh: `${name}：${to?.zh}`, en: `${name}: ${to?.en}` }
        : { zh: `${name}：${from.zh} → ${to?.zh}`, en: `${name}: ${from.en} → ${to?.en}` },
    path: row.detail === 'milestone' ? `/milestones#${row.itemId}` : `/targets/${row.itemId}`,
  }
}

const states: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  missing: { zh: '缺数', en: 'missing' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
  suppressed: { zh: '不公开', en: 'suppressed' },
}

function valueApproved(reader: Reader, row: ChangeRow): Pick<Change, 'text' | 'path'> | undefined {
  const target = targetOf(reader, row.itemId)
  if (target === undefined || row.about === null) return undefined
  const now = row.after === null ? undefined : shown(target, row.after)
  const before = row.before === null ? undefined : shown(target, row.before)
  const state = states[row.detail ?? ''] ?? { zh: '缺数', en: 'missing' }
  const [nowZh, nowEn] = [now ?? state.zh, now ?? state.en]
  const name = `${target.code} ${target.name}`
  const [zh, en] = [periodInWords(row.about, 'zh'), periodInWords(row.about, 'en')]
  return {
    text: {
      zh: `${name}：核定 ${zh} ${nowZh}${before === undefined ? '' : `，此前 ${before}`}`,
      en: `${name}: approved for ${en}, ${nowEn}${before === undefined ? '' : `, before ${before}`}`,
    },
    path: `/targets/${row.itemId}`,
  }
}

function shown(target: PlanTarget, base: string): string {
  return `${figureBeside(inPrinted(target, Number(base)), [])} ${target.unit}`.trim()
}

function targetOf({ plan }: Reader, id: string) {
  return plan.targets.find(({ itemId }) => itemId === id)
}

function milestoneOf({ plan }: Reader, id: string) {
  return plan.milestones.find(({ itemId }) => itemId === id)
}
