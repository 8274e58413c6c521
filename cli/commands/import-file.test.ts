import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestPlatform, type TestPlatform } from '@qiangxian/server/testing/test-platform'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { qx } from '../recording-terminal.fixture.ts'

const patents = [
  '序号,专利号,专利名称,专利类型,申请人,申请日',
  '1,ZL202010123456.2,演示陶瓷的烧制方法,发明,宜兴市演示陶瓷有限公司（演示）,2020-02-24',
  '2,CN202020123457.9,演示支架,实用新型,演某某,2020.2.24',
  '3,20201012345X,坏号码,发明,演某某,2020-02-24',
].join('\n')

describe('qx import', () => {
  let platform: TestPlatform
  let folder: string
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const run = (...args: string[]) =>
    qx([...args, `--data=${platform.dataDir}`, `--database-url=${platform.database.url}`])
  const patentCount = async () => (await platform.tamper('select count(*)::int as n from patent')).rows[0].n

  beforeAll(async () => {
    platform = await openTestPlatform({ empty: true })
    folder = mkdtempSync(join(tmpdir(), 'qx-import-'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await platform.close()
  })

  it('says what a file would bring, and brings nothing without --commit', async () => {
    const { code, json } = await run('import', file('专利.csv', patents), '--register', 'patents', '--json')
    expect(code).toBe(0)
    expect(json).toMatchObject({ changed: 0, same: 0, status: 'ready', faultyRows: 1 })
    expect(json.new + json.doubtful).toBe(2)
    expect(json.faulty).toEqual([
      {
        sheet: '专利',
        row: 4,
        column: 'B 专利号',
        value: '20201012345X',
        code: expect.any(String),
        remedy: expect.stringMatching(/。/),
      },
    ])
    expect(await patentCount()).toBe(0)
  })

  it('brings it with --commit, and the same file again changes nothing', async () => {
    const path = file('专利.csv', patents)
    const first = await run('import', path, '--register', '专利', '--commit', '--json')
    expect([first.code, first.json.status]).toEqual([0, 'committed'])
    expect(await patentCount()).toBe(2)
    const again = await run('import', path, '--register', 'patent', '--commit', '--json')
    expect(again.json).toMatchObject({ new: 0, changed: 0, same: 2, doubtful: 0, faultyRows: 1 })
    expect((await run('import', path, '--register', 'patent', '--strict')).code).toBe(1)
    const list = await run('import', 'list', '--register', 'patent', '--json')
    expect(list.json.imports).toHaveLength(4)
    const undone = await run('import', 'undo', first.json.runId, '--reason', '演示', '--json')
    expect(undone.json.status).toBe('undoing')
  })

  it('asks for a map where it does not know the columns, and takes it', async () => {
    const path = file('甲表.csv', ['甲列,乙列,丙列', 'ZL202010123456.2,演示方法,发明'].join('\n'))
    const asked = await run('import', path, '--register', 'patent', '--json')
    expect([asked.code, asked.json.status]).toEqual([1, 'mapping'])
    expect(asked.said).toContain('applicationNo')
    const map = file('map.json', JSON.stringify({ 甲列: 'applicationNo', 乙列: 'title', 丙列: 'patentType' }))
    const mapped = await run('import', path, '--register', 'patent', '--map', map, '--json')
    expect(mapped.json.status).toBe('ready')
    const wrong = file('wrong.json', JSON.stringify({ 甲列: 'nothing' }))
    expect((await run('import', path, '--register', 'patent', '--map', wrong)).said).toContain('applicationNo')
  })

  it('names a register or file that is not there', async () => {
    expect((await run('import', file('专利.csv', patents), '--register', 'nothing')).said).toContain('nothing')
    expect((await run('import', join(folder, '没有.csv'), '--register', 'patent')).code).toBe(2)
  })
})
