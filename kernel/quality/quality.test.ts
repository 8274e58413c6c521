import type { PlainRecord } from '@qiangxian/engines/formula/span'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { IndicatorDeclaration, QualityCheck, QualityRuleDeclaration } from '../indicators/indicator.types.ts'
import { putRecords } from '../indicators/put-records.fixture.ts'
import { execute } from '../operations/execute.ts'
import { assembleRegisters } from '../registers/define-register.ts'
import { inventedDeclarations, shelfMark } from '../registers/invented-registers.fixture.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { qualityJob } from './quality.job.ts'
import { explainFinding, listQualityFindings, listQualityRules, runQuality } from './quality.operations.ts'
import { assembleQualityRules, type QualityRules } from './quality-rules.ts'

const registers = assembleRegisters({ registers: inventedDeclarations, formats: [shelfMark] })

function rule(id: string, finds: QualityCheck, changes: Partial<QualityRuleDeclaration> = {}): QualityRuleDeclaration {
  return {
    id,
    label: `规则 ${id}`,
    labelEn: `Rule ${id}`,
    severity: 'warning',
    remedy: '请改正',
    remedyEn: 'Mend it',
    source: '演示',
    withinWorkingDays: 5,
    finds,
    ...changes,
  }
}

function book(id: string, values: Record<string, unknown>, rest: Partial<PlainRecord> = {}): PlainRecord {
  return { id, label: `书${id}`, unitId: null, expectedOn: null, values, ...rest }
}

const rules = assembleQualityRules({
  registers,
  rules: [
    rule(
      'book.dear',
      { check: 'records', register: 'book', where: { named: 'costly' }, field: 'price' },
      { severity: 'note', withinWorkingDays: null },
    ),
    rule(
      'book.lost-first',
      { check: 'dateOrder', register: 'book', earlier: 'boughtOn', later: 'lostOn' },
      { severity: 'error' },
    ),
    rule('book.impossible-day', {
      check: 'dateRange',
      register: 'book',
      field: 'boughtOn',
      notBefore: '1900-01-01',
      notAfter: 'today',
    }),
    rule('book.mark', { check: 'format', register: 'book', field: 'mark' }),
    rule('book.twice', { check: 'duplicates', register: 'book', by: ['title'] }),
    rule('book.same-mark', { check: 'duplicates', register: 'book', by: ['mark'], beforeDot: ['mark'] }),
    rule('book.worn-more', { check: 'numberOrder', register: 'book', smaller: 'worn', larger: 'weight' }),
    rule('book.pages-loans', {
      check: 'total',
      register: 'book',
      field: 'pages',
      parts: { register: 'loan', through: 'book' },
      tolerancePercent: 10,
    }),
    rule('book.owner-town', { check: 'namesOrganisation', register: 'book', field: 'owners', kinds: ['town'] }),
    rule('book.owner-unknown', { check: 'unknownLink', register: 'book', field: 'owners' }),
    rule('loan.book-unknown', { check: 'unknownLink', register: 'loan', field: 'book' }),
    rule('book.sequel-circle', { check: 'circularLink', register: 'book', field: 'sequel' }),
    rule('book.price-jump', {
      check: 'outlier',
      register: 'book',
      field: 'price',
      on: 'printedIn',
      per: ['title'],
      times: 3,
    }),
    rule('reader.silent', { check: 'silent', register: 'reader', days: 30 }),
  ],
})

const loans: IndicatorDeclaration = {
  id: 'loan.all',
  label: '借阅',
  labelEn: 'Loans',
  unit: '次',
  decimals: 0,
  better: 'higher',
  meaning: '演示',
  formula: { measure: 'count', register: 'loan', window: { kind: 'ever', on: 'lentOn' }, unit: '次' },
  byUnit: true,
  caveats: [],
  dataFrom: '演示',
  source: '演示',
  cases: [],
}

let kernel: TestKernel
let town: string
let office: string

beforeAll(async () => {
  kernel = await openTestKernel({}, { registers })
  const parties = await kernel.database.inJurisdiction('yanshi', 'read', (tx) =>
    tx.selectFrom('party').select(['id', 'kind']).where('jurisdiction', '=', 'yanshi').execute(),
  )
  town = parties.find(({ kind }) => kind === 'town')?.id ?? ''
  office = parties.find(({ kind }) => kind === 'office')?.id ?? ''
})
afterAll(() => kernel.close())
beforeEach(async () => {
  await kernel.test.tamper('delete from quality_finding')
  await kernel.test.tamper('delete from outbox')
  kernel.setNow(new Date('2026-11-25T02:00:00Z'))
})

