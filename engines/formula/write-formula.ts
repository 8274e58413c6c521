import type { Formula } from './formula.types.ts'
import { isLeaf, type LeafFormula } from './leaves.ts'
import { conditionIn, formulaIn, given, windowIn } from './parameters.ts'
import { fieldWords, figureWords } from './print-condition.ts'
import { perWords, unitOf } from './units.ts'
import type { Words, World } from './world.types.ts'

/** A formula as people write it: `高价值发明专利（件） ÷ 常住人口（万人）`. */
export function writtenFormula(formula: Formula, world: World): string {
  return written(formula, world, false)
}

function written(formula: Formula, world: World, inside: boolean): string {
  const plain = formulaIn(formula, world.parameters)
  const of = (part: Formula) => written(part, world, true)
  const bracketed = (text: string) => (inside ? `（${text}）` : text)
  if (isLeaf(plain)) return `${leafLabel(plain, world).zh}（${plain.unit}）`
  switch (plain.measure) {
    case 'number':
      return figureWords(given(plain.value, world.parameters), plain.unit)
    case 'indicator':
      return `【${world.indicators.get(plain.id)?.label ?? plain.id}】`
    case 'ratio':
      return bracketed(`${of(plain.of)} ÷ ${of(plain.to)}`)
    case 'share':
      return bracketed(`${of(plain.of)} ÷ ${of(plain.to)} × 100%`)
    case 'per': {
      const residents = formulaIn(plain.residents, world.parameters)
      const words = perWords(
        plain.per,
        unitOf(residents, world, () => {}),
      )
      const bottom = isLeaf(residents)
        ? `${leafLabel(residents, world).zh}（${words}）`
        : `${of(residents)}（${words}）`
      return bracketed(`${of(plain.of)} ÷ ${bottom}`)
    }
    case 'growth':
      return bracketed(`${of(plain.of)} 比 ${plain.months} 个月前增长 %`)
    case 'add':
      return bracketed(plain.parts.map(of).join(' + '))
    case 'subtract':
      return bracketed(`${of(plain.of)} − ${of(plain.take)}`)
    case 'scale':
      return `${of(plain.of)}〔${plain.unit}〕`
  }
}

/** What a leaf is called: by the conditions that have names, its register and its window. */
export function leafLabel(leaf: LeafFormula, world: World): Words {
  if (leaf.measure === 'latest') return { zh: leaf.series, en: leaf.series }
  const register = world.registers.get(leaf.register)
  const names = namesOf(leaf, world)
  const window = windowIn(leaf.window, world.parameters)
  const grown = windowNames[window.kind]
  const field = leaf.measure === 'count' ? { zh: '', en: '' } : fieldWords(leaf.register, leaf.field, world)
  const measured = leaf.measure === 'average' ? { zh: `平均${field.zh}`, en: `mean ${field.en}` } : field
  return {
    zh: `${grown.zh}${countedWords(
      names.map(({ zh }) => zh),
      register?.recordLabel ?? register?.label ?? leaf.register,
    )}${measured.zh === '' ? '' : `的${measured.zh}`}`,
    en: [grown.en, ...names.map(({ en }) => en.toLowerCase()), register?.labelEn ?? leaf.register, measured.en]
      .filter((word) => word !== '')
      .join(' '),
  }
}

/** 企业的专利; and 有效的高价值发明专利, which says already what it is. */
function countedWords(names: readonly string[], noun: string): string {
  const says = names.at(-1)?.endsWith(noun) === true
  return [...names.slice(0, says ? -1 : undefined).map((name) => `${name}的`), says ? names.at(-1) : noun].join('')
}

const windowNames: Readonly<Record<string, Words>> & Record<ReturnType<typeof windowIn>['kind'], Words> = {
  stock: { zh: '', en: '' },
  sinceStart: { zh: '新增', en: 'new' },
  ever: { zh: '累计', en: 'cumulative' },
  year: { zh: '当年', en: 'annual' },
  months: { zh: '近期', en: 'recent' },
  latest: { zh: '最近', en: 'latest' },
}

function namesOf(leaf: Exclude<LeafFormula, { readonly measure: 'latest' }>, world: World): readonly Words[] {
  if (leaf.where === undefined) return []
  const top = conditionIn(leaf.where, world.parameters)
  const parts = 'all' in top ? top.all.map((part) => conditionIn(part, world.parameters)) : [top]
  const register = world.registers.get(leaf.register)
  return parts.flatMap((part): readonly Words[] => {
    if ('named' in part) {
      const named = register?.conditions.get(part.named)
      return named === undefined ? [] : [{ zh: named.label, en: named.labelEn }]
    }
    if ('is' in part && typeof part.is === 'string') {
      const choice = register?.fields.get(part.field)?.choices?.find(({ value }) => value === part.is)
      return choice === undefined ? [] : [{ zh: choice.label, en: choice.labelEn }]
    }
    return []
  })
}
