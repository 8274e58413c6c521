import { presentField } from '@qiangxian/kernel/registers/present-register'
import type { Register, Registers } from '@qiangxian/kernel/registers/registers'

interface Page {
  readonly path: string
  readonly text: string
}

const head = '<!-- Printed by scripts/generate.ts from the declarations. Do not edit. -->'

/** A page of the documentation for each register, and one that lists them. */
export function printRegisters(registers: Registers): readonly Page[] {
  return [
    { path: 'docs/registers/README.md', text: printIndex(registers) },
    ...registers.all.map((register) => ({
      path: `docs/registers/${register.id}.md`,
      text: printRegister(registers, register),
    })),
  ]
}

function printIndex({ all }: Registers): string {
  const rows = all.map(
    ({ id, declaration: { label, labelEn, systems, about, fields } }) =>
      `| [${label}](${id}.md) | ${labelEn} | ${systems.join(' ')} | ${Object.keys(fields).length} | ${cell(about)} |`,
  )
  return `${head}

# 名录、登记簿和台账 Registers

每个名录只声明一次；数据表、接口、清单、表单、表格模板、导入导出、权限和本页都由声明产生。
Each register is declared once; table, interface, list, form, spreadsheet, import, export, permissions and this page come from the declaration.

| 名录 | register | 系统 system | 字段 fields | 用途 |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

function printRegister(registers: Registers, register: Register): string {
  const { id, declaration, table, pointedAtBy } = register
  const { label, labelEn, about, source, key, validity, access, retentionYears, unitFrom } = declaration
  const nameOf = (field: string) => declaration.fields[field]?.label ?? field
  const fields = [...register.fields.values()].map(({ name, field, columns }) => {
    const row = presentField(registers, register, name, field)
    return `| \`${name}\` | ${field.label} | ${cell(kindOf(registers, row))} | ${row.required ? '是' : ''} | ${sensitivities[row.sensitivity]} | ${columns.map((column) => `\`${column.name}\``).join(' ')} | ${cell([row.help, row.origin].filter((each) => each !== null).join('；'))} |`
  })
  const conditions = Object.entries(declaration.conditions ?? {}).map(
    ([name, condition]) =>
      `| \`${name}\` | ${condition.label} | ${cell(condition.meaning)} | ${cell(condition.source)} |`,
  )
  const facts = [
    `- 标识 key：${key.length === 0 ? '无，全部字段相同即为同一条' : key.map(nameOf).join(' + ')}`,
    ...(validity === undefined
      ? []
      : [
          `- 效力期 validity：自“${nameOf(validity.from)}”起${validity.until.length === 0 ? '' : `，至 ${validity.until.map((each) => `“${nameOf(each)}”`).join('、')} 中最早的一天（不含）`}`,
        ]),
    ...(unitFrom === undefined ? [] : [`- 考核归属：未填时取“${nameOf(unitFrom)}”第一个所指记录的单位`]),
    `- 公众可见 public：${access.public === 'none' ? '不公开' : access.public.map(nameOf).join('、')}`,
    `- 单位可见 units：${access.units === 'all' ? '全部' : '本单位的'}；可登记、修改 editors：${access.editedBy === 'office' ? '领导小组办公室' : '领导小组办公室，单位可改本单位的'}`,
    `- 保存期限 retention：${retentionYears === null ? '永久' : `结束后 ${retentionYears} 年`}`,
    ...(pointedAtBy.length === 0
      ? []
      : [
          `- 被指向 pointed at by：${pointedAtBy.map((each) => `[${registers.get(each.register).declaration.label}](${each.register}.md)（${registers.get(each.register).declaration.fields[each.field]?.label}）`).join('、')}`,
        ]),
    `- 数据表 tables：\`${table}\`，历次修订在 \`${table}_past\``,
  ]
  return `${head}

# ${label} ${labelEn} \`${id}\`

${about}

依据 source：${source}

${facts.join('\n')}

## 字段 Fields

| 字段 | 名称 | 类型 | 必填 | 敏感级别 | 列 | 说明 |
| --- | --- | --- | --- | --- | --- | --- |
${fields.join('\n')}
${conditions.length === 0 ? '' : `\n## 条件 Conditions\n\n| 条件 | 名称 | 含义 | 依据 |\n| --- | --- | --- | --- |\n${conditions.join('\n')}\n`}`
}

const sensitivities = { open: '公开', internal: '内部', personal: '个人信息', sensitive: '敏感个人信息' } as const

const kinds: Readonly<Record<string, string>> = {
  text: '文字',
  choice: '单选',
  choices: '多选',
  codes: '代码',
  integer: '整数',
  decimal: '小数',
  share: '百分比',
  money: '金额',
  flag: '是否',
  date: '日期',
  link: '关联',
  links: '关联（多个）',
  unit: '单位',
  attachments: '附件',
  point: '坐标',
}

function kindOf(registers: Registers, row: ReturnType<typeof presentField>): string {
  const kind = `${kinds[row.kind] ?? row.kind}`
  if (row.format !== null) return `${kind}：${row.format.label.zh}，如 ${row.format.example}`
  if (row.choices.length > 0)
    return `${kind}：${row.choices.map(({ label }) => label).join('、')}${row.hasHistory ? '（留变更）' : ''}`
  if (row.register !== null) return `${kind}：${registers.get(row.register).declaration.label}`
  if (row.unit !== null) return `${kind}（${row.unit}）`
  if (row.precision !== null && row.precision !== 'day')
    return `${kind}（可只到${row.precision === 'month' ? '月' : '年'}）`
  return kind
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
