import type { Formula, Source } from './formula.types.ts'
import type { LeafFormula } from './leaves.ts'
import { isLeaf } from './leaves.ts'
import { formulaIn, given, windowIn } from './parameters.ts'
import { conditionInWords, fieldWords, figureWords, joined } from './print-condition.ts'
import { perWords, unitOf } from './units.ts'
import type { Words, World } from './world.types.ts'

/** A formula as a sentence: what is counted, over which days, and what it is divided by. */
export function formulaInWords(formula: Formula, world: World): Words {
  const plain = formulaIn(formula, world.parameters)
  const of = (part: Formula) => formulaInWords(part, world)
  if (isLeaf(plain)) return leafInWords(plain, world)
  switch (plain.measure) {
    case 'number':
      return both(figureWords(given(plain.value, world.parameters), plain.unit))
    case 'indicator': {
      const other = world.indicators.get(plain.id)
      return { zh: `指标“${other?.label ?? plain.id}”`, en: `the indicator “${other?.labelEn ?? plain.id}”` }
    }
    case 'ratio':
    case 'share': {
      const [top, bottom] = [of(plain.of), of(plain.to)]
      const percent = plain.measure === 'share'
      return {
        zh: `${top.zh}，除以${bottom.zh}${percent ? '，以百分比表示' : ''}`,
        en: `${top.en}, divided by ${bottom.en}${percent ? ', in percent' : ''}`,
      }
    }
    case 'per': {
      const [top, bottom] = [of(plain.of), of(plain.residents)]
      const words = perWords(
        plain.per,
        unitOf(plain.residents, world, () => {}),
      )
      return {
        zh: `每${words}对应的：${top.zh}；${words}数取${bottom.zh}`,
        en: `per ${words} of ${bottom.en}: ${top.en}`,
      }
    }
    case 'growth': {
      const inner = of(plain.of)
      return {
        zh: `与 ${plain.months} 个月前相比的增长率：${inner.zh}`,
        en: `growth against ${plain.months} months before of ${inner.en}`,
      }
    }
    case 'add':
      return joined(plain.parts.map(of), '，加上', ', plus ')
    case 'subtract': {
      const [from, take] = [of(plain.of), of(plain.take)]
      return { zh: `${from.zh}，减去${take.zh}`, en: `${from.en}, less ${take.en}` }
    }
    case 'scale': {
      const inner = of(plain.of)
      return { zh: `${inner.zh}，换算为${plain.unit}`, en: `${inner.en}, in ${plain.unit}` }
    }
  }
}

function both(text: string): Words {
  return { zh: text, en: text }
}

function leafInWords(leaf: LeafFormula, world: World): Words {
  if (leaf.measure === 'latest') {
    const since =
      leaf.notBefore === undefined
        ? { zh: '', en: '' }
        : { zh: `，${leaf.notBefore} 及以后的`, en: `, of ${leaf.notBefore} or later` }
    return {
      zh: `最近一次公布的${leaf.ofCounty === true ? '全县（市）' : ''}“${leaf.series}”（${leaf.unit}${since.zh}）`,
      en: `the last published ${leaf.ofCounty === true ? 'county ' : ''}“${leaf.series}” (${leaf.unit}${since.en})`,
    }
  }
  const register = world.registers.get(leaf.register)
  const label = { zh: register?.label ?? leaf.register, en: register?.labelEn ?? leaf.register }
  const where = leaf.where === undefined ? undefined : conditionInWords(leaf.where, leaf.register, world)
  const window = windowInWords(leaf, world)
  const once = onceInWords(leaf, world)
  const records = {
    zh: `“${label.zh}”中${window.zh}${where === undefined ? '' : `、${where.zh}`}的记录${once.zh}`,
    en: `records of “${label.en}” ${window.en}${where === undefined ? '' : ` with ${where.en}`}${once.en}`,
  }
  if (leaf.measure === 'count')
    return { zh: `${records.zh}，计${leaf.unit}数`, en: `the number (${leaf.unit}) of ${records.en}` }
  const field = fieldWords(leaf.register, leaf.field, world)
  return leaf.measure === 'sum'
    ? {
        zh: `${records.zh}，${field.zh}合计（${leaf.unit}${leaf.whenNone === undefined ? '' : '，没有记录时为缺数'}）`,
        en: `the sum of ${field.en} (${leaf.unit}${leaf.whenNone === undefined ? '' : ', missing where there are none'}) over ${records.en}`,
      }
    : {
        zh: `${records.zh}，${field.zh}平均（${leaf.unit}）`,
        en: `the mean of ${field.en} (${leaf.unit}) over ${records.en}`,
      }
}

export function windowInWords(source: Source, world: World): Words {
  const window = windowIn(source.window, world.parameters)
  if (window.kind === 'stock') return { zh: '期末存量', en: 'in stock' }
  const on = fieldWords(source.register, window.on, world)
  switch (window.kind) {
    case 'sinceStart': {
      const from = window.from ?? world.programmeStart
      return { zh: `自 ${from} 起新增（按${on.zh}）`, en: `new since ${from} (by ${on.en})` }
    }
    case 'ever':
      return { zh: `历年累计（按${on.zh}）`, en: `of all years (by ${on.en})` }
    case 'year':
      return { zh: `当年（按${on.zh}）`, en: `of the calendar year (by ${on.en})` }
    case 'months':
      return { zh: `近 ${window.months} 个月（按${on.zh}）`, en: `of the last ${window.months} months (by ${on.en})` }
    case 'latest': {
      const per = joined(
        window.per.map((name) => fieldWords(source.register, name, world)),
        '、',
        ', ',
      )
      return {
        zh: `${per.zh === '' ? '' : `每个${per.zh}`}最近一次（按${on.zh}）`,
        en: `latest${per.en === '' ? '' : ` of each ${per.en}`} (by ${on.en})`,
      }
    }
  }
}

function onceInWords(source: Source, world: World): Words {
  if (source.once === undefined || source.once.length === 0) return { zh: '', en: '' }
  const by = joined(
    source.once.map((name) => fieldWords(source.register, name, world)),
    '、',
    ', ',
  )
  return { zh: `（${by.zh}相同的只计一次）`, en: `, those with the same ${by.en} once` }
}
