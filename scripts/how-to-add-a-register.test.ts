import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { importOperations } from '@qiangxian/kernel/imports/import.operations'
import { execute } from '@qiangxian/kernel/operations/execute'
import type { Operation } from '@qiangxian/kernel/operations/operation'
import { assembleRegisters } from '@qiangxian/kernel/registers/define-register'
import { generalFormats } from '@qiangxian/kernel/registers/formats/general-formats'
import type { RegisterDeclaration } from '@qiangxian/kernel/registers/register.types'
import { registerOperations } from '@qiangxian/kernel/registers/register-operations'
import type { Registers } from '@qiangxian/kernel/registers/registers'
import { registerSheetOperations } from '@qiangxian/kernel/registers/sheets/sheet.operations'
import { openTestKernel, requestAs, type TestKernel } from '@qiangxian/kernel/testing/test-kernel'
import { registers as declared, formats } from '@qiangxian/modules/declarations.gen'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printDeclarations } from './generate/print-declarations.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const text = readFileSync(join(root, 'docs/how-to-add-a-register.md'), 'utf8')

describe('how to add a register, step by step', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qx-how-to-'))
  let kernel: TestKernel
  let registers: Registers
  let operations: readonly Operation[]
  let index: string

  const { path, code } = fileOfStepTwo()

  beforeAll(async () => {
    // Steps 1 and 2, in a copy of the modules: the file is new, and nothing else is touched.
    const modules = join(folder, 'modules')
    cpSync(join(root, 'modules'), modules, { recursive: true, filter: (from) => !from.includes('node_modules') })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
    // Step 3.
    index = await printDeclarations(modules)
    const written = (await import(pathToFileURL(join(folder, path)).href)) as { readingRoom: RegisterDeclaration }
    // Step 4.
    registers = assembleRegisters({
      registers: [...declared, written.readingRoom],
      formats: [...generalFormats, ...formats],
    })
    kernel = await openTestKernel({}, { registers })
    operations = [
      ...registerOperations(registers),
      ...registerSheetOperations(registers),
      ...importOperations(registers),
    ]
  }, 120_000)
  afterAll(async () => {
    await kernel.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const run = (id: string, input: unknown, role: 'office' | 'public' = 'office') => {
    const operation = operations.find((each) => each.id === id)
    if (operation === undefined) throw new Error(`no operation ${id}: ${operations.map((each) => each.id).join(' ')}`)
    return execute(kernel, operation, requestAs(role), input) as Promise<Record<string, never>>
  }

  it('has five steps and no more', () => {
    expect(text.match(/^\d+\. \*\*/gm)).toHaveLength(5)
  })

  it('finds the new file by its ending', () => {
    expect(index).toContain(`import { readingRoom } from './${path.replace('modules/', '')}'`)
    const listed = /export const registers[^=]*= \[([^\]]*)\]/.exec(index)?.[1]
    expect(listed).toContain('\n  readingRoom,\n')
  })

  it('has a table of its own, with typed columns', async () => {
    const { rows } = await kernel.test.tamper(
      `select column_name, data_type from information_schema.columns where table_name = 'reading_room'
       and column_name in ('name', 'seats', 'opened_on', 'host_id', 'phone_cipher', 'phone') order by 1`,
    )
    expect(rows).toEqual([
      { column_name: 'host_id', data_type: 'text' },
      { column_name: 'name', data_type: 'text' },
      { column_name: 'opened_on', data_type: 'date' },
      { column_name: 'phone_cipher', data_type: 'bytea' },
      { column_name: 'seats', data_type: 'bigint' },
    ])
  })

  it('takes records, lists them, and hides from the public what is not public', async () => {
    const values = { name: '云亭阅览室（演示）', seats: 24, openedOn: '2025-03-01', phone: '13900000000' }
    await run('register.addRecord', { register: 'reading-room', values })
    const seen = JSON.stringify(await run('register.records', { register: 'reading-room' }))
    expect(seen).toContain('云亭阅览室（演示）')
    expect(seen).not.toContain('13900000000')
    const open = JSON.stringify(await run('register.records', { register: 'reading-room' }, 'public'))
    expect(open).toContain('云亭阅览室（演示）')
    expect(open).not.toContain('139')
  })

  it('has a spreadsheet to fill in, and an export', async () => {
    const asked = { 'register.template': {}, 'register.export': { format: 'xlsx' } }
    for (const [id, more] of Object.entries(asked)) {
      const file = (await run(id, { register: 'reading-room', ...more })) as unknown as { content: Uint8Array }
      expect(Buffer.from(file.content.subarray(0, 2)).toString()).toBe('PK')
    }
  })
})

/** The file that step 2 writes: its first line says where. */
function fileOfStepTwo(): { path: string; code: string } {
  const block = /```ts\n([\s\S]*?)```/.exec(text)?.[1]?.replaceAll(/^ {3}/gm, '') ?? ''
  const path = /^\/\/ (modules\/\S+\.register\.ts)$/m.exec(block)?.[1]
  if (path === undefined) throw new Error('step 2 does not say where the file goes')
  return { path, code: block.slice(block.indexOf('\n') + 1) }
}
