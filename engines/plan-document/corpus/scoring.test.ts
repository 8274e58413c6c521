import { describe, expect, it } from 'vitest'
import type { DocumentIndicator, DocumentTask, PlanDocument } from '../plan-document.types.ts'
import type { GoldPlan } from './gold.types.ts'
import { loadCorpus } from './load-corpus.ts'
import { nameAgreement } from './same-words.ts'
import { scorePlan } from './score-plan.ts'
import { f1, rate } from './total-scores.ts'

const taskIdOf = (number: number | null): string | null => (number === null ? null : `t${number}`)
const nowhere = { start: 0, end: 0 }

/** The plan that a compiler without fault would read. */
function readWithoutFault(gold: GoldPlan, text: string): PlanDocument {
  const whole = { start: 0, end: text.length }
  return {
    title: gold.title,
    noticeTitle: gold.noticeTitle ?? null,
    issuer: gold.issuer,
    documentNo: gold.documentNo,
    date: gold.date,
    period: gold.period ?? { start: null, end: null },
    sections: gold.groups.map((title) => ({ number: null, label: '', title, level: 2, span: nowhere })),
    indicators: gold.indicators.map((indicator, index): DocumentIndicator => {
      const kind = Array.isArray(indicator.kind) ? (indicator.kind[0] ?? null) : indicator.kind
      return {
        id: `i${index}`,
        name: indicator.name,
        op: indicator.op,
        value: indicator.value,
        unit: indicator.unit,
        normalized: indicator.normalized,
        kind: kind as DocumentIndicator['kind'],
        deadline: indicator.deadline ?? null,
        category: null,
        task: indicator.task,
        taskId: taskIdOf(indicator.task),
        sameAs: 'i0',
        text,
        span: whole,
        confidence: 1,
      }
    }),
    milestones: gold.milestones.map((words, index) => ({
      id: `m${index}`,
      text: words,
      commitment: 'achieve',
      category: null,
      task: null,
      taskId: null,
      sameAs: null,
      span: nowhere,
      confidence: 1,
    })),
    tasks: gold.tasks.map(
      (task): DocumentTask => ({
        id: `t${task.number}`,
        number: task.number,
        label: '',
        title: task.title,
        group: null,
        text: '',
        lead: task.lead,
        support: [],
        units: task.units,
        responsibilityText: null,
        due: task.due === undefined ? null : { text: '', date: task.due },
        milestones: [],
        span: nowhere,
        confidence: 1,
      }),
    ),
    safeguards: Array.from({ length: gold.safeguardCount ?? 0 }, (_, index) => ({
      number: index + 1,
      label: '',
      title: '',
      text: '',
      span: nowhere,
    })),
    phases: gold.phases.map((phase) => ({ ...phase, text: '', span: nowhere })),
    references: [],
    questions: [],
    unread: [],
  }
}

const everyPlan = (['dev', 'held-out', 'held-out-2', 'held-out-3', 'held-out-4'] as const).flatMap((set) =>
  loadCorpus(set).map((plan) => ({ ...plan, name: `${set}/${plan.name}` })),
)

describe('the scoring of a reading', () => {
  it.each(everyPlan)('gives full marks to a faultless reading of $name', ({ gold, source }) => {
    const score = scorePlan(gold, readWithoutFault(gold, source.text), source.text)
    expect(score.misses).toEqual([])
    expect(f1(score.targets)).toBe(1)
    expect(rate(score.leads)).toBe(1)
    expect(f1(score.units)).toBe(1)
  })

  it.each(everyPlan)('takes marks off for what is wrong in $name', ({ gold, source }) => {
    const faultless = readWithoutFault(gold, source.text)
    const misplaced = faultless.indicators.map((one) => ({
      ...one,
      taskId: one.taskId === null ? taskIdOf(1) : null,
    }))
    expect(f1(scorePlan(gold, { ...faultless, indicators: misplaced }, source.text).targets)).toBeLessThan(0.7)
    const tasks = faultless.tasks.map((task) => ({ ...task, lead: ['演示局'], units: [...task.units, '演示局'] }))
    const score = scorePlan(gold, { ...faultless, tasks }, source.text)
    expect(score.leads.right).toBe(0)
    expect(f1(score.units)).toBeLessThan(1)
  })
})

describe('the texts of the corpus', () => {
  it.each(everyPlan)('$name prints what its gold speaks of', ({ gold, source }) => {
    for (const words of [...gold.notTargets, ...gold.milestones]) expect(source.text).toContain(words)
    for (const task of gold.tasks) {
      expect(source.text).toContain(task.title)
      for (const unit of task.units) expect(source.text).toContain(unit)
      expect(task.units).toEqual(expect.arrayContaining([...task.lead]))
    }
    for (const { task } of gold.indicators) expect(task ?? 1).toBeLessThanOrEqual(gold.tasks.length)
  })
})

describe('names that mean the same', () => {
  it.each([
    ['新增贯标企业', '贯标企业', true],
    ['知识产权质押融资额', '知识产权质押金额', true],
    ['有效发明专利拥有量', '有效发明专利', true],
    ['省级知识产权示范园区', '商标品牌指导站', false],
    ['专家', '组建知识产权专家库并广泛吸纳各方面的专家参与', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(nameAgreement(a, b) >= 0.5).toBe(same)
  })
})
