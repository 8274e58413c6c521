import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReporting, type Reporting } from './testing/reporting.ts'
import type { Visitor } from './testing/test-app.ts'

const wholeValue = { valueState: 'value', value: 12, cutoffOn: '2026-10-31', narrative: '按月统计（演示）' }

describe('reports (报送)', () => {
  let it_: Reporting
  let months = 0
  /** a month of its own for each test; all of them are over */
  const month = () => {
    months += 1
    return `20${String(16 + Math.floor(months / 12)).padStart(2, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
  }
  const cutoff = (period: string) => `${period}-28`
  beforeAll(async () => {
    it_ = await openReporting()
  })
  afterAll(() => it_.close())

  const owe = async (item = 'C6') => {
    const period = month()
    const id = await it_.owe({ item, period })
    return { id, period, content: { ...wholeValue, cutoffOn: cutoff(period) } }
  }
  const later = () => it_.test.platform.clock.forwardMinutes(1 / 60)
  const save = (visitor: Visitor, id: string, revision: number, content: object) => {
    later()
    return visitor.put(`/reports/${id}`, { revision, content })
  }
  const act = (visitor: Visitor, what: string, id: string, revision: number, more: object = {}) => {
    later()
    return visitor.post(`/reports/${what}`, { items: [{ dutyId: id, revision }], ...more })
  }
  const submitted = async (item = 'C6', changes: object = {}) => {
    const { id, content, period } = await owe(item)
    const saved = await save(it_.reporter, id, 0, { ...content, ...changes })
    expect(saved.status, saved.text).toBe(200)
    const answer = await act(it_.head, 'submission', id, 1)
    expect(answer.status, answer.text).toBe(200)
    return { id, content, period, revision: 2 }
  }
  const approved = async (item = 'C6', changes: object = {}) => {
    const report = await submitted(item, changes)
    expect((await act(it_.office, 'check', report.id, 2)).status).toBe(200)
    const answer = await act(it_.office, 'approval', report.id, 3)
    expect(answer.status, answer.text).toBe(200)
    return { ...report, revision: 4 }
  }
  const stateOf = async (id: string) => (await it_.rows('select state from report where duty_id = $1', [id]))[0]?.state

  it('goes from draft to approved, and every act is in the journal with who did it', async () => {
    const { id } = await approved()
    const [duty] = await it_.rows('select outcome, closed_on, answered_on from duty where id = $1', [id])
    expect(duty).toMatchObject({ outcome: 'met' })
    const detail = (await it_.office.get(`/reports/${id}`)).body
    expect(detail.report).toMatchObject({ state: 'approved', content: { value: 12 } })
    expect(detail.acts.map((each: { act: string; by: string }) => [each.act, each.by])).toEqual([
      ['submit', 'fuzeren（演示）'],
      ['check', 'bangong1（演示）'],
      ['approve', 'bangong1（演示）'],
    ])
    const entries = await it_.rows(
      `select command, actor_label, after from journal where subject_kind = 'report' and after->>'duty' = $1 order by sequence`,
      [id],
    )
    expect(entries.map(({ command }) => command)).toEqual([
      'report.save',
      'report.submit',
      'report.check',
      'report.approve',
    ])
    expect(entries[1].after).toMatchObject({ content: { value: 12 }, state: 'submitted' })
    const values = await it_.rows('select status, approved_value from indicator_value where period_end >= $1 limit 1', [
      '2000-01-01',
    ])
    expect(values[0]).toMatchObject({ status: 'approved', approved_value: 12 })
  })

  it('is returned with a reason, told to the unit, mended and submitted again', async () => {
    const { id, content } = await submitted()
    expect((await act(it_.office, 'return', id, 2, { reason: ' ' })).body.code).toBe('report.reasonNeeded')
    expect((await act(it_.office, 'return', id, 2, { reason: '缺少台账（演示）' })).status).toBe(200)
    const [notice] = await it_.rows(
      `select payload from outbox where topic = 'report.returned' order by created_at desc limit 1`,
    )
    expect(notice.payload).toMatchObject({ body: '退回理由：缺少台账（演示）', path: `/reports/${id}` })
    const [duty] = await it_.rows('select answered_on from duty where id = $1', [id])
    expect(duty.answered_on).toBeNull()
    expect((await save(it_.reporter, id, 3, { ...content, value: 13 })).status).toBe(200)
    expect(await stateOf(id)).toBe('returned')
    // What is mended is the unit's own until it is signed again.
    const valueFor = async (visitor: Visitor) => (await visitor.get(`/reports/${id}`)).body.report.content.value
    expect(await Promise.all([it_.office, it_.leader, it_.reporter].map(valueFor))).toEqual([12, 12, 13])
    const listed = async (visitor: Visitor) =>
      (await visitor.get('/reports?state=returned')).body.reports.find(
        ({ duty }: { duty: { id: string } }) => duty.id === id,
      ).content.value
    expect(await Promise.all([it_.office, it_.reporter].map(listed))).toEqual([12, 13])
    expect((await act(it_.head, 'submission', id, 4)).status).toBe(200)
    const observations = await it_.rows(
      'select value from observation where report_id = (select id from report where duty_id = $1) order by at',
      [id],
    )
    expect(observations.map(({ value }) => value)).toEqual([12, 13])
  })

  it('keeps what an approved value was when it is corrected (更正)', async () => {
    const { id, content, period } = await approved()
    const correct = (reason: string, value = 15, revision = 4) =>
      it_.head.post(`/reports/${id}/correction`, { revision, content: { ...content, value }, reason })
    expect((await correct('')).body.code).toBe('report.reasonNeeded')
    const corrected = await correct('口径核减（演示）')
    expect(corrected.status, corrected.text).toBe(200)
    const current = async () =>
      (await it_.rows('select value, approved_value, status from indicator_value where period = $1', [period]))[0]
    expect(await current()).toEqual({ value: 15, approved_value: 12, status: 'reported' })
    // The same request again changes nothing.
    expect((await correct('口径核减（演示）')).status).toBe(200)
    expect(
      await it_.rows(
        'select corrects is not null as corrects, correction_reason, value from observation where period = $1 order by at',
        [period],
      ),
    ).toEqual([
      { corrects: false, correction_reason: null, value: 12 },
      { corrects: true, correction_reason: '口径核减（演示）', value: 15 },
    ])
    expect((await act(it_.office, 'return', id, 5, { reason: '再核（演示）' })).status).toBe(200)
    expect(await current()).toMatchObject({ approved_value: 12, status: 'returned' })
    expect((await save(it_.reporter, id, 6, { ...content, value: 14 })).status).toBe(200)
    const again = await act(it_.head, 'submission', id, 7)
    expect(again.status, again.text).toBe(200)
    expect((await act(it_.office, 'check', id, 8)).status).toBe(200)
    expect((await act(it_.office, 'approval', id, 9)).status).toBe(200)
    expect(await current()).toEqual({ value: 14, approved_value: 14, status: 'approved' })
    expect(
      await it_.rows('select count(*)::int as n from observation where period = $1 and corrects is not null', [period]),
    ).toEqual([{ n: 2 }])
  })

  it('gives a withdrawn correction its approved content back', async () => {
    const { id, content } = await approved()
    await it_.head.post(`/reports/${id}/correction`, {
      revision: 4,
      content: { ...content, value: 99 },
      reason: '误（演示）',
    })
    const answer = await it_.head.post(`/reports/${id}/withdrawal`, { revision: 5 })
    expect(answer.body.report).toMatchObject({ state: 'approved', content: { value: 12 } })
    expect(
      (
        await it_.head.post(`/reports/${id}/correction`, {
          revision: 6,
          content: { ...content, value: 16 },
          reason: '核（演示）',
        })
      ).status,
    ).toBe(200)
  })

  it('tells the second of two people who changed it and when, and takes nothing of theirs', async () => {
    const { id, content } = await owe()
    await save(it_.reporter, id, 0, { ...content, value: 1 })
    const second = await save(it_.secondReporter, id, 0, { ...content, value: 2 })
    expect(second).toMatchObject({ status: 409, body: { code: 'report.changedMeanwhile' } })
    expect(second.body.detail).toMatch(/tianbao（演示）改动.*没有丢失/)
    expect((await it_.reporter.get(`/reports/${id}`)).body.report.content.value).toBe(1)
    expect((await save(it_.secondReporter, id, 1, { ...content, value: 2 })).body.report).toMatchObject({
      revision: 2,
      content: { value: 2 },
    })
    // Saving the same again changes nothing, whatever revision was seen.
    expect((await save(it_.secondReporter, id, 0, { ...content, value: 2 })).body.report.revision).toBe(2)
    const atOnce = await Promise.all([
      save(it_.reporter, id, 2, { ...content, value: 3 }),
      save(it_.secondReporter, id, 2, { ...content, value: 4 }),
    ])
    expect(atOnce.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('is not anybody’s who does not act for the unit', async () => {
    const { id, content } = await submitted()
    const draft = await owe()
    await save(it_.reporter, draft.id, 0, draft.content)
    for (const path of [id, draft.id]) expect((await it_.stranger.get(`/reports/${path}`)).status).toBe(404)
    expect((await save(it_.stranger, draft.id, 1, content)).status).toBe(404)
    expect((await act(it_.stranger, 'submission', draft.id, 1)).status).toBe(404)
    expect((await it_.stranger.post(`/reports/${id}/withdrawal`, { revision: 2 })).status).toBe(404)
    expect((await it_.stranger.get('/reports?q=报送')).body.reports).toEqual([])
    expect((await it_.stranger.get(`/work?unit=${it_.unitId}`)).status).toBe(404)
    // The office reads what was signed, and no draft.
    expect((await it_.office.get(`/reports/${draft.id}`)).body).toMatchObject({
      report: null,
      duty: { state: 'drafted' },
    })
    const listed = (await it_.office.get('/reports')).body
    expect(listed.reports.every((each: { state: string }) => each.state !== 'draft')).toBe(true)
    expect((await save(it_.office, draft.id, 1, content)).status).toBe(403)
    expect((await act(it_.leader, 'check', id, 2)).status).toBe(403)
  })

  describe('is refused', () => {
    it.each([
      ['abc', /“abc”读不出数值/],
      ['三万五千', /中文数字/],
      ['1e400', /太大/],
      ['-1', /小于零/],
      ['−1', /小于零/],
      [-1, /小于零/],
      ['=1+1', /公式/],
      ["=cmd|'/C calc'!A0", /公式/],
    ])('a value of %j', async (value, words) => {
      const { id, content } = await owe()
      const answer = await save(it_.reporter, id, 0, { ...content, value })
      expect(answer).toMatchObject({ status: 400, body: { code: 'report.badContent' } })
      expect(answer.body.problems[0]).toMatchObject({ path: '/content/value', message: expect.stringMatching(words) })
    })

    it.each([
      ['3.5万', 35_000],
      ['３５', 35],
      ['35,000', 35_000],
      [0, 0],
    ])('but not %j, which is %d', async (value, read) => {
      const { id, content } = await owe()
      expect((await save(it_.reporter, id, 0, { ...content, value })).body.report.content.value).toBe(read)
    })

    it('a number that no computer holds (1e400 in JSON)', async () => {
      const { id } = await owe()
      const raw = `{"revision":0,"content":{"valueState":"value","value":1e400}}`
      const answer = await it_.test.app.inject({
        method: 'PUT',
        url: `/api/reports/${id}`,
        headers: { cookie: `qx_session=${it_.reporter.cookie}`, 'content-type': 'application/json' },
        payload: raw,
      })
      expect(answer.statusCode).toBe(400)
    })

    it('a share above the whole, with its two numbers', async () => {
      const { id, content } = await owe('C3')
      await save(it_.reporter, id, 0, { ...content, value: null, numerator: 120, denominator: 100 })
      const answer = await act(it_.head, 'submission', id, 1)
      expect(answer.status).toBe(409)
      expect(answer.body.problems[0].message).toMatch(/分子 120 大于分母 100/)
    })

    it('what is not open yet, withdrawn, or asks for completion', async () => {
      const coming = await it_.owe({ item: 'C6', period: '2026-11', openedOn: '2026-12-01', dueOn: '2026-12-07' })
      expect((await save(it_.reporter, coming, 0, wholeValue)).body.code).toBe('report.notOpen')
      const { id, content } = await owe()
      await it_.rows(`update duty set closed_on = '2026-11-20', outcome = 'withdrawn' where id = $1`, [id])
      expect((await save(it_.reporter, id, 0, content)).body.code).toBe('report.withdrawn')
      const part = await it_.owe({ item: 'task 4', kind: 'part' })
      expect((await save(it_.reporter, part, 0, { progress: 5 })).body.code).toBe('report.noReportAsked')
    })

    it('what is under review or approved', async () => {
      const { id, content } = await submitted()
      expect((await save(it_.reporter, id, 2, { ...content, value: 77 })).body.code).toBe('report.underReview')
      const closed = await approved()
      expect((await save(it_.reporter, closed.id, 4, { ...content, value: 77 })).body.code).toBe('report.periodClosed')
    })

    it('a unit that is dissolved, and its successor is named', async () => {
      const { office } = it_
      const [from, to] = ['拟撤局（演示）', '承接局（演示）']
      const ids = []
      for (const name of [from, to])
        ids.push((await office.post('/organisations', { name, kind: 'department' })).body.id)
      const head = await it_.test.newVisitor('unitHead', 'nichehead', from)
      const id = await it_.owe({ item: 'C6', period: month(), partyId: ids[0], scope: 'unit' })
      await office.patch(`/organisations/${ids[0]}`, { dissolvedOn: '2026-11-01', successorId: ids[1] })
      const answer = await save(head, id, 0, wholeValue)
      expect(answer).toMatchObject({ status: 409, body: { code: 'report.unitDissolved' } })
      expect(answer.body.detail).toContain('请由承接单位承接局（演示）报送')
    })

    it('an approval by who submitted, also when they hold both roles', async () => {
      const both = await it_.test.newVisitor('unitHead', 'liangjiao', '市科技局')
      await it_.rows(`insert into account_role (jurisdiction, account_id, role, party_id, ordinal)
        select jurisdiction, id, 'office', null, 9 from account where login = 'liangjiao'`)
      const { id, content } = await owe()
      await save(both, id, 0, content)
      await act(both, 'submission', id, 1)
      expect((await act(both, 'check', id, 2)).body.code).toBe('report.ownSubmission')
      expect((await act(it_.office, 'check', id, 2)).status).toBe(200)
      expect((await act(both, 'approval', id, 3)).body.code).toBe('report.ownSubmission')
    })

    it('a submission of a reporter, and of a value that fell without a word', async () => {
      const first = await approved('C1', { value: 20 })
      const second = await owe('C1')
      expect(second.period > first.period).toBe(true)
      await save(it_.reporter, second.id, 0, { ...second.content, value: 19 })
      expect((await act(it_.reporter, 'submission', second.id, 1)).status).toBe(403)
      const answer = await act(it_.head, 'submission', second.id, 1)
      expect(answer.body.problems).toEqual([
        { path: '/items/0/content/valueReason', message: expect.stringContaining('由上期 20') },
      ])
      await save(it_.reporter, second.id, 1, { ...second.content, value: 19, valueReason: '剔除重复（演示）' })
      expect((await act(it_.head, 'submission', second.id, 2)).status).toBe(200)
      const { remarks } = (await it_.office.get(`/reports/${second.id}`)).body
      expect(remarks.map((each: { zh: string }) => each.zh).join()).toContain('累计值比上期减少')
    })

    it('an approval of what nobody checked', async () => {
      const { id } = await submitted()
      expect((await act(it_.office, 'approval', id, 2)).body.code).toBe('report.wrongState')
    })
  })

  it('is taken after the deadline, and stays late', async () => {
    const id = await it_.owe({ item: 'C6', period: month(), dueOn: '2026-11-20' })
    const [{ period }] = await it_.rows('select period from duty where id = $1', [id])
    await save(it_.reporter, id, 0, { ...wholeValue, cutoffOn: cutoff(period) })
    expect((await act(it_.head, 'submission', id, 1)).body.reports[0]).toMatchObject({
      state: 'submitted',
      daysLate: 5,
    })
    const detail = (await it_.office.get(`/reports/${id}`)).body
    expect(detail.remarks.map((each: { zh: string }) => each.zh)).toContain('迟报 5 天')
    expect((await it_.rows('select answered_on from duty where id = $1', [id]))[0].answered_on).toBe('2026-11-25')
  })

  it('does the same request twice as once', async () => {
    const { id, content } = await owe()
    await save(it_.reporter, id, 0, content)
    const requests = [await act(it_.head, 'submission', id, 1), await act(it_.head, 'submission', id, 1)]
    expect(requests.map(({ status, body }) => [status, body.reports[0].revision])).toEqual([
      [200, 2],
      [200, 2],
    ])
    await act(it_.office, 'check', id, 2)
    expect((await act(it_.office, 'check', id, 2)).status).toBe(200)
    expect((await act(it_.secondOffice, 'check', id, 2)).body.code).toBe('report.wrongState')
    const acts = await it_.rows(
      'select act from report_act where report_id = (select id from report where duty_id = $1)',
      [id],
    )
    expect(acts).toHaveLength(2)
  })

  it('submits many together, or none and says what is wrong with each', async () => {
    const [good, bad] = [await owe(), await owe()]
    await save(it_.reporter, good.id, 0, good.content)
    await save(it_.reporter, bad.id, 0, { ...bad.content, value: null, valueState: 'missing' })
    const items = [good, bad].map(({ id }) => ({ dutyId: id, revision: 1 }))
    const answer = await it_.head.post('/reports/submission', { items })
    expect(answer).toMatchObject({ status: 409, body: { code: 'report.noneDone' } })
    expect(answer.body.problems).toEqual([
      { path: '/items/1/content/valueReason', message: expect.stringContaining('没有说明原因') },
    ])
    expect(await stateOf(good.id)).toBe('draft')
    await save(it_.reporter, bad.id, 1, {
      ...bad.content,
      value: null,
      valueState: 'missing',
      valueReason: '系统停机（演示）',
    })
    items[1] = { dutyId: bad.id, revision: 2 }
    expect((await it_.head.post('/reports/submission', { items })).status).toBe(200)
  })

  it('closes a milestone when every part names its document, and lets it go on until then', async () => {
    const id = await it_.owe({ item: 'M6', kind: 'milestone', dueOn: '2026-12-31' })
    const { content } = (await it_.reporter.get(`/reports/${id}`)).body.prefill
    const [first, second] = content.parts
    const parts = [{ ...first, status: 'done', documentNo: null, documentTitle: null, on: '2026-11-01' }, second]
    await save(it_.reporter, id, 0, { parts, narrative: '已印发（演示）' })
    const refused = await act(it_.head, 'submission', id, 1)
    expect(refused.body.problems.map((each: { path: string }) => each.path)).toEqual([
      '/items/0/content/parts/0/documentNo',
      '/items/0/content/parts/0/documentTitle',
    ])
    const document = { documentNo: '演示发〔2026〕1号', documentTitle: '考核办法（演示）', on: '2026-11-01' }
    await save(it_.reporter, id, 1, {
      parts: [{ ...first, status: 'done', ...document }, second],
      narrative: '已印发（演示）',
    })
    for (const [who, what, revision] of [
      [it_.head, 'submission', 2],
      [it_.office, 'check', 3],
      [it_.office, 'approval', 4],
    ] as const) {
      expect((await act(who, what, id, revision)).status).toBe(200)
    }
    expect((await it_.rows('select closed_on, answered_on from duty where id = $1', [id]))[0]).toEqual({
      closed_on: null,
      answered_on: null,
    })
    expect((await it_.rows('select done_on, progress_on from milestone_standing'))[0]).toEqual({
      done_on: null,
      progress_on: '2026-11-01',
    })
    const done = { status: 'done', ...document }
    const saved = await save(it_.reporter, id, 5, {
      parts: [
        { ...first, ...done },
        { ...second, ...done },
      ],
      narrative: '全部完成（演示）',
    })
    expect(saved.status, saved.text).toBe(200)
    for (const [who, what, revision] of [
      [it_.head, 'submission', 6],
      [it_.office, 'check', 7],
      [it_.office, 'approval', 8],
    ] as const) {
      const answer = await act(who, what, id, revision)
      expect(answer.status, answer.text).toBe(200)
    }
    expect((await it_.rows('select outcome from duty where id = $1', [id]))[0].outcome).toBe('met')
    expect((await it_.rows('select done_on from milestone_standing'))[0].done_on).toBe('2026-11-01')
    const noted =
      "select to_light from light_change where item_kind = 'milestone' order by at desc, ordinal desc limit 1"
    expect(await it_.rows(noted)).toEqual([{ to_light: 'green' }])

    // Corrected to what is not reached after all, it is owed again.
    const corrected = await it_.head.post(`/reports/${id}/correction`, {
      ...{ revision: 9, reason: '第二项未印发（演示）' },
      content: { parts: [{ ...first, ...done }, second], narrative: '一项完成（演示）' },
    })
    expect(corrected.status, corrected.text).toBe(200)
    expect((await act(it_.office, 'check', id, 10)).status).toBe(200)
    expect((await act(it_.office, 'approval', id, 11)).status).toBe(200)
    expect(
      (await it_.rows('select closed_on, outcome, next_act_on is not null as runs from duty where id = $1', [id]))[0],
    ).toEqual({ closed_on: null, outcome: null, runs: true })
    expect((await it_.rows('select done_on from milestone_standing'))[0].done_on).toBeNull()
  })

  it('keeps money in 元 and shows it in 亿元', async () => {
    const { id } = await submitted('U5', { value: 26.5 })
    expect((await it_.rows('select value from report where duty_id = $1', [id]))[0].value).toBe(2_650_000_000)
    expect((await it_.office.get(`/reports/${id}`)).body.report.content.value).toBe(26.5)
  })

  describe('evidence (佐证)', () => {
    it('that an approval rests on stays, also while a correction is mended', async () => {
      const period = '2026-03'
      const id = await it_.owe({ item: 'C6', period })
      const content = { value: 12, valueState: 'value', cutoffOn: '2026-03-31', narrative: '演示' }
      const attach = (name: string) =>
        it_.reporter.upload(`/reports/${id}/evidence`, { name, content: `${name}（演示）` })
      await it_.reporter.put(`/reports/${id}`, { revision: 0, content })
      const [{ evidenceId: behind }] = (await attach('证书.txt')).body.evidence
      const items = (revision: number) => ({ items: [{ dutyId: id, revision }] })
      it_.test.platform.clock.forwardMinutes(1)
      expect((await it_.head.post('/reports/submission', items(1))).status).toBe(200)
      expect((await it_.office.post('/reports/check', items(2))).status).toBe(200)
      expect((await it_.office.post('/reports/approval', items(3))).status).toBe(200)
      const corrected = { revision: 4, content: { ...content, value: 15 }, reason: '漏报三件（演示）' }
      expect((await it_.head.post(`/reports/${id}/correction`, corrected)).status).toBe(200)
      const returned = await it_.office.post('/reports/return', { ...items(5), reason: '请附清单（演示）' })
      expect(returned.status, returned.text).toBe(200)
      it_.test.platform.clock.forwardMinutes(1)
      const added = (await attach('清单.txt')).body.evidence[1].evidenceId
      const refused = await it_.reporter.delete(`/reports/${id}/evidence/${behind}`)
      expect(refused.body.code).toBe('report.fileApproved')
      expect(refused.body.detail).toContain('证书.txt')
      expect((await it_.reporter.delete(`/reports/${id}/evidence/${added}`)).body.evidence).toHaveLength(1)
    })

    it('is attached, seen by who may read the report, and removed until it is submitted', async () => {
      const { id, content } = await owe()
      const attach = (name: string, text: string) =>
        it_.reporter.upload(`/reports/${id}/evidence`, { name, content: text })
      const first = await attach('台账.txt', '台账（演示）')
      expect(first.body.evidence).toHaveLength(1)
      expect((await attach('台账2.txt', '台账（演示）')).body.evidence).toHaveLength(1)
      const second = await attach('清单.txt', `清单（演示）${id}`)
      const [one, two] = second.body.evidence.map((each: { evidenceId: string }) => each.evidenceId)
      expect((await it_.office.get(`/evidence/${one}`)).status).toBe(404)
      expect((await it_.secondReporter.get(`/evidence/${one}/content`)).status).toBe(200)
      expect((await it_.reporter.delete(`/reports/${id}/evidence/${two}`)).body.evidence).toHaveLength(1)
      const revision = second.body.report.revision
      await save(it_.reporter, id, revision, content)
      expect((await act(it_.head, 'submission', id, revision + 1)).status).toBe(200)
      for (const visitor of [it_.office, it_.leader, it_.head])
        expect((await visitor.get(`/evidence/${one}`)).status).toBe(200)
      for (const visitor of [it_.stranger, it_.test.public])
        expect((await visitor.get(`/evidence/${one}`)).status).toBe(404)
      expect((await it_.reporter.delete(`/reports/${id}/evidence/${one}`)).body.code).toBe('report.underReview')
      expect((await it_.stranger.upload(`/reports/${id}/evidence`, { name: 'a.txt', content: 'a' })).status).toBe(404)
    })
  })

  it('keeps nothing of a file that is cut off in upload', async () => {
    const { id } = await owe()
    const body = `--x\r\ncontent-disposition: form-data; name="file"; filename="台账.txt"\r\n\r\n半个文件（演示）`
    const answer = await it_.test.app.inject({
      method: 'POST',
      url: `/api/reports/${id}/evidence`,
      headers: { cookie: `qx_session=${it_.reporter.cookie}`, 'content-type': 'multipart/form-data; boundary=x' },
      payload: body,
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().code).toBe('evidence.interrupted')
    expect(await it_.rows('select id from report where duty_id = $1', [id])).toEqual([])
    expect(readdirSync(join(it_.test.platform.dataDir, 'files', 'unfinished'))).toEqual([])
  })

  it('keeps script as words', async () => {
    const script = '<script>alert(1)</script>'
    const { id } = await submitted('C6', { narrative: script })
    const answer = await it_.office.get(`/reports/${id}`)
    expect(answer.body.report.content.narrative).toBe(script)
    expect(String(answer.headers['content-type'])).toContain('application/json')
  })

  it('is found by its words once it is submitted, and not after it was taken back', async () => {
    const { id } = await submitted('C6', { narrative: '海绵城市联席会议（演示）' })
    const found = () =>
      it_.rows(`select audience, party_id from search_entry where kind = 'report' and path = $1`, [`/reports/${id}`])
    expect(await found()).toEqual([{ audience: 'staff', party_id: it_.unitId }])
    expect((await it_.head.post(`/reports/${id}/withdrawal`, { revision: 2 })).body.report.state).toBe('draft')
    expect(await found()).toEqual([])
  })

  it('lists the desk page by page, each report once', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await it_.office.get(`/reports${cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`}`)
      seen.push(...body.reports.map((each: { duty: { id: string } }) => each.duty.id))
      cursor = body.next ?? ''
    } while (cursor !== '')
    const [{ n }] = await it_.rows(
      `select count(*)::int as n from report where state in ('submitted', 'checked', 'returned')`,
    )
    expect(new Set(seen).size).toBe(n)
    expect((await it_.office.get('/reports?cursor=x')).body.code).toBe('operation.badInput')
  })

  it('shows a unit what it owes (我的工作)', async () => {
    const work = (await it_.reporter.get('/work')).body
    expect(work.unit).toMatchObject({ id: it_.unitId })
    expect(work.may).toEqual({ draft: true, submit: false })
    expect(work.counts.open + work.counts.submitted).toBe(work.duties.length)
    const office = (await it_.office.get('/work')).body
    expect(office).toMatchObject({ unit: null, duties: [] })
    expect((await it_.office.get(`/work?unit=${it_.unitId}`)).body.duties.length).toBe(work.duties.length)
  })
})
