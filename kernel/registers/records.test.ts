import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Library, type Listed, openLibrary } from './calling.fixture.ts'
import type { RecordDetail, RecordRow } from './registers.schemas.ts'

let library: Library
let added = 100_000
beforeAll(async () => {
  library = await openLibrary()
})
afterAll(() => library.close())

/** A shelf mark with the right check digit. */
export function markOf(number: number): string {
  return `ABC-${number}-${[...String(number)].reduce((sum, digit) => sum + Number(digit), 0) % 10}`
}

const list = (input: Readonly<Record<string, unknown>>) =>
  library.call<Listed>('register.records', { register: 'book', ...input })
const filtered = async (filters: readonly unknown[]) =>
  (await list({ filters: JSON.stringify(filters), sort: 'mark' })).rows.map(({ values }) => values['mark'])

describe('a record (记录)', () => {
  let donor: RecordRow
  let book: RecordRow

  it('is added with all its fields, written as its formats say, and found again', async () => {
    donor = await library.add(
      'reader',
      { name: '云亭书局有限公司', kind: '公司', phone: '13800001234' },
      { unitId: library.units.town },
    )
    book = await library.add('book', {
      mark: 'ａｂｃ1236',
      title: '海图选',
      owners: ['云亭书局有限公司', { name: '无名氏' }],
      kind: '图册',
      topics: ['sea', '陆'],
      marks: ['abc-7-7'],
      pages: 320,
      weight: 1.25,
      worn: 12.5,
      price: 12_800,
      lent: true,
      boughtOn: '2020-03-01',
      dueOn: '2027-01-31',
      printedIn: '2009',
      branch: { id: library.units.town },
      place: { longitude: 119.8, latitude: 31.3 },
      on: '第一行\n第二行',
    })
    expect(book).toMatchObject({
      label: '海图选',
      revision: 1,
      unit: { id: library.units.town, name: '云亭镇' },
      inForce: true,
      values: {
        mark: 'ABC-123-6',
        owners: [
          { name: '云亭书局有限公司', id: donor.id },
          { name: '无名氏', id: null },
        ],
        kind: 'atlas',
        topics: ['sea', 'land'],
        marks: ['ABC-7-7'],
        printedIn: '2009',
        branch: { id: library.units.town, name: '云亭镇' },
        place: { longitude: 119.8, latitude: 31.3 },
        on: '第一行\n第二行',
        lostOn: null,
        sequel: null,
      },
    })
    const detail = await library.get('reader', donor.id)
    expect(detail.related).toMatchObject([{ register: 'book', field: 'owners', count: 1, rows: [{ id: book.id }] }])
    expect(detail.values['phone']).toEqual({ masked: '138****1234' })
  })

  it('names everything that is wrong, with what to do, and saves nothing', async () => {
    const attempt = library.add('book', {
      mark: '123',
      kind: '报纸',
      pages: 0,
      worn: 140,
      boughtOn: '2027-01-01',
      lostOn: '0204-03-05',
      branch: 'no-such-unit',
      sequel: { id: 'no-such-book' },
      colour: 'red',
    })
    const problems = await attempt.catch((error) => error.problems as { path: string; message: { zh: string } }[])
    expect(problems).toHaveLength(10)
    const of = (path: string) =>
      (problems as { path: string; message: { zh: string } }[]).find((each) => each.path === path)?.message.zh
    expect(of('/values/mark')).toBe('“架号”“123”：不是三个字母加数字。应写成架号，例如 ABC-123-6。')
    expect(of('/values/title')).toBe('“书名”没有填写。请补填。')
    expect(of('/values/lostOn')).toBe('“遗失日”“0204-03-05”的年份不合常理。请核对年份，可能少写或错写了一位。')
    expect(of('/values/boughtOn')).toContain('晚于今天（2026-11-25）')
    expect((await list({})).count).toBe(1)
  })

  it('is not added a second time under one number', async () => {
    await expect(library.add('book', { mark: 'ABC-123-6', title: '又一本' })).rejects.toMatchObject({
      code: 'register.alreadyThere',
    })
  })

  it('keeps a number whose check digit does not fit, and says so', async () => {
    const doubtful = await library.add('book', { mark: 'ABC-123-9', title: '存疑' })
    expect(doubtful.doubts).toEqual([
      { field: 'mark', message: { zh: '校验位应为 6。', en: 'the check digit should be 6.' } },
    ])
    await library.call('register.removeRecord', { register: 'book', recordId: doubtful.id, reason: '测试完毕' })
  })

  it('is changed in some fields, the others stay, and each change can be read with its journal entry', async () => {
    library.setNow(new Date('2026-11-26T02:00:00Z'))
    const changed = await library.call<RecordRow>('register.changeRecord', {
      ...{ register: 'book', recordId: book.id, revision: 1, reason: '核对原书' },
      values: { pages: 321, kind: 'novel' },
    })
    expect(changed).toMatchObject({ revision: 2, values: { pages: 321, title: '海图选', price: 12_800 } })
    const detail = await library.get('book', book.id)
    expect(detail.revisions).toMatchObject([
      { revision: 2, act: 'changed', reason: '核对原书', replacedAt: null, journalSequence: expect.any(Number) },
      { revision: 1, act: 'added', replacedAt: '2026-11-26T02:00:00.000Z', journalSequence: expect.any(Number) },
    ])
    expect(detail.revisions[0]?.changes).toEqual([
      { field: 'kind', before: 'atlas', after: 'novel' },
      { field: 'pages', before: 320, after: 321 },
    ])
    const stored = await library.test.tamper('select kind, kind_since, kind_history from book where id = $1', [book.id])
    expect(stored.rows).toEqual([
      { kind: 'novel', kind_since: '2026-11-26', kind_history: [{ value: 'atlas', since: null }] },
    ])
  })

  it('is not overwritten by somebody who saw an earlier revision', async () => {
    const attempt = library.call('register.changeRecord', {
      ...{ register: 'book', recordId: book.id, revision: 1 },
      values: { pages: 1 },
    })
    await expect(attempt).rejects.toMatchObject({ code: 'register.changedMeanwhile', status: 409 })
  })

  it('changes nothing, and writes no history, when it says the same again', async () => {
    const same = await library.call<RecordRow>('register.changeRecord', {
      ...{ register: 'book', recordId: book.id, revision: 2 },
      values: { pages: 321 },
    })
    expect(same.revision).toBe(2)
  })

  it('can be seen as it was known at the end of a day, alone and in the list', async () => {
    const input = { register: 'book', recordId: book.id, asOf: '2026-11-25' }
    expect(await library.call<RecordDetail>('register.record', input)).toMatchObject({
      revision: 1,
      values: { pages: 320 },
    })
    expect((await list({ asOf: '2026-11-25', q: '海图' })).rows).toMatchObject([
      { revision: 1, values: { pages: 320 } },
    ])
    expect((await list({ asOf: '2026-11-24' })).rows).toEqual([])
  })

  it('cannot be the sequel of itself, directly or by another one', async () => {
    const second = await library.add('book', { mark: markOf(2), title: '海图续选', sequel: { id: book.id } })
    const attempt = library.call('register.changeRecord', {
      ...{ register: 'book', recordId: book.id, revision: 2 },
      values: { sequel: { id: second.id } },
    })
    await expect(attempt).rejects.toMatchObject({ code: 'register.circularLink' })
    await expect(
      library.call('register.changeRecord', {
        ...{ register: 'book', recordId: second.id, revision: 1 },
        values: { sequel: { id: second.id } },
      }),
    ).rejects.toMatchObject({ code: 'register.circularLink' })
  })

  it('leaves the lists when it is removed, keeps its history, and is not there for a change', async () => {
    const gone = await library.add('book', { mark: markOf(3), title: '误录' })
    await library.call('register.removeRecord', { register: 'book', recordId: gone.id, reason: '重复录入' })
    const detail = await library.get('book', gone.id)
    expect(detail).toMatchObject({ state: 'removed', may: { change: false } })
    expect(detail.revisions[0]).toMatchObject({ act: 'removed', reason: '重复录入', byLabel: '演示操作员' })
    const attempt = library.call('register.changeRecord', {
      register: 'book',
      recordId: gone.id,
      revision: 1,
      values: {},
    })
    await expect(attempt).rejects.toMatchObject({ code: 'register.ended' })
    expect((await library.add('book', { mark: markOf(3), title: '重新登记' })).revision).toBe(1)
  })

  it('shows which conditions hold, and why', async () => {
    const detail = await library.get('book', book.id)
    const held = Object.fromEntries(detail.conditions.map(({ name, holds }) => [name, holds]))
    expect(held).toEqual({ 'in-force': true, dear: true, costly: true, 'an-atlas': false })
    expect(detail.conditions.find(({ name }) => name === 'in-force')?.from).toBe('2020-03-01')
    expect(detail.deadlines).toEqual([{ field: 'dueOn', label: '应还日', on: '2027-01-31', days: expect.any(Number) }])
  })
})

