import type { Field } from '../field.types.ts'
import type { Registers } from '../registers.ts'

/** How a field is filled in, in a sentence: for the comment on its heading and the page of explanations. */
export function howToFill(registers: Registers, field: Field): string {
  const parts = [field.help, byKind(registers, field), sensitivityWords(field)]
  return parts.filter((part) => part !== undefined && part !== '').join('')
}

function byKind(registers: Registers, field: Field): string {
  switch (field.kind) {
    case 'date':
      return { day: '写成 2024-06-12。', month: '写到月，例如 2024-06。', year: '写年份，例如 2024。' }[
        field.precision ?? 'day'
      ]
    case 'money':
      return `以${field.writtenIn}为单位，只填数字。`
    case 'share':
      return '百分数，只填数字：45.5 表示 45.5%。'
    case 'integer':
    case 'decimal':
      return `${field.unit === undefined ? '' : `以${field.unit}为单位，`}只填数字${field.kind === 'integer' ? '，不带小数' : ''}${boundsWords(field)}。没有的留空，0 是数值。`
    case 'flag':
      return '填“是”或“否”。'
    case 'choice':
      return '从下拉列表中选择。'
    case 'choices':
      return '可填几项，用“；”隔开。'
    case 'codes':
      return `可填几个，用“；”隔开。${formatWords(registers, field.format)}`
    case 'links':
      return '填全称；有几个的用“；”隔开，第一个写在最前。'
    case 'link':
      return `填“${registers.find(field.register)?.declaration.label ?? field.register}”里的名称或编号。`
    case 'unit':
      return '填镇、园区、街道或部门的名称。'
    case 'point':
      return '经度在前，例如 119.82, 31.34。'
    case 'text':
      return field.format === undefined ? '' : formatWords(registers, field.format)
    case 'attachments':
      return ''
  }
}

function formatWords(registers: Registers, id: string): string {
  const format = registers.formats.get(id)
  return format === undefined ? '' : `格式：${format.label.zh}，例如 ${format.example}。`
}

function boundsWords({ least, most }: { readonly least?: number; readonly most?: number }): string {
  if (least !== undefined && most !== undefined) return `，在 ${least} 到 ${most} 之间`
  if (least !== undefined) return `，不小于 ${least}`
  return most === undefined ? '' : `，不大于 ${most}`
}

function sensitivityWords({ sensitivity }: Field): string {
  if (sensitivity === 'sensitive') return '敏感个人信息，加密保存，非必要不填。'
  return sensitivity === 'personal' ? '个人信息，加密保存。' : ''
}

/** What may be chosen in the column; empty where anything may stand. */
export function choicesOf(field: Field, units: readonly string[]): readonly string[] {
  switch (field.kind) {
    case 'choice':
      return field.choices.map(({ label }) => label)
    case 'flag':
      return ['是', '否']
    case 'unit':
      return units
    default:
      return []
  }
}

/** A value that shows how to fill in; made up. */
export function exampleOf(registers: Registers, field: Field): string | number {
  switch (field.kind) {
    case 'date':
      return { day: '2024-06-12', month: '2024-06', year: '2024' }[field.precision ?? 'day']
    case 'choice':
      return field.choices[0]?.label ?? ''
    case 'choices':
      return field.choices
        .slice(0, 2)
        .map(({ label }) => label)
        .join('；')
    case 'flag':
      return '是'
    case 'money':
      return 120.5
    case 'integer':
    case 'decimal':
    case 'share':
      return Math.max(field.least ?? 1, Math.min(12, field.most ?? 12))
    case 'codes':
      return registers.formats.get(field.format)?.example ?? ''
    case 'link':
    case 'links':
      return field.kind === 'links' ? '演示甲公司；演示乙公司' : '演示甲公司'
    case 'unit':
      return '演示镇'
    case 'point':
      return '119.82, 31.34'
    case 'text':
      return (
        (field.format === undefined ? undefined : registers.formats.get(field.format)?.example) ?? `演示${field.label}`
      )
    case 'attachments':
      return ''
  }
}
