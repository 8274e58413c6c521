import { stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { Language } from '@qiangxian/kernel/errors/define-errors'
import { newId } from '@qiangxian/kernel/ids/new-id'
import { advanceRun } from '@qiangxian/kernel/imports/advance-run'
import { importOperations } from '@qiangxian/kernel/imports/import.operations'
import type { ImportFault, ImportRun } from '@qiangxian/kernel/imports/imports.schemas'
import { execute, type Request } from '@qiangxian/kernel/operations/execute'
import type { Operation } from '@qiangxian/kernel/operations/operation'
import type { Register } from '@qiangxian/kernel/registers/registers'
import { registers } from '@qiangxian/server/declarations'
import type { OpenPlatform } from '@qiangxian/server/open-platform'
import { type Call, textOf } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { withPlatform } from '../open-place.ts'
import { operatorOfMachine } from '../operator.ts'
import { fileTrouble, readNamedFile } from '../read-file.ts'
import { presentOutput } from '../terminal/present-output.ts'
import { receive } from './run-operation.ts'

/** faulty rows whose faults are printed; all of them are had by `qx import faulty-rows` */
const mostFaultyRows = 1_000
const workStatuses: readonly ImportRun['status'][] = ['reading', 'committing', 'undoing']

/**
 * `qx import FILE --register NAME`: what a file would bring to a register, and with `--commit` brings it.
 *
 * Standard output is one answer, with `--json` one JSON object and nothing else. Ends with 0 when the file could be read,
 * whatever was found in its rows; with `--strict` a faulty row makes it 1. A file that cannot be read, or whose columns
 * somebody has to name first, ends with 1.
 *
 * @throws qx.fileNotFound, register.unknown, and the errors of imports
 */
export async function importFile(call: Call): Promise<ExitCode> {
  const file = textOf(call, 'file') ?? '-'
  const register = registerCalled(textOf(call, 'register') ?? '')
  const map = textOf(call, 'map')
  // Before the database is asked for: a mistyped path is answered at once.
  if (file !== '-') await stat(file).catch((cause) => Promise.reject(fileTrouble(file, cause)))
  const mapText = map === undefined ? undefined : Buffer.from(await readNamedFile(map, call.terminal)).toString('utf8')
  const isCommit = call.values['commit'] === true
  const { summary, run } = await withPlatform(call, async (platform) => {
    const upload = await receive(platform, file, uploadOf(operation('import.start')), call.terminal)
    const started = await perform(
      platform,
      call,
      'import.start',
      {
        register: register.id,
        ...(mapText === undefined ? {} : { map: mapText }),
        ...(call.values['createNames'] === false ? { createNames: false } : {}),
      },
      { upload },
    )
    let current = await workOn(platform, call, started as ImportRun)
    if (isCommit && current.status === 'ready') {
      current = (await perform(platform, call, 'import.begin-commit', { runId: current.id })) as ImportRun
      current = await workOn(platform, call, current)
    }
    return { run: current, summary: await summaryOf(platform, call, current) }
  })
  say(call, run, isCommit)
  call.terminal.print(
    call.json
      ? JSON.stringify(summary, null, 2)
      : presentOutput(summary, { language: call.language, width: call.terminal.columns }),
  )
  const isDone = run.status === (isCommit ? 'committed' : 'ready') && run.trouble === null
  const isStrict = call.values['strict'] === true
  return !isDone || (isStrict && run.counts.faulty > 0) ? exitCodes.refused : exitCodes.done
}

/**
 * The register that is meant: by its id, by the same in the plural (`patents`), or by its name.
 *
 * @throws register.unknown
 */
function registerCalled(name: string): Register {
  const asked = name.trim().toLowerCase()
  const singular = asked.replace(/ies$/, 'y').replace(/s$/, '')
  const found =
    registers.find(asked) ??
    registers.find(singular) ??
    registers.all.find(({ declaration: { label, recordLabel, labelEn } }) =>
      [label, recordLabel, labelEn.toLowerCase()].includes(asked),
    )
  return found ?? registers.get(name)
}

/**
 * Has the run go on until it waits for a person. A server on the same data may have taken it in hand already: then its
 * work is waited for.
 */
async function workOn(platform: OpenPlatform, call: Call, run: ImportRun): Promise<ImportRun> {
  let current = run
  while (workStatuses.includes(current.status)) {
    const occasion = { request: requestOf(platform, call), signal: new AbortController().signal }
    const isDone = await advanceRun(platform, registers, occasion, run.id)
    if (!isDone) await setTimeout(300)
    current = (await perform(platform, call, 'import.get', { runId: run.id })) as ImportRun
  }
  return current
}

async function summaryOf(platform: OpenPlatform, call: Call, run: ImportRun) {
  const faulty: ImportFault[] = []
  let after: string | null = null
  for (let rows = 0; rows < mostFaultyRows; ) {
    const page = (await perform(platform, call, 'import.rows', {
      runId: run.id,
      verdict: 'faulty',
      ...(after === null ? {} : { after }),
    })) as { rows: { faults: ImportFault[] }[]; next: string | null }
    faulty.push(...page.rows.flatMap(({ faults }) => faults))
    rows += page.rows.length
    after = page.next
    if (after === null) break
  }
  const { counts } = run
  return {
    new: counts.new,
    changed: counts.changed,
    same: counts.same,
    doubtful: counts.doubtful,
    faulty: faulty.map(({ sheet, row, column, value, code, message, remedy }) => ({
      sheet,
      row,
      column,
      value,
      code,
      remedy: `${asSentence(message[call.language], call.language)}${remedy[call.language]}`,
    })),
    faultyRows: counts.faulty,
    runId: run.id,
    status: run.status,
  }
}

/** What a person should know besides the counts, on standard error. */
function say({ terminal, language }: Call, run: ImportRun, isCommit: boolean): void {
  const zh = language === 'zh'
  if (run.trouble !== null) terminal.say(run.trouble[language])
  if (run.status === 'mapping') {
    const missing = run.missingFields.map(({ field, label }) => `${label}（${field}）`).join('、')
    terminal.say(
      zh
        ? `没有认出这些项目的列：${missing}。请用 --map 指定列名对应的字段，或在网页上指定。`
        : `No columns were recognised for: ${missing}. Name them with --map, or on the page of the import.`,
    )
  } else if (run.status === 'ready' && !isCommit) {
    terminal.say(
      zh
        ? `只作了检查，名录没有变化。加 --commit 写入，或：qx import commit ${run.id}`
        : `Checked only; the register is as it was. Write it with --commit, or: qx import commit ${run.id}`,
    )
  }
}

const byId = new Map<string, Operation>(importOperations(registers).map((each) => [each.id, each]))

function operation(id: string): Operation {
  const found = byId.get(id)
  if (found === undefined) throw new Error(`there is no operation ${id}`)
  return found
}

function uploadOf(start: Operation) {
  return start.kind === 'command' ? start.upload : undefined
}

function requestOf(platform: OpenPlatform, call: Call): Request {
  return { actor: operatorOfMachine(), requestId: newId(platform.now()), language: call.language }
}

function perform(
  platform: OpenPlatform,
  call: Call,
  id: string,
  input: object,
  extra: Partial<Request> = {},
): Promise<unknown> {
  return execute(platform, operation(id), { ...requestOf(platform, call), ...extra }, input)
}

/** What is wrong, ended as a sentence, so that the remedy can follow it. */
function asSentence(text: string, language: Language): string {
  if (language === 'zh') return /[。！？]$/.test(text) ? text : `${text}。`
  return /[.!?]$/.test(text) ? `${text} ` : `${text}. `
}
