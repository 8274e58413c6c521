import { startJobs } from '../jobs/job-runner.ts'
import { jobs } from '../jobs/jobs.ts'
import { type Answer, openTestApp, type TestApp, type Visitor } from './test-app.ts'

/** in each thing that one unit wrote, so that it is recognised wherever it turns up */
export const innermost = '本局内情'

/**
 * The county at work on 1 December 2026: 市市场监管局 owes and has reported, 市商务局 supports its task 5, 丁蜀镇 has nothing
 * to do with either. 演示
 */
export interface TwoUnits {
  readonly test: TestApp
  readonly owner: { readonly head: Visitor; readonly reporter: Visitor }
  readonly supporter: { readonly head: Visitor; readonly reporter: Visitor }
  readonly stranger: { readonly head: Visitor; readonly reporter: Visitor }
  readonly office: Visitor
  readonly leader: Visitor
  readonly auditor: Visitor
  readonly administrator: Visitor
  readonly unitIds: Readonly<Record<'owner' | 'supporter' | 'stranger', string>>
  readonly taskId: string
  /** duties by the state of their report, and the ids of what hangs on them; of 市市场监管局 unless named otherwise */
  readonly ids: Readonly<
    Record<
      | ('open' | 'drafted' | 'submitted' | 'checked' | 'approved' | 'evidence' | 'urging' | 'extension' | 'part')
      | (
          | 'sheet'
          | 'session'
          | 'notice'
          | 'finding'
          | 'record'
          | 'run'
          | 'view'
          | 'matter'
          | 'template'
          | 'document'
          | 'rating'
          | 'training'
          | 'attendance'
          | 'limit'
          | 'draw'
          | 'review'
          | 'supportPart'
          | 'supportDuty'
          | 'supportEvidence'
        ),
      string
    >
  >
  close(): Promise<void>
}

