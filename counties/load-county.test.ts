import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCounty } from './check/check-county.ts'
import { smallCounty } from './fixtures/small-county.ts'
import { loadCounty } from './load-county.ts'

describe('reading a county from a folder', () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'county-'))
  })
  afterEach(() => rm(directory, { recursive: true }))

  it('takes county.json as it takes county.ts, with or without a link to the schema', async () => {
    const content = { $schema: '../schema/county.schema.json', ...smallCounty }
    await writeFile(join(directory, 'county.json'), JSON.stringify(content))
    expect(await loadCounty(directory)).toEqual(smallCounty)
  })

  it('says what is missing in an empty folder', async () => {
    await expect(loadCounty(directory)).rejects.toMatchObject({
      code: 'county.notFound',
      localized: { zh: expect.stringContaining('county.json'), en: expect.stringContaining(directory) },
    })
  })

  it('refuses two sources of truth', async () => {
    await writeFile(join(directory, 'county.json'), '{}')
    await writeFile(join(directory, 'county.ts'), 'export const county = {}')
    await expect(loadCounty(directory)).rejects.toMatchObject({ code: 'county.twoSources' })
  })

  it('names the file that is no JSON', async () => {
    await writeFile(join(directory, 'county.json'), '{ "jurisdiction": ')
    await expect(loadCounty(directory)).rejects.toMatchObject({
      code: 'county.unreadable',
      message: expect.stringContaining('county.json'),
    })
  })

  it('says that county.ts exports no county', async () => {
    const withoutExport = fileURLToPath(new URL('./fixtures/without-export', import.meta.url))
    await expect(loadCounty(withoutExport)).rejects.toMatchObject({
      code: 'county.unreadable',
      localized: { zh: expect.stringContaining('没有导出 county') },
    })
  })

  it('reports every problem of a county at once', async () => {
    const broken = edited({
      '/jurisdiction/id': 'Yixing',
      '/organisations/0/kind': 'ministry',
      '/plan/issuedOn': '2025-02-30',
      '/plan/tasks/0/lead/0': 'nobody',
      '/plan/targets/0/value': undefined,
      '/plan/milestones/1/code': 'C2',
      '/calendar/years/0/makeUpDays/0/date': '2025-04-28',
    })
    await writeFile(join(directory, 'county.json'), JSON.stringify(broken))
    const error: unknown = await loadCounty(directory).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'county.invalid', message: expect.stringContaining('7 处问题') })
    expect(error).toHaveProperty(
      'problems',
      expect.arrayContaining(
        [
          '/jurisdiction/id',
          '/organisations/0/kind',
          '/plan/issuedOn',
          '/plan/tasks/0/lead/0',
          '/plan/targets/0/value',
          '/plan/milestones/1/code',
          '/calendar/years/0/makeUpDays/0/date',
        ].map((path) => expect.objectContaining({ path })),
      ),
    )
  })
})

