import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileAnswer } from '../../operations/file-answer.ts'
import { limitsEffect } from '../limits/limits-effect.ts'
import type { MatterDetail } from '../matters.schemas.ts'
import { publicationEffect } from '../publication.ts'
import { registerEntriesEffect } from '../register-entries.ts'
import { type MatterKernel, openMatterKernel, type Somebody } from '../testing/matter-kernel.ts'
import type {
  MatterPage,
  MatterStatistics,
  ObjectionRow,
  PublicationDetail,
  PublicationRow,
} from './reading.schemas.ts'
import { matterReadingOperations } from './reading-operations.ts'

const form = {
  ...{ applicant: '张三丰', phone: '13900000000', whisper: '别告诉邻居', bed: '东门花圃', kind: 'flowers' },
  hasTools: true,
}
const sketch = { material: 'sketch', evidenceId: null, fileName: null, origin: 'register', note: '平台已有' } as const

describe('reading matters', () => {
  let kernel: MatterKernel
  let granted: string
  let received: string
  const ask = async <Answer>(who: Somebody, id: string, input: object): Promise<Answer> => {
    const operation = matterReadingOperations(kernel.matters).find((each) => each.id === id)
    if (operation === undefined) throw new Error(id)
    return (await kernel.run(who, operation, input)) as unknown as Answer
  }
  const show = (who: Somebody, matterId: string) => ask<MatterDetail>(who, 'matter.show', { matterId })

  beforeAll(async () => {
    kernel = await openMatterKernel({ effects: [limitsEffect, registerEntriesEffect, publicationEffect] })
    const begin = (bed: string) =>
      kernel.begin('resident', { type: 'garden-adoption', values: { ...form, bed }, materials: [sketch] })
    granted = (await begin('东门花圃')).id
    received = (await begin('西门花圃')).id
    await kernel.act('officer', { matterId: granted, act: 'accept' })
    await kernel.act('officer', { matterId: granted, act: 'propose', opinion: '同意（演示）' })
    await kernel.act('head', { matterId: granted, act: 'grant', input: { reason: '符合条件（演示）' } })
  }, 120_000)
  afterAll(() => kernel.close())

  it('shows everything about a case: form with origins and masks, limits, acts, next acts, what it wrote', async () => {
    const matter = await show('officer', granted)
    expect(matter).toMatchObject({
      ...{ title: '东门花圃', typeLabel: '花圃认养', status: 'ended', outcome: 'granted', light: 'done', dueOn: null },
      acts: [{ act: 'grant' }, { act: 'propose', opinion: '同意（演示）' }, { act: 'accept' }, { act: 'submit' }],
      registerEntries: [{ register: 'garden-bed', label: '东门花圃' }],
    })
    const values = new Map(matter.values.map((each) => [each.field, each]))
    expect(values.get('applicant')).toMatchObject({ words: '张**', isMasked: true, origin: 'applicant' })
    expect(values.get('kind')).toMatchObject({ words: '花', label: '种什么' })
    expect(values.get('hasTools')?.words).toBe('是')
    expect(matter.limits.map(({ kind, status }) => [kind, status]).sort()).toEqual([
      ['legal', 'met'],
      ['promised', 'met'],
    ])
    expect(matter.journal).toHaveLength(4)
    expect(matter.flow.boxes.some(({ id, isCurrent }) => id === 'granted' && isCurrent)).toBe(true)
    expect(matter.missing.map(({ material }) => material)).toEqual(['photo'])
    const waiting = await show('officer', received)
    expect(waiting.next.map(({ act }) => act)).toEqual(expect.arrayContaining(['accept', 'askForMore', 'take']))
  })

  it('never shows a sealed value, and that there is one only to those who may have it opened', async () => {
    const seen = JSON.stringify(await show('officer', received))
    expect(seen).not.toContain('别告诉邻居')
    expect(seen).not.toContain('张三丰')
    expect(seen).not.toContain('13900000000')
    expect((await show('officer', received)).values.find(({ field }) => field === 'whisper')).toMatchObject({
      ...{ isSealed: true, value: null, words: '已封存' },
    })
    expect((await show('office', received)).values.some(({ field }) => field === 'whisper')).toBe(false)
  })

  it.each(['stranger', 'strangerHead'] as const)('is not found by the %s, nor by who is not there', async (who) => {
    await expect(show(who, received)).rejects.toMatchObject({ code: 'matter.unknown' })
    await expect(show(who, 'no-such-thing')).rejects.toMatchObject({ code: 'matter.unknown' })
    await expect(ask(who, 'matter.comment', { matterId: received, words: '看看' })).rejects.toMatchObject({
      code: 'matter.unknown',
    })
  })

  it.each(['resident', 'neighbour', 'judge', 'clerk'] as const)('is not for the %s', async (who) => {
    await expect(show(who, received)).rejects.toMatchObject({ code: 'operation.notAllowed' })
  })

  it('keeps comments among those who work on it, and lets their author take them back', async () => {
    const { id } = await ask<{ id: string }>('officer', 'matter.comment', {
      matterId: received,
      words: '<b>请核对</b>',
    })
    expect((await show('head', received)).comments).toMatchObject([{ id, words: '<b>请核对</b>', isOwn: false }])
    const back = { matterId: received, commentId: id }
    await expect(ask('head', 'matter.withdrawComment', back)).rejects.toMatchObject({ code: 'comment.unknown' })
    await ask('officer', 'matter.withdrawComment', back)
    await ask('officer', 'matter.withdrawComment', back)
    expect((await show('officer', received)).comments).toEqual([])
    const { rows } = await kernel.test.tamper(`select after::text from journal where subject_id = $1`, [received])
    expect(JSON.stringify(rows)).not.toContain('请核对')
  })

  it('keeps opinions for later, those of the matter and act first', async () => {
    await ask('officer', 'opinion.keep', { words: '一般意见' })
    const { id } = await ask<{ id: string }>('officer', 'opinion.keep', {
      ...{ words: '同意认养', type: 'garden-adoption', act: 'propose', shared: true },
    })
    const list = async (who: Somebody, input: object) =>
      (await ask<{ templates: { words: string; isOwn: boolean }[] }>(who, 'opinion.list', input)).templates
    expect((await list('officer', { type: 'garden-adoption', act: 'propose' })).map(({ words }) => words)).toEqual([
      '同意认养',
      '一般意见',
    ])
    expect(await list('head', {})).toMatchObject([{ words: '同意认养', isOwn: false }])
    expect(await list('stranger', {})).toEqual([])
    await expect(ask('head', 'opinion.change', { templateId: id, words: '改' })).rejects.toMatchObject({
      code: 'opinion.unknown',
    })
    await ask('officer', 'opinion.change', { templateId: id, words: '同意' })
    await ask('officer', 'opinion.remove', { templateId: id })
    expect(await list('head', {})).toEqual([])
  })

  it('counts what came, ended and was in time; of nothing there is no mean', async () => {
    const figures = await ask<MatterStatistics>('office', 'matter.statistics', { from: '2026-11-01', to: '2026-11-30' })
    const row = (key: string) => figures.rows.find((each) => each.key === key)
    expect(row('garden-adoption')).toMatchObject({
      ...{ received: 2, ended: 1, granted: 1, open: 1, timed: 1, workingDays: 0, meanWorkingDays: 0 },
      promised: { measured: 1, inTime: 1, late: 0 },
      legal: { measured: 1, inTime: 1, late: 0 },
    })
    expect(row('hall-booking')).toMatchObject({
      received: 0,
      ended: 0,
      timed: 0,
      meanWorkingDays: null,
      promised: { measured: 0 },
    })
    // What a figure counts is what the queue lists behind it.
    const queue = (asked: object) =>
      ask<MatterPage>('office', 'matter.list', { view: 'all', type: 'garden-adoption', ...asked })
    const days = { endedFrom: '2026-11-01', endedTo: '2026-11-30' }
    const counts = [
      await queue({ submittedFrom: '2026-11-01', submittedTo: '2026-11-30' }),
      await queue({ ...days, outcome: 'granted' }),
      await queue({ ...days, outcome: 'refused' }),
      await queue({ ...days, kept: 'promised-inTime' }),
      await queue({ ...days, kept: 'legal-late' }),
      await queue({ status: 'open' }),
      await queue({ endedFrom: '2026-12-01' }),
    ]
    expect(counts.map(({ count }) => count)).toEqual([2, 1, 0, 1, 0, 1, 0])
    const file = await ask<FileAnswer>('office', 'matter.statisticsFile', {
      ...{ from: '2026-11-01', to: '2026-11-30', format: 'csv' },
    })
    const lines = Buffer.from(file.content).toString().split('\r\n')
    expect(lines[0]).toMatch(/^\ufeff事项,收件,办结/)
    // In time and late of nothing that was measured, and its mean, are empty and not zero.
    expect(lines.find((line) => line.startsWith('借厅登记'))).toMatch(/,0,,,0,,,0,$/)
    const strangers = await ask<MatterStatistics>('stranger', 'matter.statistics', { by: 'month', from: '2026-10-05' })
    expect(strangers.rows.map(({ key, received: count, open }) => [key, count, open])).toEqual([
      ['2026-10', 0, null],
      ['2026-11', 0, null],
    ])
    await expect(ask('office', 'matter.statistics', { from: '2026-12-01', to: '2026-11-01' })).rejects.toMatchObject({
      code: 'queue.badPeriod',
    })
  })

  it('calls late what was missed, and not what ended in time after its clock had stood still', async () => {
    const legal = async () => {
      const { rows } = await ask<MatterStatistics>('office', 'matter.statistics', { from: '2026-11-01' })
      return rows.find(({ key }) => key === 'garden-adoption')?.legal
    }
    const limits = `update matter_limit set due_on = '2026-11-01', status = $2 where matter_id = $1 and kind = 'legal'`
    await kernel.test.tamper(limits, [granted, 'met'])
    expect(await legal()).toMatchObject({ measured: 1, inTime: 1, late: 0 })
    await kernel.test.tamper(limits, [granted, 'missed'])
    expect(await legal()).toMatchObject({ measured: 1, inTime: 0, late: 1 })
    await kernel.test.tamper(limits, [granted, 'met'])
  })

  it('publishes, takes objections from whoever can be reached, and answers them once', async () => {
    const { rows } = await ask<{ rows: PublicationRow[] }>('neighbour', 'publication.list', { state: 'open' })
    const [publication] = rows
    expect(publication).toMatchObject({ title: '花圃“东门花圃”认养公示', takesObjections: true })
    const publicationId = publication?.id ?? ''
    const words = '这块花圃是我家的（演示）'
    const nobody = { ...kernel.actor('neighbour'), accountId: undefined, roles: [] }
    const object = matterReadingOperations(kernel.matters).find(({ id }) => id === 'publication.object')
    await expect(kernel.run(nobody, object as never, { publicationId, words })).rejects.toMatchObject({
      code: 'publication.whoAreYou',
    })
    const given = { publicationId, words, name: '李四', phone: '13800001234' }
    const { id } = await ask<{ id: string }>('neighbour', 'publication.object', given)
    const listed = await ask<{ objections: ObjectionRow[] }>('officer', 'publication.objections', { publicationId })
    expect(listed.objections).toMatchObject([{ id, words, name: '李*', phone: '138****1234', answer: null }])
    await expect(ask('stranger', 'publication.objections', { publicationId })).rejects.toMatchObject({
      code: 'publication.unknown',
    })
    const answer = { publicationId, objectionId: id, answer: '经核不成立（演示）', upheld: false }
    await ask('officer', 'publication.answerObjection', answer)
    await expect(ask('officer', 'publication.answerObjection', answer)).rejects.toMatchObject({
      code: 'publication.answered',
    })
    const detail = await ask<PublicationDetail>('neighbour', 'publication.show', { publicationId })
    expect(detail).toMatchObject({ objections: 1, own: [{ id, answer: '经核不成立（演示）', upheld: false }] })
    expect(detail.body.find(({ label }) => label === '姓名')?.words).toBe('张**')
    expect((await ask<PublicationDetail>('resident', 'publication.show', { publicationId })).own).toEqual([])
    for (let more = 1; more < 5; more += 1) await ask('neighbour', 'publication.object', given)
    await expect(ask('neighbour', 'publication.object', given)).rejects.toMatchObject({ code: 'publication.tooMany' })
    kernel.setNow(new Date('2027-06-01T02:00:00Z'))
    await expect(ask('resident', 'publication.object', given)).rejects.toMatchObject({ code: 'publication.notOpen' })
    kernel.setNow(new Date('2026-11-25T02:00:00Z'))
  })
})
