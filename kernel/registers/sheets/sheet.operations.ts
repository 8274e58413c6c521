import { readAllBytes } from '@qiangxian/engines/tabular/all-bytes'
import Type from 'typebox'
import { fileAnswer } from '../../operations/file-answer.ts'
import { defineQuery, type Operation } from '../../operations/operation.ts'
import { listOrganisations } from '../../parties/party.operations.ts'
import { RegisterId } from '../record-write.operations.ts'
import { withCondition } from '../register.operations.ts'
import { listInput } from '../registers.schemas.ts'
import type { Registers } from '../registers.ts'
import { sightOrThrow } from '../sight.ts'
import { exportRecords } from './export-records.ts'
import { templateOf } from './template.ts'

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const

/** The spreadsheets of registers: to fill in, and to take away. */
export function registerSheetOperations(registers: Registers): readonly Operation[] {
  return [
    defineQuery({
      id: 'register.template',
      label: { zh: '下载导入模板', en: 'Fetch the template of a register' },
      about: {
        zh: '名录的 Excel 模板：表头标明必填，可选内容从下拉列表中选，批注写明怎么填，附填写说明；填好后可直接导入。',
        en: 'A workbook to fill in for an import: required columns are marked, choices stand in the cells, comments say how.',
      },
      permission: 'programme.read',
      route: { method: 'GET', path: '/registers/:register/template' },
      cli: 'register template',
      input: Type.Object({ register: RegisterId }),
      output: fileAnswer(mediaTypes.xlsx),
      run: async (context, input) => {
        const register = registers.get(input.register)
        await sightOrThrow(context, registers, register)
        const units = (await listOrganisations(context.tx, context.jurisdiction))
          .filter(({ dissolvedOn }) => dissolvedOn === null)
          .map(({ name }) => name)
        return {
          fileName: `${register.declaration.label}-导入模板.xlsx`,
          content: await readAllBytes(templateOf(registers, register, units)),
        }
      },
    }),
    defineQuery({
      id: 'register.export',
      label: { zh: '导出名录', en: 'Export a register' },
      about: {
        zh: '把筛选出的记录导出为 xlsx、csv 或 json；另有一页写明范围、截至日和计量单位。导出的文件可以再导入。',
        en: 'The records that are selected as xlsx, csv or json, with a sheet that says which they are. It can be imported again.',
      },
      permission: 'programme.read',
      route: { method: 'GET', path: '/registers/:register/export' },
      cli: 'register export',
      input: Type.Object({
        register: RegisterId,
        ...listInput,
        /** the name of a condition that holds on the day */
        condition: Type.Optional(Type.String({ maxLength: 64 })),
        sort: Type.Optional(Type.String({ maxLength: 64, description: 'field, or -field' })),
        format: Type.Optional(Type.Enum(['xlsx', 'csv', 'json'], { description: 'xlsx unless it says otherwise' })),
      }),
      output: fileAnswer(mediaTypes.xlsx),
      run: async (context, { format = 'xlsx', ...input }) => {
        const register = registers.get(input.register)
        const sight = await sightOrThrow(context, registers, register)
        const asked = { ...input, filters: withCondition(input.filters, input.condition) }
        const bytes = exportRecords(context, registers, register, sight, asked, format)
        return {
          fileName: `${register.declaration.label}-${input.asOf ?? context.today}.${format}`,
          mediaType: mediaTypes[format],
          content: await readAllBytes(bytes),
        }
      },
    }),
  ]
}
