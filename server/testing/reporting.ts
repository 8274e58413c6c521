import { newId } from '@qiangxian/kernel/ids/new-id'
import { openTestApp, type TestApp, type Visitor } from './test-app.ts'

/** The demonstration county with a unit that owes reports, its people, and an office. 演示 */
export interface Reporting {
  readonly test: TestApp
  readonly head: Visitor
  readonly reporter: Visitor
  readonly secondReporter: Visitor
  /** head of another unit */
  readonly stranger: Visitor
  readonly office: Visitor
  readonly secondOffice: Visitor
  readonly leader: Visitor
  readonly unitId: string
  readonly strangerUnitId: string
  /** ids of targets by code, tasks by number, milestones by code */
  readonly items: ReadonlyMap<string, string>
  owe(duty: NewDuty): Promise<string>
  // biome-ignore lint/suspicious/noExplicitAny: rows of whatever a test asks for
  rows(query: string, values?: readonly unknown[]): Promise<any[]>
  close(): Promise<void>
}

export interface NewDuty {
  /** C2, task 4, P8 */
  readonly item: string
  readonly period?: string
  readonly dueOn?: string
  readonly openedOn?: string
  readonly partyId?: string
  readonly scope?: 'county' | 'unit'
  readonly kind?: 'report' | 'part' | 'milestone'
  readonly title?: string
  readonly partId?: string
}

export async function openReporting(): Promise<Reporting> {
  const test = await openTestApp()
  const unit = '市科技局'
  const [head, reporter, secondReporter, stranger, office, secondOffice, leader] = [
    await test.newVisitor('unitHead', 'fuzeren', unit),
    await test.newVisitor('unitReporter', 'tianbao', unit),
    await test.newVisitor('unitReporter', 'tianbao2', unit),
    await test.newVisitor('unitHead', 'waidanwei', '市商务局'),
    await test.newVisitor('office', 'bangong1'),
    await test.newVisitor('office', 'bangong2'),
    await test.newVisitor('leader', 'ceshi-lingdao'),
  ]
  const rows: Reporting['rows'] = async (query, values) => (await test.platform.tamper(query, values)).rows
  const [{ jurisdiction }] = (await rows('select jurisdiction from jurisdiction limit 1')) as [{ jurisdiction: string }]
  const party = async (name: string) =>
    (await rows('select id from party where name = $1 or short_name = $1', [name]))[0]?.id as string
  const items = new Map<string, string>()
  for (const { key, id } of await rows(`
    select code as key, item_id as id from plan_target union select 'task ' || number, item_id from plan_task
    union select code, item_id from plan_milestone`))
    items.set(key, id)
  const unitId = await party(unit)
  return {
    test,
    head,
    reporter,
    secondReporter,
    stranger,
    office,
    secondOffice,
    leader,
    unitId,
    strangerUnitId: await party('市商务局'),
    items,
    rows,
    owe: async (duty) => {
      const id = newId()
      const itemKind = duty.item.startsWith('task') ? 'task' : duty.kind === 'milestone' ? 'milestone' : 'target'
      const period = duty.kind === 'milestone' ? '' : (duty.period ?? '2026-10')
      const month = period === '' ? null : period
      await rows(
        `insert into duty (jurisdiction, id, kind, item_kind, item_id, part_id, party_id, scope, period, period_start,
          period_end, title, opened_on, due_on, provisional, next_act_on, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::date, ($10::date + interval '1 month - 1 day')::date, $11,
          $12, $13, false, null, now())`,
        [
          jurisdiction,
          id,
          duty.kind ?? 'report',
          itemKind,
          items.get(duty.item),
          duty.partId ?? null,
          duty.partyId ?? unitId,
          duty.scope ?? (itemKind === 'task' ? 'unit' : 'county'),
          period,
          month === null ? null : `${month}-01`,
          duty.title ?? `${duty.item} ${period} 报送（演示）`,
          duty.openedOn ?? '2026-11-01',
          duty.dueOn ?? '2026-11-30',
        ],
      )
      return id
    },
    close: () => test.close(),
  }
}
