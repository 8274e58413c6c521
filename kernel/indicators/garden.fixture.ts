import { assembleRegisters, defineRegister } from '../registers/define-register.ts'
import type { Format } from '../registers/field.types.ts'
import { choice, codes, date, decimal, flag, link, links, money, oneOf, text } from '../registers/fields.ts'
import type { RegisterDeclaration } from '../registers/register.types.ts'
import type { IndicatorDeclaration } from './indicator.types.ts'

/** Invented registers of a garden club, for tests of computed indicators. 演示 */

const symbol: Format = {
  id: 'crop-symbol',
  label: { zh: '作物代码', en: 'crop symbol' },
  example: 'A12',
  read: (written) => ({ outcome: 'valid', normalized: written.trim().toUpperCase() }),
}

const common = {
  systems: ['S99'],
  area: 'services',
  source: '演示',
  retentionYears: null,
  access: { public: 'none', units: 'all', editedBy: 'units' },
} satisfies Partial<RegisterDeclaration>

const member = defineRegister({
  ...common,
  id: 'member',
  label: '会员',
  labelEn: 'Members',
  recordLabel: '会员',
  countUnit: '人',
  about: '种地的人。',
  fields: { name: text('名称', 'Name', { required: true }) },
  key: ['name'],
  title: 'name',
  columns: ['name'],
  naming: { name: 'name' },
})

const plot = defineRegister({
  ...common,
  id: 'plot',
  label: '园地',
  labelEn: 'Plots',
  recordLabel: '园地',
  countUnit: '块',
  about: '分给会员的地。',
  fields: {
    name: text('名称', 'Name', { required: true }),
    group: text('片区', 'Group'),
    kind: choice('类型', 'Kind', [oneOf('flower', '花圃', 'Flowers'), oneOf('tree', '果园', 'Trees')]),
    size: decimal('面积', 'Size', { unit: '亩', decimals: 2 }),
    rent: money('租金', 'Rent', { writtenIn: '元' }),
    isShared: flag('共用', 'Shared'),
    codes: codes('作物代码', 'Crop codes', 'crop-symbol'),
    givenOn: date('给予日', 'Given on', { mayLieAhead: true }),
    endedOn: date('收回日', 'Ended on', { mayLieAhead: true }),
    expiresOn: date('到期日', 'Expires on', { mayLieAhead: true }),
    keeper: link('种植人', 'Keeper', 'member'),
    keepers: links('共同种植人', 'Keepers', 'member'),
  },
  key: ['name'],
  title: 'name',
  columns: ['name', 'kind', 'givenOn'],
  validity: { from: 'givenOn', until: ['endedOn', 'expiresOn'] },
  conditions: {
    excellent: {
      label: '优秀',
      labelEn: 'Excellent',
      meaning: '三种情形具备任何一种。',
      source: '演示',
      holds: { any: [{ named: 'awarded' }, { named: 'old' }, { named: 'listed' }, { named: 'well-paid' }] },
      grounds: ['awarded', 'old', 'listed', 'well-paid'],
    },
    awarded: {
      label: '获奖',
      labelEn: 'Awarded',
      meaning: '得过奖。',
      source: '演示',
      holds: { related: 'prize', through: 'plots', on: 'wonOn', where: { field: 'level', is: 'high' } },
    },
    old: {
      label: '满三年',
      labelEn: 'Three years old',
      meaning: '给予满三年。',
      source: '演示',
      holds: { from: { field: 'givenOn', years: 3, days: 1 } },
    },
    listed: {
      label: '种植目录作物',
      labelEn: 'Listed crop',
      meaning: '作物在目录里。',
      source: '演示',
      holds: { codes: 'codes', listedIn: 'crop', as: 'symbol', which: { parameter: 'garden.which', otherwise: 'any' } },
    },
    'well-paid': {
      label: '奖金较高',
      labelEn: 'Well paid',
      meaning: '奖金累计达到门槛。',
      source: '演示',
      holds: {
        related: 'prize',
        through: 'plot',
        on: 'wonOn',
        sumOf: 'amount',
        reaches: { parameter: 'garden.threshold', otherwise: 500 },
      },
    },
  },
})

const prize = defineRegister({
  ...common,
  id: 'prize',
  label: '奖项',
  labelEn: 'Prizes',
  recordLabel: '奖项',
  countUnit: '项',
  about: '园地得的奖。',
  fields: {
    name: text('名称', 'Name', { required: true }),
    plot: link('园地', 'Plot', 'plot'),
    plots: links('各园地', 'Plots', 'plot'),
    wonOn: date('获奖日', 'Won on', { mayLieAhead: true }),
    withdrawnOn: date('撤销日', 'Withdrawn on', { mayLieAhead: true }),
    amount: money('奖金', 'Amount', { writtenIn: '元' }),
    level: choice('级别', 'Level', [oneOf('high', '高', 'High'), oneOf('low', '低', 'Low')]),
  },
  key: ['name'],
  title: 'name',
  columns: ['name', 'wonOn'],
})

const crop = defineRegister({
  ...common,
  id: 'crop',
  label: '作物目录',
  labelEn: 'Crops',
  recordLabel: '作物',
  countUnit: '种',
  about: '鼓励种植的作物。',
  fields: { symbol: text('代码', 'Symbol', { required: true, format: 'crop-symbol' }) },
  key: ['symbol'],
  title: 'symbol',
  columns: ['symbol'],
})

const statistic = defineRegister({
  ...common,
  id: 'garden-figure',
  label: '统计数',
  labelEn: 'Figures',
  recordLabel: '统计数',
  countUnit: '个',
  about: '公布的数。',
  fields: {
    series: text('指标', 'Series', { required: true }),
    area: text('范围', 'Area', { required: true }),
    asOf: date('时点', 'As of', { required: true }),
    value: decimal('数值', 'Value'),
    publishedOn: date('公布日', 'Published on', { mayLieAhead: true }),
  },
  key: ['series', 'area', 'asOf'],
  title: 'series',
  columns: ['series', 'area', 'asOf', 'value'],
  statistics: { series: 'series', value: 'value', on: 'asOf', publishedOn: 'publishedOn' },
})

export function gardenRegisters() {
  return assembleRegisters({ registers: [member, plot, prize, crop, statistic], formats: [symbol] })
}

/** An invented indicator of the garden, with everything that a test does not care about. */
export function gardenIndicator(
  given: Pick<IndicatorDeclaration, 'id' | 'unit' | 'formula'> & Partial<IndicatorDeclaration>,
): IndicatorDeclaration {
  return {
    label: `演示指标 ${given.id}`,
    labelEn: `Indicator ${given.id}`,
    decimals: 0,
    better: 'higher',
    meaning: '演示。',
    byUnit: true,
    caveats: [],
    dataFrom: '演示',
    source: '演示',
    cases: [],
    ...given,
  }
}
