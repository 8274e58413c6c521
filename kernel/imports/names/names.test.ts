import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { csv, ImportKit, library } from '../import-kit.fixture.ts'
import { resolveNames } from './name-resolver.ts'

let kit: ImportKit

beforeEach(async () => {
  kit = await ImportKit.open()
  const donors = await kit.start(
    'donor',
    csv(
      '名称,曾用名,信用代码',
      '演示县演示陶瓷有限公司,演示陶瓷厂,91320282MA1X00017X',
      '演示电缆科技股份有限公司,,91320282MA1X00025P',
    ),
    { fileName: '捐赠人.csv' },
  )
  await kit.commit(donors.id)
})
afterEach(() => kit.close())

const none = { new: 0, changed: 0, same: 0, faulty: 0, doubtful: 0 }

async function donorsOf(): Promise<(string | undefined)[][]> {
  const { rows } = await kit.kernel.test.tamper(
    `select v.title, array(select coalesce(d.name, '?') from unnest(v.donors_ids) with ordinality as l (id, place) left join donor d on d.id = l.id order by place) as names
     from volume v order by v.row_number`,
  )
  return rows.map(({ names }) => names)
}

describe('names in files (名称核对)', () => {
  it('find the record that they mean, however they are written', async () => {
    const run = await kit.start(
      'volume',
      csv(
        '架号,书名,捐赠人',
        'ABC-111-3,甲,演示县演示陶瓷有限责任公司',
        'ABC-222-6,乙,演示陶瓷（演示县）有限公司',
        'ABC-333-9,丙,演示陶瓷厂',
        'ABC-444-2,丁,随便写的（91320282MA1X00025P）',
      ),
    )
    expect(run.counts).toEqual({ ...none, new: 4 })
    await kit.commit(run.id)
    expect(await donorsOf()).toEqual([
      ['演示县演示陶瓷有限公司'],
      ['演示县演示陶瓷有限公司'],
      ['演示县演示陶瓷有限公司'],
      ['演示电缆科技股份有限公司'],
    ])
    expect(await kit.count('donor')).toBe(2)
  })

  it('are asked where they are doubtful; the answer repairs what is written and holds for later files', async () => {
    const file = csv(
      '架号,书名,捐赠人',
      'ABC-111-3,甲,演示电缆科技有限公司',
      'ABC-222-6,乙,演示电缆科技 有限公司；演某某',
    )
    const run = await kit.start('volume', file)
    expect(run.counts).toEqual({ ...none, doubtful: 2 })
    await kit.commit(run.id)
    expect(await donorsOf()).toEqual([['?'], ['?', '演某某']])

    const { names, total } = await kit.run('name.list', {})
    expect(total).toBe(1)
    expect(names[0]).toMatchObject({
      written: '演示电缆科技有限公司',
      uses: 2,
      status: 'open',
      candidates: [{ name: '演示电缆科技股份有限公司', why: { zh: '只有组织形式不同' } }],
    })
    const { recordId } = names[0].candidates[0]
    const decided = await kit.run('name.decide', { matchId: names[0].id, recordId })
    expect(decided).toMatchObject({ repaired: 2, name: { status: 'decided', decidedFor: { id: recordId } } })
    expect(await donorsOf()).toEqual([['演示电缆科技股份有限公司'], ['演示电缆科技股份有限公司', '演某某']])
    expect(await kit.run('name.decide', { matchId: names[0].id, recordId })).toMatchObject({ repaired: 0 })

    expect((await kit.start('volume', file)).counts).toEqual({ ...none, same: 2 })
    expect((await kit.run('name.list', {})).total).toBe(0)
    // A repaired link is no change by somebody else: the import can still be undone.
    expect(await kit.undo(run.id)).toMatchObject({ status: 'undone' })
    expect(await kit.count('volume')).toBe(0)
  })

  it('become new records when a person says so, or stay text', async () => {
    const run = await kit.start(
      'volume',
      csv('架号,书名,捐赠人', 'ABC-111-3,甲,演示电缆科技有限公司', 'ABC-222-6,乙,云亭镇'),
    )
    await kit.commit(run.id)
    const { names } = await kit.run('name.list', {})
    const byName = new Map(names.map((each: { written: string; id: string }) => [each.written, each.id]))
    await kit.run('name.decide', { matchId: byName.get('演示电缆科技有限公司'), as: 'new' })
    await kit.run('name.decide', { matchId: byName.get('云亭镇'), as: 'none' })
    expect(await donorsOf()).toEqual([['演示电缆科技有限公司'], ['?']])
    const again = await kit.start(
      'volume',
      csv('架号,书名,捐赠人', 'ABC-333-9,丙,云亭镇', 'ABC-444-2,丁,演示电缆科技有限公司'),
    )
    expect(again.counts).toEqual({ ...none, new: 2 })
    await expect(kit.run('name.decide', { matchId: byName.get('云亭镇'), recordId: 'nobody' })).rejects.toMatchObject({
      code: 'import.matchTarget',
    })
  })

  it('are read alone too, for whoever asks once', async () => {
    const { database, county } = kit.kernel
    const meant = await database.inJurisdiction(county.jurisdiction, 'read', (tx) =>
      resolveNames(tx, county, library.donor, ['演示陶瓷厂', '演示电缆科技有限公司', '云亭镇', '乌有先生', '无']),
    )
    expect([...meant.values()].map(({ kind }) => kind)).toEqual(['known', 'doubtful', 'unit', 'unknown', 'nobody'])
  })

  it('are not made records where that is not wanted', async () => {
    const run = await kit.start('volume', csv('架号,书名,捐赠人', 'ABC-111-3,甲,乌有先生'), { createNames: false })
    expect(run.counts).toEqual({ ...none, doubtful: 1 })
    await kit.commit(run.id)
    expect(await kit.count('donor')).toBe(2)
    expect((await kit.run('name.list', {})).names[0]).toMatchObject({ written: '乌有先生', candidates: [] })
  })

  it('stay where others name them too, when the import that made them is undone', async () => {
    const first = await kit.start('volume', csv('架号,书名,捐赠人', 'ABC-111-3,甲,新来者；独一人'))
    await kit.commit(first.id)
    const second = await kit.start('volume', csv('架号,书名,捐赠人', 'ABC-222-6,乙,新来者'))
    await kit.commit(second.id)
    await kit.undo(first.id)
    expect((await kit.rows(library.donor, 'name')).map(({ name }) => name).sort()).toEqual([
      '新来者',
      '演示县演示陶瓷有限公司',
      '演示电缆科技股份有限公司',
    ])
  })
})
