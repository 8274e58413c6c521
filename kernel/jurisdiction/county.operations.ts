import Type from 'typebox'
import { defineQuery } from '../operations/operation.ts'

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
  output: Type.Object({
    parameters: Type.Array(
      Type.Object({
        key: Type.String(),
        label: Type.String(),
        unit: Type.String(),
        value: Type.Union([Type.Number(), Type.Boolean(), Type.String(), Type.Array(Type.Number()), Type.Null()]),
        isDefault: Type.Boolean(),
        about: Type.Array(Type.String()),
        source: Type.String(),
        note: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
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
