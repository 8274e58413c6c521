import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { p, r, rawDocx } from '@qiangxian/engines/plan-document/read/raw-docx.fixture'
import { onePagePdf } from '@qiangxian/engines/plan-document/read/raw-pdf.fixture'
import { zipForTests } from '@qiangxian/kernel/evidence/zip-for-tests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Item, reviewAll, rowCounts, upload } from './testing/review.ts'
import { smallPlan, unitsOfSmallPlan } from './testing/small-plan.ts'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

const examples = fileURLToPath(new URL('../docs/examples/', import.meta.url))
const samples = fileURLToPath(new URL('../../shared/samples/', import.meta.url))
const megabyte = 1024 * 1024

let test: TestApp
let office: Visitor
beforeAll(async () => {
  test = await openTestApp({ empty: true })
  await test.public.post('/setup/administrator', {
    login: 'banshi',
    displayName: '办事员（演示）',
    password: 'ceshi-mima-2026',
  })
  office = await test.signIn('banshi')
})
afterAll(() => test.close())

const filesOnDisk = () =>
  readdirSync(join(test.platform.dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

describe('uploading a plan (上传方案)', () => {
  it.each(['yunting-plan.txt', 'yunting-plan.docx', 'yunting-plan.pdf'])('reads the example %s', async (name) => {
    const draft = await upload(office, readFileSync(join(examples, name)), name)
    const of = (kind: string) => draft.items.filter((item) => item.kind === kind)
    expect(of('head')[0]?.content).toMatchObject({
      title: '云汀县知识产权强县建设工作方案（2025—2027年）',
      periodEnd: '2027-12-31',
    })
    expect(of('task').map(({ content }) => content.number)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1))
    expect(of('target').length).toBeGreaterThan(20)
    expect(of('unit').map(({ content }) => content.printed)).toContain('县财政局')
  })

  it('keeps the file as evidence of the office, byte for byte', async () => {
    const content = readFileSync(join(examples, 'yunting-plan.docx'))
    const answer = await office.upload('/plan-imports', { name: '方案 最终版.docx', content })
    expect(answer.body).toMatchObject({ fileName: '方案 最终版.docx', format: 'docx', kind: 'first', status: 'review' })
    const file = await office.get(`/evidence/${answer.body.evidenceId}/content`)
    expect(file.bytes.equals(content)).toBe(true)
    expect((await office.get(`/evidence/${answer.body.evidenceId}`)).body).toMatchObject({ purpose: 'plan' })
  })

  it('reads a Chinese text in the encoding of old programs (GB18030)', async () => {
    const gb = Uint8Array.from([
      0xd4, 0xc6, 0xcd, 0xa4, 0xcf, 0xd8, 0xd6, 0xaa, 0xca, 0xb6, 0xb2, 0xfa, 0xc8, 0xa8, 0xb7, 0xbd, 0xb0, 0xb8, 0x0a,
    ])
    const draft = await upload(office, Buffer.concat([gb, gb, gb]), 'gb.txt')
    expect((await office.get(`/plan-imports/${draft.id}`)).body.sourceText).toContain('云亭县知识产权方案')
  })

  it('points every item that has words at their place in the text', async () => {
    const draft = await upload(office)
    const { sourceText, items } = (await office.get(`/plan-imports/${draft.id}`)).body
    const spans = items.filter((item: { span: unknown }) => item.span !== null)
    expect(spans.length).toBeGreaterThan(8)
    for (const { span } of spans) {
      expect(span.start).toBeGreaterThanOrEqual(0)
      expect(span.end).toBeGreaterThan(span.start)
      expect(span.end).toBeLessThanOrEqual(sourceText.length)
    }
  })

  it('says in the journal who uploaded what', async () => {
    const draft = await upload(office, smallPlan, '记一笔.txt')
    const { entries } = (await office.get(`/journal?subject=${draft.id}`)).body
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      command: 'planImport.start',
      actor: '办事员（演示）',
      after: { fileName: '记一笔.txt' },
    })
  })

  it.skipIf(!existsSync(samples))('reads the sample plan of Yixing, where the samples are at hand', async () => {
    const name = readdirSync(samples, { recursive: true })
      .map(String)
      .find((file) => /yixing.*\.(txt|docx|pdf)$/i.test(file))
    if (name === undefined) return
    const draft = await upload(office, readFileSync(join(samples, name)), name)
    expect(draft.items.filter((item) => item.kind === 'task').length).toBeGreaterThan(5)
  })
})

