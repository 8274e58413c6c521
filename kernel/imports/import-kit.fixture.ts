import { execute, type Request } from '../operations/execute.ts'
import type { Operation } from '../operations/operation.ts'
import { assembleRegisters, defineRegister } from '../registers/define-register.ts'
import { choice, date, link, links, money, oneOf, text, unit } from '../registers/fields.ts'
import { shelfMark } from '../registers/invented-registers.fixture.ts'
import type { RegisterDeclaration } from '../registers/register.types.ts'
import type { Register } from '../registers/registers.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { advanceRun, waitingRuns } from './advance-run.ts'
import { importOperations } from './import.operations.ts'
import type { ImportRun } from './imports.schemas.ts'

/** Invented registers of a lending library that is filled from files. 演示 */

const common = {
  systems: ['S99'],
  source: '演示',
  retentionYears: null,
  access: { public: 'none', units: 'all', editedBy: 'office' },
} satisfies Partial<RegisterDeclaration>

export const donor = defineRegister({
  ...common,
  id: 'donor',
  area: 'management',
  label: '捐赠人名录',
  labelEn: 'Donors',
  recordLabel: '捐赠人',
  countUnit: '家',
  about: '捐书的单位和个人。',
  fields: {
    name: text('名称', 'Name', { required: true }),
    formerNames: text('曾用名', 'Former names'),
    code: text('信用代码', 'Code'),
    entityType: choice('类型', 'Type', [
      oneOf('enterprise', '企业', 'Firm'),
      oneOf('university', '大学', 'University'),
      oneOf('institute', '研究所', 'Institute'),
      oneOf('organisation', '机关团体', 'Public body'),
      oneOf('individual', '个人', 'Person'),
    ]),
  },
  key: ['code'],
  title: 'name',
  columns: ['name', 'entityType'],
  naming: { name: 'name', formerNames: 'formerNames', code: 'code', kind: 'entityType' },
})

export const volume = defineRegister({
  ...common,
  id: 'volume',
  area: 'services',
  label: '藏书登记簿',
  labelEn: 'Volumes',
  recordLabel: '藏书',
  countUnit: '册',
  about: '馆藏图书。',
  fields: {
    mark: text('架号', 'Shelf mark', { required: true, format: 'shelf-mark', aliases: ['编号', '架位号'] }),
    title: text('书名', 'Title', { required: true }),
    donors: links('捐赠人', 'Donors', 'donor', { aliases: ['赠书人', '捐赠单位'] }),
    kind: choice('种类', 'Kind', [oneOf('novel', '小说', 'Novel'), oneOf('atlas', '图册', 'Atlas')]),
    price: money('定价', 'Price', { writtenIn: '元' }),
    boughtOn: date('购入日期', 'Bought on', { aliases: ['购入日'] }),
    branch: unit('分馆', 'Branch'),
    phone: text('捐赠人电话', 'Telephone', { sensitivity: 'personal', mask: 'phone' }),
    remark: text('备注', 'Remark'),
  },
  key: ['mark'],
  title: 'title',
  columns: ['mark', 'title', 'kind', 'boughtOn', 'price'],
  access: { public: 'none', units: 'all', editedBy: 'units' },
})

/** without a key: the same said twice is the same */
export const outing = defineRegister({
  ...common,
  id: 'outing',
  area: 'services',
  label: '借阅台账',
  labelEn: 'Visits',
  recordLabel: '借阅',
  countUnit: '次',
  about: '谁借了哪本书。',
  fields: {
    book: link('图书', 'Book', 'volume', { required: true }),
    reader: link('读者', 'Reader', 'donor', { required: true }),
    lentOn: date('借出日期', 'Lent on', { required: true }),
  },
  key: [],
  title: 'book',
  columns: ['book', 'reader', 'lentOn'],
})

export const libraryRegisters = assembleRegisters({ registers: [donor, volume, outing], formats: [shelfMark] })

const byId = new Map<string, Operation>(importOperations(libraryRegisters).map((each) => [each.id, each]))

/** The kernel with the library, and the acts of an import as one calls them. */
export class ImportKit {
  readonly kernel: TestKernel

  private constructor(kernel: TestKernel) {
    this.kernel = kernel
  }

  static async open(): Promise<ImportKit> {
    return new ImportKit(await openTestKernel({}, { registers: libraryRegisters }))
  }

  close(): Promise<void> {
    return this.kernel.close()
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test looks at answers of many shapes, and fails where they differ
  run(id: string, input: object, request: Partial<Request> = {}): Promise<any> {
    const operation = byId.get(id)
    if (operation === undefined) throw new Error(`no operation ${id}`)
    return execute(this.kernel, operation, { ...requestAs('office'), ...request }, input)
  }

  /** Uploads a file, and has it previewed where its columns are clear. */
  async start(
    register: string,
    content: string | Uint8Array,
    {
      fileName = '藏书.csv',
      request = {},
      ...input
    }: { fileName?: string; request?: Partial<Request>; [name: string]: unknown } = {},
  ): Promise<ImportRun> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const whole = (async function* () {
      yield bytes
    })()
    const upload = await this.kernel.store().receive(whole, { fileName, kind: 'table' })
    const run = await this.run('import.start', { register, ...input }, { ...request, upload })
    await this.work()
    return this.show(run.id)
  }

  show(runId: string): Promise<ImportRun> {
    return this.run('import.get', { runId })
  }

  async commit(runId: string): Promise<ImportRun> {
    await this.run('import.begin-commit', { runId })
    await this.work()
    return this.show(runId)
  }

  async undo(runId: string, input: object = {}): Promise<ImportRun> {
    await this.run('import.begin-undo', { runId, reason: '导错了文件（演示）', ...input })
    await this.work()
    return this.show(runId)
  }

  /** Does what the job would do. */
  async work(signal = new AbortController().signal): Promise<void> {
    for (const runId of await waitingRuns(this.kernel)) {
      await advanceRun(this.kernel, libraryRegisters, { request: requestAs('office', { via: 'job' }), signal }, runId)
    }
  }

  /** Living rows of a register, with the columns asked for, in the order of their numbers in the file. */
  async rows(register: Register, columns: string): Promise<Record<string, unknown>[]> {
    const { rows } = await this.kernel.test.tamper(`select ${columns} from ${register.table} order by row_number, id`)
    return rows
  }

  async count(table: string): Promise<number> {
    const { rows } = await this.kernel.test.tamper(`select count(*)::int as n from ${table}`)
    return rows[0].n
  }
}

export const library = {
  donor: libraryRegisters.get('donor'),
  volume: libraryRegisters.get('volume'),
  outing: libraryRegisters.get('outing'),
}

export function csv(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
