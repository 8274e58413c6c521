import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { MatterDeclaration } from './matter.types.ts'

type Parameters = MatterDeclaration['parameters']

/**
 * Words of a guide with the county's own numbers in the place of `{parameter.<key>}`. What nobody has decided yet stands
 * there with its default, and says that it is one.
 *
 * @example wordsHere('达到{parameter.a}的', { a: { otherwise: 10_000_000, unit: '元' } }, { parameters: [] })
 * // '达到1000万元（默认值，待本市确认）的'
 */
export function wordsHere(text: string, declared: Parameters, { parameters }: Pick<CountyFacts, 'parameters'>): string {
  return text.replaceAll(placeholder, (whole, key: string) => {
    const known = declared?.[key]
    if (known === undefined) return whole
    const here = parameters.find((parameter) => parameter.key === key)
    const isDecided = typeof here?.value === 'number'
    const amount = amountWords(typeof here?.value === 'number' ? here.value : known.otherwise, known.unit)
    return isDecided && !here.isDefault ? amount : `${amount}（默认值，待本市确认）`
  })
}

/** The same words for those who look for them, to whom the number says nothing. */
export function wordsAnywhere(text: string): string {
  return text.replaceAll(placeholder, '')
}

/** Keys that words of a guide name. */
export function parametersNamed(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].flatMap(([, key]) => (key === undefined ? [] : [key]))
}

const placeholder = /\{parameter\.([a-z0-9.-]+)\}/g

function amountWords(value: number, unit: string): string {
  return unit === '元' && value >= 10_000 && value % 1_000 === 0 ? `${value / 10_000}万元` : `${value}${unit}`
}