describe('a file that is no plan', () => {
  let before: Record<string, number>
  beforeEach(async () => {
    before = await rowCounts(test)
  })

  const scanned = onePagePdf(Buffer.from('q 595 0 0 842 0 0 cm /Im1 Do Q'), '')
  const bomb = rawDocx({ body: p(r('方案')), members: { 'word/media/zeros.bin': new Uint8Array(60 * megabyte) } })
  const words = rawDocx({ body: p(r('方案')) })

  it.each<[string, string, Uint8Array | string, number, RegExp, RegExp]>([
    ['an empty file', '空.txt', '', 400, /^evidence\.empty$/, /空/],
    ['white space only', '空白.txt', ' \n\n\t ', 422, /^planImport\.unreadable$/, /没有文字/],
    ['more than 50 MB', '大.txt', Buffer.alloc(50 * megabyte + 1, 'a'), 413, /^evidence\.tooLarge$/, /50 MB/],
    ['random bytes', '乱.txt', randomBytes(5_000), 422, /^planImport\.unreadable$/, /不是文字文件|编码|损坏/],
    [
      'a Word document cut in two',
      '断.docx',
      words.slice(0, Math.floor(words.length / 2)),
      400,
      /^(evidence\.brokenArchive|planImport\.unreadable)$/,
      /损坏|不完整/,
    ],
    ['a zip bomb', '炸弹.docx', bomb, 400, /^(evidence\.bomb|planImport\.unreadable)$/, /异常|展开|解压/],
    [
      'a zip that is no Word document',
      '照片.docx',
      zipForTests([{ name: 'a.jpg', content: 'x' }]),
      422,
      /^planImport\.unreadable$/,
      /。/,
    ],
    ['a scanned PDF', '扫描.pdf', scanned, 422, /^planImport\.unreadable$/, /扫描件/],
    ['a broken PDF', '坏.pdf', '%PDF-1.7\n这里没有内容', 422, /^planImport\.unreadable$/, /PDF/],
    [
      'a program',
      '程序.txt',
      Buffer.concat([Buffer.from('MZ'), randomBytes(300), Buffer.from('PE\0\0')]),
      422,
      /./,
      /。/,
    ],
    [
      'a web page',
      '网页.txt',
      '<!DOCTYPE html><html><body><p>方案</p></body></html>',
      422,
      /^planImport\.unreadable$/,
      /网页/,
    ],
  ])('refuses %s, says why and what to do, and keeps nothing', async (_what, name, content, status, code, words_) => {
    const disk = filesOnDisk()
    const answer = await office.upload('/plan-imports', { name, content })
    expect(String(answer.body.code), answer.text).toMatch(code)
    expect(answer.body.detail).toMatch(words_)
    expect(answer.body.detail).toMatch(/[\u4e00-\u9fff].*。/)
    expect(answer.body.detail.length).toBeGreaterThan(15)
    expect([status, 400, 415, 422]).toContain(answer.status)
    expect(await rowCounts(test)).toEqual(before)
    await test.platform.sweepFiles(new Date(Date.now() + 2 * 3_600_000))
    expect(filesOnDisk()).toEqual(disk)
  })

  it('answers in English where that is asked for', async () => {
    const request = await test.app.inject({
      method: 'POST',
      url: '/api/plan-imports',
      headers: {
        cookie: `qx_session=${office.cookie}`,
        'accept-language': 'en',
        'content-type': 'multipart/form-data; boundary=b',
      },
      payload: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n \r\n--b--\r\n',
    })
    expect(JSON.parse(request.body).detail).toMatch(/no words/)
  })

  it('refuses a request without a file, with a broken form, and with two files', async () => {
    expect((await office.post('/plan-imports', {})).body.code).toBe('operation.fileMissing')
    const send = (payload: string) =>
      test.app.inject({
        method: 'POST',
        url: '/api/plan-imports',
        headers: { cookie: `qx_session=${office.cookie}`, 'content-type': 'multipart/form-data; boundary=b' },
        payload,
      })
    const file = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n方案\r\n'
    for (const payload of ['', '--b--\r\n', file, `${file}${file}--b--\r\n`]) {
      const answer = await send(payload)
      expect(answer.statusCode, payload).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode, answer.body).toBeLessThan(500)
      expect(JSON.parse(answer.body).detail).toMatch(/[\u4e00-\u9fff].*。/)
    }
    expect(await rowCounts(test)).toEqual(before)
  })

  it('takes a document that speaks no Chinese, finds nothing in it and blocks its adoption with words', async () => {
    const draft = await upload(office, 'The quick brown fox.\nIt jumps over 3 lazy dogs by 2027.\n', 'english.txt')
    expect(draft.items.filter((item) => item.kind === 'task')).toEqual([])
    expect(draft.blockers.map(({ message }) => message).join()).toMatch(/起止日期没有读到/)
    const answer = await office.post(`/plan-imports/${draft.id}/adoption`, { effectiveFrom: '2025-01-01' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'planImport.notReady' } })
  })
})

