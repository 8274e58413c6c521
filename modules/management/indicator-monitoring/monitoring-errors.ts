import { defineErrors } from '@qiangxian/kernel/errors/define-errors'

export const breakdownErrors = defineErrors('breakdown', {
  yearOutside: {
    status: 400,
    zh: (e: { year: number; first: number; last: number }) =>
      `${e.year} 年不在方案建设期（${e.first}—${e.last} 年）内，不能分解到这一年。请只填建设期内的年份。`,
    en: (e) =>
      `${e.year} lies outside of the programme (${e.first}–${e.last}). Break the target down to its years only.`,
  },
  yearPast: {
    status: 409,
    zh: (e: { year: number }) => `${e.year} 年已经过去，它的分年值已定，不能再改。请保留原值，把调整放在今年及以后。`,
    en: (e) => `${e.year} is over and its value was decided. Keep it, and put the change into this year or later ones.`,
  },
  unitYearPast: {
    status: 409,
    zh: (e: { year: number }) => `${e.year} 年已经过去，不能再向单位下达这一年的目标。请分解今年或以后的年份。`,
    en: (e) => `${e.year} is over; units are given no target for it any more. Share out this year or a later one.`,
  },
  twice: {
    status: 400,
    zh: (e: { name: string }) => `“${e.name}”填了两次。请合并为一行。`,
    en: (e) => `“${e.name}” is given twice. Put it into one row.`,
  },
  nothingGiven: {
    status: 400,
    zh: (_: Record<never, never>) => '没有填写任何一份分解值。请至少填写一份。',
    en: () => 'No share was given. Fill in one at least.',
  },
  wrongAxis: {
    status: 400,
    zh: (e: { axis: 'year' | 'unit' }) =>
      e.axis === 'year' ? '按年分解时，每一份都要写年份，不写单位。' : '按单位分解时，每一份都要写单位，不写年份。',
    en: (e) =>
      e.axis === 'year'
        ? 'A breakdown by year gives a year for each share, and no unit.'
        : 'A breakdown by unit gives a unit for each share, and no year.',
  },
  unitUnknown: {
    status: 404,
    zh: (e: { id: string }) => `组织机构中没有编号为“${e.id}”的单位。请从列表中选择。`,
    en: (e) => `The organisation has no unit “${e.id}”. Choose it from the list.`,
  },
  unitDissolved: {
    status: 409,
    zh: (e: { name: string; on: string; successor: string | null }) =>
      `“${e.name}”已于 ${e.on} 撤销，不能再承担目标。${e.successor === null ? '请改选其他单位。' : `请改选承接单位“${e.successor}”。`}`,
    en: (e) =>
      `“${e.name}” was dissolved on ${e.on} and takes no share. ${e.successor === null ? 'Choose another unit.' : `Choose its successor “${e.successor}”.`}`,
  },
  unitIsSet: {
    status: 400,
    zh: (e: { name: string }) => `“${e.name}”是一组单位的统称，不能直接承担分解值。请逐个选择其中的单位。`,
    en: (e) => `“${e.name}” names a set of units and takes no share itself. Choose its members one by one.`,
  },
  negative: {
    status: 400,
    zh: (e: { name: string; value: number }) => `“${e.name}”的分解值 ${e.value} 小于 0。请填写不小于 0 的数。`,
    en: (e) => `The share of “${e.name}”, ${e.value}, is below 0. Give a number of at least 0.`,
  },
  aboveWhole: {
    status: 400,
    zh: (e: { name: string; value: number; unit: string; highest: number }) =>
      `“${e.name}”的分解值 ${e.value}${e.unit} 超过 ${e.highest}${e.unit}，部分不能大于全部。请核对数值和单位。`,
    en: (e) =>
      `The share of “${e.name}”, ${e.value} ${e.unit}, is above ${e.highest} ${e.unit}: more than the whole. Check the value and its unit.`,
  },
  tooLarge: {
    status: 400,
    zh: (e: { name: string }) => `“${e.name}”的分解值太大，无法准确保存。请核对位数和单位。`,
    en: (e) => `The share of “${e.name}” is too large to be kept exactly. Check its digits and its unit.`,
  },
  yearNotSettled: {
    status: 409,
    zh: (e: { year: number }) => `${e.year} 年还没有分年值，不能分解到单位。请先把目标按年分解。`,
    en: (e) => `${e.year} has no value yet that could be shared out. Break the target down by year first.`,
  },
  reasonNeeded: {
    status: 400,
    zh: (_: Record<never, never>) => '此前已经作过分解，改动要写明理由。请填写理由。',
    en: () => 'There is a breakdown in force. Give the reason for changing it.',
  },
  statisticNeeded: {
    status: 400,
    zh: (_: Record<never, never>) => '按统计数分解要选一项统计数，例如常住人口。请选择。',
    en: () => 'A breakdown by statistic names the statistic, such as residents. Choose one.',
  },
  statisticOfUnits: {
    status: 400,
    zh: (_: Record<never, never>) => '统计数按单位登记，不能用来按年分解。请改用平均或手工分解。',
    en: () => 'Statistics are of units and say nothing about years. Share equally or by hand.',
  },
  statisticNegative: {
    status: 409,
    zh: (e: { label: string }) => `统计数“${e.label}”中有负数，不能按比例分解。请先更正统计数。`,
    en: (e) => `The statistic “${e.label}” has a negative value and gives no proportions. Correct it first.`,
  },
})

export const weightErrors = defineErrors('weight', {
  over: {
    status: 400,
    zh: (e: { sum: number }) => `权重合计 ${e.sum}%，超过 100%。请调低后再保存。`,
    en: (e) => `The weights add up to ${e.sum} %, more than 100 %. Lower them and save again.`,
  },
  notOfTarget: {
    status: 400,
    zh: (e: { id: string }) => `任务“${e.id}”与这个目标没有关联，不能设权重。请只填关联任务。`,
    en: (e) => `Task “${e.id}” does not serve this target and takes no weight. Give weights to its tasks only.`,
  },
  twice: {
    status: 400,
    zh: (e: { number: number }) => `任务 ${e.number} 填了两次。请合并为一行。`,
    en: (e) => `Task ${e.number} is given twice. Put it into one row.`,
  },
})

export const baselineErrors = defineErrors('baseline', {
  inFuture: {
    status: 400,
    zh: (e: { on: string; today: string }) => `基期 ${e.on} 晚于今天（${e.today}）。基期是已经过去的一天，请更正。`,
    en: (e) => `The baseline date ${e.on} is after today (${e.today}). A baseline lies in the past.`,
  },
  countsFromNothing: {
    status: 400,
    zh: (e: { name: string }) => `“${e.name}”是建设期内累计或年度指标，从零计起，没有基期值。`,
    en: (e) => `“${e.name}” counts from nothing (within the programme or a year) and has no baseline.`,
  },
})

export const dateErrors = defineErrors('date', {
  noSuchDay: {
    status: 400,
    zh: (e: { date: string }) => `“${e.date}”不是日历上的一天。请按 2026-11-25 的格式填写。`,
    en: (e) => `“${e.date}” is not a day of the calendar. Write it like 2026-11-25.`,
  },
})