async function put(records: Readonly<Record<string, readonly PlainRecord[]>>): Promise<void> {
  await putRecords(kernel, registers, new Map(Object.entries(records)), new Date('2026-11-20T00:00:00Z'))
}

type Run = { opened: number; resolved: number; rules: { rule: string; found: number }[] }
const run = (of: QualityRules = rules, id?: string) =>
  execute(kernel, runQuality(of), requestAs('office'), id === undefined ? {} : { rule: id }) as Promise<Run>

interface Found {
  readonly id: string
  readonly rule: string
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string }
  readonly message: { readonly zh: string; readonly en: string }
  readonly unit: { readonly id: string } | null
  readonly dueOn: string | null
  readonly overdue: boolean
  readonly status: string
  readonly explanation: string | null
}
interface Page {
  readonly findings: readonly Found[]
  readonly next: string | null
  readonly count: number | null
}
const list = (input: object = {}, as = requestAs('office')) =>
  execute(kernel, listQualityFindings(rules), as, input) as Promise<Page>

/** What one rule finds among these records. */
async function foundBy(
  id: string,
  records: Readonly<Record<string, readonly PlainRecord[]>>,
): Promise<readonly Found[]> {
  await put(records)
  await run(rules, id)
  return (await list({ rule: id })).findings
}
const idsOf = (found: readonly Found[]) => found.map(({ subject }) => subject.id).sort()

