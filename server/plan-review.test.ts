import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adopt, type Item, reviewAll, rowCounts, upload } from './testing/review.ts'
import { smallPlan, unitsOfSmallPlan } from './testing/small-plan.ts'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

/** An empty platform with two people of the office. */
async function openOffice(): Promise<{ test: TestApp; first: Visitor; second: Visitor }> {
  const test = await openTestApp({ empty: true })
  const password = 'ceshi-mima-2026'
  await test.public.post('/setup/administrator', { login: 'jia', displayName: '甲（演示）', password })
  const first = await test.signIn('jia')
  await first.post('/accounts', {
    login: 'yi',
    displayName: '乙（演示）',
    password,
    roles: [{ role: 'office', partyId: null }],
  })
  const fresh = await test.signIn('yi', password)
  await fresh.put('/account/password', { current: password, next: `${password}-2` })
  return { test, first, second: await test.signIn('yi', `${password}-2`) }
}

const itemsOf = async (visitor: Visitor, importId: string): Promise<Item[]> =>
  (await visitor.get(`/plan-imports/${importId}`)).body.items
const itemNamed = async (visitor: Visitor, importId: string, kind: string, holds: string): Promise<Item> => {
  const found = (await itemsOf(visitor, importId)).find(
    (item) => item.kind === kind && JSON.stringify(item.content).includes(holds),
  )
  if (found === undefined) throw new Error(`no ${kind} with ${holds}`)
  return found
}
const change = (visitor: Visitor, importId: string, item: Item, body: object) =>
  visitor.patch(`/plan-imports/${importId}/items/${item.id}`, { revision: item.revision, ...body })

