import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { execute } from '../operations/execute.ts'
import { requestAs } from '../testing/test-kernel.ts'
import { book, openQualityBench, type Page, type QualityBench, registers, rules } from './quality.fixture.ts'
import { qualityJob } from './quality.job.ts'
import { explainFinding, listQualityRules } from './quality.operations.ts'
import { assembleQualityRules } from './quality-rules.ts'

let bench: QualityBench

beforeAll(async () => {
  bench = await openQualityBench()
})
afterAll(() => bench.kernel.close())
beforeEach(() => bench.clear())

describe('a finding 问题', () => {
  const wrong = { boughtOn: '2026-02-01', lostOn: '2026-01-01' }

  it('has the unit of its record as owner, else the office, and a deadline in working days', async () => {
    const found = await bench.foundBy('book.lost-first', {
      book: [book('a', wrong, { unitId: bench.town }), book('b', wrong), book('c', wrong, { unitId: 'nobody' })],
    })
    const owners = Object.fromEntries(found.map(({ subject, unit }) => [subject.id, unit?.id]))
    expect(owners).toEqual({ a: bench.town, b: bench.office, c: bench.office })
    // 2026-11-25 is a Wednesday; the fifth working day after it is the next Wednesday.
    expect(found[0]?.dueOn).toBe('2026-12-02')
  })

  it('is opened once, settles itself when the data is mended, and is a new one when it comes back', async () => {
    await bench.foundBy('book.lost-first', { book: [book('a', wrong)] })
    expect(await bench.run(rules, 'book.lost-first')).toMatchObject({ opened: 0, resolved: 0 })
    await bench.put({ book: [book('a', { ...wrong, lostOn: null })] })
    expect(await bench.run(rules, 'book.lost-first')).toMatchObject({ opened: 0, resolved: 1 })
    expect((await bench.list({ status: 'resolved' })).findings).toHaveLength(1)
    await bench.put({ book: [book('a', wrong)] })
    expect(await bench.run(rules, 'book.lost-first')).toMatchObject({ opened: 1 })
    expect((await bench.list({ status: 'all' })).findings.map(({ status }) => status).sort()).toEqual([
      'open',
      'resolved',
    ])
  })

  it('stays explained while it is found, and is not asked about again', async () => {
    const [finding] = await bench.foundBy('book.lost-first', { book: [book('a', wrong)] })
    const explain = () =>
      execute(bench.kernel, explainFinding(rules), requestAs('office'), {
        findingId: finding?.id,
        explanation: ' 旧书补登 ',
      })
    expect(await explain()).toMatchObject({ status: 'explained', explanation: '旧书补登' })
    await expect(explain()).rejects.toMatchObject({ code: 'quality.settled' })
    expect(await bench.run(rules, 'book.lost-first')).toMatchObject({ opened: 0, resolved: 0 })
    expect((await bench.list()).findings).toEqual([])
    await bench.put({ book: [] })
    expect(await bench.run(rules, 'book.lost-first')).toMatchObject({ resolved: 1 })
  })

  it('goes with its record to another owner', async () => {
    await bench.foundBy('book.lost-first', { book: [book('a', wrong)] })
    await bench.put({ book: [book('a', wrong, { unitId: bench.town })] })
    await bench.run(rules, 'book.lost-first')
    expect((await bench.list()).findings).toMatchObject([{ unit: { id: bench.town } }])
  })

  it('is seen by its owner and the office, and found by nobody else', async () => {
    const found = await bench.foundBy('book.lost-first', {
      book: [book('a', wrong, { unitId: bench.town }), book('b', wrong)],
    })
    const ofTown = requestAs('unitReporter', { roles: [{ role: 'unitReporter', partyId: bench.town }] })
    expect((await bench.list({}, ofTown)).findings.map(({ subject }) => subject.id)).toEqual(['a'])
    expect((await bench.list({}, requestAs('leader'))).count).toBe(2)
    const foreign = found.find(({ subject }) => subject.id === 'b')?.id
    await expect(
      execute(bench.kernel, explainFinding(rules), ofTown, { findingId: foreign, explanation: '不是我们的' }),
    ).rejects.toMatchObject({ code: 'operation.notFound' })
    await expect(bench.list({}, requestAs('public'))).rejects.toMatchObject({ status: 403 })
  })

  it('is listed the most urgent first, page by page, each once', async () => {
    await bench.put({
      book: [
        ...Array.from({ length: 7 }, (_, at) => book(`a${at}`, { ...wrong, price: 1_000_000 })),
        book('z', { boughtOn: '2027-05-01' }),
      ],
    })
    await bench.run()
    const seen: string[] = []
    const severities: string[] = []
    let after: string | undefined
    do {
      const page: Page = await bench.list({ limit: 4, ...(after === undefined ? {} : { after }) })
      expect(page.count).toBe(after === undefined ? 16 : null)
      seen.push(...page.findings.map(({ id }) => id))
      severities.push(...page.findings.map(({ rule: id }) => rules.get(id).severity))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(new Set(seen).size).toBe(16)
    expect(severities.indexOf('note')).toBeGreaterThan(severities.lastIndexOf('error'))
    await expect(bench.list({ after: 'nonsense' })).rejects.toMatchObject({ code: 'quality.badCursor' })
  })

  it('is overdue after its day', async () => {
    await bench.foundBy('book.lost-first', { book: [book('a', wrong)] })
    bench.kernel.setNow(new Date('2026-12-03T02:00:00Z'))
    expect((await bench.list({ overdue: true })).findings).toMatchObject([{ overdue: true }])
  })

  it('of a rule that matches everything is kept to what can be worked off', async () => {
    await bench.put({ book: [] })
    await bench.kernel.test.tamper(`insert into book (jurisdiction, id, revision, identity, label, pinyin, tokens, digest, origin,
        recorded_at, recorded_by, act, demonstration, price)
      select 'yanshi', 'n' || n, 1, 'n' || n, '书' || n, '', '', 'n' || n, 'form', now(), '演示', 'added', false, 1000000
      from generate_series(1, 2500) n`)
    const { rules: runs } = await bench.run(rules, 'book.dear')
    expect(runs).toMatchObject([{ found: 2_500, opened: 2_000 }])
    expect(await bench.run(rules, 'book.dear')).toMatchObject({ opened: 0, resolved: 0 })
    const described = (await execute(bench.kernel, listQualityRules(rules), requestAs('office'), {})) as {
      rules: { id: string; open: number; isCut: boolean }[]
    }
    expect(described.rules.find(({ id }) => id === 'book.dear')).toMatchObject({ open: 2_000, isCut: true })
    await bench.put({ book: [] })
    expect(await bench.run(rules, 'book.dear')).toMatchObject({ resolved: 2_000 })
  })

  it('of a rule that the program no longer has is settled', async () => {
    await bench.foundBy('book.lost-first', { book: [book('a', wrong)] })
    const fewer = assembleQualityRules({ registers, rules: rules.all.filter(({ id }) => id !== 'book.lost-first') })
    expect(await bench.run(fewer)).toMatchObject({ resolved: 1 })
  })
})

describe('the nightly job', () => {
  const wrong = { boughtOn: '2026-02-01', lostOn: '2026-01-01' }
  const night = () =>
    qualityJob(rules).run(bench.kernel, {
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
    (await bench.kernel.database.inJurisdiction('yanshi', 'read', (tx) =>
      tx
        .selectFrom('outbox')
        .select(['topic', 'payload'])
        .where('jurisdiction', '=', 'yanshi')
        .where('topic', '=', 'quality.findings')
        .execute(),
    )) as unknown as { payload: { to: object; title: string } }[]

  it('looks by all rules and tells each owner once a day', async () => {
    await bench.put({
      reader: [book('r', { name: '甲' })],
      book: [book('a', wrong, { unitId: bench.town }), book('b', wrong)],
    })
    expect(await night()).toMatchObject({ opened: 2, owners: 2, failed: [] })
    expect((await told()).map(({ payload }) => JSON.stringify(payload.to)).sort()).toEqual([
      JSON.stringify({ partyIds: [bench.town] }),
      JSON.stringify({ roles: ['office'] }),
    ])
    await night()
    expect(await told()).toHaveLength(2)
  })

  it('does not tell again what is known and in time, and tells what is overdue', async () => {
    await bench.put({ reader: [book('r', { name: '甲' })], book: [book('a', wrong, { unitId: bench.town })] })
    await night()
    bench.kernel.setNow(new Date('2026-11-26T02:00:00Z'))
    expect(await night()).toBeUndefined()
    bench.kernel.setNow(new Date('2026-12-03T02:00:00Z'))
    await night()
    expect((await told()).map(({ payload }) => payload.title)).toContain('数据问题 1 条，1 条逾期')
  })
})
