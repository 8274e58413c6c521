import { createHash } from 'node:crypto'
import { demoStory } from '@qiangxian/counties/yixing/demo/story'
import type { Actor } from '@qiangxian/kernel/accounts/actor'
import { computeFormulas, isBroken } from '@qiangxian/kernel/indicators/compute'
import { parametersOf } from '@qiangxian/kernel/indicators/workings'
import { worldOf } from '@qiangxian/kernel/indicators/world'
import type { DemonstrationStory } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import { execute } from '@qiangxian/kernel/operations/execute'
import { indicators } from '@qiangxian/modules/declarations.gen'
import { inventRegisters } from '@qiangxian/modules/management/demonstration/registers/invent-registers'
import { inventing, toldOn } from '@qiangxian/modules/management/demonstration/registers/invented'
import { loadDemonstrationRegisters } from '@qiangxian/modules/management/demonstration/registers/load-registers.command'
import { placeRecords } from '@qiangxian/modules/management/demonstration/registers/place-records'
import { removeDemonstration } from '@qiangxian/modules/management/demonstration/remove-demonstration.command'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matters, registers } from './declarations.ts'
import { storeStoryFiles } from './load-story.ts'
import { openTestPlatform, type TestPlatform } from './testing/test-platform.ts'

const county = {
  place: '宜兴',
  division: '320282',
  start: '2024-01-01',
  parks: ['economic-development-zone', 'environmental-science-park'],
  nameOf: (key: string) => key,
}
const invent = (story: DemonstrationStory) => inventing(story, county)
const last = demoStory.until

function counts(books: ReturnType<typeof inventRegisters>) {
  return Object.fromEntries(Object.entries(books).map(([register, records]) => [register, records.length]))
}

