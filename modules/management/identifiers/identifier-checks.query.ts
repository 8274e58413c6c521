import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import { Sentence } from '@qiangxian/kernel/progress/progress.schemas'
import Type from 'typebox'
import { checkIdentifiers, identifierTypeNames, readingFacts } from './check-identifiers.ts'

/** As many as an address holds; files of numbers go to `qx check`. */
const MOST_VALUES = 500

export const listIdentifierChecks = defineQuery({
  id: 'identifier.checks',
  label: { zh: '校验编号', en: 'Check identifiers' },
  about: {
    zh: '校验专利号、统一社会信用代码、商标号等编号，给出规范写法；校验位不符的只标出，不更正。命令行为 qx check。',
    en: 'Checks numbers of patents, enterprises, marks and others, and gives their canonical form; a wrong check character is said and not corrected. On the command line: qx check.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/identifiers/:type/checks' },
  input: Type.Object({
    type: Type.Enum([...identifierTypeNames]),
    values: Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: MOST_VALUES }),
  }),
  output: Type.Object({
    checks: Type.Array(
      Type.Object({
        value: Type.String(),
        valid: Type.Boolean(),
        normalized: Nullable(Type.String()),
        reason: Nullable(Type.Enum(['checkMismatch', 'invalidFormat'])),
        message: Nullable(Sentence),
      }),
    ),
  }),
  run: async ({ county, today }, { type, values }) => ({
    checks: [...checkIdentifiers(type, values, readingFacts(county, today))],
  }),
})
