import { assembleRegisters, defineRegister } from './define-register.ts'
import type { Format } from './field.types.ts'
import {
  attachments,
  choice,
  choices,
  codes,
  date,
  decimal,
  flag,
  integer,
  link,
  links,
  money,
  oneOf,
  point,
  share,
  text,
  unit,
} from './fields.ts'
import type { RegisterDeclaration } from './register.types.ts'

/** Invented registers of a lending library, for tests of the kernel: they have every kind of field. 演示 */

/** Three letters, a hyphen, digits and a check digit: the last is the sum of the others. */
export const shelfMark: Format = {
  id: 'shelf-mark',
  label: { zh: '架号', en: 'shelf mark' },
  example: 'ABC-123-6',
  read: (written) => {
    const match = /^([A-Z]{3})-?(\d+)-?(\d)$/.exec(written.normalize('NFKC').trim().toUpperCase())
    if (match === null) {
      return { outcome: 'invalid', reason: { zh: '不是三个字母加数字。', en: 'not three letters and digits.' } }
    }
    const [, letters, digits = '', check] = match
    const normalized = `${letters}-${digits}-${check}`
    const sum = [...digits].reduce((total, digit) => total + Number(digit), 0) % 10
    return sum === Number(check)
      ? { outcome: 'valid', normalized }
      : {
          outcome: 'checkMismatch',
          normalized,
          reason: { zh: `校验位应为 ${sum}。`, en: `the check digit should be ${sum}.` },
        }
  },
}

const common = {
  systems: ['S99'],
  source: '演示',
  retentionYears: null,
} satisfies Partial<RegisterDeclaration>

export const reader = defineRegister({
  ...common,
  id: 'reader',
  area: 'management',
  label: '读者名录',
  labelEn: 'Readers',
  recordLabel: '读者',
  countUnit: '个',
  about: '借书的单位和个人。',
  fields: {
    name: text('名称', 'Name', { required: true, sensitivity: 'open', aliases: ['读者名称'] }),
    formerNames: text('曾用名', 'Former names'),
    code: text('读者号', 'Code'),
    kind: choice('类型', 'Kind', [oneOf('firm', '企业', 'Firm', '公司'), oneOf('person', '个人', 'Person')], {
      sensitivity: 'open',
    }),
    phone: text('电话', 'Telephone', { sensitivity: 'personal', mask: 'phone' }),
    idNumber: text('证件号', 'Identity number', { sensitivity: 'sensitive', mask: 'idCard' }),
    parent: link('上级', 'Parent', 'reader'),
  },
  key: ['name'],
  title: 'name',
  columns: ['name', 'kind', 'unitId'],
  naming: { name: 'name', formerNames: 'formerNames', code: 'code' },
  access: { public: ['name', 'kind'], units: 'all', editedBy: 'units' },
})

export const book = defineRegister({
  ...common,
  id: 'book',
  area: 'services',
  label: '图书登记簿',
  labelEn: 'Books',
  recordLabel: '图书',
  countUnit: '册',
  about: '馆藏图书。',
  fields: {
    mark: text('架号', 'Shelf mark', { required: true, format: 'shelf-mark', sensitivity: 'open' }),
    title: text('书名', 'Title', { required: true, sensitivity: 'open' }),
    owners: links('捐赠人', 'Donors', 'reader'),
    kind: choice('种类', 'Kind', [oneOf('novel', '小说', 'Novel'), oneOf('atlas', '图册', 'Atlas')], { history: true }),
    topics: choices('主题', 'Topics', [oneOf('sea', '海', 'Sea'), oneOf('land', '陆', 'Land')]),
    marks: codes('副本架号', 'Marks of copies', 'shelf-mark'),
    pages: integer('页数', 'Pages', { least: 1, most: 10_000, unit: '页' }),
    weight: decimal('重量', 'Weight', { decimals: 2, unit: '千克' }),
    worn: share('磨损', 'Worn'),
    price: money('定价', 'Price', { writtenIn: '元' }),
    lent: flag('可外借', 'May be lent'),
    boughtOn: date('购入日', 'Bought on'),
    lostOn: date('遗失日', 'Lost on', { notBefore: ['boughtOn'] }),
    dueOn: date('应还日', 'Due on', { mayLieAhead: true }),
    printedIn: date('印行', 'Printed in', { precision: 'year' }),
    branch: unit('分馆', 'Branch'),
    scans: attachments('扫描件', 'Scans'),
    place: point('位置', 'Place'),
    sequel: link('续篇', 'Sequel of', 'book'),
    on: text('备注', 'Remark', { multiline: true }),
  },
  key: ['mark'],
  title: 'title',
  columns: ['mark', 'title', 'kind', 'boughtOn', 'price'],
  validity: { from: 'boughtOn', until: ['lostOn'] },
  unitFrom: 'owners',
  conditions: {
    dear: {
      label: '贵重',
      labelEn: 'Dear',
      meaning: '定价一百元以上的图书。',
      source: '演示',
      holds: { any: [{ named: 'costly' }, { named: 'an-atlas' }] },
      grounds: ['costly', 'an-atlas'],
    },
    costly: {
      label: '价高',
      labelEn: 'Costly',
      meaning: '定价一百元以上。',
      source: '演示',
      holds: { field: 'price', atLeast: 100 },
    },
    'an-atlas': {
      label: '图册',
      labelEn: 'An atlas',
      meaning: '是图册。',
      source: '演示',
      holds: { field: 'kind', is: 'atlas' },
    },
  },
  access: { public: ['mark', 'title'], units: 'own', editedBy: 'units' },
})

export const loan = defineRegister({
  ...common,
  id: 'loan',
  area: 'services',
  label: '借阅台账',
  labelEn: 'Loans',
  recordLabel: '借阅',
  countUnit: '次',
  about: '谁借了哪本书。',
  fields: {
    book: link('图书', 'Book', 'book', { required: true }),
    user: link('读者', 'Reader', 'reader', { required: true }),
    lentOn: date('借出日', 'Lent on', { required: true }),
    note: text('说明', 'Note'),
  },
  key: [],
  title: 'book',
  columns: ['book', 'user', 'lentOn'],
  access: { public: 'none', units: 'all', editedBy: 'office' },
})

export const inventedDeclarations: readonly RegisterDeclaration[] = [reader, book, loan]

export function inventedRegisters() {
  return assembleRegisters({ registers: inventedDeclarations, formats: [shelfMark] })
}
