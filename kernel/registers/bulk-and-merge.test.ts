import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Library, type Listed, openLibrary } from './calling.fixture.ts'
import type { RecordDetail, RecordRow } from './registers.schemas.ts'

let library: Library
beforeAll(async () => {
  library = await openLibrary()
})
afterAll(() => library.close())

interface Outcome {
  readonly changed: number
  readonly unchanged: number
  readonly refused: readonly { readonly label: string; readonly message: { readonly zh: string } }[]
}

const markOf = (number: number) =>
  `ABC-${number}-${[...String(number)].reduce((sum, digit) => sum + Number(digit), 0) % 10}`
const revisionOf = async (register: string, id: string) => (await library.get(register, id)).revision

describe('many records at once (批量)', () => {
  let books: RecordRow[]
  beforeAll(async () => {
    books = []
    for (let number = 1; number <= 6; number += 1) {
      books.push(
        await library.add('book', {
          ...{ mark: markOf(number), title: `批量${number}`, price: number * 100 },
          ...{ boughtOn: number === 6 ? '2024-01-01' : '2020-01-01' },
        }),
      )
    }
  })
  const edit = (input: Readonly<Record<string, unknown>>) =>
    library.call<Outcome>('register.bulkEdit', { register: 'book', reason: '统一补录', ...input })
  const filters = '[{"field":"price","by":"within","value":[300,null]}]'

  it('are tried first: what would be changed is counted, and nothing is', async () => {
    const outcome = await edit({ filters, values: { lostOn: '2022-01-01' }, dryRun: true })
    expect(outcome).toMatchObject({ changed: 3, unchanged: 0, refused: [{ label: '批量6' }] })
    expect(outcome.refused[0]?.message.zh).toContain('早于“购入日”2024-01-01')
    expect(await revisionOf('book', books[2]?.id ?? '')).toBe(1)
  })

  it('are changed where they can be, each with its entry in the journal; the others are named', async () => {
    expect(await edit({ filters, values: { lostOn: '2022-01-01' } })).toMatchObject({ changed: 3 })
    expect(await edit({ filters, values: { lostOn: '2022-01-01' } })).toMatchObject({ changed: 0, unchanged: 3 })
    const { rows } = await library.test.tamper(
      `select subject_id from journal where command = 'register.bulkEdit' order by sequence`,
    )
    expect(rows.map(({ subject_id }) => subject_id)).toEqual(books.slice(2, 5).map(({ id }) => id))
  })

  it('do not become one thing by a common number', async () => {
    const outcome = await edit({ ids: books.slice(0, 2).map(({ id }) => id), values: { mark: markOf(77) } })
    expect(outcome).toMatchObject({ changed: 1, refused: [{ label: '批量2' }] })
  })

  it('are assigned to a unit', async () => {
    const assigned = await library.call<Outcome>('register.assign', {
      ...{ register: 'book', q: '批量', unitId: library.units.town, reason: '按属地' },
    })
    expect(assigned.changed).toBe(6)
    const listed = await library.call<Listed>('register.records', { register: 'book', unit: library.units.town })
    expect(listed.count).toBe(6)
    await expect(
      library.call('register.assign', { register: 'book', unitId: 'nowhere', reason: 'x', q: '批量' }),
    ).rejects.toMatchObject({ code: 'operation.notFound' })
  })
})