export async function openTwoUnits(): Promise<TwoUnits> {
  const test = await openTestApp()
  // Whoever has a part by the end of a month reports that month: it is handed out on the day before.
  test.platform.clock.set('2026-11-30T02:00:00Z')
  const yesterday = await test.as('office')
  await runClock(yesterday)
  const taskId = ok(await yesterday.get('/plan')).body.tasks.find(isTaskFive).itemId
  const supportPart = await handOut(yesterday, taskId, await unitIdOf(yesterday, '市商务局'))
  test.platform.clock.set('2026-12-01T02:00:00Z')
  const people = async (login: string, unit: string) => ({
    head: await test.newVisitor('unitHead', `${login}-fuze`, unit),
    reporter: await test.newVisitor('unitReporter', `${login}-tianbao`, unit),
  })
  const owner = await people('shijianju', '市市场监管局')
  const supporter = await people('shangwuju', '市商务局')
  const stranger = await people('dingshuzhen', '丁蜀镇')
  const office = await test.newVisitor('office', 'bangong')
  const unitIds = {
    owner: await unitIdOf(office, '市市场监管局'),
    supporter: await unitIdOf(office, '市商务局'),
    stranger: await unitIdOf(office, '丁蜀镇'),
  }
  await runClock(office)
  const duties = ok(await owner.head.get(`/duties?unit=${unitIds.owner}&open=true&kind=report`)).body.duties
  const targets = duties.filter(
    (duty: { item: { kind: string }; period: string }) => duty.item.kind === 'target' && duty.period === '2026-11',
  )
  const [open, drafted, submitted, checked, approved] = targets.map(({ id }: { id: string }) => id)
  const steps = ['submission', 'check', 'approval'] as const
  const bring = async (id: string, unit: typeof owner, content: object, count: number) => {
    ok(await unit.reporter.put(`/reports/${id}`, { revision: 0, content }))
    const file = { name: `${innermost}.txt`, content: `${innermost}（演示）${id}` }
    const detail = ok(await unit.reporter.upload(`/reports/${id}/evidence`, file)).body
    let { revision } = detail.report
    for (const step of steps.slice(0, count)) {
      const who = step === 'submission' ? unit.head : office
      ok(await who.post(`/reports/${step}`, { items: [{ dutyId: id, revision }] }))
      revision += 1
    }
    return detail.evidence[0].evidenceId as string
  }
  const missing = {
    valueState: 'missing',
    valueReason: `${innermost}，尚未公布（演示）`,
    cutoffOn: '2026-11-30',
    narrative: `${innermost}（演示）`,
  }
  const evidence = await bring(drafted, owner, missing, 0)
  for (const [at, id] of [submitted, checked].entries()) await bring(id, owner, missing, at + 1)
  // What is approved of the county is published with its reason; what the unit wrote beside it is not.
  await bring(approved, owner, { ...missing, valueReason: '尚未公布（演示）' }, 3)
  const supportDuty = ok(await supporter.head.get(`/duties?item=${taskId}&kind=report`)).body.duties[0].id
  const supportEvidence = await bring(supportDuty, supporter, { progress: 40, narrative: `${innermost}（演示）` }, 1)
  const urging = ok(await office.post(`/duties/${open}/urgings`, { words: `${innermost}（演示）` })).body.id
  const wish = { to: '2026-12-20', reason: `${innermost}（演示）` }
  const extension = ok(await owner.head.post(`/duties/${open}/extensions`, wish)).body.id
  const { parts } = ok(await owner.head.get(`/tasks/${taskId}/progress`)).body
  const part = parts.find((each: { unit: { id: string } }) => each.unit.id === unitIds.owner).id
  const file = { name: `${innermost}.xlsx`, content: ok(await owner.reporter.get('/work/sheet')).bytes }
  const sheet = ok(await owner.reporter.upload('/work/sheets', file)).body.id
  const session = ok(await owner.head.get('/sessions')).body.sessions[0].id
  const finding = await plantFinding(test, unitIds.owner)
  const agency = { name: `${innermost}代理所（演示）`, id: null }
  const record = ok(
    await owner.head.post('/registers/agency-year/records', {
      values: { agency, year: '2025', staff: 7, remarks: innermost },
    }),
  ).body.id
  const years = { name: `${innermost}.csv`, content: `机构名称,年度,从业人数\n${innermost}二所（演示）,2025,9\n` }
  const run = ok(await owner.reporter.upload('/registers/agency-year/imports', years)).body.id
  const view = ok(
    await owner.head.post('/registers/agency-year/views', { label: innermost, isShared: false, state: {} }),
  ).body.id
  const { matter, document } = await answerQuestion(
    await test.newVisitor('caseOfficer', 'shijianju-chengban', '市市场监管局'),
  )
  const rating = await plantRating(test, unitIds.owner)
  const limit = ok(await owner.head.get(`/matters/${matter}`)).body.limits[0].id
  const lot = { purpose: `${innermost}（演示）`, register: 'agency-year', wanted: 1 }
  const draw = ok(await owner.head.post('/draws', lot)).body.id
  const review = await plantReview(test, matter)
  const { training, attendance } = await holdTraining(owner.reporter, unitIds.owner)
  const template = ok(await owner.head.post('/opinion-templates', { words: `${innermost}（演示）`, shared: true })).body
    .id
  await dispatch(test)
  const notice = ok(await owner.head.get('/notices')).body.notices[0].id
  return {
    ...{ test, owner, supporter, stranger, office, unitIds, taskId },
    leader: await test.newVisitor('leader', 'zhangguan'),
    auditor: await test.newVisitor('auditor', 'heduiyuan'),
    administrator: await test.as('administrator'),
    ids: {
      ...{
        open,
        drafted,
        submitted,
        checked,
        approved,
        evidence,
        urging,
        extension,
        part,
        sheet,
        session,
        notice,
        finding,
        record,
        run,
        view,
        matter,
        template,
        document,
        rating,
        training,
        attendance,
        limit,
        draw,
        review,
      },
      ...{ supportPart, supportDuty, supportEvidence },
    },
    close: () => test.close(),
  }
}

/** A question that somebody put by telephone, answered on paper by the officer who wrote it down. */
async function answerQuestion(officer: Visitor): Promise<{ matter: string; document: string }> {
  const words = { topic: 'patent', question: `${innermost}（演示）`, urgency: 'no', mayBePublished: 'no' }
  const values = { ...words, askerName: innermost, phone: '13800001234' }
  const { matterId, revision } = ok(await officer.post('/matters', { type: 'expert-question', values })).body
  const input = { answerText: `${innermost}（演示）`, answeredBy: innermost }
  const answer = { act: 'answer', revision, input }
  const { documents } = ok(await officer.post(`/matters/${matterId}/acts`, answer)).body
  return { matter: matterId, document: documents.at(-1).id }
}

