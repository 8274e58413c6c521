import { loadCounty } from '@qiangxian/counties/load-county'
import { civilDateInChina } from '@qiangxian/kernel/clock/civil-date'
import {
  checkIdentifiers,
  type IdentifierCheck,
  type IdentifierTypeName,
  identifierTypeNames,
  readingFacts,
} from '@qiangxian/modules/management/identifiers/check-identifiers'
import { countyFacts } from '@qiangxian/server/county-facts'
import { type Call, textOf } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { placeOf } from '../open-place.ts'
import { qxErrors } from '../qx-errors.ts'
import { tableOf } from '../terminal/table.ts'

/**
 * `qx check [VALUE…] --type …`: reads identifiers, from standard input one a line where none is given, and says of each
 * whether it is valid. Asks no database.
 *
 * Ends with 0 when it could look, whatever it found; with `--strict` a value that is not valid makes it 1.
 *
 * @throws qx.unknownIdentifierType
 */
export async function checkValues(call: Call): Promise<ExitCode> {
  const wanted = textOf(call, 'type') ?? ''
  const type = identifierTypeNames.find((name) => name === wanted)
  if (type === undefined) throw qxErrors.unknownIdentifierType({ type: wanted, known: identifierTypeNames })
  const values = await valuesOf(call)
  const checks = checkIdentifiers(type, values, await factsFor(type, call))
  if (checks.length > 0) call.terminal.print(call.json ? asLines(checks) : asTable(checks, call))
  const isStrict = call.values['strict'] === true
  return isStrict && checks.some(({ valid }) => !valid) ? exitCodes.refused : exitCodes.done
}

async function valuesOf({ values, terminal }: Call): Promise<readonly string[]> {
  const given = values['values']
  if (Array.isArray(given)) return given.map(String)
  const text = Buffer.from(await terminal.readInput()).toString('utf8')
  // A byte order mark belongs to the file, and an empty line to nobody.
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
}

async function factsFor(type: IdentifierTypeName, call: Call) {
  const today = civilDateInChina(new Date())
  // Only works ask the county anything, and its folder takes a moment to read.
  if (type !== 'work') return { today }
  return readingFacts(countyFacts(await loadCounty(placeOf(call).countyDir), false), today)
}

function asLines(checks: readonly IdentifierCheck[]): string {
  return checks.map((check) => JSON.stringify(check)).join('\n')
}

function asTable(checks: readonly IdentifierCheck[], { language, terminal }: Call): string {
  const zh = language === 'zh'
  const verdict = ({ reason }: IdentifierCheck) => {
    if (reason === null) return zh ? '有效' : 'valid'
    if (reason === 'checkMismatch') return zh ? '校验位不符' : 'check does not fit'
    return zh ? '格式不符' : 'not of this form'
  }
  return tableOf(
    checks,
    [
      { title: zh ? '所写' : 'Written', cell: ({ value }) => value },
      { title: zh ? '结果' : 'Result', cell: verdict },
      { title: zh ? '规范写法' : 'Canonical', cell: ({ normalized }) => normalized ?? '', whole: true },
      { title: zh ? '说明' : 'What to do', cell: ({ message }) => message?.[language] ?? '' },
    ],
    terminal.columns,
  )
}
