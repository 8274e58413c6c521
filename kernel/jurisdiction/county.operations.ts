import Type from 'typebox'
import { defineQuery } from '../operations/operation.ts'

export const ParameterRow = Type.Object({
  key: Type.String(),
  label: Type.String(),
  unit: Type.String(),
  /** null: nobody has decided, and there is no default */
  value: Type.Union([Type.Number(), Type.Boolean(), Type.String(), Type.Array(Type.Number()), Type.Null()]),
  /** the value in words, where it is one of several named choices */
  choice: Type.Union([Type.String(), Type.Null()]),
  /** true until the county has decided */
  isDefault: Type.Boolean(),
  /** codes of the targets and milestones that it bears on; empty when on all */
  about: Type.Array(Type.String()),
  source: Type.String(),
  note: Type.Union([Type.String(), Type.Null()]),
})

export const listParameters = defineQuery({
  id: 'county.parameters',
  label: { zh: '县域参数', en: 'County parameters' },
  about: {
    zh: '法规和方案留给本县决定的数值，注明出处，以及是否仍为默认值。',
    en: 'What law and plan leave to the county, with its source, and whether it is still the default.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/parameters' },
  cli: 'county parameters',
  input: Type.Object({}),
  output: Type.Object({ parameters: Type.Array(ParameterRow) }),
  run: async ({ county }) => ({
    parameters: county.parameters.map((parameter) => ({
      ...parameter,
      about: [...parameter.about],
      value: Array.isArray(parameter.value)
        ? [...parameter.value]
        : (parameter.value as string | number | boolean | null),
    })),
  }),
})
