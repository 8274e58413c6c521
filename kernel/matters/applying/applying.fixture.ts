import { type Actor, publicActor } from '../../accounts/actor.ts'
import type { Role } from '../../accounts/roles.ts'
import type { UploadedFile } from '../../evidence/uploaded-file.ts'
import { execute } from '../../operations/execute.ts'
import type { Operation } from '../../operations/operation.ts'
import { ratingOperations } from '../../ratings/rating.operations.ts'
import { attachments, choice, date, flag, integer, link, oneOf, text } from '../../registers/fields.ts'
import { inventedRegisters } from '../../registers/invented-registers.fixture.ts'
import { registerOperations } from '../../registers/register-operations.ts'
import { assembleRules } from '../../rules/define-rule.ts'
import { openTestKernel, requestAs, type TestKernel } from '../../testing/test-kernel.ts'
import { windowOperations } from '../../window/window-operations.ts'
import { defineMatter } from '../define-matter.ts'
import { generalGuards } from '../guards.ts'
import type { FormField, MatterDeclaration } from '../matter.types.ts'
import { matterErrors } from '../matter-errors.ts'
import type { Matters } from '../matters.ts'
import { digestOf } from '../versions.ts'
import { applyingOperations } from './applying-operations.ts'

/** An invented matter of the lending library, with everything a form can have. 演示 */
export const readingCard = defineMatter({
  id: 'reading-card',
  area: 'services',
  systems: ['S99'],
  label: '阅览证办理（演示）',
  labelEn: 'Reading card',
  about: '办一张阅览证。',
  titleFrom: ['applicant'],
  guide: {
    itemType: '20',
    forWhom: ['person', 'enterprise'],
    handling: 'promised',
    conditions: [],
    steps: [],
    result: { label: '阅览证', kind: 'certificate', delivery: ['自取'] },
    fee: { charged: false },
    visits: 0,
    online: 'whole',
    acrossRegions: 'county',
    likelyOutcome: '材料齐全的都能办。',
    questions: [],
    words: ['阅览证'],
  },
  form: {
    steps: [
      {
        id: 'who',
        label: '申请人',
        fields: {
          applicant: {
            ...text('申请人', 'Applicant', { required: true, sensitivity: 'personal', mask: 'name' }),
            prefill: { from: 'person', field: 'name' },
          },
          phone: {
            ...text('电话', 'Telephone', { required: true, sensitivity: 'personal', mask: 'phone' }),
            prefill: { from: 'person', field: 'phone' },
          },
          organisation: {
            ...text('单位', 'Organisation'),
            prefill: { from: 'entity', field: 'name' },
          },
          organisationPhone: {
            ...text('单位电话', 'Telephone of the organisation', { sensitivity: 'personal', mask: 'phone' }),
            prefill: { from: 'entity', field: 'phone' },
          },
          address: { ...text('地址', 'Address', { longest: 100 }), prefill: { from: 'earlier', key: 'address' } },
        },
      },
      {
        id: 'what',
        label: '借什么',
        fields: {
          kind: choice('种类', 'Kind', [oneOf('novel', '小说', 'Novel'), oneOf('atlas', '图册', 'Atlas')], {
            required: true,
          }),
          scale: { ...text('比例尺', 'Scale', { required: true }), when: { field: 'kind', is: 'atlas' } },
          book: link('图书', 'Book', 'book'),
          bookMark: { ...text('架号', 'Shelf mark'), prefill: { from: 'link', link: 'book', field: 'mark' } },
          bookRemark: { ...text('备注', 'Remark'), prefill: { from: 'link', link: 'book', field: 'on' } },
          copies: integer('册数', 'Copies', { least: 1, most: 9 }),
          bornOn: date('出生日期', 'Born on'),
          isUrgent: flag('加急', 'Urgent'),
          scans: attachments('扫描件', 'Scans'),
          secret: text('举报人', 'Informant'),
        },
      },
    ],
  },
  materials: [
    {
      id: 'photo',
      label: '照片',
      kind: 'electronic',
      copies: 1,
      necessity: 'required',
      origin: 'applicant',
      several: true,
    },
    {
      id: 'licence',
      label: '读者登记',
      kind: 'copy',
      copies: 1,
      necessity: 'optional',
      origin: 'government',
      shared: { register: 'reader', through: 'name', says: '读者登记已由名录取得' },
    },
    {
      id: 'map',
      label: '图册清单',
      kind: 'copy',
      copies: 1,
      necessity: 'required',
      origin: 'applicant',
      when: { field: 'kind', is: 'atlas' },
    },
    { id: 'letter', label: '介绍信', kind: 'original', copies: 1, necessity: 'later', origin: 'applicant' },
  ],
  entrances: ['account', 'visit', 'anonymous', 'window'],
  initial: 'received',
  states: {
    received: {
      label: '待受理',
      labelEn: 'Received',
      forApplicant: '已收到，正在核对。',
      turn: 'unit',
      acts: {
        accept: { label: '受理', labelEn: 'Accept', to: 'accepted', by: ['handler'], main: true },
        askMore: { label: '补正', labelEn: 'Ask for more', to: 'waiting', by: ['handler'], asksForSupplement: true },
      },
    },
    waiting: {
      label: '待补正',
      labelEn: 'Waiting',
      forApplicant: '请补齐材料。',
      turn: 'applicant',
      acts: { supplement: { label: '补正', labelEn: 'Supplement', to: 'received', by: ['applicant'], main: true } },
    },
    accepted: {
      label: '办理中',
      labelEn: 'Accepted',
      forApplicant: '正在制证。',
      turn: 'unit',
      acts: { issue: { label: '发证', labelEn: 'Issue', to: 'done', by: ['handler'], main: true } },
    },
    done: { label: '已办结', labelEn: 'Done', forApplicant: '阅览证已办好。', outcome: 'granted' },
  },
  limits: [],
  documents: {},
  notices: [],
  writes: [],
  withdrawal: { in: ['received', 'waiting'] },
  sealed: ['secret'],
  archive: { years: 10, category: '演示' },
  sources: [{ instrument: '演示办法', article: '第一条', certainty: 'found' }],
})