/** A session of the unit, and somebody who came to it; that it is held is for everybody to read, who came is not. */
async function holdTraining(reporter: Visitor, unitId: string): Promise<{ training: string; attendance: string }> {
  const session = { title: '演示课', heldOn: '2026-12-01', organiser: { id: unitId } }
  const training = ok(await reporter.post('/registers/training-session/records', { values: session, unitId })).body.id
  const came = { session: { id: training, name: '演示课' }, personNo: innermost, signedInOn: '2026-12-01' }
  const attendance = ok(await reporter.post('/registers/training-attendance/records', { values: came, unitId })).body.id
  return { training, attendance }
}

/** A bad rating of the unit, as somebody left it. */
async function plantRating({ platform }: TestApp, unitId: string): Promise<string> {
  const id = 'rating-of-the-owner'
  await platform.tamper(`
    insert into rating (jurisdiction, id, round, unit_id, channel, level, dimensions, words, at, on_day, status, contact_by,
      rectify_by, appeal_by)
    values ('${platform.county.jurisdiction}', '${id}', 1, '${unitId}', 'web', 1, '{}', '${innermost}（演示）',
      '2026-12-01T01:00:00Z', '2026-12-01', 'open', '2026-12-02', '2026-12-22', '2026-12-08')`)
  return id
}

/** A review of the unit's matter that was given to an expert. */
async function plantReview({ platform }: TestApp, matterId: string): Promise<string> {
  const id = 'review-of-the-owner'
  await platform.tamper(
    `insert into matter_review (jurisdiction, id, matter_id, expert_record, expert_label, code, status, opinion, asked_at)
     values ($1, $2, $3, 'no-record', '${innermost}（演示）', 'P000000', 'asked', '${innermost}（演示）',
       '2026-12-01T01:00:00Z')`,
    [platform.county.jurisdiction, id, matterId],
  )
  return id
}

/** A finding that the unit is to mend, of a rule that finds such things. */
async function plantFinding({ platform }: TestApp, unitId: string): Promise<string> {
  const id = 'finding-of-the-owner'
  await platform.tamper(
    `insert into quality_finding (jurisdiction, id, rule, subject_kind, subject_id, subject_label, field, severity, message,
       remedy, unit_id, found_on, status)
     values ($1, $2, 'patent.owner-unknown', 'patent', 'no-record', $3, 'owners', 'note', '{"zh":"","en":""}',
       '{"zh":"","en":""}', $4, '2026-12-01', 'explained')`,
    [platform.county.jurisdiction, id, innermost, unitId],
  )
  return id
}

interface UnitNames {
  readonly name: string
  readonly shortName: string
}

const isTaskFive = ({ number }: { number: number }) => number === 5

async function unitIdOf(office: Visitor, name: string): Promise<string> {
  const { organisations } = ok(await office.get('/organisations')).body
  return organisations.find((each: UnitNames) => [each.name, each.shortName].includes(name)).id
}

/** Gives the supporting unit a part of the task beside the lead's own. */
async function handOut(office: Visitor, taskId: string, supporterId: string): Promise<string> {
  const { parts } = ok(await office.get(`/tasks/${taskId}/progress`)).body
  const kept = parts.map((each: { unit: { id: string }; share: string; content: string }) => ({
    unitId: each.unit.id,
    share: each.share,
    content: each.content,
  }))
  const wanted = [...kept, { unitId: supporterId, share: 'support', content: `${innermost}（演示）` }]
  const seen = parts.map(({ id, revision }: { id: string; revision: number }) => ({ id, revision }))
  const after = ok(await office.put(`/tasks/${taskId}/parts`, { parts: wanted, seen })).body
  return after.parts.find((each: { unit: { id: string } }) => each.unit.id === supporterId).id
}

/** Steps of the clock until the day is worked through. */
export async function runClock(office: Visitor): Promise<void> {
  for (let steps = 0; steps < 100; steps += 1) {
    const step = ok(await office.post('/clock/step', {})).body
    if (step.finished || step.held !== null) return
  }
  throw new Error('the clock never finishes the day')
}

/** Brings what was announced to the people, as the running server does by itself. */
export async function dispatch({ platform }: Pick<TestApp, 'platform'>): Promise<void> {
  const problems: object[] = []
  const log = (details: object) => void problems.push(details)
  const running = await startJobs(platform, jobs, { logger: { warn: log, error: log }, lookEverySeconds: 3_600 })
  await running.look()
  await running.stop()
  if (problems.length > 0) throw new Error(`a job failed: ${JSON.stringify(problems)}`)
}

/** @throws when a step of the preparation was refused, with the words of the refusal */
export function ok(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`a step of the preparation was refused: ${answer.text}`)
  return answer
}
