import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import type { DemoAccount, OpenQuestion, Parameter } from '../county.types.ts'
import { type Entry, problem, repeated } from './entries.ts'
import type { Units } from './units.ts'

export function parameterProblems(entries: readonly Entry<Parameter>[], codes: ReadonlySet<string>): FieldProblem[] {
  return [
    ...repeated(entries, (parameter) => parameter.key, 'key', { zh: '参数', en: 'parameter' }),
    ...entries.flatMap(({ path, value: parameter }) => [
      ...unknownCodes(parameter.about, `${path}/about`, codes),
      ...choiceProblems(parameter, path),
    ]),
  ]
}

function choiceProblems({ key, value, choices }: Parameter, path: string): FieldProblem[] {
  if (choices === undefined || choices.some((choice) => choice.value === value)) return []
  const allowed = choices.map((choice) => choice.value)
  return [
    problem(
      `${path}/value`,
      `参数“${key}”的值 ${JSON.stringify(value)} 不在可选值中：${allowed.join('、')}。`,
      `The value ${JSON.stringify(value)} of “${key}” is not one of its choices: ${allowed.join(', ')}.`,
    ),
  ]
}

export function questionProblems(
  entries: readonly Entry<OpenQuestion>[],
  codes: ReadonlySet<string>,
  parameters: ReadonlySet<string>,
): FieldProblem[] {
  return [
    ...repeated(entries, (question) => String(question.number), 'number', { zh: '问题序号', en: 'question number' }),
    ...entries.flatMap(({ path, value: question }) => [
      ...unknownCodes(question.about, `${path}/about`, codes),
      ...question.parameters.flatMap((key, index) =>
        parameters.has(key)
          ? []
          : [
              problem(
                `${path}/parameters/${index}`,
                `没有参数“${key}”。请改正，或在 parameters 中增加。`,
                `There is no parameter “${key}”. Correct the key, or add it to parameters.`,
              ),
            ],
      ),
    ]),
  ]
}

function unknownCodes(about: readonly string[], path: string, codes: ReadonlySet<string>): FieldProblem[] {
  return about.flatMap((code, index) =>
    codes.has(code)
      ? []
      : [
          problem(
            `${path}/${index}`,
            `没有编号为“${code}”的目标或里程碑。请改正编号。`,
            `There is no target or milestone “${code}”. Correct the code.`,
          ),
        ],
  )
}

/** roles of people who come from outside */
const ofNoUnit: ReadonlySet<string> = new Set(['enterprise', 'citizen', 'expert'])

export function demoProblems(entries: readonly Entry<DemoAccount>[], units: Units): FieldProblem[] {
  return [
    ...repeated(entries, (account) => account.login, 'login', { zh: '登录名', en: 'login' }),
    ...entries.flatMap(({ path, value: account }) =>
      account.roles.flatMap(({ role, organisation }, index) => {
        const at = `${path}/roles/${index}/organisation`
        if (organisation !== null) {
          const dead = units.problemsOf([organisation], at).map((one) => ({ ...one, path: at }))
          const foreign =
            role === 'public'
              ? [problem(at, '公众不代表单位，请写 null。', 'The public acts for no unit: write null.')]
              : ofNoUnit.has(role)
                ? [
                    problem(
                      at,
                      '企业、个人和专家不代表本县的单位，请写 null。',
                      'Enterprises, citizens and experts act for no unit of the county: write null.',
                    ),
                  ]
                : []
          return [...dead, ...foreign]
        }
        return role === 'public' || ofNoUnit.has(role)
          ? []
          : [
              problem(
                at,
                `“${account.login}”的角色 ${role} 要写明代表哪个单位。`,
                `The role ${role} of “${account.login}” needs the unit that it acts for.`,
              ),
            ]
      }),
    ),
  ]
}
