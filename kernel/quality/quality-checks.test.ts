import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { book, idsOf, loans, openQualityBench, type QualityBench, registers, rule, rules } from './quality.fixture.ts'
import { assembleQualityRules } from './quality-rules.ts'

let bench: QualityBench

beforeAll(async () => {
  bench = await openQualityBench()
})
afterAll(() => bench.kernel.close())
beforeEach(() => bench.clear())

describe('a rule of data quality 数据质量规则 finds', () => {
  it('records that meet a condition', async () => {
    const found = await bench.foundBy('book.dear', {
      book: [book('a', { price: 1_000_000 }), book('b', { price: 100 }), book('c', {})],
    })
    expect(idsOf(found)).toEqual(['a'])
  })

  it('a day that lies before one it must follow', async () => {
    const found = await bench.foundBy('book.lost-first', {
      book: [
        book('a', { boughtOn: '2026-02-01', lostOn: '2026-01-01' }),
        book('b', { boughtOn: '2026-02-01', lostOn: '2026-02-01' }),
        book('c', { lostOn: '2026-02-01' }),
      ],
    })
    expect(idsOf(found)).toEqual(['a'])
    expect(found[0]?.message.zh).toBe('遗失日 2026-01-01 早于购入日 2026-02-01。')
  })

  it('days that cannot be: the year 0204, and one that lies ahead', async () => {
    const found = await bench.foundBy('book.impossible-day', {
      book: [
        book('a', { boughtOn: '0204-03-01' }),
        book('b', { boughtOn: '2027-01-01' }),
        book('c', { boughtOn: '2026-11-25' }),
      ],
    })
    expect(idsOf(found)).toEqual(['a', 'b'])
    expect(found.find(({ subject }) => subject.id === 'a')?.message.zh).toContain('0204-03-01')
  })

  it('codes whose check character does not fit, as they were noted when written', async () => {
    await bench.put({ book: [book('a', { mark: 'ABC-123-7' }), book('b', { mark: 'ABC-123-6' })] })
    await bench.kernel.test.tamper(
      `update book set doubts = '[{"field":"mark","message":{"zh":"校验位应为 6。","en":"should be 6."}}]' where id = 'a'`,
    )
    await bench.run(rules, 'book.mark')
    const { findings } = await bench.list({ rule: 'book.mark' })
    expect(findings.map(({ message }) => message.zh)).toEqual(['架号 ABC-123-7：校验位应为 6。'])
  })

  it('records with one name, however it was typed', async () => {
    const found = await bench.foundBy('book.twice', {
      book: [
        book('a', { title: '演示（甲）书' }),
        book('b', { title: '演示(甲) 书' }),
        book('c', { title: '演示乙书' }),
        book('d', { title: '' }),
        book('e', { title: '' }),
      ],
    })
    expect(idsOf(found)).toEqual(['a', 'b'])
    expect(found.find(({ subject }) => subject.id === 'a')?.message.zh).toContain('另外 1 条')
  })

  it('two numbers that differ in the check character alone', async () => {
    const found = await bench.foundBy('book.same-mark', {
      book: [book('a', { mark: '123.4' }), book('b', { mark: '123.X' }), book('c', { mark: '124.4' })],
    })
    expect(idsOf(found)).toEqual(['a', 'b'])
  })

  it('a part that is more than its whole', async () => {
    const found = await bench.foundBy('book.worn-more', {
      book: [book('a', { worn: 50, weight: 1 }), book('b', { worn: 1, weight: 50 }), book('c', { worn: 1 })],
    })
    expect(idsOf(found)).toEqual(['a'])
  })

  it('a total that is not the number of its parts, and says nothing where there are no parts', async () => {
    const loan = (id: string, of: string) => book(id, { book: { id: of, name: of }, lentOn: '2026-01-01' })
    const found = await bench.foundBy('book.pages-loans', {
      book: [book('a', { pages: 5 }), book('b', { pages: 2 }), book('c', { pages: 9 })],
      loan: [loan('1', 'a'), loan('2', 'b'), loan('3', 'b')],
    })
    expect(idsOf(found)).toEqual(['a'])
    expect(found[0]?.message.zh).toBe('页数 5 页，“借阅台账”里有 1 次。')
  })

  it('an owner that is a town', async () => {
    const owner = (name: string) => ({ owners: [{ id: null, name }] })
    const found = await bench.foundBy('book.owner-town', {
      book: [book('a', owner('云亭镇')), book('b', owner('云亭镇某厂（演示）'))],
    })
    expect(idsOf(found)).toEqual(['a'])
  })

  it('links that lead nowhere, of one and of many', async () => {
    const found = await bench.foundBy('book.owner-unknown', {
      reader: [book('r1', { name: '甲' })],
      book: [
        book('a', {
          owners: [
            { id: 'r1', name: '甲' },
            { id: null, name: '乙' },
          ],
        }),
        book('b', { owners: [{ id: 'r1', name: '甲' }] }),
        book('c', { owners: [{ id: 'gone', name: '丙' }] }),
        book('d', {}),
      ],
    })
    expect(found.map(({ subject, message }) => [subject.id, message.zh]).sort()).toEqual([
      ['a', '捐赠人“乙”在名录中没有对上。'],
      ['c', '捐赠人“丙”在名录中没有对上。'],
    ])
    const loans = await bench.foundBy('loan.book-unknown', {
      book: [book('a', {})],
      loan: [book('1', { book: { id: 'a', name: '书a' } }), book('2', { book: { id: null, name: '没有的书' } })],
    })
    expect(idsOf(loans)).toEqual(['2'])
  })

  it('links that run in a circle, and not those that only lead into one', async () => {
    const sequel = (id: string, to: string | null) => book(id, { sequel: to === null ? null : { id: to, name: to } })
    const found = await bench.foundBy('book.sequel-circle', {
      book: [
        sequel('a', 'b'),
        sequel('b', 'c'),
        sequel('c', 'a'),
        sequel('d', 'a'),
        sequel('e', 'e'),
        sequel('f', null),
      ],
    })
    expect(idsOf(found)).toEqual(['a', 'b', 'c', 'e'])
    expect(found.find(({ subject }) => subject.id === 'a')?.message.zh).toContain('3 步')
  })

  it('a value far from that of the year before', async () => {
    const year = (id: string, title: string, printedIn: string, price: number) => book(id, { title, printedIn, price })
    const found = await bench.foundBy('book.price-jump', {
      book: [
        year('a', '甲', '2025-01-01', 100),
        year('b', '甲', '2026-01-01', 1_000_000),
        year('c', '乙', '2025-01-01', 100),
        year('d', '乙', '2026-01-01', 200),
      ],
    })
    expect(idsOf(found)).toEqual(['b'])
    expect(found[0]?.message.zh).toBe('定价 10,000 元，上年为 1 元，相差超过 3 倍。')
  })

  it('of what is told month by month, a value far from the same month, and only where the rule looks', async () => {
    const monthly = assembleQualityRules({
      registers,
      rules: [
        rule('book.price-month', {
          check: 'outlier',
          register: 'book',
          field: 'price',
          on: 'boughtOn',
          per: ['title'],
          times: 3,
          where: { field: 'kind', is: 'novel' },
        }),
      ],
    })
    const bought = (id: string, boughtOn: string, price: number, kind = 'novel') =>
      book(id, { title: kind, kind, boughtOn, price })
    await bench.put({
      book: [
        bought('a', '2025-01-31', 100),
        bought('b', '2025-10-31', 900),
        bought('c', '2026-10-31', 1_000),
        bought('d', '2026-01-31', 900),
        bought('e', '2025-01-31', 100, 'atlas'),
        bought('f', '2026-01-31', 900, 'atlas'),
      ],
    })
    await bench.run(monthly)
    expect(idsOf((await bench.list({ rule: 'book.price-month' })).findings)).toEqual(['d'])
  })

  it('a figure that moved further in a month than it can', async () => {
    const jumping = assembleQualityRules({
      registers,
      indicators: [loans],
      rules: [rule('loan.jump', { check: 'jump', indicator: 'loan.all', times: 2 })],
    })
    for (const [on, value] of [
      ['2026-08-31', 10],
      ['2026-09-30', 11],
      ['2026-10-31', 40],
      // not the end of a month: it moves every day
      ['2026-11-25', 500],
    ]) {
      await bench.kernel.test.tamper(
        `insert into computed_value (jurisdiction, indicator, scope_key, on_date, state, value, inputs, definition_version, computed_at)
         values ('yanshi', 'loan.all', 'county', $1, 'value', $2, '[]', 1, now())`,
        [on, value],
      )
    }
    await bench.run(jumping)
    expect((await bench.list({ rule: 'loan.jump' })).findings).toMatchObject([
      {
        subject: { kind: 'indicator', id: 'loan.all', label: '借阅' },
        message: { zh: expect.stringContaining('2026-10-31 的值 40') },
      },
    ])
  })

  it('a register that fell silent', async () => {
    await bench.put({ reader: [book('r1', { name: '甲' })] })
    await bench.run(rules, 'reader.silent')
    expect((await bench.list({ rule: 'reader.silent' })).findings).toEqual([])
    bench.kernel.setNow(new Date('2027-01-25T02:00:00Z'))
    await bench.run(rules, 'reader.silent')
    expect((await bench.list({ rule: 'reader.silent' })).findings).toMatchObject([
      { subject: { kind: 'register', id: 'reader', label: '读者名录' } },
    ])
  })
})

describe('rules that are declared wrongly are refused together', () => {
  it('names every problem', () => {
    const bad = [
      rule('Bad', { check: 'silent', register: 'nothing', days: 1 }),
      rule('book.a', { check: 'dateOrder', register: 'book', earlier: 'title', later: 'missing' }),
      rule('book.a', { check: 'circularLink', register: 'book', field: 'owners' }),
      rule('reader.secret', { check: 'duplicates', register: 'reader', by: ['idNumber'] }),
      rule('book.outlier', { check: 'outlier', register: 'book', field: 'price', on: 'boughtOn', per: [], times: 1 }),
      rule('x.jump', { check: 'jump', indicator: 'none', times: 2 }),
    ]
    expect(() => assembleQualityRules({ registers, rules: bad })).toThrow(
      /nothing[\s\S]*missing[\s\S]*twice[\s\S]*owners[\s\S]*personal[\s\S]*times[\s\S]*none/,
    )
  })
})