describe('a list of records (清单)', () => {
  beforeAll(async () => {
    for (let number = 10; number < 20; number += 1) {
      await library.add(
        'book',
        {
          mark: markOf(number),
          title: `${number % 2 === 0 ? '山' : '河'}志第${number}卷`,
          pages: number % 3 === 0 ? null : number,
          price: number * 1_000,
          boughtOn: `201${number % 10}-06-01`,
          lostOn: number === 15 ? '2020-01-01' : null,
          topics: number === 12 ? ['sea'] : ['land'],
        },
        number < 13 ? { unitId: library.units.town } : {},
      )
    }
  })

  it.each([
    { by: 'is', field: 'pages', value: 11, found: [11] },
    { by: 'in', field: 'pages', value: [11, 13], found: [11, 13] },
    { by: 'within', field: 'boughtOn', value: ['2013', '2014-06'], found: [13, 14] },
    { by: 'within', field: 'price', value: [17_000, 19_000], found: [17, 18, 19] },
    { by: 'holds', field: 'topics', value: 'sea', found: [12, 123] },
    { by: 'startsWith', field: 'mark', value: 'abc-16', found: [16] },
    { by: 'contains', field: 'title', value: '第18', found: [18] },
    { by: 'isSet', field: 'lostOn', value: true, found: [15] },
    { by: 'condition', field: 'dear', value: true, found: [10, 11, 12, 123, 13, 14, 15, 16, 17, 18, 19] },
    { by: 'is', field: 'unitId', value: 'TOWN', found: [10, 11, 12, 123] },
  ])('is filtered by $field $by $value', async ({ by, field, value, found }) => {
    const given = value === 'TOWN' ? library.units.town : value
    expect(await filtered([{ field, by, value: given }])).toEqual(found.map(markOf))
  })

  it('is filtered by the record that a link leads to, by its id or by its name', async () => {
    const first = await library.add('book', { mark: markOf(31), title: '链上篇' })
    await library.add('book', { mark: markOf(32), title: '链下篇', sequel: { id: first.id, name: '链上篇' } })
    for (const value of [first.id, { id: first.id, name: '链上篇' }]) {
      expect(await filtered([{ field: 'sequel', by: 'holds', value }])).toEqual([markOf(32)])
    }
    expect(await filtered([{ field: 'sequel', by: 'is', value: '没有这本书' }])).toEqual([])
    await library.call('register.removeRecord', { register: 'book', recordId: first.id, reason: '演示结束' })
  })

  it('knows what is in force on a day, and what is not', async () => {
    const inForce = await filtered([{ field: 'in-force', by: 'condition', value: true }])
    expect(inForce).not.toContain(markOf(15))
    expect(inForce).toContain(markOf(14))
    expect(await filtered([{ field: 'in-force', by: 'condition', value: false }])).toContain(markOf(15))
  })

  it('goes by what the county decided that a condition means, from the day on which it counts', async () => {
    const decided = { field: 'price', atLeast: 180 }
    await library.test.tamper(
      `insert into definition_version (jurisdiction, kind, id, version, valid_from, definition, origin, reason, decided_at, by_label)
       values ('yanshi', 'condition', 'book costly', 1, '0001-01-01', $1, 'declared', '演示', now(), '演示'),
              ('yanshi', 'condition', 'book costly', 2, '2026-11-01', $2, 'edited', '演示', now(), '演示')`,
      [JSON.stringify({ field: 'price', atLeast: 100 }), JSON.stringify(decided)],
    )
    expect(await filtered([{ field: 'costly', by: 'condition', value: true }])).toEqual([18, 19].map(markOf))
    await library.test.tamper(`delete from definition_version where id = 'book costly'`)
  })

  it.each([
    ['志', 10],
    ['山志', 5],
    ['第11卷', 1],
    ['abc-123-6', 1],
    ['ＡＢＣ１２３６', 1],
    ['没有的词', 0],
  ])('is searched for “%s”', async (q, count) => {
    expect((await list({ q })).count).toBe(count)
  })

  it('refuses filters and orders that do not fit, with words', async () => {
    for (const filters of [
      '{',
      '[1]',
      '[{"field":"x","by":"is","value":1}]',
      '[{"field":"pages","by":"is","value":"a"}]',
    ]) {
      await expect(list({ filters })).rejects.toMatchObject({ code: 'register.badFilter', status: 400 })
    }
    await expect(list({ sort: 'owners' })).rejects.toMatchObject({ code: 'register.badFilter' })
    await expect(list({ after: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'register.badCursor' })
  })

  it('counts and sums all that is listed, with the first page', async () => {
    const page = await list({ filters: '[{"field":"title","by":"contains","value":"志第"}]', limit: 3 })
    expect(page).toMatchObject({ count: 10, countIsExact: true, totals: { price: 145_000, pages: 100 } })
    expect(
      (await list({ limit: 3, after: page.next ?? '', filters: '[{"field":"title","by":"contains","value":"志第"}]' }))
        .count,
    ).toBeNull()
  })

  it.each(['pages', '-pages', '-boughtOn', 'label', 'mark', '-id', 'unitId', '-recordedAt'])(
    'goes page by page by %s, each record once, those without a value at the end, while others write',
    async (sort) => {
      const seen: string[] = []
      const before = (await list({ sort, limit: 200 })).rows
      for (let after: string | undefined; ; ) {
        const page: Listed = await list({ sort, limit: 3, ...(after === undefined ? {} : { after }) })
        seen.push(...page.rows.map(({ id }) => id))
        const [somebody] = page.rows
        if (seen.length < 7 && somebody !== undefined) {
          added += 1
          await library.add('book', { mark: markOf(added), title: '其间新增' })
        }
        if (page.next === null) break
        after = page.next
      }
      expect(new Set(seen).size).toBe(seen.length)
      const known = new Set(before.map(({ id }) => id))
      expect(seen.filter((id) => known.has(id))).toEqual(before.map(({ id }) => id))
    },
  )
})