describe('review of a draft (核对)', () => {
  let test: TestApp
  let first: Visitor
  let second: Visitor
  let draft: { id: string }
  beforeAll(async () => {
    ;({ test, first, second } = await openOffice())
    draft = await upload(first)
  })
  afterAll(() => test.close())

  it('lets two people work on one draft, and tells the second of a change to the same item who made the first', async () => {
    const target = await itemNamed(first, draft.id, 'target', '发明专利')
    const changed = await change(first, draft.id, target, { content: { ...target.content, value: 510 } })
    expect(changed.body).toMatchObject({ revision: 2, decision: 'corrected', decidedBy: '甲（演示）' })
    const late = await change(second, draft.id, target, { content: { ...target.content, value: 520 } })
    expect(late).toMatchObject({ status: 409, body: { code: 'planImport.changedMeanwhile' } })
    expect(late.body.detail).toContain('甲（演示）')
    expect((await change(second, draft.id, changed.body, { decision: 'confirmed' })).body).toMatchObject({
      revision: 3,
      content: { value: 510 },
      original: { value: 500 },
      decidedBy: '乙（演示）',
    })
  })

  it('takes exactly one of two changes that come at once', async () => {
    const target = await itemNamed(first, draft.id, 'target', '马德里')
    const answers = await Promise.all(
      [first, second, first, second].map((visitor, index) =>
        change(visitor, draft.id, target, { content: { ...target.content, value: 21 + index } }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409])
    expect((await itemNamed(first, draft.id, 'target', '马德里')).revision).toBe(target.revision + 1)
  })

  it('lets people change different items at once', async () => {
    const tasks = (await itemsOf(first, draft.id)).filter((item) => item.kind === 'task')
    const answers = await Promise.all(
      tasks.map((task, index) => change(index % 2 === 0 ? first : second, draft.id, task, { decision: 'confirmed' })),
    )
    expect(answers.map((answer) => answer.status)).toEqual(tasks.map(() => 200))
  })

  it('strikes an item out and takes it back in', async () => {
    const phase = await itemNamed(first, draft.id, 'phase', '启动')
    const struck = await change(first, draft.id, phase, { decision: 'struck' })
    expect(struck.body.decision).toBe('struck')
    const { counts } = (await first.get(`/plan-imports/${draft.id}`)).body
    expect(counts.phases).toBe(1)
    expect((await change(second, draft.id, struck.body, { decision: 'confirmed' })).body.content).toEqual(phase.content)
    expect((await first.get(`/plan-imports/${draft.id}`)).body.counts.phases).toBe(2)
  })

  it('asks for the unit of an added task that no other item names', async () => {
    const content = {
      ...{ number: 4, title: '办好集市', group: null, area: 'services', summary: '每季一次', responsibilityText: null },
      lead: ['县供销社'],
      support: [],
    }
    const added = await first.post(`/plan-imports/${draft.id}/items`, { kind: 'task', content })
    expect(added.body).toMatchObject({ decision: 'added', content, original: null })
    const { blockers } = (await first.get(`/plan-imports/${draft.id}`)).body
    expect(blockers.map((blocker: { message: string }) => blocker.message).join()).toContain('单位“县供销社”还没有对应')
  })

  it('refuses adoption while something is open, with a problem for each thing, and lists the same beforehand', async () => {
    const before = await rowCounts(test)
    const { blockers } = (await first.get(`/plan-imports/${draft.id}`)).body
    const answer = await adopt(first, draft.id)
    expect(answer).toMatchObject({ status: 409, body: { code: 'planImport.notReady' } })
    expect(answer.body.problems.map((problem: { message: string }) => problem.message).sort()).toEqual(
      blockers.map((blocker: { message: string }) => blocker.message).sort(),
    )
    expect(await rowCounts(test)).toEqual(before)
  })

  it('confirms together what was read with confidence, and leaves units and questions to people', async () => {
    const answer = await second.post(`/plan-imports/${draft.id}/confirmation`, {})
    const items = await itemsOf(second, draft.id)
    expect(answer.body.confirmed).toBeGreaterThan(0)
    expect(items.filter(({ kind, decision }) => kind === 'unit' && decision === 'confirmed')).toEqual([])
    expect((await second.post(`/plan-imports/${draft.id}/confirmation`, {})).body.confirmed).toBe(0)
  })

  it('names who worked on it in the last minutes', async () => {
    expect((await first.get(`/plan-imports/${draft.id}`)).body.reviewers.sort()).toEqual(['乙（演示）', '甲（演示）'])
    test.platform.clock.forwardMinutes(60)
    expect((await first.get(`/plan-imports/${draft.id}`)).body.reviewers).toEqual([])
  })

  it('writes a journal entry for each change, with before and after', async () => {
    const { entries } = (await first.get(`/journal?subject=${draft.id}&limit=200`)).body
    const commands = new Set(entries.map((entry: { command: string }) => entry.command))
    expect([...commands].sort()).toEqual([
      ...['planImport.addItem', 'planImport.changeItem', 'planImport.confirmItems', 'planImport.start'],
    ])
    expect((await first.get('/journal/verification')).body).toMatchObject({ verified: true })
  })

  it('cannot be changed, confirmed, adopted or discarded once it is discarded', async () => {
    const gone = await upload(first)
    expect((await first.delete(`/plan-imports/${gone.id}`)).status).toBe(200)
    const [item] = await itemsOf(first, gone.id)
    if (item === undefined) throw new Error('the draft has no item')
    const answers = [
      await change(first, gone.id, item, { decision: 'confirmed' }),
      await first.post(`/plan-imports/${gone.id}/items`, {
        kind: 'question',
        content: { message: '问', answer: null },
      }),
      await first.post(`/plan-imports/${gone.id}/confirmation`, {}),
      await first.post(`/plan-imports/${gone.id}/new-units`, {}),
      await adopt(first, gone.id),
      await first.delete(`/plan-imports/${gone.id}`),
    ]
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'planImport.notInReview' } })
      expect(answer.body.detail).toContain('已经作废')
    }
    expect((await first.get(`/plan-imports/${gone.id}`)).body).toMatchObject({ status: 'discarded', blockers: [] })
  })
})