describe('a rule of data quality 数据质量规则 finds', () => {
  it('records that meet a condition', async () => {
    const found = await foundBy('book.dear', {
      book: [book('a', { price: 1_000_000 }), book('b', { price: 100 }), book('c', {})],
    })
    expect(idsOf(found)).toEqual(['a'])
  })

  it('a day that lies before one it must follow', async () => {
    const found = await foundBy('book.lost-first', {
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
    const found = await foundBy('book.impossible-day', {
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
    await put({ book: [book('a', { mark: 'ABC-123-7' }), book('b', { mark: 'ABC-123-6' })] })
    await kernel.test.tamper(
      `update book set doubts = '[{"field":"mark","message":{"zh":"校验位应为 6。","en":"should be 6."}}]' where id = 'a'`,
    )
    await run(rules, 'book.mark')
    const { findings } = await list({ rule: 'book.mark' })
    expect(findings.map(({ message }) => message.zh)).toEqual(['架号 ABC-123-7：校验位应为 6。'])
  })

  it('records with one name, however it was typed', async () => {
    const found = await foundBy('book.twice', {
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
    const found = await foundBy('book.same-mark', {
      book: [book('a', { mark: '123.4' }), book('b', { mark: '123.X' }), book('c', { mark: '124.4' })],
    })
    expect(idsOf(found)).toEqual(['a', 'b'])
  })

  it('a part that is more than its whole', async () => {
    const found = await foundBy('book.worn-more', {
      book: [book('a', { worn: 50, weight: 1 }), book('b', { worn: 1, weight: 50 }), book('c', { worn: 1 })],
    })
    expect(idsOf(found)).toEqual(['a'])
  })

  it('a total that is not the number of its parts, and says nothing where there are no parts', async () => {
    const loan = (id: string, of: string) => book(id, { book: { id: of, name: of }, lentOn: '2026-01-01' })
    const found = await foundBy('book.pages-loans', {
      book: [book('a', { pages: 5 }), book('b', { pages: 2 }), book('c', { pages: 9 })],
      loan: [loan('1', 'a'), loan('2', 'b'), loan('3', 'b')],
    })
    expect(idsOf(found)).toEqual(['a'])
    expect(found[0]?.message.zh).toBe('页数 5 页，“借阅台账”里有 1 次。')
  })

  it('an owner that is a town', async () => {
    const owner = (name: string) => ({ owners: [{ id: null, name }] })
    const found = await foundBy('book.owner-town', {
      book: [book('a', owner('云亭镇')), book('b', owner('云亭镇某厂（演示）'))],
    })
    expect(idsOf(found)).toEqual(['a'])
  })

  it('links that lead nowhere, of one and of many', async () => {
    const found = await foundBy('book.owner-unknown', {
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
    const loans = await foundBy('loan.book-unknown', {
      book: [book('a', {})],
      loan: [book('1', { book: { id: 'a', name: '书a' } }), book('2', { book: { id: null, name: '没有的书' } })],
    })
    expect(idsOf(loans)).toEqual(['2'])
  })

  it('links that run in a circle, and not those that only lead into one', async () => {
    const sequel = (id: string, to: string | null) => book(id, { sequel: to === null ? null : { id: to, name: to } })
    const found = await foundBy('book.sequel-circle', {
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
    const found = await foundBy('book.price-jump', {
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
      await kernel.test.tamper(
        `insert into computed_value (jurisdiction, indicator, scope_key, on_date, state, value, inputs, definition_version, computed_at)
         values ('yanshi', 'loan.all', 'county', $1, 'value', $2, '[]', 1, now())`,
        [on, value],
      )
    }
    await run(jumping)
    expect((await list({ rule: 'loan.jump' })).findings).toMatchObject([
      {
        subject: { kind: 'indicator', id: 'loan.all', label: '借阅' },
        message: { zh: expect.stringContaining('2026-10-31 的值 40') },
      },
    ])
  })

  it('a register that fell silent', async () => {
    await put({ reader: [book('r1', { name: '甲' })] })
    await run(rules, 'reader.silent')
    expect((await list({ rule: 'reader.silent' })).findings).toEqual([])
    kernel.setNow(new Date('2027-01-25T02:00:00Z'))
    await run(rules, 'reader.silent')
    expect((await list({ rule: 'reader.silent' })).findings).toMatchObject([
      { subject: { kind: 'register', id: 'reader', label: '读者名录' } },
    ])
  })
})

describe('a finding 问题', () => {
  const wrong = { boughtOn: '2026-02-01', lostOn: '2026-01-01' }

  it('has the unit of its record as owner, else the office, and a deadline in working days', async () => {
    const found = await foundBy('book.lost-first', {
      book: [book('a', wrong, { unitId: town }), book('b', wrong), book('c', wrong, { unitId: 'nobody' })],
    })
    const owners = Object.fromEntries(found.map(({ subject, unit }) => [subject.id, unit?.id]))
    expect(owners).toEqual({ a: town, b: office, c: office })
    // 2026-11-25 is a Wednesday; the fifth working day after it is the next Wednesday.
    expect(found[0]?.dueOn).toBe('2026-12-02')
  })

  it('is opened once, settles itself when the data is mended, and is a new one when it comes back', async () => {
    await foundBy('book.lost-first', { book: [book('a', wrong)] })
    expect(await run(rules, 'book.lost-first')).toMatchObject({ opened: 0, resolved: 0 })
    await put({ book: [book('a', { ...wrong, lostOn: null })] })
    expect(await run(rules, 'book.lost-first')).toMatchObject({ opened: 0, resolved: 1 })
    expect((await list({ status: 'resolved' })).findings).toHaveLength(1)
    await put({ book: [book('a', wrong)] })
    expect(await run(rules, 'book.lost-first')).toMatchObject({ opened: 1 })
    expect((await list({ status: 'all' })).findings.map(({ status }) => status).sort()).toEqual(['open', 'resolved'])
  })

  it('stays explained while it is found, and is not asked about again', async () => {
    const [finding] = await foundBy('book.lost-first', { book: [book('a', wrong)] })
    const explain = () =>
      execute(kernel, explainFinding(rules), requestAs('office'), { findingId: finding?.id, explanation: ' 旧书补登 ' })
    expect(await explain()).toMatchObject({ status: 'explained', explanation: '旧书补登' })
    await expect(explain()).rejects.toMatchObject({ code: 'quality.settled' })
    expect(await run(rules, 'book.lost-first')).toMatchObject({ opened: 0, resolved: 0 })
    expect((await list()).findings).toEqual([])
    await put({ book: [] })
    expect(await run(rules, 'book.lost-first')).toMatchObject({ resolved: 1 })
  })

  it('goes with its record to another owner', async () => {
    await foundBy('book.lost-first', { book: [book('a', wrong)] })
    await put({ book: [book('a', wrong, { unitId: town })] })
    await run(rules, 'book.lost-first')
    expect((await list()).findings).toMatchObject([{ unit: { id: town } }])
  })

  it('is seen by its owner and the office, and found by nobody else', async () => {
    const found = await foundBy('book.lost-first', { book: [book('a', wrong, { unitId: town }), book('b', wrong)] })
    const ofTown = requestAs('unitReporter', { roles: [{ role: 'unitReporter', partyId: town }] })
    expect((await list({}, ofTown)).findings.map(({ subject }) => subject.id)).toEqual(['a'])
    expect((await list({}, requestAs('leader'))).count).toBe(2)
    const foreign = found.find(({ subject }) => subject.id === 'b')?.id
    await expect(
      execute(kernel, explainFinding(rules), ofTown, { findingId: foreign, explanation: '不是我们的' }),
    ).rejects.toMatchObject({ code: 'operation.notFound' })
    await expect(list({}, requestAs('public'))).rejects.toMatchObject({ status: 403 })
  })

  it('is listed the most urgent first, page by page, each once', async () => {
    await put({
      book: [
        ...Array.from({ length: 7 }, (_, at) => book(`a${at}`, { ...wrong, price: 1_000_000 })),
        book('z', { boughtOn: '2027-05-01' }),
      ],
    })
    await run()
    const seen: string[] = []
    const severities: string[] = []
    let after: string | undefined
    do {
      const page: Page = await list({ limit: 4, ...(after === undefined ? {} : { after }) })
      expect(page.count).toBe(after === undefined ? 16 : null)
      seen.push(...page.findings.map(({ id }) => id))
      severities.push(...page.findings.map(({ rule: id }) => rules.get(id).severity))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(new Set(seen).size).toBe(16)
    expect(severities.indexOf('note')).toBeGreaterThan(severities.lastIndexOf('error'))
    await expect(list({ after: 'nonsense' })).rejects.toMatchObject({ code: 'quality.badCursor' })
  })

  it('is overdue after its day', async () => {
    await foundBy('book.lost-first', { book: [book('a', wrong)] })
    kernel.setNow(new Date('2026-12-03T02:00:00Z'))
    expect((await list({ overdue: true })).findings).toMatchObject([{ overdue: true }])
  })

  it('of a rule that matches everything is kept to what can be worked off', async () => {
    await put({ book: [] })
    await kernel.test.tamper(`insert into book (jurisdiction, id, revision, identity, label, pinyin, tokens, digest, origin,
        recorded_at, recorded_by, act, demonstration, price)
      select 'yanshi', 'n' || n, 1, 'n' || n, '书' || n, '', '', 'n' || n, 'form', now(), '演示', 'added', false, 1000000
      from generate_series(1, 2500) n`)
    const { rules: runs } = await run(rules, 'book.dear')
    expect(runs).toMatchObject([{ found: 2_500, opened: 2_000 }])
    expect(await run(rules, 'book.dear')).toMatchObject({ opened: 0, resolved: 0 })
    const described = (await execute(kernel, listQualityRules(rules), requestAs('office'), {})) as {
      rules: { id: string; open: number; isCut: boolean }[]
    }
    expect(described.rules.find(({ id }) => id === 'book.dear')).toMatchObject({ open: 2_000, isCut: true })
    await put({ book: [] })
    expect(await run(rules, 'book.dear')).toMatchObject({ resolved: 2_000 })
  })

  it('of a rule that the program no longer has is settled', async () => {
    await foundBy('book.lost-first', { book: [book('a', wrong)] })
    const fewer = assembleQualityRules({ registers, rules: rules.all.filter(({ id }) => id !== 'book.lost-first') })
    expect(await run(fewer)).toMatchObject({ resolved: 1 })
  })
})

describe('the nightly job', () => {
  const wrong = { boughtOn: '2026-02-01', lostOn: '2026-01-01' }
  const night = () =>
    qualityJob(rules).run(kernel, {
      request: requestAs('office', {
        roles: [
          { role: 'office', partyId: undefined },
          { role: 'administrator', partyId: undefined },
        ],
      }),
      requestId: 'r',
      signal: new AbortController().signal,
    })
  const told = async () =>
    (await kernel.database.inJurisdiction('yanshi', 'read', (tx) =>
      tx
        .selectFrom('outbox')
        .select(['topic', 'payload'])
        .where('jurisdiction', '=', 'yanshi')
        .where('topic', '=', 'quality.findings')
        .execute(),
    )) as unknown as { payload: { to: object; title: string } }[]

  it('looks by all rules and tells each owner once a day', async () => {
    await put({ reader: [book('r', { name: '甲' })], book: [book('a', wrong, { unitId: town }), book('b', wrong)] })
    expect(await night()).toMatchObject({ opened: 2, owners: 2, failed: [] })
    expect((await told()).map(({ payload }) => JSON.stringify(payload.to)).sort()).toEqual([
      JSON.stringify({ partyIds: [town] }),
      JSON.stringify({ roles: ['office'] }),
    ])
    await night()
    expect(await told()).toHaveLength(2)
  })

  it('does not tell again what is known and in time, and tells what is overdue', async () => {
    await put({ reader: [book('r', { name: '甲' })], book: [book('a', wrong, { unitId: town })] })
    await night()
    kernel.setNow(new Date('2026-11-26T02:00:00Z'))
    expect(await night()).toBeUndefined()
    kernel.setNow(new Date('2026-12-03T02:00:00Z'))
    await night()
    expect((await told()).map(({ payload }) => payload.title)).toContain('数据问题 1 条，1 条逾期')
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