/** The same with a form of three hundred fields, a third of which hang on another. */
export const longForm: MatterDeclaration = {
  ...readingCard,
  id: 'long-form',
  label: '三百项的表（演示）',
  materials: [],
  sealed: [],
  form: {
    steps: Array.from({ length: 10 }, (_, step) => ({
      id: `s${step}`,
      label: `第${step + 1}步`,
      fields: Object.fromEntries(
        Array.from({ length: 30 }, (__, at): [string, FormField] => {
          const number = step * 30 + at
          const field = text(`第${number}项`, `Field ${number}`, number % 5 === 0 ? { sensitivity: 'personal' } : {})
          return [
            `f${number}`,
            number % 3 === 2 ? { ...field, when: { field: `f${number - 1}`, filled: true } } : field,
          ]
        }),
      ),
    })),
  },
}

/** The kernel with the invented library and its matters, and ways to be somebody in it. */
export interface Counter extends TestKernel {
  readonly matters: Matters
  readonly unitId: string
  call<Answer = never>(id: string, input?: Readonly<Record<string, unknown>>, who?: Person): Promise<Answer>
  /** Gives a file with an operation that takes one. */
  give<Answer = never>(
    id: string,
    input: Readonly<Record<string, unknown>>,
    who: Person,
    name?: string,
  ): Promise<Answer>
  addReader(values: Readonly<Record<string, unknown>>): Promise<string>
  addBook(values: Readonly<Record<string, unknown>>): Promise<string>
}

export type Person = Partial<Actor> & { readonly role?: Role }

