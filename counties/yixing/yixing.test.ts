import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { County, PlanTarget } from '../county.types.ts'
import { loadCounty } from '../load-county.ts'

let county: County
beforeAll(async () => {
  county = await loadCounty(fileURLToPath(new URL('.', import.meta.url)))
})

describe('Yixing (宜兴市) as data', () => {
  it('survives JSON and cannot be changed in memory', () => {
    expect(JSON.parse(JSON.stringify(county))).toEqual(county)
    expect(() => Object.assign(county.jurisdiction, { id: '000000' })).toThrow(TypeError)
  })

  it('has 37 targets, 45 milestones, 25 tasks in 6 groups, 4 phases, 4 safeguards and 17 open questions', () => {
    const { targets, milestones, tasks, groups, phases, safeguards, questions } = county.plan
    expect([targets, milestones, tasks, groups, phases, safeguards, questions].map((list) => list.length)).toEqual([
      37, 45, 25, 6, 4, 4, 17,
    ])
  })

  it('gives each target and each milestone a code of its own', () => {
    const codes = [...county.plan.targets, ...county.plan.milestones].map((item) => item.code)
    expect(new Set(codes).size).toBe(82)
  })

  it('takes exactly the five targets with 超 as strictly greater', () => {
    const strict = county.plan.targets.filter((target) => target.comparator === 'gt').map((target) => target.code)
    expect(strict).toEqual(['C9', 'U5', 'S5', 'S6', 'S7'])
  })

  it('numbers tasks, groups, phases, safeguards and questions from 1 without a gap', () => {
    const { tasks, groups, phases, safeguards, questions } = county.plan
    for (const list of [tasks, groups, phases, safeguards, questions]) {
      expect(list.map((item) => item.number)).toEqual(list.map((_, index) => index + 1))
    }
  })
})

describe('lead units (牵头单位) of the 25 tasks', () => {
  const supervision = ['market-supervision-bureau']
  const office = ['ip-office']
  const reform = ['development-reform-commission']
  const agriculture = ['agriculture-bureau']
  const led: Record<number, string[]> = {
    1: office,
    2: office,
    3: office,
    4: ['science-bureau'],
    6: reform,
    7: agriculture,
    10: ['market-supervision-bureau', 'public-security-bureau'],
    12: ['commerce-bureau'],
    14: ['development-reform-commission', 'science-bureau'],
    16: ['park-committees'],
    17: ['publicity-department'],
    21: ['organisation-department'],
    24: reform,
    25: agriculture,
  }
  it.each(Array.from({ length: 25 }, (_, index) => index + 1))('task %i', (number) => {
    const task = county.plan.tasks.find((one) => one.number === number)
    expect(task?.lead).toEqual(led[number] ?? supervision)
  })

  it('are supported by members and localities, except in task 16, which names members only', () => {
    for (const task of county.plan.tasks) {
      const expected = ['leading-group-members', 'towns-parks-subdistricts']
      expect(task.support).toEqual(task.number === 16 ? expected.slice(0, 1) : expected)
    }
  })
})

