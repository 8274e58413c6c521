import { foldHeading } from '@qiangxian/engines/tabular/fold-heading'
import Type, { type Static } from 'typebox'
import { insertEvidence } from '../evidence/evidence.operations.ts'
import { evidenceLimitDeclarations } from '../evidence/evidence-limits.ts'
import { newId } from '../ids/new-id.ts'
import { hintJob } from '../jobs/job-hints.ts'
import { defineCommand } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import type { Registers } from '../registers/registers.ts'
import { importJobId } from './import.job.ts'
import { importErrors } from './import-errors.ts'
import { ImportRun, type SheetLayout } from './imports.schemas.ts'
import { applyMap } from './mapping.ts'
import { openRunFile } from './open-run-file.ts'
import { learnedHeadings, recogniseSheets } from './recognise-sheets.ts'
import { getRun, importableUnits, isReadable, presentRun } from './run.ts'
import { bytesOf } from './run-pass.ts'

const Input = Type.Object({
  register: Type.String({ maxLength: 64 }),
  map: Type.Optional(
    Type.String({
      maxLength: 10_000,
      description: 'heading → field as JSON, {"申请号": "applicationNo", "备注": null}',
    }),
  ),
  createNames: Type.Optional(
    Type.Boolean({ description: 'whoever is named and not there becomes a record of their own; true by default' }),
  ),
})

interface Recognised {
  readonly format: ImportRun['format']
  readonly layout: readonly SheetLayout[]
  readonly mapping: readonly SheetLayout[]
  readonly bytes: number
}

/**
 * Begins an import: the file is kept as evidence, its head is recognised, and unless a person has to say what its columns
 * are, the preview begins by itself.
 */
export function startImport(registers: Registers) {
  return defineCommand({
    id: 'import.start',
    label: { zh: '导入文件', en: 'Import a file' },
    about: {
      zh: '上传 xlsx、csv（UTF-8、GB18030）、json 或 WIPO ST.96 文件，识别各列，检查每一行；提交之前名录不变。',
      en: 'Takes xlsx, csv (UTF-8, GB18030), json or WIPO ST.96, recognises its columns and checks each row; the register stays as it is until the import is committed.',
    },
    permission: 'register.edit',
    route: { method: 'POST', path: '/registers/:register/imports' },
    upload: { maximumBytes: evidenceLimitDeclarations.tableBytes.value, kind: 'table' },
    input: Input,
    output: ImportRun,
    prepare: async ({ actor, upload, files, read, county }, input): Promise<Recognised> => {
      const register = registers.get(input.register)
      importableUnits(actor, register)
      if (upload === undefined) throw operationErrors.fileMissing({})
      const map = readMap(input.map)
      const learned = await read((tx) => learnedHeadings(tx, county.jurisdiction, register.id))
      const known = new Map([
        ...learned,
        ...Object.entries(map ?? {}).map(([heading, field]) => [foldHeading(heading), field] as const),
      ])
      const file = await openRunFile(files, upload)
      try {
        const layout = await recogniseSheets(file.table, registers, register, known)
        const mapping = map === undefined ? layout : applyMap(register, layout, map)
        return { format: file.table.format, layout, mapping, bytes: bytesOf(file, { mapping }) }
      } finally {
        await file.close()
      }
    },
    run: async (context, input, { format, layout, mapping, bytes }) => {
      const { tx, jurisdiction, actor, now, upload } = context
      if (upload === undefined) throw operationErrors.fileMissing({})
      const register = registers.get(input.register)
      const evidenceId = await insertEvidence(context, upload, 'import', 'office')
      const id = newId(now)
      const status = isReadable(register, mapping) ? 'reading' : 'mapping'
      await tx
        .insertInto('import_run')
        .values({
          jurisdiction,
          id,
          register: register.id,
          evidence_id: evidenceId,
          sha256: upload.sha256,
          file_name: upload.fileName,
          format,
          status,
          layout: JSON.stringify(layout),
          mapping: JSON.stringify(mapping),
          bytes_total: bytes,
          started_at: now,
          by_account: actor.accountId ?? null,
          by_label: actor.label,
          options: JSON.stringify({ createNames: input.createNames ?? true }),
          allowed_units: importableUnits(actor, register) as string[] | null,
        })
        .execute()
      await context.record({
        subject: { kind: 'import-run', id },
        before: null,
        after: { register: register.id, fileName: upload.fileName, sha256: upload.sha256, format, status },
      })
      if (status === 'reading') context.afterCommit(() => hintJob(jurisdiction, importJobId))
      return presentRun(await getRun(context, id), registers, now)
    },
  })
}

/** @throws import.badMap for what is no JSON object of headings and fields */
function readMap(map: string | undefined): Static<typeof HeadingMap> | undefined {
  if (map === undefined) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(map)
  } catch {
    parsed = undefined
  }
  const isMap =
    typeof parsed === 'object' &&
    parsed !== null &&
    !Array.isArray(parsed) &&
    Object.entries(parsed).every(
      ([heading, field]) => foldHeading(heading) !== '' && (field === null || typeof field === 'string'),
    )
  if (isMap) return parsed as Static<typeof HeadingMap>
  throw importErrors.badMap({
    why: {
      zh: '应为 JSON 对象，列名对应字段名，例如 {"申请号": "applicationNo", "序号": null}。',
      en: 'it must be a JSON object from headings to fields, such as {"申请号": "applicationNo", "序号": null}.',
    },
  })
}

const HeadingMap = Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()]))
