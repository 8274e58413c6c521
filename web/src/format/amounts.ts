import type { Amount } from '../api/types.gen.ts'
import type { Language } from '../i18n/language.ts'

type AmountLike = Pick<Amount, 'comparator' | 'value' | 'valueHigh' | 'unit'> & Partial<Amount>

const symbols = { gte: '≥', gt: '＞', eq: '＝', lte: '≤', lt: '＜', range: '' } as const
const words = {
  zh: { gte: '达', gt: '超', eq: '为', lte: '不超过', lt: '低于', range: '' },
  en: { gte: 'at least', gt: 'more than', eq: 'exactly', lte: 'at most', lt: 'less than', range: 'between' },
} as const

const figures = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 })

/** Units in which things are counted one by one, so that the next value after 70 is 71. */
const countedUnits = new Set(['件', '家', '个', '人', '人次', '项', '次', '场', '名', '所', '次/年', '场/年'])

/** A figure with thousands separators, never rounded to fewer than four decimals. */
export function formatFigure(value: number): string {
  return figures.format(value)
}

/** A figure shortened for narrow places: 3.5万, 30.2亿. Below ten thousand it stays as it is. */
export function shortFigure(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e8) return `${trim(value / 1e8)}亿`
  if (size >= 1e4) return `${trim(value / 1e4)}万`
  return formatFigure(value)
}

function trim(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** The figure alone: 3.5, or 5–8 for a range. */
export function amountFigure(amount: AmountLike): string {
  const low = formatFigure(amount.value)
  return amount.valueHigh === null ? low : `${low}–${formatFigure(amount.valueHigh)}`
}

export function comparatorSymbol(amount: AmountLike): string {
  return symbols[amount.comparator]
}

/** As one says it: 超 70 件, at least 3.5 万件. */
export function amountInWords(amount: AmountLike, language: Language): string {
  const figure = amount.valueHigh === null ? amountFigure(amount) : rangeInWords(amount, language)
  return [words[language][amount.comparator], figure, amount.unit].filter((part) => part !== '').join(' ')
}

function rangeInWords(amount: AmountLike, language: Language): string {
  const joint = language === 'zh' ? '至' : 'and'
  return `${formatFigure(amount.value)} ${joint} ${formatFigure(amount.valueHigh ?? amount.value)}`
}

/** The same amount in the unit that records are counted in, or null when it is printed in that unit already. */
export function exactAmount(amount: Amount): string | null {
  if (amount.unit === amount.baseUnit) return null
  return `${formatFigure(amount.baseValue)} ${amount.baseUnit}`
}

/** From which value on the target counts as met: the sentence behind ≥ and ＞. */
export function whenMet(amount: Amount, language: Language): string {
  const zh = language === 'zh'
  const base = `${formatFigure(amount.baseValue)} ${amount.baseUnit}`
  const counted = countedUnits.has(amount.baseUnit) && Number.isInteger(amount.baseValue)
  const next = `${formatFigure(amount.baseValue + 1)} ${amount.baseUnit}`
  const before = `${formatFigure(amount.baseValue - 1)} ${amount.baseUnit}`
  switch (amount.comparator) {
    case 'gte':
      return zh ? `${base}起达标` : `met from ${base} on`
    case 'gt':
      if (counted) return zh ? `${next}起达标，恰好 ${base}不算` : `met from ${next} on; exactly ${base} does not count`
      return zh ? `大于 ${base}才达标，恰好 ${base}不算` : `met above ${base}; exactly ${base} does not count`
    case 'lte':
      return zh ? `不超过 ${base}达标` : `met up to ${base}`
    case 'lt':
      if (counted) return zh ? `不超过 ${before}达标` : `met up to ${before}`
      return zh ? `小于 ${base}才达标` : `met below ${base}`
    case 'eq':
      return zh ? `恰好 ${base}达标` : `met at exactly ${base}`
    case 'range':
      return zh ? `在 ${amountInWords(amount, 'zh')}之间达标` : `met ${amountInWords(amount, 'en')}`
  }
}