export async function openCounter(): Promise<Counter> {
  const registers = inventedRegisters()
  const declared: readonly MatterDeclaration[] = [readingCard, longForm]
  const kernel = await openTestKernel(
    {
      services: {
        halls: [
          {
            id: 'hall',
            name: '演示大厅',
            address: null,
            hours: '9:00—17:00',
            phone: null,
            desks: ['1号窗口', '2号窗口'],
          },
        ],
        matters: declared.map(({ id }) => ({
          ...{ matter: id, organisation: '云亭镇', itemCode: null, address: null, hours: null },
          ...{ phone: '0510-00000000', complaints: '12345', promised: {} },
        })),
      },
    },
    { registers },
  )
  const byId = new Map(declared.map((each) => [each.id, each]))
  const matters: Matters = {
    ...{ all: declared, registers, rules: assembleRules([]), effects: [] },
    guards: new Map(generalGuards.map((guard) => [guard.id, guard])),
    find: (id) => byId.get(id),
    get: (id) => {
      const found = byId.get(id)
      if (found === undefined) throw matterErrors.typeUnknown({ type: id })
      return found
    },
  }
  await writeVersions(kernel, declared)
  const { rows } = await kernel.test.tamper("select id from party where name = '云亭镇'")
  const operations: readonly Operation[] = [
    ...registerOperations(registers),
    ...applyingOperations(matters),
    ...windowOperations(matters),
    ...ratingOperations(matters),
  ]
  const find = (id: string) => {
    const operation = operations.find((each) => each.id === id)
    if (operation === undefined) throw new Error(`there is no operation ${id}`)
    return operation
  }
  const call: Counter['call'] = async (id, input = {}, who = {}) =>
    (await execute(kernel, find(id), requestOf(who), input)) as never
  return {
    ...kernel,
    ...{ matters, unitId: String(rows[0]?.id), call },
    give: async (id, input, who, name = '照片.png') => {
      const operation = find(id)
      if (operation.kind !== 'command' || operation.upload === undefined) throw new Error(`${id} takes no file`)
      return (await execute(kernel, operation, { ...requestOf(who), upload: aFile(name) }, input)) as never
    },
    addReader: async (values) =>
      idOf(await call('register.addRecord', { register: 'reader', values }, { role: 'office' })),
    addBook: async (values) => idOf(await call('register.addRecord', { register: 'book', values }, { role: 'office' })),
  }
}

function idOf(row: { readonly id: string }): string {
  return row.id
}

async function writeVersions(kernel: TestKernel, declared: readonly MatterDeclaration[]): Promise<void> {
  await kernel.database.inJurisdiction(kernel.county.jurisdiction, 'write', async (tx) => {
    for (const declaration of declared) {
      await tx
        .insertInto('matter_version')
        .values({
          ...{ jurisdiction: kernel.county.jurisdiction, matter_type: declaration.id, version: 1 },
          ...{ declaration: JSON.stringify(declaration), digest: digestOf(declaration) },
          ...{ published_at: kernel.now(), reason: '演示', by_label: '演示' },
        })
        .execute()
    }
  })
}

function requestOf({ role, ...actor }: Person) {
  const base = role === undefined ? { ...publicActor('10.9.9.9') } : requestAs(role).actor
  return { actor: { ...base, ...actor }, requestId: 'test', language: 'zh' as const }
}

let files = 0

/** Received and judged, as the store hands it on; the bytes are somewhere else. */
function aFile(fileName: string): UploadedFile {
  files += 1
  const sha256 = files.toString(16).padStart(64, '0')
  return { fileName, sha256, size: 1_000, mediaType: 'image/png', scanVerdict: 'notScanned', scannedBy: null }
}

/** Somebody with a visit: a number was shown. */
export async function visitor(kernel: TestKernel, phone: string): Promise<Person> {
  const { secrets, county, now } = kernel
  const { jurisdiction } = county
  const id = `visit-${phone}`
  const phoneBlind = secrets.blind(phone, jurisdiction)
  await kernel.database.inJurisdiction(jurisdiction, 'write', (tx) =>
    tx
      .insertInto('visit')
      .values({
        ...{ jurisdiction, id, token_hash: id, phone_blind: phoneBlind, phone_masked: '138****0000', browser: 'x' },
        phone_cipher: secrets.seal(phone, `${jurisdiction}/visit/${id}`),
        ...{ created_at: now(), expires_at: new Date(now().getTime() + 7_200_000) },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
  return { visit: { id, phoneBlind, phoneMasked: '138****0000' } }
}

/** An account in the database, as the sign-in hands it on. */
export async function account(kernel: TestKernel, role: Role, name: string, partyId?: string): Promise<Person> {
  const { jurisdiction } = kernel.county
  const id = `account-${name}`
  await kernel.test.tamper(`
    insert into account (jurisdiction, id, login, display_name, password_hash, must_change_password, created_at)
    values ('${jurisdiction}', '${id}', '${id}', '${name}', 'x', false, now()) on conflict do nothing`)
  return { accountId: id, sessionId: 's', label: name, via: 'web', roles: [{ role, partyId }] }
}
