import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTestPlatform, type TestPlatform } from '@qiangxian/server/testing/test-platform'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { qx } from '../recording-terminal.fixture.ts'

const plan = fileURLToPath(new URL('../fixtures/yuntai-plan.txt', import.meta.url))

describe('commands on the demonstration', () => {
  let platform: TestPlatform
  const run = (...args: string[]) => qx([...args, ...placeOf(platform)])

  beforeAll(async () => {
    platform = await openTestPlatform({ reports: true })
  })
  afterAll(() => platform.close())

  it.each([
    [['cockpit'], { plan: expect.anything(), daysLeft: expect.any(Number) }],
    [['plan', 'show', '--version', '1'], { tasks: expect.any(Array), targets: expect.any(Array) }],
    [['target', 'list', '--on', '2025-06-30'], { targets: expect.any(Array) }],
    [['target', 'show', 'C2'], { code: 'C2' }],
    [['plan', 'compare', '1', '1'], { changes: [] }],
    [['unit', 'list'], { organisations: expect.any(Array) }],
    [['search', '专利'], { hits: expect.arrayContaining([expect.objectContaining({ kind: 'target' })]) }],
    [['journal', 'verify'], { verified: true, brokenAt: null }],
    [['journal', 'list', '--limit=1'], { entries: [expect.objectContaining({ sequence: expect.any(Number) })] }],
  ])('qx %j answers in JSON and for a person', async (args, expected) => {
    const asJson = await run(...args, '--json')
    expect([asJson.code, asJson.said]).toEqual([0, ''])
    expect(asJson.json).toMatchObject(expected)
    const forPerson = await run(...args)
    expect(forPerson.code).toBe(0)
    expect(forPerson.printed).toMatch(/\p{Script=Han}/u)
    expect(forPerson.printed).not.toMatch(/undefined|\[object|NaN/)
  })

  it('writes an answer that is a file where --out says, and never over another', async () => {
    const { rows } = await platform.tamper(`select id from party where short_name = '市科技局'`)
    const out = join(mkdtempSync(join(tmpdir(), 'qx-out-')), '填报表.xlsx')
    const call = ['work', 'sheet', '--unit', rows[0].id, '--period', '2026-10', '--out', out]
    const written = await run(...call, '--json')
    expect([written.code, written.said]).toEqual([0, ''])
    expect(written.json).toMatchObject({ file: out, fileName: expect.stringMatching(/2026-10.*\.xlsx$/) })
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
    expect((await run(...call)).said).toContain('已经存在，没有覆盖')
    expect((await run(...call.slice(0, -2))).said).toContain('--out')
  })

  it('changes things as the account of this machine, and the journal says so', async () => {
    const { json: unit } = await run('unit', 'create', '--name', '演示新单位', '--kind', 'department', '--json')
    const { json: journal } = await run('journal', 'list', '--limit', '1', '--json')
    expect(journal.entries[0]).toMatchObject({
      command: 'party.create',
      subjectId: unit.id,
      via: 'qx',
      actor: `命令行（${userInfo().username}）`,
      roles: 'administrator office public',
    })
    const changed = await run(
      'unit',
      'change',
      unit.id,
      '--aliases',
      '新单位',
      '--aliases',
      '演示单位',
      '--no-parent-id',
      '--json',
    )
    expect(changed.json).toMatchObject({ aliases: expect.arrayContaining(['新单位', '演示单位']), parentId: null })
  })

  it('gives an account roles that are written as JSON, and a password that no history keeps', async () => {
    const role = '{"role":"office","partyId":null}'
    const args = [
      '--login',
      'bing',
      '--display-name',
      '丙某（演示）',
      '--password',
      'yanshi-mima-2026',
      '--roles',
      role,
    ]
    expect(await run('account', 'create', ...args, '--json')).toMatchObject({ code: 0, json: { login: 'bing' } })
  })

  it('says what is wrong with an entry, field by field', async () => {
    const answer = await run('target', 'list', '--on', 'gestern', '--json')
    expect(answer).toMatchObject({
      code: 2,
      json: { error: { code: 'operation.badInput', problems: [{ path: '/on' }] } },
    })
    expect(answer.said).toContain('/on')
  })

  it('says that a thing is not there', async () => {
    expect(await run('target', 'show', 'Z99', '--json')).toMatchObject({
      code: 1,
      json: { error: { code: 'operation.notFound' } },
    })
  })

  it('says that the file of an upload is not there before anything else', async () => {
    const nowhere = ['--database-url', 'postgres://nobody@127.0.0.1:1/none']
    expect(await qx(['plan', 'import', 'no-such-file.docx', '--json', ...nowhere])).toMatchObject({ code: 2 })
  })

  it('ends with 3 when the database is away', async () => {
    const folder = mkdtempSync(join(platform.dataDir, 'away-'))
    const nowhere = ['--database-url', 'postgres://nobody@127.0.0.1:1/none', '--data', folder]
    expect(await qx(['cockpit', '--json', ...nowhere])).toMatchObject({
      code: 3,
      json: { error: { code: 'database.unreachable' } },
    })
  })

  it('ends with 1 when the journal was changed behind its back', async () => {
    await platform.tamper(`update journal set actor_label = '别人' where sequence = 2`)
    const { code, json } = await run('journal', 'verify', '--json')
    expect([code, json.verified, json.brokenAt]).toEqual([1, false, 2])
  })
})

describe('a plan from its file to its adoption', () => {
  let platform: TestPlatform
  beforeAll(async () => {
    platform = await openTestPlatform({ empty: true })
  })
  afterAll(() => platform.close())

  it('goes through the command line alone', async () => {
    const run = (...args: string[]) => qx([...args, ...placeOf(platform), '--empty', '--json'])
    expect((await run('plan', 'show')).json).toMatchObject({ error: { code: 'plan.none' } })
    const imported = await run('plan', 'import', plan)
    expect(imported).toMatchObject({
      code: 0,
      json: { title: '云台县知识产权服务提升行动方案（2025—2026年）', status: 'review' },
    })
    const { id } = imported.json
    expect((await run('plan', 'imports')).json.imports).toMatchObject([{ id }])
    expect((await run('plan', 'import-show', id)).json.items.length).toBeGreaterThan(5)
    expect((await run('plan', 'create-units', id)).json).toEqual({ created: 4 })
    const confirmed = await run(
      'plan',
      'confirm',
      id,
      '--minimum-confidence',
      '0',
      '--kinds',
      'task',
      '--kinds',
      'target',
    )
    expect(confirmed.json.confirmed).toBeGreaterThan(3)
    await run('plan', 'confirm', id, '--minimum-confidence', '0')
    expect(await run('plan', 'adopt', id, '--effective-from', '2025-03-01')).toMatchObject({
      code: 0,
      json: { version: 1 },
    })
    const shown = (await run('plan', 'show')).json
    expect(shown.targets.map(({ name }: { name: string }) => name)).toContain('知识产权质押融资额')
    const amended = await run('plan', 'amend')
    expect(await run('plan', 'discard', amended.json.id)).toMatchObject({ code: 0, json: {} })
  })
})

function placeOf(platform: TestPlatform): string[] {
  return ['--data', platform.dataDir, '--database-url', platform.database.url]
}
