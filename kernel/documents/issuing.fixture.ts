import Type from 'typebox'
import type { Actor } from '../accounts/actor.ts'
import type { CountyParameter } from '../jurisdiction/county-facts.ts'
import type { DocumentTemplate } from '../matters/matter.types.ts'
import { execute } from '../operations/execute.ts'
import { defineCommand } from '../operations/operation.ts'
import { requestAs, type TestKernel } from '../testing/test-kernel.ts'
import type { Filling } from './fill.ts'
import { type IssuedPaper, issueDocument } from './issue-document.ts'

export const notice: DocumentTemplate = {
  label: '受理通知书',
  form: 'notice',
  title: '阅览证办理受理通知书',
  number: '演阅受〔{year}〕{n}号',
  addressee: '{form.applicant}',
  body: [
    { paragraph: '你于{fact.submittedOn}提出的申请（办件编号：{fact.number}）现予受理。' },
    { paragraph: '请于{limit.decide.due}前领取。', when: { field: 'kind', is: 'atlas' } },
    { list: 'materials' },
  ],
  signedBy: 'unit',
  sealed: true,
}

export const certificate: DocumentTemplate = {
  ...notice,
  label: '培训证书',
  form: 'certificate',
  title: '阅览员培训结业证书',
  number: '演培证〔{year}〕{n}号',
  body: [{ paragraph: '参加演示县阅览员培训，累计16学时，考核合格，特发此证。' }],
}

export const words: Readonly<Record<string, string>> = {
  'form.applicant': '张三丰（演示）',
  'fact.submittedOn': '2026-11-25',
  'fact.number': 'YX-1',
  'limit.decide.due': '2026-12-08',
}

export function filling(changes: Partial<Filling> & { said?: Readonly<Record<string, string>> } = {}): Filling {
  const said = changes.said ?? words
  return {
    words: (name) => said[name],
    values: { kind: 'atlas' },
    lists: { materials: ['申请书', '身份证明'], missing: [], limits: [] },
    ...changes,
  }
}

interface Order {
  readonly template: DocumentTemplate
  readonly filling: Filling
  readonly matter: { readonly id: string; readonly number: string } | null
  readonly fails?: boolean
}

/** In memory, since functions do not travel as input. */
const orders: Order[] = []

const issue = defineCommand({
  id: 'test.issue',
  label: { zh: '签发', en: 'Issue' },
  about: { zh: '测试用。', en: 'For tests.' },
  permission: 'party.manage',
  route: { method: 'POST', path: '/test/issue' },
  input: Type.Object({ at: Type.Integer() }),
  output: Type.Unsafe<IssuedPaper>({}),
  run: async (context, { at }) => {
    const order = orders[at]
    if (order === undefined) throw new Error('nothing to issue')
    const { template, matter, fails } = order
    const office = '演示县图书馆'
    const issued = await issueDocument(context, {
      ...{ document: 'notice', template, filling: order.filling, office, matter, demonstration: false },
    })
    if (fails === true) throw new Error('the act failed after it')
    await context.record({ subject: { kind: 'test', id: issued.id }, before: null, after: {} })
    return issued
  },
})

export async function issueAs(kernel: TestKernel, changes: Partial<Order> = {}): Promise<IssuedPaper> {
  const at = orders.push({ template: notice, filling: filling(), matter: null, ...changes }) - 1
  return (await execute(kernel, issue, requestAs('office'), { at })) as IssuedPaper
}

/** A matter of a unit of the invented county, as small as its table allows; its id is its number. */
export async function insertMatter(kernel: TestKernel, number: string, unitName: string): Promise<string> {
  const columns = 'jurisdiction, matter_type, version, declaration, digest, published_at, reason, by_label'
  await kernel.test.tamper(
    `insert into matter_version (${columns}) values ('yanshi', 'reading-card', 1, '{}', 'x', now(), '测试', '测试')
     on conflict do nothing`,
  )
  await kernel.test.tamper(
    `insert into matter (jurisdiction, id, number, matter_type, version, area, title, snapshot, phases, status, unit_id,
       entrance, applicant_label, phone_blind, values, origins, act_count, revision, submitted_at, submitted_on,
       last_act_at, tokens)
     select 'yanshi', $1, $1, 'reading-card', 1, 'services', '演示', '{}', '{}', 'open', id, 'visit', '张*', 'blind-' || $1,
       '{}', '{}', 1, 1, now(), '2026-11-25', now(), '' from party where jurisdiction = 'yanshi' and name = $2`,
    [number, unitName],
  )
  return number
}

/** Somebody who applied for that matter by telephone code. */
export function applicantOf(number: string): Partial<Actor> {
  return {
    via: 'web',
    roles: [],
    address: '198.51.100.7',
    visit: { id: 'visit', phoneBlind: `blind-${number}`, phoneMasked: '138****1234' },
  }
}

/** 发文字号中的地名字 as a county's folder would have it. */
export function placeCharacter(value: string): CountyParameter {
  const said = { label: '发文字号中的地名字', unit: '文字', choice: null, isDefault: false, about: [], note: null }
  return { key: 'document.number-place', value, source: '演示', ...said }
}
