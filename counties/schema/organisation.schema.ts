import { Type } from 'typebox'
import { areaCode, key, nameSources, nullable, plainDate, record, text, unitKey } from './base.schema.ts'

/** 行政区: the county itself, the tenant. */
export const jurisdiction = record({
  id: areaCode,
  label: text,
  labelEn: text,
  /** 县 · 县级市 · 市辖区 · 其他 */
  level: Type.Enum(['county', 'countyLevelCity', 'district', 'other']),
  parentId: areaCode,
  parentLabel: text,
  parentLabelEn: text,
  provinceId: areaCode,
  provinceLabel: text,
  provinceLabelEn: text,
  /** IANA name of the zone in which instants are shown */
  timeZone: text,
})

/**
 * 组织机构: a unit that can be responsible for something.
 *
 * `name` and `aliases` together are every form in which documents print the unit, so that a name read from a plan
 * finds its unit. A `collective` is a named set: being responsible as a collective means each member is.
 */
export const organisation = record({
  key,
  /** as official documents print it */
  name: text,
  /** for narrow columns */
  shortName: text,
  nameEn: Type.Optional(text),
  kind: Type.Enum([
    'leadingGroup',
    'office',
    'department',
    'partyOrgan',
    'town',
    'subdistrict',
    'park',
    'collective',
    'other',
  ]),
  /** key of the unit above it in the tree */
  parent: Type.Optional(unitKey),
  /** other printed forms, 市知识产权局 */
  aliases: Type.Optional(Type.Array(text)),
  /** keys of the members; for a collective only, and never another collective */
  members: Type.Optional(Type.Array(unitKey, { minItems: 1 })),
  note: Type.Optional(text),
  source: Type.Enum([...nameSources]),
})

/** 工作日历: one year of the State Council's holiday arrangement. */
export const calendarYear = record({
  year: Type.Integer({ minimum: 1949, maximum: 2200 }),
  /** `provisional`: the notice is not loaded; only the statutory days are known, and no due date may rest on them */
  status: Type.Enum(['official', 'provisional']),
  /** days off in one run, both ends inclusive; weekends inside the run are listed with it */
  holidays: Type.Array(record({ name: text, from: plainDate, to: plainDate })),
  /** 调休上班: weekend days that are worked */
  makeUpDays: Type.Array(record({ date: plainDate, holiday: text })),
  source: record({ title: text, documentNo: nullable(text), issuedOn: nullable(plainDate) }),
})

/** 示意图: a place on the schematic map; rows and columns count from 1. It is no boundary and no distance. */
export const tile = record({
  kind: Type.Enum(['organisation', 'water']),
  /** key of the town, subdistrict or park; absent for water */
  organisation: Type.Optional(unitKey),
  label: text,
  row: Type.Integer({ minimum: 1 }),
  column: Type.Integer({ minimum: 1 }),
  rowSpan: Type.Integer({ minimum: 1 }),
  columnSpan: Type.Integer({ minimum: 1 }),
})

const gridSize = {
  columns: Type.Integer({ minimum: 1, maximum: 24 }),
  rows: Type.Integer({ minimum: 1, maximum: 48 }),
}

/** The size of the map alone, for checking tiles against it even when some of them are malformed. */
export const tileGrid = Type.Object(gridSize)

export const tileMap = record({ ...gridSize, tiles: Type.Array(tile) })

/** 演示账号: an invented person for demonstrations and tests; the display name says 演示. */
export const demoAccount = record({
  login: Type.String({ pattern: '^[a-z][a-z0-9-]{2,31}$', examples: ['bangongshi'] }),
  displayName: Type.String({ pattern: '演示', examples: ['甲办公（演示）'] }),
  displayNameEn: Type.Optional(text),
  roles: Type.Array(
    record({
      role: Type.Enum([
        'office',
        'administrator',
        'unitHead',
        'unitReporter',
        'leader',
        'auditor',
        'caseOfficer',
        'windowClerk',
        'expert',
        'enterprise',
        'citizen',
        'public',
      ]),
      /** the unit that the account acts for; null for the public */
      organisation: nullable(unitKey),
    }),
    { minItems: 1 },
  ),
  /** published with the source: a server must refuse to create these accounts outside of demonstration */
  password: Type.String({ minLength: 12 }),
})

/**
 * 参数: a choice that law or the plan leaves to the county, or a figure that still has to be confirmed.
 * `isDefault` is true until the county has decided.
 */
export const parameter = record({
  key: Type.String({
    pattern: '^[a-z][a-z0-9-]*(\\.[A-Za-z0-9-]+)+$',
    examples: ['milestone.warning-days'],
  }),
  label: text,
  labelEn: Type.Optional(text),
  unit: text,
  value: nullable(Type.Union([Type.Number(), Type.Boolean(), text, Type.Array(Type.Number(), { minItems: 1 })])),
  /** what else it may be; absent where any value of the unit will do */
  choices: Type.Optional(Type.Array(record({ value: text, label: text }), { minItems: 2 })),
  isDefault: Type.Boolean(),
  /** codes of the targets and milestones that it bears on; empty when on all */
  about: Type.Array(text),
  source: text,
  note: Type.Optional(text),
})

/** 目标编号 → 测算指标: ids of indicators are the program's, so that they exist is checked where the program is known. */
export const measures = Type.Record(
  Type.String({ minLength: 1 }),
  Type.String({ pattern: '^[a-z][a-z0-9-]*\\.[a-z0-9-]+$', examples: ['patent.granted'] }),
)