describe('adoption and amendment (采纳、修订)', () => {
  let test: TestApp
  let first: Visitor
  let second: Visitor
  let planId: string
  beforeAll(async () => {
    ;({ test, first, second } = await openOffice())
  })
  afterAll(() => test.close())

  it('shows no plan before the first is adopted, and says what to do', async () => {
    for (const path of [
      '/plan',
      '/cockpit',
      '/targets',
      '/plan/versions',
      '/plan/comparison?from=1&to=1',
      '/tasks/1',
    ]) {
      expect(await first.get(path), path).toMatchObject({ status: 404, body: { code: 'plan.none' } })
    }
    expect((await first.post('/plan-amendments', {})).body.code).toBe('plan.none')
    expect((await first.get('/organisations')).status).toBe(200)
    expect((await first.get('/search?q=专利')).body.hits).toEqual([])
  })

  it('makes the reviewed draft the plan: once, although two people adopt it several times at once', async () => {
    const draft = await upload(first)
    await reviewAll(first, draft.id)
    const answers = await Promise.all([first, second, first, second].map((visitor) => adopt(visitor, draft.id)))
    expect(answers.map((answer) => answer.status).sort(), answers[0]?.text).toEqual([200, 409, 409, 409])
    expect((await adopt(first, draft.id)).body.code).toBe('planImport.notInReview')
    planId = answers.find((answer) => answer.status === 200)?.body.planId
    const plan = (await test.public.get('/plan')).body
    expect(plan.plan).toMatchObject({ id: planId, version: 1, versions: 1, effectiveFrom: '2025-01-01' })
    expect(plan.tasks.map((task: { title: string }) => task.title)).toEqual([
      '培育高价值专利',
      '实施商标品牌行动',
      '扩大质押融资',
    ])
    expect((await rowCounts(test))['plan_version']).toBe(1)
  })

  it('refuses a second first plan that was drafted before: it would stand beside the one in force', async () => {
    const answer = await first.upload('/plan-imports', { name: '又一份.txt', content: smallPlan })
    expect(answer).toMatchObject({ status: 409, body: { code: 'planImport.planExists' } })
    expect(answer.body.detail).toContain('云亭县知识产权试点建设方案')
    expect((await first.post('/plan-imports/county', {})).body.code).toBe('planImport.planExists')
  })

  it('created the units that were to be created, below nobody, and they lead their tasks', async () => {
    const { organisations } = (await first.get('/organisations')).body
    const made = organisations.filter((unit: { name: string }) => unitsOfSmallPlan.includes(unit.name))
    expect(made.map((unit: { name: string; leads: number }) => [unit.name, unit.leads]).sort()).toEqual(
      [
        ['县市场监管局', 2],
        ['县科技局', 0],
        ['县商务局', 0],
        ['县财政局', 1],
      ].sort(),
    )
    const unit = (
      await first.get(`/organisations/${made.find((each: { name: string }) => each.name === '县财政局').id}`)
    ).body
    expect(unit.leadTasks.map((task: { title: string }) => task.title)).toEqual(['扩大质押融资'])
  })

  it('is found by search, with the words around', async () => {
    const { hits } = (await test.public.get('/search?q=质押')).body
    expect(hits.map((hit: { kind: string }) => hit.kind)).toEqual(expect.arrayContaining(['target', 'task']))
  })

  it('knows the units by itself at the next upload: what was created, and the names that were learned', async () => {
    const finance = (await first.get('/organisations')).body.organisations.find(
      (unit: { name: string }) => unit.name === '县财政局',
    )
    const text = smallPlan.replaceAll('县财政局', '县财金办').replace('达到500件', '达到550件')
    const draft = await upload(first, text, '修订.txt', planId)
    const open = (await itemsOf(first, draft.id)).filter(
      ({ kind, content }) => kind === 'unit' && content.partyId === null,
    )
    expect(open.map(({ content }) => content.printed)).toEqual(['县财金办'])
    const [unit] = open
    if (unit === undefined) throw new Error('no open unit')
    await change(second, draft.id, unit, { content: { ...unit.content, partyId: finance.id } })
    await reviewAll(first, draft.id)

    expect((await adopt(first, draft.id, { effectiveFrom: '2025-07-01' })).body.code).toBe('planImport.reasonNeeded')
    expect((await adopt(first, draft.id, { effectiveFrom: '2025-07-01', reason: '  ' })).body.code).toBe(
      'planImport.reasonNeeded',
    )
    const adopted = await adopt(first, draft.id, {
      effectiveFrom: '2025-07-01',
      reason: '县政府第 9 次常务会议（演示）',
    })
    expect(adopted.body, adopted.text).toEqual({ planId, version: 2 })

    const again = await upload(first, text, '再来.txt', planId)
    const units = (await itemsOf(first, again.id)).filter(({ kind }) => kind === 'unit')
    expect(units.find(({ content }) => content.printed === '县财金办')?.content.partyId).toBe(finance.id)
    expect(units.filter(({ content }) => content.partyId === null)).toEqual([])
    await first.delete(`/plan-imports/${again.id}`)
  })

  it('keeps the id of what it continues, and tells the changed from the same', async () => {
    const comparison = (await test.public.get('/plan/comparison?from=1&to=2')).body
    const target = comparison.changes.filter((row: { kind: string }) => row.kind === 'target')
    expect(target, JSON.stringify(comparison.changes)).toHaveLength(1)
    expect(JSON.stringify(target[0])).toContain('550')
    expect(comparison.unchanged).toBeGreaterThan(5)
    expect((await test.public.get('/plan/comparison?from=2&to=2')).body.changes).toEqual([])
    expect((await test.public.get('/plan/comparison?from=1&to=9')).body.code).toBe('plan.noSuchVersion')
    const back = (await test.public.get('/plan/comparison?from=2&to=1')).body
    expect(back.changes).toHaveLength(comparison.changes.length)
  })

  it('has the target in force on each day and month: June the old one, July the new one', async () => {
    const valueOn = async (day: string) => {
      const { targets, version } = (await test.public.get(`/targets?on=${day}`)).body
      const target = targets.find((each: { name: string }) => each.name.includes('发明专利'))
      return [version, target?.amount.value ?? null]
    }
    expect(await valueOn('2024-12-31')).toEqual([0, null])
    expect(await valueOn('2025-01-01')).toEqual([1, 500])
    expect(await valueOn('2025-06-30')).toEqual([1, 500])
    expect(await valueOn('2025-07-01')).toEqual([2, 550])
    expect(await valueOn('2027-12-31')).toEqual([2, 550])
    expect((await test.public.get('/targets?on=2025-02-30')).body.code).toBe('plan.noDateLikeThat')

    const { targets } = (await test.public.get('/targets')).body
    const id = targets.find((each: { name: string }) => each.name.includes('发明专利')).itemId
    const detail = (await test.public.get(`/targets/${id}`)).body
    const month = (key: string) => detail.months.find((each: { month: string }) => each.month === key)
    expect(month('2025-06')).toMatchObject({ value: 500, version: 1 })
    expect(month('2025-07')).toMatchObject({ value: 550, version: 2 })
    expect(detail.months).toHaveLength(36)
    expect(detail.steps.map((step: { version: number }) => step.version)).toEqual([1, 2])
    expect(detail.steps[1].reason).toBe('县政府第 9 次常务会议（演示）')
  })

  it('shows any version as it was adopted', async () => {
    const one = (await test.public.get('/plan?version=1')).body
    expect(one.targets.find((each: { name: string }) => each.name.includes('发明专利')).amount.value).toBe(500)
    const { versions } = (await first.get('/plan/versions')).body
    expect(
      versions.map((version: { number: number; adoptedBy: string }) => [version.number, version.adoptedBy]),
    ).toEqual([
      [2, '甲（演示）'],
      [1, expect.stringMatching(/^[甲乙]（演示）$/)],
    ])
    expect((await test.public.get('/plan?version=3')).body.code).toBe('plan.noSuchVersion')
  })

  it('amends the version in force item by item, and refuses a draft whose base moved on', async () => {
    const [mine, theirs] = [await first.post('/plan-amendments', {}), await second.post('/plan-amendments', {})]
    expect(mine.body).toMatchObject({ kind: 'amendment', planId, baseVersion: 2, blockers: [] })
    expect(mine.body.items.every((item: Item) => item.against === 'same' || item.against === null)).toBe(true)
    const target = await itemNamed(first, mine.body.id, 'target', '质押融资')
    const changed = await change(first, mine.body.id, target, { content: { ...target.content, value: 7 } })
    expect(changed.body).toMatchObject({ against: 'changed', decision: 'corrected' })
    const done = await adopt(first, mine.body.id, { effectiveFrom: '2026-01-01', reason: '上调（演示）' })
    expect(done.body, done.text).toMatchObject({ version: 3 })
    const late = await adopt(second, theirs.body.id, { effectiveFrom: '2026-02-01', reason: '也改（演示）' })
    expect(late).toMatchObject({ status: 409, body: { code: 'planImport.baseMoved' } })
    expect(late.body.detail).toMatch(/第 2 版.*第 3 版/)
  })

  it('lets one of two amendments through that are adopted at once', async () => {
    const drafts = [await first.post('/plan-amendments', {}), await second.post('/plan-amendments', {})]
    const answers = await Promise.all(
      drafts.map((draft, index) =>
        adopt(index === 0 ? first : second, draft.body.id, { effectiveFrom: '2026-03-01', reason: '并发（演示）' }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect((await test.public.get('/plan')).body.plan.version).toBe(4)
  })

  it('keeps every adopted version as it was, down to the row', async () => {
    const { rows } = await test.platform.tamper(`select version, count(*)::int as targets,
      sum(value)::float as sum from plan_target group by version order by version`)
    expect(rows.map((row) => row.version)).toEqual([1, 2, 3, 4])
    expect(rows[1].sum - rows[0].sum).toBe(50)
    expect(rows[2].sum - rows[1].sum).toBe(1)
  })

  it('holds a back-dated correction from its day on, over what was adopted before it', async () => {
    const draft = await first.post('/plan-amendments', {})
    const answer = await adopt(first, draft.body.id, { effectiveFrom: '2025-10-01', reason: '更正（演示）' })
    expect(answer.body, answer.text).toMatchObject({ version: 5 })
    const versionOn = async (day: string) => (await test.public.get(`/targets?on=${day}`)).body.version
    expect(await versionOn('2025-09-30')).toBe(2)
    expect(await versionOn('2025-10-01')).toBe(5)
    expect(await versionOn('2026-02-01')).toBe(5)
  })

  it('refuses a plan that is not there', async () => {
    const answer = await first.upload(
      '/plan-imports',
      { name: 'a.txt', content: smallPlan },
      { planId: 'no-such-plan' },
    )
    expect(answer).toMatchObject({ status: 404, body: { code: 'operation.notFound' } })
  })

  it('leaves a journal that fits', async () => {
    expect((await first.get('/journal/verification')).body).toMatchObject({ verified: true, brokenAt: null })
    const { entries } = (await first.get(`/journal?subject=${planId}`)).body
    expect(entries.map((entry: { command: string; reason: string | null }) => [entry.command, entry.reason])).toEqual([
      ['plan.adopt', '更正（演示）'],
      ['plan.adopt', '并发（演示）'],
      ['plan.adopt', '上调（演示）'],
      ['plan.adopt', '县政府第 9 次常务会议（演示）'],
      ['plan.adopt', null],
    ])
  })
})

describe('the county’s own plan (本县方案)', () => {
  it('is loaded once, although several people load it at once', async () => {
    const { test, first, second } = await openOffice()
    try {
      const answers = await Promise.all(
        [first, second, first, second].map((visitor) => visitor.post('/plan-imports/county', {})),
      )
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409])
      const counts = await rowCounts(test)
      expect([counts['plan'], counts['plan_version']]).toEqual([1, 1])
      expect((await test.public.get('/cockpit')).status).toBe(200)
    } finally {
      await test.close()
    }
  })

  it('and an uploaded one at the same moment leave one plan', async () => {
    const { test, first, second } = await openOffice()
    try {
      const draft = await upload(first)
      await reviewAll(first, draft.id)
      const answers = await Promise.all([adopt(first, draft.id), second.post('/plan-imports/county', {})])
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
      expect((await rowCounts(test))['plan_version']).toBe(1)
    } finally {
      await test.close()
    }
  })
})