describe('a county is refused when', () => {
  it.each<[string, Edits, string, string]>([
    ['a name is misspelt', { '/plan/tittle': 'x' }, '/plan/tittle', '检查拼写'],
    ['a whole part is missing', { '/calendar': undefined }, '/calendar', '缺少“calendar”'],
    [
      'a date does not exist',
      { '/plan/milestones/0/dueOn': '2026-02-29' },
      '/plan/milestones/0/dueOn',
      '不是存在的日期',
    ],
    ['a number is text', { '/plan/targets/0/value': '3' }, '/plan/targets/0/value', '类型不对'],
    ['a text is blank', { '/plan/title': ' ' }, '/plan/title', '不能为空'],
    ['a code is written otherwise', { '/plan/targets/0/code': '一' }, '/plan/targets/0/code', '应像“C9b”那样'],
    ['a password is short', { '/demo/accounts/0/password': 'kurz' }, '/demo/accounts/0/password', '至少 12 个字符'],
    ['a target is negative', { '/plan/targets/0/value': -3 }, '/plan/targets/0/value', '应 > 0'],
    [
      'a checklist has one part',
      { '/plan/milestones/0/parts': [{ label: '批复' }] },
      '/plan/milestones/0/parts',
      '至少 2 条',
    ],
    ['an absent value is wrong', { '/plan/documentNo': 3 }, '/plan/documentNo', '写 null'],
    ['a list is empty', { '/plan/tasks/0/lead': [] }, '/plan/tasks/0/lead', '不能为空'],
    [
      'a demonstration account looks real',
      { '/demo/accounts/0/displayName': '王某' },
      '/demo/accounts/0/displayName',
      '演示',
    ],

    ['a unit key is used twice', { '/organisations/1/key': 'ip-bureau' }, '/organisations/1/key', '重复'],
    ['a printed name means two units', { '/organisations/1/aliases/0': '东山镇' }, '/organisations/2/name', '无法确定'],
    ['a parent does not exist', { '/organisations/2/parent': 'ghost' }, '/organisations/2/parent', '没有代号为“ghost”'],
    ['a parent is a collective', { '/organisations/2/parent': 'all-towns' }, '/organisations/2/parent', '不能作上级'],
    ['parents go in a circle', { '/organisations/0/parent': 'east-town' }, '/organisations/0/parent', '绕回了它自己'],
    ['a collective has no members', { '/organisations/4/members': undefined }, '/organisations/4/members', '列出成员'],
    ['a town has members', { '/organisations/2/members': ['west-town'] }, '/organisations/2/members', 'collective'],
    [
      'a collective holds itself',
      { '/organisations/4/members/1': 'all-towns' },
      '/organisations/4/members/1',
      '一组单位',
    ],

    ['a lead unit does not exist', { '/plan/tasks/0/lead/0': 'ghost' }, '/plan/tasks/0/lead/0', '增加这个单位'],
    [
      'a unit is named instead of keyed',
      { '/plan/tasks/0/lead/0': '县科学技术局' },
      '/plan/tasks/0/lead/0',
      '：science-bureau',
    ],
    [
      'a unit leads and supports',
      { '/plan/tasks/0/support/0': 'ip-bureau' },
      '/plan/tasks/0/support/0',
      '既牵头又配合',
    ],
    ['a unit is listed twice', { '/plan/tasks/0/support/0': 'all-towns' }, '/plan/tasks/0/support/1', '列了两次'],
    ['a task stands in no group', { '/plan/tasks/0/group': 2 }, '/plan/tasks/0/group', '第 2 组不存在'],
    ['the plan ends before it starts', { '/plan/period/end': '2024-12-31' }, '/plan/period', '早于开始日'],
    ['a phase ends before it starts', { '/plan/phases/0/start': '2027-01-01' }, '/plan/phases/0/end', '早于开始日'],
    ['a phase leaves the period', { '/plan/phases/0/start': '2024-01-01' }, '/plan/phases/0', '超出方案期限'],

    ['a target has no value', { '/plan/targets/0/value': undefined }, '/plan/targets/0/value', '缺少“value”'],
    ['a target has no owner', { '/plan/targets/0/owner/0': 'ghost' }, '/plan/targets/0/owner/0', '没有代号'],
    ['a target serves no such task', { '/plan/targets/0/tasks/0': 9 }, '/plan/targets/0/tasks/0', '不存在'],
    ['a target stands nowhere', { '/plan/targets/0/where/0': 'safeguard:4' }, '/plan/targets/0/where/0', '不存在'],
    [
      'a repetition stands nowhere',
      { '/plan/targets/0/sameStatementIn/0': 'task:9' },
      '/plan/targets/0/sameStatementIn/0',
      '不存在',
    ],
    [
      'a window is upside down',
      { '/plan/targets/0/window/start': '2027-01-01' },
      '/plan/targets/0/window',
      '早于开始日',
    ],
    ['a ratio has no basis', { '/plan/targets/0/kind': 'ratio' }, '/plan/targets/0/ratioBasis', 'ratioBasis'],
    [
      'a sum has the basis of a ratio',
      { '/plan/targets/0/ratioBasis': 'year' },
      '/plan/targets/0/ratioBasis',
      '不是比率',
    ],
    ['亿 is taken for 万', { '/plan/targets/0/normalized': 30_000 }, '/plan/targets/0/normalized', '300000000 元'],
    ['a year is left out', { '/plan/targets/0/yearly/0/year': 2024 }, '/plan/targets/0/yearly', '缺 2025 年'],
    [
      'a year is outside of the plan',
      { '/plan/targets/0/yearly/0/year': 2024 },
      '/plan/targets/0/yearly/0/year',
      '不在方案期限内',
    ],
    ['a year stands twice', { '/plan/targets/0/yearly/0/year': 2026 }, '/plan/targets/0/yearly/1/year', '写了两次'],
    [
      'the last year differs from the target',
      { '/plan/targets/0/yearly/1/value': 2 },
      '/plan/targets/0/yearly/1/value',
      '改成一致',
    ],

    ['a code is used twice', { '/plan/milestones/0/code': 'C1' }, '/plan/milestones/0/code', '重复'],
    ['a promise has no day', { '/plan/milestones/0/dueOn': null }, '/plan/milestones/0/dueOn', '必须有到期日'],
    ['a striving has a day', { '/plan/milestones/1/dueOn': '2026-01-01' }, '/plan/milestones/1/dueOn', '争创'],
    [
      'a due date is not the end of its phase',
      { '/plan/milestones/0/dueOn': '2026-12-30' },
      '/plan/milestones/0/dueOn',
      '不一致',
    ],
    ['its phase does not exist', { '/plan/milestones/0/duePhase': 'later' }, '/plan/milestones/0/duePhase', 'whole'],
    [
      'a phase is named in vain',
      { '/plan/milestones/0/duePolicy': 'setByCounty' },
      '/plan/milestones/0/duePhase',
      '删去 duePhase',
    ],
    [
      'a checklist repeats a part',
      { '/plan/milestones/0/parts/0/label': '挂牌' },
      '/plan/milestones/0/parts/1/label',
      '出现两次',
    ],
    [
      'a part has a dead unit',
      { '/plan/milestones/0/parts/1/organisation': 'ghost' },
      '/plan/milestones/0/parts/1/organisation',
      '没有代号',
    ],

    ['a question is about nothing', { '/plan/questions/0/about/0': 'Z9' }, '/plan/questions/0/about/0', 'Z9'],
    [
      'a question has no parameter',
      { '/plan/questions/0/parameters/0': 'a.b' },
      '/plan/questions/0/parameters/0',
      '没有参数',
    ],
    ['a parameter is about nothing', { '/parameters/0/about/0': 'Z9' }, '/parameters/0/about/0', 'Z9'],
    ['a parameter is none of its choices', { '/parameters/0/value': 'both' }, '/parameters/0/value', 'gross、net'],
    ['an unknown target is measured', { '/measures/Z9': 'pledge.amount' }, '/measures/Z9', 'Z9'],
    ['a measure is no id', { '/measures/C1': '质押' }, '/measures/C1', '质押'],
    ['a target is measured by something else than text', { '/measures/C1': 3 }, '/measures/C1', '类型不对'],

    ['a year of the plan has no calendar', { '/calendar/years/1/year': 2030 }, '/calendar/years', '缺 2026 年'],
    ['a calendar year stands twice', { '/calendar/years/1/year': 2025 }, '/calendar/years/1/year', '重复'],
    [
      'a holiday is in another year',
      { '/calendar/years/0/holidays/0/from': '2023-05-01' },
      '/calendar/years/0/holidays/0',
      '不属于 2025 年',
    ],
    [
      'a holiday ends before it starts',
      { '/calendar/years/0/holidays/0/to': '2025-04-30' },
      '/calendar/years/0/holidays/0',
      '早于开始日',
    ],
    [
      'a make-up day is a weekday',
      { '/calendar/years/0/makeUpDays/0/date': '2025-04-25' },
      '/calendar/years/0/makeUpDays/0/date',
      '不是周六或周日',
    ],
    [
      'a make-up day is off',
      { '/calendar/years/0/makeUpDays/0/date': '2025-05-03' },
      '/calendar/years/0/makeUpDays/0/date',
      '既放假',
    ],
    [
      'an unpublished year knows make-up days',
      { '/calendar/years/0/status': 'provisional' },
      '/calendar/years/0/makeUpDays',
      '不可能已知',
    ],
    ['an official year has no source', { '/calendar/years/1/status': 'official' }, '/calendar/years/1/source', '文号'],

    ['a tile lies on another', { '/tileMap/tiles/1/column': 1 }, '/tileMap/tiles/1', '压在“西山”上'],
    ['a tile leaves the map', { '/tileMap/tiles/2/rowSpan': 2 }, '/tileMap/tiles/2', '超出'],
    [
      'a tile has a dead unit',
      { '/tileMap/tiles/0/organisation': 'ghost' },
      '/tileMap/tiles/0/organisation',
      '没有代号',
    ],
    ['a unit has two tiles', { '/tileMap/tiles/1/organisation': 'west-town' }, '/tileMap/tiles/1/organisation', '已在'],
    [
      'a department is on the map',
      { '/tileMap/tiles/1/organisation': 'ip-bureau' },
      '/tileMap/tiles/1/organisation',
      '不上示意图',
    ],
    ['a tile has no unit', { '/tileMap/tiles/1/organisation': undefined }, '/tileMap/tiles/1/organisation', '单位代号'],
    ['a town has no tile', { '/tileMap/tiles/1/organisation': 'west-town' }, '/tileMap/tiles', '“东山镇”不在示意图上'],

    [
      'an account acts for a dead unit',
      { '/demo/accounts/0/roles/0/organisation': 'ghost' },
      '/demo/accounts/0/roles/0/organisation',
      '没有代号',
    ],
    [
      'an officer acts for nobody',
      { '/demo/accounts/0/roles/0/organisation': null },
      '/demo/accounts/0/roles/0/organisation',
      '代表哪个单位',
    ],
    [
      'the public acts for a unit',
      { '/demo/accounts/0/roles/0/role': 'public' },
      '/demo/accounts/0/roles/0/organisation',
      '公众不代表单位',
    ],
  ])('%s', (_, edits, path, remedy) => {
    const check = checkCounty(edited(edits))
    const problems = check.kind === 'broken' ? check.problems : []
    const found = problems.filter((problem) => problem.path === path).map((problem) => problem.message)
    expect(found.map((message) => message.zh).join('\n')).toContain(remedy)
    for (const message of found) expect(message.en).toMatch(/[.:]$/)
  })

  it('a list repeats a number, key or login', () => {
    const twice = {
      ...smallCounty,
      plan: {
        ...smallCounty.plan,
        groups: [...smallCounty.plan.groups, ...smallCounty.plan.groups],
        tasks: [...smallCounty.plan.tasks, ...smallCounty.plan.tasks],
        safeguards: [...smallCounty.plan.safeguards, ...smallCounty.plan.safeguards],
        phases: [...smallCounty.plan.phases, ...smallCounty.plan.phases],
        questions: [...smallCounty.plan.questions, ...smallCounty.plan.questions],
      },
      parameters: [...smallCounty.parameters, ...smallCounty.parameters],
      demo: { accounts: [...smallCounty.demo.accounts, ...smallCounty.demo.accounts] },
    }
    const check = checkCounty(twice)
    expect(check.kind === 'broken' ? check.problems.map((problem) => problem.path).sort() : []).toEqual([
      '/demo/accounts/1/login',
      '/parameters/1/key',
      '/plan/groups/1/number',
      '/plan/phases/1/key',
      '/plan/phases/1/number',
      '/plan/questions/1/number',
      '/plan/safeguards/1/number',
      '/plan/tasks/1/number',
    ])
  })

  it('it is not even an object', () => {
    expect(checkCounty(null).kind).toBe('broken')
    expect(checkCounty([]).kind).toBe('broken')
  })

  it('holidays overlap, or a make-up day stands twice', () => {
    const [year] = smallCounty.calendar.years
    const check = checkCounty(
      edited({
        '/calendar/years/0/holidays': [
          ...(year?.holidays ?? []),
          { name: '长假', from: '2025-05-05', to: '2025-05-06' },
        ],
        '/calendar/years/0/makeUpDays': [...(year?.makeUpDays ?? []), ...(year?.makeUpDays ?? [])],
      }),
    )
    expect(check.kind === 'broken' ? check.problems.map((problem) => problem.path) : []).toEqual([
      '/calendar/years/0/holidays/1',
      '/calendar/years/0/makeUpDays/1/date',
    ])
  })
})

