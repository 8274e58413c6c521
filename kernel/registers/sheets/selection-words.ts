import { parseFilters } from '../filters.ts'
import type { Selection } from '../list-records.ts'
import type { Filter } from '../registers.schemas.ts'
import type { Register } from '../registers.ts'

const relations: Readonly<Record<Filter['by'], string>> = {
  is: '等于',
  isNot: '不等于',
  in: '是其中之一',
  contains: '含有',
  startsWith: '开头是',
  within: '在范围内',
  isSet: '已填写',
  holds: '包含',
  condition: '符合',
}

/** Which records were selected, in words: a list that lies on a desk says by itself what it is a list of. */
export function selectionWords(
  register: Register,
  { filters, q, unit }: Selection,
  unitName: string | undefined,
): string {
  const parts = parseFilters(filters).map((filter) => filterWords(register, filter))
  if (q !== undefined && q.trim() !== '') parts.push(`搜索“${q.trim()}”`)
  if (unit !== undefined) parts.push(unit === 'none' ? '没有考核归属单位' : `考核归属单位：${unitName ?? unit}`)
  return parts.length === 0 ? '全部记录' : parts.join('；')
}

function filterWords({ declaration }: Register, { field: name, by, value }: Filter): string {
  if (by === 'condition') {
    const label = name === 'in-force' ? '有效' : (declaration.conditions?.[name]?.label ?? name)
    return value === false ? `不符合“${label}”` : `符合“${label}”`
  }
  const field = declaration.fields[name]
  const label = field?.label ?? standardLabels[name] ?? name
  if (by === 'isSet') return `“${label}”${value === false ? '没有填写' : '已填写'}`
  const word = (each: unknown) => {
    const choice =
      field !== undefined && 'choices' in field ? field.choices.find((one) => one.value === each) : undefined
    return each === null ? '不限' : (choice?.label ?? String(each))
  }
  const values = Array.isArray(value) ? value.map(word) : [word(value)]
  return `“${label}”${relations[by]} ${values.join(by === 'within' ? ' 至 ' : '、')}`
}

const standardLabels: Readonly<Record<string, string>> = {
  unitId: '考核归属单位',
  expectedOn: '预计日期',
  recordedAt: '登记时间',
  origin: '来源',
}
