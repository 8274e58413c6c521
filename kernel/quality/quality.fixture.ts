import type { PlainRecord } from '@qiangxian/engines/formula/span'
import type { IndicatorDeclaration, QualityCheck, QualityRuleDeclaration } from '../indicators/indicator.types.ts'
import { putRecords } from '../indicators/put-records.fixture.ts'
import { execute } from '../operations/execute.ts'
import { assembleRegisters } from '../registers/define-register.ts'
import { inventedDeclarations, shelfMark } from '../registers/invented-registers.fixture.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { listQualityFindings, runQuality } from './quality.operations.ts'
import { assembleQualityRules, type QualityRules } from './quality-rules.ts'

/** Rules over the invented library, one of each kind of check. 演示 */

export const registers = assembleRegisters({ registers: inventedDeclarations, formats: [shelfMark] })

export function rule(
  id: string,
  finds: QualityCheck,
  changes: Partial<QualityRuleDeclaration> = {},
): QualityRuleDeclaration {
  return {
    id,
    label: `规则 ${id}`,
    labelEn: `Rule ${id}`,
    severity: 'warning',
    remedy: '请改正',
    remedyEn: 'Mend it',
    source: '演示',
    withinWorkingDays: 5,
    finds,
    ...changes,
  }
}

export function book(id: string, values: Record<string, unknown>, rest: Partial<PlainRecord> = {}): PlainRecord {
  return { id, label: `书${id}`, unitId: null, expectedOn: null, values, ...rest }
}

export const rules = assembleQualityRules({
  registers,
  rules: [
    rule(
      'book.dear',
      { check: 'records', register: 'book', where: { named: 'costly' }, field: 'price' },
      { severity: 'note', withinWorkingDays: null },
    ),
    rule(
      'book.lost-first',
      { check: 'dateOrder', register: 'book', earlier: 'boughtOn', later: 'lostOn' },
      { severity: 'error' },
    ),
    rule('book.impossible-day', {
      check: 'dateRange',
      register: 'book',
      field: 'boughtOn',
      notBefore: '1900-01-01',
      notAfter: 'today',
    }),
    rule('book.mark', { check: 'format', register: 'book', field: 'mark' }),
    rule('book.twice', { check: 'duplicates', register: 'book', by: ['title'] }),
    rule('book.same-mark', { check: 'duplicates', register: 'book', by: ['mark'], beforeDot: ['mark'] }),
    rule('book.worn-more', { check: 'numberOrder', register: 'book', smaller: 'worn', larger: 'weight' }),
    rule('book.pages-loans', {
      check: 'total',
      register: 'book',
      field: 'pages',
      parts: { register: 'loan', through: 'book' },
      tolerancePercent: 10,
    }),
    rule('book.owner-town', { check: 'namesOrganisation', register: 'book', field: 'owners', kinds: ['town'] }),
    rule('book.owner-unknown', { check: 'unknownLink', register: 'book', field: 'owners' }),
    rule('loan.book-unknown', { check: 'unknownLink', register: 'loan', field: 'book' }),
    rule('book.sequel-circle', { check: 'circularLink', register: 'book', field: 'sequel' }),
    rule('book.price-jump', {
      check: 'outlier',
      register: 'book',
      field: 'price',
      on: 'printedIn',
      per: ['title'],
      times: 3,
    }),
    rule('reader.silent', { check: 'silent', register: 'reader', days: 30 }),
  ],
})

export const loans: IndicatorDeclaration = {
  id: 'loan.all',
  label: '借阅',
  labelEn: 'Loans',
  unit: '次',
  decimals: 0,
  better: 'higher',
  meaning: '演示',
  formula: { measure: 'count', register: 'loan', window: { kind: 'ever', on: 'lentOn' }, unit: '次' },
  byUnit: true,
  caveats: [],
  dataFrom: '演示',
  source: '演示',
  cases: [],
}

export interface Found {
  readonly id: string
  readonly rule: string
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string }
  readonly message: { readonly zh: string; readonly en: string }
  readonly unit: { readonly id: string } | null
  readonly dueOn: string | null
  readonly overdue: boolean
  readonly status: string
  readonly explanation: string | null
}

export interface Page {
  readonly findings: readonly Found[]
  readonly next: string | null
  readonly count: number | null
}

interface Run {
  readonly opened: number
  readonly resolved: number
  readonly rules: readonly { readonly rule: string; readonly found: number }[]
}

type Given = Readonly<Record<string, readonly PlainRecord[]>>

/** The rules at work in a county of their own. */
export interface QualityBench {
  readonly kernel: TestKernel
  readonly town: string
  readonly office: string
  /** no findings, nothing announced, and the first day again */
  clear(): Promise<void>
  put(records: Given): Promise<void>
  run(of?: QualityRules, id?: string): Promise<Run>
  list(input?: object, as?: ReturnType<typeof requestAs>): Promise<Page>
  /** what one rule finds among these records */
  foundBy(id: string, records: Given): Promise<readonly Found[]>
}

export async function openQualityBench(): Promise<QualityBench> {
  const kernel = await openTestKernel({}, { registers })
  const parties = await kernel.database.inJurisdiction('yanshi', 'read', (tx) =>
    tx.selectFrom('party').select(['id', 'kind']).where('jurisdiction', '=', 'yanshi').execute(),
  )
  const idOf = (wanted: string) => parties.find(({ kind }) => kind === wanted)?.id ?? ''
  const bench: QualityBench = {
    kernel,
    town: idOf('town'),
    office: idOf('office'),
    clear: async () => {
      await kernel.test.tamper('delete from quality_finding')
      await kernel.test.tamper('delete from outbox')
      kernel.setNow(new Date('2026-11-25T02:00:00Z'))
    },
    put: (records) => putRecords(kernel, registers, new Map(Object.entries(records)), new Date('2026-11-20T00:00:00Z')),
    run: (of = rules, id) =>
      execute(kernel, runQuality(of), requestAs('office'), id === undefined ? {} : { rule: id }) as Promise<Run>,
    list: (input = {}, as = requestAs('office')) =>
      execute(kernel, listQualityFindings(rules), as, input) as Promise<Page>,
    foundBy: async (id, records) => {
      await bench.put(records)
      await bench.run(rules, id)
      return (await bench.list({ rule: id })).findings
    },
  }
  return bench
}

export function idsOf(found: readonly Found[]): readonly string[] {
  return found.map(({ subject }) => subject.id).sort()
}