describe('a plan with something wrong in it', () => {
  const itemOf = (draft: { items: Item[] }, kind: string, holds = '') => {
    const found = draft.items.find((item) => item.kind === kind && JSON.stringify(item.content).includes(holds))
    if (found === undefined) throw new Error(`the draft has no ${kind} with ${holds}`)
    return found
  }
  const change = (draft: { id: string }, item: Item, body: object) =>
    office.patch(`/plan-imports/${draft.id}/items/${item.id}`, { revision: item.revision, ...body })
  const blockersOf = async (draft: { id: string }): Promise<string> => {
    const { blockers } = (await office.get(`/plan-imports/${draft.id}`)).body
    return blockers.map((blocker: { message: string }) => blocker.message).join('\n')
  }

  it('a target of 0 is a blocker that names it', async () => {
    const draft = await upload(office)
    const target = itemOf(draft, 'target', '发明专利')
    expect((await change(draft, target, { content: { ...target.content, value: 0 } })).status).toBe(200)
    expect(await blockersOf(draft)).toMatch(/目标值是 0/)
  })

  it('a target of 0 in the document is not read away', async () => {
    const draft = await upload(office, smallPlan.replace('达到500件', '达到0件'))
    expect((await blockersOf(draft)).concat(JSON.stringify(draft.items))).toMatch(/目标值是 0|达到0件/)
  })

  it.each([
    [{ value: 'abc' }, '/content/value', /应为数字/],
    [{ value: null }, '/content/value', /应为数字/],
    [{ deadline: '2026-02-30' }, '/content/deadline', /不是存在的日期/],
    [{ deadline: '明年' }, '/content/deadline', /格式不对/],
    [{ years: [{ year: 1800, value: 1 }] }, '/content/years/0/year', /不能小于/],
    [{ comparator: 'about' }, '/content/comparator', /只能是/],
    [{ name: '' }, '/content/name', /不能为空/],
  ])('a correction to %j is refused at its field, and nothing is saved', async (wrong, path, words) => {
    const draft = await upload(office)
    const target = itemOf(draft, 'target', '发明专利')
    const answer = await change(draft, target, { content: { ...target.content, ...wrong } })
    expect(answer.status, answer.text).toBe(400)
    const problem = answer.body.problems.find((each: { path: string }) => each.path === path)
    expect(problem?.message, answer.text).toMatch(words)
    const after = (await office.get(`/plan-imports/${draft.id}`)).body.items
    expect(after.find((item: Item) => item.id === target.id)).toMatchObject({ revision: 1, content: target.content })
  })

  it('a null stays a null when it is saved', async () => {
    const draft = await upload(office)
    const target = itemOf(draft, 'target', '发明专利')
    const content = { ...target.content, valueHigh: null, deadline: null, category: null, sameAs: null }
    expect((await change(draft, target, { content })).body.content).toEqual(content)
  })

  it('a head with a date that does not exist in the document is left open, and asked for', async () => {
    const text = smallPlan
      .replaceAll('2025—2027年', '试行')
      .replaceAll(/2025年\d月—20\d\d年\d+月/g, '2025年2月30日—2025年2月31日')
    const draft = await upload(office, text)
    expect(await blockersOf(draft)).toMatch(/起止日期|日期/)
  })

  it('an effective date that does not exist is refused', async () => {
    const draft = await upload(office)
    const answer = await office.post(`/plan-imports/${draft.id}/adoption`, { effectiveFrom: '2025-02-30' })
    expect(answer).toMatchObject({ status: 400, body: { code: 'plan.noDateLikeThat' } })
  })

  it('two units that are to be created under one name are told, and nothing is adopted', async () => {
    const draft = await upload(office)
    await reviewAll(office, draft.id)
    const { items } = (await office.get(`/plan-imports/${draft.id}`)).body
    for (const unit of items.filter((item: Item) => item.kind === 'unit').slice(0, 2)) {
      await change(draft, unit, { content: { ...unit.content, create: { name: '县同名局', kind: 'department' } } })
    }
    const before = await rowCounts(test)
    const answer = await office.post(`/plan-imports/${draft.id}/adoption`, { effectiveFrom: '2025-01-01' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('县同名局')
    expect(await rowCounts(test)).toEqual(before)
  })

  it('a unit to be created under the name of one that exists is told, and nothing is adopted', async () => {
    await office.post('/organisations', { name: '县已有局', kind: 'department' })
    const draft = await upload(office)
    await reviewAll(office, draft.id)
    const { items } = (await office.get(`/plan-imports/${draft.id}`)).body
    const unit = items.find((item: Item) => item.kind === 'unit')
    await change(draft, unit, {
      content: { ...unit.content, partyId: null, create: { name: '县已有局', kind: 'department' } },
    })
    const answer = await office.post(`/plan-imports/${draft.id}/adoption`, { effectiveFrom: '2025-01-01' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('县已有局')
  })

  it('a unit matched to one that is dissolved is refused at adoption, by name', async () => {
    const made = (await office.post('/organisations', { name: '县旧局', kind: 'department' })).body
    const draft = await upload(office)
    await reviewAll(office, draft.id)
    const { items } = (await office.get(`/plan-imports/${draft.id}`)).body
    const unit = items.find((item: Item) => item.kind === 'unit')
    expect((await change(draft, unit, { content: { ...unit.content, partyId: made.id, create: null } })).status).toBe(
      200,
    )
    await office.patch(`/organisations/${made.id}`, { dissolvedOn: '2026-01-01' })
    const answer = await office.post(`/plan-imports/${draft.id}/adoption`, { effectiveFrom: '2025-01-01' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'planImport.unitGone' } })
    expect(answer.body.detail).toContain('县旧局')
  })

  it('a name that a dissolved unit bears is no match, only a proposal', async () => {
    const made = (await office.post('/organisations', { name: '县财政局', kind: 'department' })).body
    await office.patch(`/organisations/${made.id}`, { dissolvedOn: '2026-01-01' })
    const unit = itemOf(await upload(office), 'unit', '县财政局') as Item & { candidates: { why: string }[] }
    expect(unit.content.partyId).toBeNull()
    expect(unit.candidates.map(({ why }) => why).join()).toContain('已于 2026-01-01 撤销')
  })

  it.each(['no-such-unit', ''])('a unit matched to %j, which is none, is refused when it is said', async (partyId) => {
    const draft = await upload(office)
    const unit = itemOf(draft, 'unit')
    const answer = await change(draft, unit, { content: { ...unit.content, partyId, create: null } })
    expect([400, 404], answer.text).toContain(answer.status)
  })

  it('a heading that comes twice gives two tasks of one number, and a blocker that names the second', async () => {
    const line = smallPlan.split('\n').find((each) => each.startsWith('2、')) ?? ''
    const draft = await upload(office, smallPlan.replace(line, `${line}\n${line}`))
    const tasks = draft.items.filter((item) => item.kind === 'task').map(({ content }) => content.number)
    if (new Set(tasks).size < tasks.length) expect(await blockersOf(draft)).toMatch(/任务序号 2 重复/)
    else expect(draft.items.some((item) => item.kind === 'question')).toBe(true)
  })

  it('an added item is checked as a corrected one is', async () => {
    const draft = await upload(office)
    const add = (body: object) => office.post(`/plan-imports/${draft.id}/items`, body)
    expect((await add({ kind: 'target', content: { name: '只有名字' } })).status).toBe(400)
    expect((await add({ kind: 'nothing', content: {} })).status).toBe(400)
    expect(
      (await add({ kind: 'phase', content: { name: '甲', start: '2025-13-01', end: null, summary: '' } })).status,
    ).toBe(400)
    const outside = { start: 0, end: 9_999_999 }
    const content = {
      number: 9,
      title: '新任务',
      group: null,
      area: 'creation',
      summary: '',
      responsibilityText: null,
      lead: [],
      support: [],
    }
    expect((await add({ kind: 'task', content, span: outside })).status).toBe(400)
    expect((await add({ kind: 'task', content, span: { start: 5, end: 3 } })).status).toBe(400)
    expect((await add({ kind: 'task', content, span: { start: 3, end: 9 } })).body).toMatchObject({
      decision: 'added',
      span: { start: 3, end: 9 },
    })
  })

  it('the small plan itself reads as the other tests expect', async () => {
    const draft = await upload(office)
    const names = draft.items.filter((item) => item.kind === 'unit').map(({ content }) => content.printed)
    expect(names.sort()).toEqual([...unitsOfSmallPlan].sort())
    expect(draft.items.filter((item) => item.kind === 'task')).toHaveLength(3)
    expect(draft.items.filter((item) => item.kind === 'phase')).toHaveLength(2)
    expect(draft.items.filter((item) => item.kind === 'target').length).toBeGreaterThanOrEqual(3)
  })
})
