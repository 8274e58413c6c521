import Type from 'typebox'
import { defineQuery, type Operation } from '../../operations/operation.ts'
import { listMatters } from './matter-rows.ts'
import { openViews, queueParts } from './queue-conditions.ts'
import { queueCounts } from './queue-counts.ts'
import { MatterCounts, MatterPage, queueInput } from './reading.schemas.ts'

const rowsOfAPage = 50

export const listMatterQueue = defineQuery({
  id: 'matter.list',
  label: { zh: '查看办件', en: 'List matters' },
  about: {
    zh: '在办、待领、超期、抄送和办结的办件，按事项、环节、灯号、单位和文字筛选，逐页查看；件数一万以内是准数，按文字查找时两千以内。',
    en: 'Matters in hand, untaken, overdue, copied to me or ended, filtered, page by page; counts are exact up to ten thousand, of words found up to two thousand.',
  },
  permission: 'matter.read',
  route: { method: 'GET', path: '/matters' },
  cli: 'matter list',
  input: Type.Object({
    ...queueInput,
    sort: Type.Optional(
      Type.Enum(['due', 'latest'], { description: 'due: nearest limit first; latest: last acted on first' }),
    ),
    after: Type.Optional(Type.String({ maxLength: 500 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  output: MatterPage,
  run: async (context, { view = 'mine', sort, after, limit = rowsOfAPage, ...filters }) => {
    const parts = queueParts(context, { view, ...filters })
    const order = sort ?? (openViews.has(view) ? 'due' : 'latest')
    const byWords = (filters.text?.trim() ?? '') !== ''
    const { rows, next, counted } = await listMatters(context, parts, { order, after, limit, byWords })
    return {
      rows: [...rows],
      next,
      count: counted?.count ?? null,
      countIsExact: counted?.isExact ?? true,
    }
  },
})

export const countMatterQueue = defineQuery({
  id: 'matter.counts',
  label: { zh: '查看办件数', en: 'Count matters' },
  about: {
    zh: '我在办、同事在办、待领办、超期、待我会签、抄送我的和本月办结的件数，与列表一致。',
    en: 'How many are mine, others’, untaken, overdue, asked of me, copied to me and ended this month; as the lists say.',
  },
  permission: 'matter.read',
  route: { method: 'GET', path: '/matters/counts' },
  cli: 'matter counts',
  input: Type.Object({}),
  output: MatterCounts,
  run: (context) => queueCounts(context),
})

/** Work queues 办件列表: which cases there are for whom, in what order. */
export const queueOperations: readonly Operation[] = [listMatterQueue, countMatterQueue]
