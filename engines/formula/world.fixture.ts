import type { Condition } from './formula.types.ts'
import type { PlainRecord } from './span.ts'
import type { World, WorldField } from './world.types.ts'

/** Invented registers for the tests: allotments, prizes and loans of a garden club. 演示 */
export function gardenWorld(changes: Partial<World> = {}): World {
  return {
    registers: new Map([
      [
        'plot',
        {
          id: 'plot',
          label: '园地',
          labelEn: 'Plots',
          countUnit: '块',
          fields: new Map([
            ['name', field('text', '名称', 'Name', { required: true })],
            [
              'kind',
              field('choice', '类型', 'Kind', {
                required: true,
                choices: [choice('flower', '花圃', 'Flowers'), choice('tree', '果园', 'Trees')],
              }),
            ],
            ['size', field('decimal', '面积', 'Size', { unit: '亩' })],
            ['rent', field('money', '租金', 'Rent')],
            ['isShared', field('flag', '共用', 'Shared')],
            ['codes', field('codes', '作物代码', 'Crop codes')],
            ['givenOn', field('date', '给予日', 'Given on')],
            ['endedOn', field('date', '收回日', 'Ended on')],
            ['expiresOn', field('date', '到期日', 'Expires on')],
            ['keeper', field('link', '种植人', 'Keeper', { register: 'member' })],
            ['secret', field('text', '身份证号', 'Identity number', { isPersonal: true })],
          ]),
          conditions: new Map([
            [
              'in-force',
              {
                label: '有效',
                labelEn: 'In force',
                holds: { from: 'givenOn', until: ['endedOn', 'expiresOn'] } satisfies Condition,
              },
            ],
            [
              'excellent',
              {
                label: '优秀',
                labelEn: 'Excellent',
                holds: {
                  any: [
                    { named: 'awarded' },
                    { named: 'old' },
                    {
                      codes: 'codes',
                      listedIn: 'crop',
                      as: 'symbol',
                      which: { parameter: 'crop.which', otherwise: 'any' },
                    },
                  ],
                } satisfies Condition,
                grounds: ['awarded', 'old'],
              },
            ],
            [
              'awarded',
              {
                label: '获奖',
                labelEn: 'Awarded',
                holds: { related: 'prize', through: 'plot', on: 'wonOn' } satisfies Condition,
              },
            ],
            [
              'old',
              {
                label: '满十年',
                labelEn: 'Ten years old',
                holds: { from: { field: 'givenOn', years: 10, days: 1 } } satisfies Condition,
              },
            ],
          ]),
        },
      ],
      [
        'prize',
        {
          id: 'prize',
          label: '奖项',
          labelEn: 'Prizes',
          countUnit: '项',
          fields: new Map([
            ['plot', field('link', '园地', 'Plot', { register: 'plot' })],
            ['wonOn', field('date', '获奖日', 'Won on')],
            ['withdrawnOn', field('date', '撤销日', 'Withdrawn on')],
            ['amount', field('money', '奖金', 'Amount')],
            [
              'level',
              field('choice', '级别', 'Level', { choices: [choice('high', '高', 'High'), choice('low', '低', 'Low')] }),
            ],
          ]),
          conditions: new Map(),
        },
      ],
      [
        'crop',
        {
          id: 'crop',
          label: '作物目录',
          labelEn: 'Crops',
          countUnit: '种',
          fields: new Map([['symbol', field('text', '代码', 'Symbol', { required: true })]]),
          conditions: new Map(),
        },
      ],
      [
        'figure',
        {
          id: 'figure',
          label: '统计数',
          labelEn: 'Figures',
          countUnit: '个',
          fields: new Map([
            ['series', field('text', '指标', 'Series', { required: true })],
            ['value', field('decimal', '数值', 'Value')],
            ['on', field('date', '时点', 'On')],
            ['publishedOn', field('date', '公布日', 'Published on')],
          ]),
          conditions: new Map(),
        },
      ],
    ]),
    indicators: new Map(),
    statistics: 'figure',
    parameters: new Map(),
    programmeStart: '2024-01-01',
    programmeEnd: '2026-12-31',
    ...changes,
  }
}

export const gardenStatistics = { series: 'series', value: 'value', on: 'on', publishedOn: 'publishedOn' }

export function record(
  id: string,
  values: PlainRecord['values'],
  rest: Partial<Omit<PlainRecord, 'id' | 'values'>> = {},
): PlainRecord {
  return { id, label: id, unitId: null, expectedOn: null, ...rest, values }
}

function field(
  kind: WorldField['kind'],
  label: string,
  labelEn: string,
  rest: Partial<Omit<WorldField, 'kind' | 'label' | 'labelEn'>> = {},
): WorldField {
  return { kind, label, labelEn, required: false, isPersonal: false, ...rest }
}

function choice(value: string, label: string, labelEn: string) {
  return { value, label, labelEn }
}