it('does not call a unit missing whose own entry is malformed', () => {
  const check = checkCounty(edited({ '/organisations/0/kind': 'ministry' }))
  expect(check.kind === 'broken' ? check.problems.map((problem) => problem.path) : []).toEqual([
    '/organisations/0/kind',
  ])
})

it('answers with problems, and never with an exception, whatever stands in place of one of its parts', () => {
  const pointers = pointersOf(smallCounty, '')
  fc.assert(
    fc.property(fc.constantFrom(...pointers), fc.jsonValue(), (pointer, value) => {
      const check = checkCounty(edited({ [pointer]: value }))
      expect(check.kind === 'sound' || check.problems.length > 0).toBe(true)
    }),
    { numRuns: 200, seed: 20261125 },
  )
})

it('accepts the small county as it is', () => {
  expect(checkCounty(smallCounty)).toEqual({ kind: 'sound', county: smallCounty })
})

function pointersOf(value: unknown, pointer: string): string[] {
  if (typeof value !== 'object' || value === null) return [pointer]
  return [pointer, ...Object.entries(value).flatMap(([name, part]) => pointersOf(part, `${pointer}/${name}`))]
}

/** New values by JSON pointer; undefined removes. */
type Edits = Record<string, unknown>

function edited(edits: Edits): unknown {
  return Object.entries(edits).reduce<unknown>(
    (county, [pointer, value]) => withValueAt(county, pointer.split('/').slice(1), value),
    JSON.parse(JSON.stringify(smallCounty)),
  )
}

function withValueAt(root: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (Array.isArray(root)) {
    return root.map((item: unknown, index) => (String(index) === name ? withValueAt(item, rest, value) : item))
  }
  const entries = new Map(Object.entries(root ?? {}))
  entries.set(name, withValueAt(entries.get(name), rest, value))
  return Object.fromEntries([...entries].filter(([, kept]) => kept !== undefined))
}
