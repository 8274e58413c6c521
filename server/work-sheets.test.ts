import { cellAt, edited } from '@qiangxian/modules/management/progress-reporting/sheet/work-sheet.fixture'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReporting, type Reporting } from './testing/reporting.ts'

describe('reporting by spreadsheet (填报表)', () => {
  let county: Reporting
  let stock: string
  let task: string
  beforeAll(async () => {
    county = await openReporting()
    stock = await county.owe({ item: 'C6', period: '2026-10' })
    task = await county.owe({ item: 'task 4', period: '2026-10' })
  })
  afterAll(() => county.close())

  const download = async () => {
    const answer = await county.reporter.get('/work/sheet?period=2026-10')
    expect(answer.status, answer.text.slice(0, 300)).toBe(200)
    return answer
  }
  const filled = async (value: number | string) =>
    edited((await download()).bytes, (workbook) => {
      cellAt(workbook, '指标数值', '数值（').value = value
      cellAt(workbook, '任务进展', '进度').value = 40
      cellAt(workbook, '任务进展', '进展情况').value = `完成 ${value}（演示）`
    })
  const upload = async (content: Uint8Array, name = '填报表.xlsx') =>
    county.reporter.upload('/work/sheets', { name, content }, { period: '2026-10' })
  const decide = (id: string, take: boolean) => county.reporter.post(`/work/sheets/${id}/decision`, { take })
  const reportedValue = async () => (await county.reporter.get(`/reports/${stock}`)).body.report?.content.value ?? null

  it('is saved under its name, as what it is', async () => {
    const { headers, bytes } = await download()
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': expect.stringMatching(/^attachment; filename=".*\.xlsx"; filename\*=UTF-8''.*\.xlsx$/),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    const description = (await county.test.public.get('/openapi.json')).body
    const answer = description.paths['/work/sheet'].get.responses[200]
    expect(Object.keys(answer.content)).toEqual(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
  })

  it('waits with its good rows until they are taken, all together', async () => {
    const { body, status, text } = await upload(await filled(21))
    expect(status, text).toBe(200)
    expect(body).toMatchObject({ state: 'waiting', issues: [], period: '2026-10', unit: { id: county.unitId } })
    expect(body.rows.map((row: { dutyId: string; change: string }) => [row.dutyId, row.change])).toEqual([
      [task, 'new'],
      [stock, 'new'],
    ])
    expect(await reportedValue()).toBeNull()
    const taken = await decide(body.id, true)
    expect(taken.body.state, taken.text).toBe('taken')
    expect(await reportedValue()).toBe(21)
    expect((await decide(body.id, true)).body.state).toBe('taken')
    expect((await decide(body.id, false)).body.code).toBe('sheet.decided')
    const entries = await county.rows(
      `select command, subject_kind from journal where command = 'work.decideSheet' order by sequence`,
    )
    expect(entries.map(({ subject_kind }) => subject_kind)).toEqual(['sheetImport', 'report', 'report'])
  })

  it('comes back with what is entered already, and says that it is the same', async () => {
    const { body } = await upload((await download()).bytes)
    expect(body.rows.map((row: { change: string }) => row.change)).toEqual(['same', 'same'])
    expect((await decide(body.id, true)).status).toBe(200)
    const [{ revision }] = await county.rows('select revision from report where duty_id = $1', [stock])
    expect(revision).toBe(1)
  })

  it('takes no row when one of them was changed since', async () => {
    const { body } = await upload(await filled(22))
    const other = await county.secondReporter.put(`/reports/${task}`, {
      revision: 1,
      content: { progress: 50, narrative: '改（演示）' },
    })
    expect(other.status, other.text).toBe(200)
    const answer = await decide(body.id, true)
    expect(answer).toMatchObject({ status: 409, body: { code: 'sheet.moved' } })
    expect(answer.body.problems).toHaveLength(1)
    expect(answer.body.problems[0].message).toContain('tianbao2（演示）')
    expect(await reportedValue()).toBe(21)
    expect((await decide(body.id, false)).body.state).toBe('discarded')
    expect((await decide(body.id, true)).body.code).toBe('sheet.decided')
  })

  it('lists what is wrong and keeps what is right', async () => {
    const { body } = await upload(await filled('约二十'))
    expect(body.rows.map((row: { dutyId: string }) => row.dutyId)).toEqual([task])
    expect(body.issues).toEqual([
      {
        sheet: '指标数值',
        row: 3,
        column: '数值',
        value: '约二十',
        message: { zh: expect.stringContaining('约二十'), en: expect.any(String) },
        remedy: { zh: expect.any(String), en: expect.any(String) },
      },
    ])
    expect((await county.reporter.get(`/work/sheets/${body.id}`)).body).toEqual(body)
  })

  it('is no other unit’s: not to fill in, to see or to decide', async () => {
    const { body } = await upload(await filled(5))
    for (const answer of [
      await county.stranger.get(`/work/sheets/${body.id}`),
      await county.stranger.post(`/work/sheets/${body.id}/decision`, { take: true }),
      await county.stranger.get(`/work/sheet?unit=${county.unitId}&period=2026-10`),
    ])
      expect(answer.status).toBe(404)
    expect((await county.office.get(`/work/sheets/${body.id}`)).status).toBe(403)
    const foreign = await county.stranger.upload(
      '/work/sheets',
      { name: 'a.xlsx', content: await filled(5) },
      { period: '2026-10' },
    )
    expect(foreign.body.rows).toEqual([])
    expect(foreign.body.issues[0]).toMatchObject({ message: { zh: expect.stringContaining('不在本单位本期') } })
  })

  it.each([
    ['old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]), /另存为/],
    ['a.csv', Buffer.from('编号,进度\n1,2\n'), /CSV/],
    ['a.pdf', Buffer.from('%PDF-1.7\n%%EOF'), /不是 \.xlsx/],
  ])('refuses %s in words', async (name, content, words) => {
    const answer = await upload(content, name)
    expect([409, 415, 422]).toContain(answer.status)
    expect(answer.body.detail).toMatch(words)
  })

  it('gives the office an empty sheet of a unit, without what the unit is typing', async () => {
    expect((await county.office.get('/work/sheet')).status).toBe(404)
    const { bytes } = await county.office.get(`/work/sheet?unit=${county.unitId}&period=2026-10`)
    await edited(bytes, (workbook) => {
      expect(cellAt(workbook, '指标数值', '编号').text).toBe(stock)
      expect(cellAt(workbook, '指标数值', '数值（').value).toBeNull()
    })
  })

  it('is of the last period that waits for an answer, where none is named', async () => {
    const later = await county.owe({ item: 'C6', period: '2026-11' })
    const periodOf = async () => {
      const { bytes } = await county.reporter.get('/work/sheet')
      let period = ''
      await edited(bytes, (workbook) => {
        period = cellAt(workbook, '指标数值', '报送期').text
      })
      return period
    }
    expect(await periodOf()).toBe('2026-11')
    await county.rows(`update duty set answered_on = '2026-12-01' where id = $1`, [later])
    expect(await periodOf()).toBe('2026-10')
  })

  it('has nothing to give to a unit that owes nothing', async () => {
    expect((await county.stranger.get('/work/sheet')).body.code).toBe('sheet.nothingToFill')
  })
})
