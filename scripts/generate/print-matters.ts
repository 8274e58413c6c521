import { statesOf } from '@qiangxian/kernel/matters/chart/states'
import { presentForm } from '@qiangxian/kernel/matters/form/present-form'
import { wordsHere } from '@qiangxian/kernel/matters/guide-words'
import type { ActBy, LimitDeclaration, MatterDeclaration, WrittenValue } from '@qiangxian/kernel/matters/matter.types'
import type { Matters } from '@qiangxian/kernel/matters/matters'

interface Page {
  readonly path: string
  readonly text: string
}

const head = '<!-- Printed by scripts/generate.ts from the declarations. Do not edit. -->'

/** A page of the documentation for each matter, and one that lists them. */
export function printMatters(matters: Matters): readonly Page[] {
  return [
    { path: 'docs/matters/README.md', text: printIndex(matters) },
    ...matters.all.map((declaration) => ({
      path: `docs/matters/${declaration.id}.md`,
      text: printMatter(matters, declaration),
    })),
  ]
}

function printIndex({ all }: Matters): string {
  const rows = all.map(
    ({ id, label, labelEn, systems, about, states }) =>
      `| [${label}](${id}.md) | ${labelEn} | ${systems.join(' ')} | ${Object.keys(states).length} | ${cell(about)} |`,
  )
  return `${head}

# 事项 Matters

每个事项只声明一次；办事指南、表单、接口、办件队列、环节、时限、文书、写入的台账和本页都由声明产生。
Each matter is declared once; guide, form, interface, queues, states, limits, documents, register entries and this page come from the declaration.

| 事项 | matter | 系统 system | 环节 states | 用途 |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

function printMatter(matters: Matters, declaration: MatterDeclaration): string {
  const { label, labelEn, about, guide, sources, changes = [], archive } = declaration
  const parts = [
    `${head}\n\n# ${label} ${labelEn}\n\n${about}`,
    list([
      `服务对象：${guide.forWhom.map((each) => parties[each]).join('、')}`,
      `收费：${guide.fee.charged ? `${guide.fee.standard}（${guide.fee.basis}）` : '不收费'}`,
      `到现场：${guide.visits} 次${guide.visitReason === undefined ? '' : `（${guide.visitReason}）`}`,
      `结果：${guide.result.label}（${guide.result.delivery.join('、')}）`,
      `通常结果：${guide.likelyOutcome}`,
      `保管期限：${archive.years === 'permanent' ? '永久' : `${archive.years} 年`}（${archive.category}）`,
    ]),
    section('条件', list(guide.conditions.map((each) => wordsHere(each, declaration.parameters, { parameters: [] })))),
    section('表单 form', formTable(matters, declaration)),
    section('材料 materials', materialTable(declaration)),
    section('环节和办理 states and acts', actTable(declaration)),
    section('时限 limits', limitTable(matters, declaration)),
    section(
      '文书 documents',
      table(
        ['文书', 'id', '字号', '标题'],
        Object.entries(declaration.documents).map(([id, each]) => [each.label, `\`${id}\``, each.number, each.title]),
      ),
    ),
    section('写入台账 register entries', writeTable(matters, declaration)),
    section('法律变化', list(changes.map(({ from, what }) => `${from} 起：${what}`))),
    section(
      '依据 sources',
      list(
        sources.map(
          ({ instrument, article, certainty }) =>
            `${instrument}${article}${certainty === 'recalled' ? '（凭记忆，待核对）' : ''}`,
        ),
      ),
    ),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const parties = {
  person: '个人',
  enterprise: '企业',
  institution: '事业单位',
  organisation: '社会组织',
  government: '机关',
} as const

function formTable({ registers }: Matters, declaration: MatterDeclaration): string {
  return table(
    ['步骤', '字段', 'field', '必填', '从哪里带出', '保护'],
    presentForm(registers, declaration).flatMap((step) =>
      step.fields.map((field) => [
        step.label,
        field.label,
        `\`${field.name}\``,
        field.required ? '是' : '',
        field.prefilledFrom ?? '',
        field.isSealed ? '封存' : (protection[field.sensitivity] ?? ''),
      ]),
    ),
  )
}

const protection: Readonly<Record<string, string>> = { personal: '个人信息', sensitive: '敏感个人信息' }

function materialTable({ materials }: MatterDeclaration): string {
  return table(
    ['材料', 'id', '要求', '份数', '说明'],
    materials.map(({ id, label, necessity, copies, notes, shared, sealed }) => [
      ...[label, `\`${id}\``, necessities[necessity], String(copies)],
      [sealed === true ? '封存保管，写明理由才能打开' : undefined, notes, shared?.says]
        .flatMap((each) => each ?? [])
        .join('；'),
    ]),
  )
}

const necessities = { required: '必交', optional: '可选', later: '容缺后补' } as const

function actTable(declaration: MatterDeclaration): string {
  const states = statesOf(declaration)
  const rows = [...states.values()]
    .filter(({ name }) => name in declaration.states || states.get(name)?.parent !== undefined)
    .flatMap(({ name, state, isEnd }): string[][] => {
      const acts = Object.entries(state.acts ?? {})
      const where = `${state.label} \`${name}\``
      if (acts.length === 0)
        return [
          [where, isEnd ? '—' : '（各分支办完后）', '', state.then === undefined ? '' : labelOf(state.then), '', ''],
        ]
      return acts.map(([act, { label, by, to, guards = [], issues }], at) => [
        at === 0 ? where : '',
        `${label} \`${act}\``,
        by.map((each) => actors[each]).join('、'),
        to === undefined ? '（不变）' : labelOf(to),
        guards.map((guard) => `\`${guard}\``).join(' '),
        issues === undefined ? '' : (declaration.documents[issues]?.label ?? issues),
      ])
    })
  return table(['环节', '办理', '谁', '到', '条件', '文书'], rows)

  function labelOf(state: string): string {
    return states.get(state)?.state.label ?? state
  }
}

const actors: Readonly<Record<ActBy, string>> = {
  applicant: '申请人',
  handler: '承办人',
  head: '负责人',
  window: '窗口',
  expert: '专家',
  clock: '到期自动',
}

function limitTable({ rules }: Matters, { limits }: MatterDeclaration): string {
  return table(
    ['时限', '规则', '法定', '承诺', '依据'],
    limits.map(({ label, rule, promised }: LimitDeclaration) => {
      const version = rules.find(rule)?.history.at(-1)
      const source = version === undefined ? '' : `${version.source.instrument}${version.source.article}`
      return [label, `\`${rule}\``, lengthOf(version?.length), lengthOf(promised), source]
    }),
  )
}

function lengthOf(length: LimitDeclaration['promised']): string {
  return length === undefined ? '' : `${length.n} ${units[length.unit]}`
}

const units = { hour: '小时', calendarDay: '日', workingDay: '个工作日', month: '个月', year: '年' } as const

function writeTable({ registers }: Matters, { writes }: MatterDeclaration): string {
  return table(
    ['何时', '台账', '字段', '取自'],
    writes.flatMap(({ on, register, values }) =>
      Object.entries(values).map(([field, source], at) => [
        at === 0 ? `\`${on}\`` : '',
        at === 0 ? (registers.find(register)?.declaration.label ?? register) : '',
        registers.find(register)?.fields.get(field)?.field.label ?? field,
        sourceOf(source),
      ]),
    ),
  )
}

function sourceOf(source: WrittenValue): string {
  if ('form' in source) return `表单 \`${source.form}\``
  if ('input' in source) return `办理时填写 \`${source.input}\``
  return 'literal' in source ? String(source.literal) : `办件 \`${source.fact}\``
}

function section(title: string, body: string): string {
  return body === '' ? '' : `## ${title}\n\n${body}`
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

function cell(words: string): string {
  return words.replaceAll('|', '／').replaceAll('\n', ' ')
}
