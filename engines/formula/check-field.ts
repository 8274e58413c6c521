import type { FormulaProblem, World, WorldField } from './world.types.ts'

type Report = (problem: FormulaProblem) => void

/** The field that a formula names, if it is there and of a kind that fits; what is wrong is reported. */
export function fieldOfKind(
  name: string,
  register: string,
  kinds: readonly WorldField['kind'][],
  what: { readonly zh: string; readonly en: string },
  { world, problem }: { readonly world: World; readonly problem: Report },
  path: string,
): WorldField | undefined {
  const found = world.registers.get(register)
  const say = (zh: string, en: string) => problem({ path, message: { zh, en } })
  if (found === undefined) {
    say(`没有名录“${register}”。`, `there is no register “${register}”`)
    return undefined
  }
  const field = found.fields.get(name)
  if (field === undefined) {
    say(`“${found.label}”没有字段“${name}”。请从字段列表中选择。`, `“${found.labelEn}” has no field “${name}”`)
    return undefined
  }
  if (field.isPersonal) {
    say(`“${field.label}”是个人信息，不能用于计算。`, `“${field.labelEn}” is personal data and cannot be computed with`)
  } else if (!kinds.includes(field.kind)) {
    say(`“${field.label}”不是${what.zh}，不能这样用。`, `“${field.labelEn}” is not ${what.en}`)
  }
  return field
}

/** A value that is compared with a choice must be one of its choices. */
export function checkChoice(
  field: WorldField | undefined,
  value: unknown,
  say: (report: Report, zh: string, en: string) => void,
  problem: Report,
): void {
  if (field?.choices === undefined || field.choices.some((choice) => choice.value === value)) return
  say(
    problem,
    `“${field.label}”没有选项“${String(value)}”。可选：${field.choices.map(({ value: one, label }) => `${label}（${one}）`).join('、')}。`,
    `“${field.labelEn}” has no choice “${String(value)}”; there are ${field.choices.map(({ value: one }) => one).join(', ')}`,
  )
}