describe('the invented records (演示名录)', { timeout: 120_000 }, () => {
  const books = inventRegisters(invent(demoStory))
  const values = (register: string) =>
    (books[register] ?? []).filter(({ expectedOn }) => expectedOn === undefined).map((record) => record.values)

  it('fill every register that matters do not fill, in the size of the county', () => {
    const size = counts(books)
    // Calls for applications are told with the applications.
    const written = matters.all.flatMap(({ writes }) => writes.map(({ register }) => register))
    const byMatters = new Set([...written, 'grant-call'])
    const empty = registers.all.map(({ id }) => id).filter((id) => (size[id] ?? 0) === 0)
    expect(empty.filter((id) => !byMatters.has(id))).toEqual([])
    expect(size['patent']).toBeGreaterThan(44_000)
    expect(size['market-entity']).toBeGreaterThan(8_500)
    expect(size['work-registration']).toBeGreaterThan(21_000)
    expect(size['training-attendance']).toBeGreaterThan(1_000)
  })

  it('are the same from the same seed, and others from another', () => {
    const digest = (given: ReturnType<typeof inventRegisters>) =>
      createHash('sha256').update(JSON.stringify(given)).digest('hex')
    expect(digest(inventRegisters(invent(demoStory)))).toBe(digest(books))
    const other = inventRegisters(invent({ ...demoStory, seed: demoStory.seed + 1 }))
    expect(digest(other)).not.toBe(digest(books))
    // Another seed tells the same story.
    expect(Math.abs((counts(other)['work-registration'] ?? 0) - (counts(books)['work-registration'] ?? 0))).toBe(0)
  })

  it('count, one by one, to what the story says by its last day', () => {
    const granted = values('patent').filter(({ grantedOn }) => String(grantedOn) >= county.start)
    expect(granted.length / (toldOn(invent(demoStory), 'C1', last) ?? 0)).toBeCloseTo(1, 2)
    const enterprises = granted.filter(({ ownerType }) => ownerType === 'enterprise').length
    expect((enterprises / granted.length) * 100).toBeCloseTo(92.8, 1)
    const works = values('work-registration').filter(({ registeredOn }) => String(registeredOn).startsWith('2026'))
    expect(works.length / 128.7).toBeCloseTo(58.2, 1)
    const loans = new Map<unknown, number>()
    for (const { loanContractNo, ipAmount, registeredOn } of values('pledge')) {
      if (String(registeredOn) >= county.start && !loans.has(loanContractNo))
        loans.set(loanContractNo, Number(ipAmount))
    }
    expect([...loans.values()].reduce((sum, fen) => sum + fen, 0) / 1e10).toBeCloseTo(27.6, 2)
    expect(values('training-attendance')).toHaveLength(1_240)
  })

  it('have slips on purpose, for data quality to find', () => {
    const links = values('overseas-patent').filter(
      ({ domesticPatent }) => (domesticPatent as { of?: unknown } | null)?.of === null,
    )
    expect(links.length).toBeGreaterThan(0)
    expect(values('patent').filter(({ feeState }) => feeState === 'overdue').length).toBeGreaterThan(100)
    const contracts = values('pledge').map(({ loanContractNo }) => loanContractNo)
    expect(contracts.length - new Set(contracts).size).toBeGreaterThan(5)
  })

  it('are granted on days of the gazette, and never on a Sunday', () => {
    const days = new Set(values('patent').flatMap(({ grantedOn }) => (grantedOn === null ? [] : [String(grantedOn)])))
    expect([...new Set([...days].map((day) => new Date(`${day}T00:00:00Z`).getUTCDay()))].sort()).toEqual([2, 5])
  })

  it('invent no figure of a target that the county does not tell', () => {
    const untold = inventRegisters(inventing({ ...demoStory, targets: [], statistics: [] }, { ...county, parks: [] }))
    const placed = placeRecords(untold, {
      registers,
      unitOf: () => undefined,
      asOf: last,
      evidence: [],
      now: new Date(`${last}T02:00:00Z`),
    })
    const filled = new Map([...placed].map(({ register, rows }) => [register.id, rows]))
    for (const register of ['statistic', 'work-registration', 'expert', 'patent-award', 'park-title']) {
      expect(filled.get(register) ?? [], register).toEqual([])
    }
    expect(
      untold['patent']?.filter(({ values: { grantedOn } }) => String(grantedOn) >= county.start && grantedOn !== null),
    ).toEqual([])
  })

  it.each(['2024-02-29', '2025-07-01', last])('are sound as they stand on %s', (asOf) => {
    const placed = placeRecords(books, {
      registers,
      unitOf: (key) => key,
      asOf,
      evidence: [],
      now: new Date(`${asOf}T02:00:00Z`),
    })
    const rows = [...placed].flatMap((book) => book.rows)
    expect(rows.length).toBeGreaterThan(10_000)
    // Numbers that do not fit their check character are kept and marked.
    expect(rows.filter(({ doubts }) => (doubts ?? []).length > 0).length).toBeGreaterThan(20)
  })
})