describe('duplicates (合并)', () => {
  let kept: RecordRow
  let double: RecordRow
  let book: RecordRow
  let mergeId: string
  const merge = (keptId: string, mergedIds: readonly string[], more = {}) =>
    library.call<{ mergeId: string; followed: number }>('register.merge', {
      ...{ register: 'reader', keptId, mergedIds, reason: '同一企业' },
      ...more,
    })
  const undo = () =>
    library.call<{ restored: number; followed: number }>('register.undoMerge', {
      ...{ register: 'reader', mergeId, reason: '合错了' },
    })

  beforeAll(async () => {
    kept = await library.add('reader', { name: '云亭（演示）书局', code: 'R1' })
    double = await library.add('reader', { name: '云亭演示书局', code: 'r1', phone: '13800001234' })
    book = await library.add('book', {
      mark: markOf(500),
      title: '合并测试',
      owners: [{ id: double.id }, { id: kept.id }, '无名氏'],
    })
    await library.add('loan', { book: { id: book.id }, user: { id: double.id }, lentOn: '2026-01-01' })
  })

  it('are found by code and by name, however it is written', async () => {
    const { groups } = await library.call<{ groups: { rows: RecordRow[]; confidence: number }[] }>(
      'register.duplicates',
      { register: 'reader' },
    )
    expect(groups).toMatchObject([{ confidence: 1, rows: [{ id: kept.id }, { id: double.id }] }])
  })

  it('are not merged with themselves, nor with what is not there', async () => {
    await expect(merge(kept.id, [kept.id])).rejects.toMatchObject({ code: 'register.mergeWithItself' })
    await expect(merge(kept.id, ['nobody'])).rejects.toMatchObject({ code: 'register.recordUnknown' })
  })

  it('become one: what pointed at the other points at the kept one, which takes what is asked', async () => {
    const merged = await merge(kept.id, [double.id], { values: { formerNames: '云亭演示书局' } })
    mergeId = merged.mergeId
    expect(merged.followed).toBe(2)
    expect((await library.get('book', book.id)).values['owners']).toEqual([
      { name: kept.label, id: kept.id },
      { name: '无名氏', id: null },
    ])
    const gone = await library.get('reader', double.id)
    expect(gone).toMatchObject({ state: 'merged', mergedInto: { id: kept.id, label: kept.label } })
    expect(gone.revisions[0]).toMatchObject({ act: 'merged', reason: '同一企业' })
    const detail = await library.get('reader', kept.id)
    expect(detail.values['formerNames']).toBe('云亭演示书局')
    expect(detail.related.map(({ register, count }) => [register, count])).toEqual([
      ['book', 1],
      ['loan', 1],
    ])
  })

  it('are not merged a second time', async () => {
    const other = await library.add('reader', { name: '另一家' })
    await expect(merge(other.id, [double.id])).rejects.toMatchObject({ code: 'register.ended' })
  })

  it('come back as they were, with what pointed at them, and once only', async () => {
    expect(await undo()).toEqual({ restored: 1, followed: 2 })
    const back = await library.get('reader', double.id)
    expect(back).toMatchObject({
      state: 'living',
      revision: 2,
      values: { code: 'r1', phone: { masked: '138****1234' } },
    })
    expect((await library.get('reader', kept.id)).values['formerNames']).toBeNull()
    expect((await library.get('book', book.id)).values['owners']).toEqual([
      { name: double.label, id: double.id },
      { name: kept.label, id: kept.id },
      { name: '无名氏', id: null },
    ])
    const ask = { register: 'reader', recordId: double.id, fields: ['phone'], reason: '核对' }
    expect(await library.call('register.disclose', ask)).toEqual({ values: { phone: '13800001234' } })
    await expect(undo()).rejects.toMatchObject({ code: 'register.mergeUndone' })
  })

  it('come back where something was changed meanwhile: the change stays, the link goes back', async () => {
    mergeId = (await merge(kept.id, [double.id])).mergeId
    const now = await library.get('book', book.id)
    await library.call('register.changeRecord', {
      ...{ register: 'book', recordId: book.id, revision: now.revision, values: { pages: 44 } },
    })
    await undo()
    const after: RecordDetail = await library.get('book', book.id)
    expect(after.values['pages']).toBe(44)
    const owners = after.values['owners'] as { id: string | null }[]
    expect(owners.map(({ id }) => id)).toEqual(expect.arrayContaining([kept.id, double.id, null]))
  })

  it('do not come back when what the merge changed was changed again', async () => {
    mergeId = (await merge(kept.id, [double.id], { values: { formerNames: '旧名' } })).mergeId
    const now = await library.get('reader', kept.id)
    const change = {
      register: 'reader',
      recordId: kept.id,
      revision: now.revision,
      values: { formerNames: '更旧的名' },
    }
    await library.call('register.changeRecord', change)
    await expect(undo()).rejects.toMatchObject({ code: 'register.mergeBuiltUpon' })
  })

  it('are not merged where two records would become the same, which is said', async () => {
    const [one, two] = [
      await library.add('reader', { name: '甲读者' }),
      await library.add('reader', { name: '乙读者' }),
    ]
    for (const user of [one, two]) {
      await library.add('loan', { book: { id: book.id }, user: { id: user.id }, lentOn: '2026-03-03' })
    }
    await expect(merge(one.id, [two.id])).rejects.toMatchObject({ code: 'register.mergeClash' })
    expect((await library.get('reader', two.id)).state).toBe('living')
  })
})
