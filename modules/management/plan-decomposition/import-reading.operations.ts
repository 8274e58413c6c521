import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import Type, { type Static } from 'typebox'
import { getImport, listImports, listItems } from './plan-import.queries.ts'
import { ImportDetail, ImportRow } from './plan-import.schemas.ts'
import { presentImport, presentRow } from './present-import.ts'

export const listPlanImports = defineQuery({
  id: 'planImport.list',
  label: { zh: '导入列表', en: 'List imports' },
  about: {
    zh: '上传的方案和修订，及各自还有多少未处理。',
    en: 'Uploaded plans and amendments, and what is open in each.',
  },
  permission: 'plan.review',
  route: { method: 'GET', path: '/plan-imports' },
  cli: 'plan imports',
  input: Type.Object({}),
  output: Type.Object({ imports: Type.Array(ImportRow) }),
  run: async (context) => {
    const rows: Static<typeof ImportRow>[] = []
    for (const stored of await listImports(context)) {
      rows.push(presentRow(stored, await listItems(context, stored.id)))
    }
    return { imports: rows }
  },
})

export const showPlanImport = defineQuery({
  id: 'planImport.show',
  label: { zh: '查看导入', en: 'Show an import' },
  about: {
    zh: '原文、读出的各项、单位对应和尚未处理的事。',
    en: 'The text, what was read, unit matches and what is open.',
  },
  permission: 'plan.review',
  route: { method: 'GET', path: '/plan-imports/:importId' },
  cli: 'plan import-show',
  input: Type.Object({ importId: Id }),
  output: ImportDetail,
  run: async (context, { importId }) => presentImport(context, await getImport(context, importId)),
})