describe('targets', () => {
  const target = (code: string): PlanTarget => {
    const found = county.plan.targets.find((one) => one.code === code)
    if (found === undefined) throw new Error(`no target ${code}`)
    return found
  }
  const catalogue: [string, number, string, string][] = [
    ['M1', 1, '个', 'cumulativeSinceStart'],
    ['M2', 1, '个', 'cumulativeSinceStart'],
    ['C1', 35_000, '件', 'cumulativeSinceStart'],
    ['C2', 20, '件/万人', 'ratio'],
    ['C3', 93, '%', 'ratio'],
    ['C4', 120, '件', 'cumulativeSinceStart'],
    ['C5', 60, '件/万人', 'ratio'],
    ['C6', 50, '件', 'stock'],
    ['C7', 10, '件', 'stock'],
    ['C8', 100, '件', 'stock'],
    ['C9', 70, '件', 'cumulativeEver'],
    ['C9b', 5, '项', 'cumulativeSinceStart'],
    ['C10', 1, '家', 'stock'],
    ['C11', 2, '家', 'stock'],
    ['P2', 1, '家', 'cumulativeSinceStart'],
    ['P3', 2, '家', 'cumulativeSinceStart'],
    ['P4', 90, '分', 'survey'],
    ['A1', 1, '次/年', 'annual'],
    ['A2', 1, '次/年', 'annual'],
    ['U1', 19, '%', 'ratio'],
    ['U2', 8.6, '%', 'ratio'],
    ['U3', 10, '亿元', 'annual'],
    ['U5', 30, '亿元', 'cumulativeSinceStart'],
    ['U6', 120, '家', 'cumulativeSinceStart'],
    ['U7', 15, '家', 'stock'],
    ['U7b', 5, '家', 'cumulativeSinceStart'],
    ['U8', 2, '家', 'cumulativeSinceStart'],
    ['S3', 10, '家', 'cumulativeSinceStart'],
    ['S4', 2, '家', 'cumulativeSinceStart'],
    ['S5', 10, '家', 'stock'],
    ['S6', 300, '人', 'stock'],
    ['S7', 5_000, '万元', 'annual'],
    ['T1', 20, '人', 'cumulativeSinceStart'],
    ['T1b', 50, '人', 'stock'],
    ['T2', 10, '人', 'cumulativeSinceStart'],
    ['T3', 1_000, '人次', 'cumulativeSinceStart'],
    ['T4', 1, '场/年', 'annual'],
  ]

  it('are those of the catalogue, in its order', () => {
    const stated = county.plan.targets.map(({ code, value, unit, kind }) => [code, value, unit, kind])
    expect(stated).toEqual(catalogue)
  })

  it('say 未分解 for 2024 and 2025, except the four that the plan asks for in each year', () => {
    const everyYear = county.plan.targets.filter((one) => one.yearly.every(({ value }) => value !== null))
    expect(everyYear.map((one) => one.code)).toEqual(['A1', 'A2', 'U3', 'T4'])
    for (const one of county.plan.targets) {
      expect(one.yearly.map(({ year }) => year)).toEqual([2024, 2025, 2026])
      expect(one.yearly.at(-1)).toEqual({ year: 2026, value: one.value, source: 'plan' })
      for (const { value, source } of one.yearly) expect(source).toBe(value === null ? 'county' : 'plan')
    }
  })

  it('normalize money to yuan', () => {
    expect(target('U5')).toMatchObject({ normalized: 3_000_000_000, baseUnit: '元' })
    expect(target('S7')).toMatchObject({ normalized: 50_000_000, baseUnit: '元' })
  })

  it('name no unit of the plan for P4, A1 and A2, whose owner is a default', () => {
    const unowned = county.plan.targets.filter((one) => one.link === 'none').map((one) => one.code)
    expect(unowned).toEqual(['P4', 'A1', 'A2'])
  })

  it('are owned by units that lead one of their tasks', () => {
    for (const one of county.plan.targets.filter(({ link }) => link !== 'none')) {
      const leads = one.tasks.flatMap((number) => county.plan.tasks.find((task) => task.number === number)?.lead ?? [])
      for (const owner of one.owner) expect(leads, one.code).toContain(owner)
    }
  })
})

describe('milestones', () => {
  it('are striven for in nine cases, which have no due date', () => {
    const striven = county.plan.milestones.filter((one) => one.level === 'strive')
    expect(striven.map((one) => one.code).sort()).toEqual(
      ['C14', 'M10', 'M4', 'M5', 'P11', 'P12', 'S2b', 'U10', 'U14'].sort(),
    )
    for (const one of striven) expect(one.dueOn).toBeNull()
  })

  it('are due at the end of 推进落实, except the four that belong to another phase', () => {
    const others = county.plan.milestones.filter((one) => one.dueOn !== null && one.dueOn !== '2026-08-31')
    expect(Object.fromEntries(others.map((one) => [one.code, one.dueOn]))).toEqual({
      G1: '2024-05-31',
      G3: '2026-11-30',
      G4: '2026-12-31',
      M3: '2026-12-31',
    })
  })

  it('have the lead of their task as owner', () => {
    for (const one of county.plan.milestones.filter(({ link }) => link !== 'none')) {
      const leads = one.tasks.flatMap((number) => county.plan.tasks.find((task) => task.number === number)?.lead ?? [])
      for (const owner of one.owner) expect(leads, one.code).toContain(owner)
    }
  })
})

describe('units', () => {
  it('are 13 towns, 5 subdistricts and 4 parks, which are the members of 各镇（园区、街道）', () => {
    const ofKind = (kind: string) => county.organisations.filter((unit) => unit.kind === kind).map((unit) => unit.key)
    const localities = county.organisations.find((unit) => unit.key === 'towns-parks-subdistricts')
    expect([ofKind('town').length, ofKind('subdistrict').length, ofKind('park').length]).toEqual([13, 5, 4])
    expect([...(localities?.members ?? [])].sort()).toEqual(
      [...ofKind('town'), ...ofKind('subdistrict'), ...ofKind('park')].sort(),
    )
  })

  it('of demonstration are marked 演示', () => {
    for (const account of county.demo.accounts) expect(account.displayName).toContain('演示')
  })
})

it('offers the same schema to people who write county.json', async () => {
  const { countyJsonSchema } = await import('../schema/json-schema.ts')
  const written: unknown = JSON.parse(await readFile(new URL('../schema/county.schema.json', import.meta.url), 'utf8'))
  expect(written, 'run: npx tsx counties/schema/write-json-schema.ts').toEqual(
    JSON.parse(JSON.stringify(countyJsonSchema)),
  )
})