describe('loading and removing them', { timeout: 120_000 }, () => {
  const actor: Actor = {
    accountId: undefined,
    sessionId: undefined,
    label: '系统任务',
    roles: [{ role: 'administrator', partyId: undefined }],
    via: 'qx',
    address: undefined,
  }
  const request = { actor, requestId: 'test', language: 'zh' as const }
  const load = loadDemonstrationRegisters(registers)
  let platform: TestPlatform
  beforeAll(async () => {
    platform = await openTestPlatform()
    await storeStoryFiles(platform.store)
    await execute(platform, load, request, {})
  }, 180_000)
  afterAll(() => platform.close())

  async function rowsOf<Row>(sql: string): Promise<readonly Row[]> {
    return (await platform.tamper(sql, [])).rows as Row[]
  }

  /** Targets whose records differ from what was reported, and why. */
  const explained: Readonly<Record<string, number>> = {
    // enterprises tell of the last grants months later
    C4: 76,
    // published about a year late: the last one is of 2024
    U1: 17.9,
    U2: 8.1,
  }

  it('is done once', async () => {
    expect(await execute(platform, load, request, {})).toEqual({ loaded: false, records: {} })
    expect(await rowsOf(`select 1 from journal where command = 'demonstration.loadRegisters'`)).toHaveLength(1)
    expect(await rowsOf('select 1 from patent where not demonstration limit 1')).toEqual([])
  })

  it('computes each of the 37 targets to what is told of it, within a hundredth', async () => {
    const { database } = platform
    const { jurisdiction, measures, demonstrationStory, parameters } = platform.county
    const world = worldOf({
      registers,
      indicators,
      programme: { start: county.start, end: '2026-12-31' },
      parameters: parametersOf({ parameters }),
    })
    const formulas = new Map(indicators.map(({ id, formula }) => [id, formula]))
    const computed = await database.inJurisdiction(jurisdiction, 'read', (tx) =>
      computeFormulas({ tx, jurisdiction }, registers, world, formulas, [last]),
    )
    expect(measures).toHaveLength(37)
    if (demonstrationStory === undefined) throw new Error('the county tells a story')
    const told = invent(demonstrationStory)
    const far = measures.flatMap(({ target, indicator }) => {
      const found = computed.get(indicator)
      const outcome = found === undefined || isBroken(found) ? found : found.outcome(null, last)
      const wanted = explained[target] ?? toldOn(told, target, last) ?? Number.NaN
      const isNear =
        outcome !== undefined &&
        'value' in outcome &&
        Math.abs(Number(outcome.value) - wanted) <= 0.01 * Math.abs(wanted)
      return isNear ? [] : [{ target, wanted, outcome }]
    })
    expect(far).toEqual([])
  })

  it('gives some records a file that can be opened', async () => {
    const [row] = await rowsOf<{ files: string }>(
      `select count(*) as files from pledge join evidence on evidence.id = pledge.evidence[1] and evidence.demonstration`,
    )
    expect(Number(row?.files)).toBeGreaterThan(20)
  })

  it('keeps numbers of identity cards where nobody reads them', async () => {
    const [row] = await rowsOf<{ id_number_masked: string; cipher: string }>(
      `select id_number_masked, encode(id_number_cipher, 'escape') as cipher from expert limit 1`,
    )
    expect(row?.id_number_masked).toMatch(/\*/)
    expect(row?.cipher).not.toMatch(/320282/)
  })

  it('takes all of it away again, but for what a real record points at', async () => {
    // Somebody entered a real licence of an invented patent.
    await platform.tamper(
      `insert into licence (jurisdiction, id, revision, identity, label, pinyin, tokens, digest, origin, recorded_at,
         recorded_by, act, demonstration, kind, patent_name, patent_id, recorded_on)
       select jurisdiction, 'real', 1, 'real', 'real', '', '', 'd', 'form', now(), '甲', 'added', false, 'licence',
         application_no, id, date '2026-01-05' from patent where application_no is not null order by id limit 1`,
      [],
    )
    const { kept } = (await execute(platform, removeDemonstration, request, {})) as { kept: Record<string, number> }
    expect(kept).toEqual({ patent: 1 })
    for (const { table, pastTable } of registers.all) {
      const [left] = await rowsOf<{ count: string }>(`select count(*) as count from ${table}`)
      expect(Number(left?.count), table).toBe(table === 'patent' || table === 'licence' ? 1 : 0)
      expect(await rowsOf(`select 1 from ${pastTable} limit 1`), pastTable).toEqual([])
    }
    for (const table of ['computed_value', 'value_freeze', 'quality_finding', 'name_match', 'evidence']) {
      expect(
        await rowsOf(`select 1 from ${table} ${table === 'evidence' ? 'where demonstration' : ''} limit 1`),
        table,
      ).toEqual([])
    }
  })
})
