import type { Actor } from '../accounts/actor.ts'
import type { Role } from '../accounts/roles.ts'
import { execute } from '../operations/execute.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { inventedRegisters } from './invented-registers.fixture.ts'
import { registerOperations } from './register-operations.ts'
import type { RecordDetail, RecordRow } from './registers.schemas.ts'

/** The kernel with the invented library, and a way to call its operations as somebody. */
export interface Library extends TestKernel {
  readonly units: { readonly town: string; readonly office: string }
  call<Answer>(
    id: string,
    input: Readonly<Record<string, unknown>>,
    role?: Role,
    actor?: Partial<Actor>,
  ): Promise<Answer>
  add(
    register: string,
    values: Readonly<Record<string, unknown>>,
    more?: Readonly<Record<string, unknown>>,
  ): Promise<RecordRow>
  get(register: string, recordId: string, role?: Role): Promise<RecordDetail>
}

export interface Listed {
  readonly rows: readonly RecordRow[]
  readonly next: string | null
  readonly count: number | null
  readonly countIsExact: boolean
  readonly totals: Readonly<Record<string, number>>
}

export async function openLibrary(): Promise<Library> {
  const registers = inventedRegisters()
  const kernel = await openTestKernel({}, { registers })
  const operations = registerOperations(registers)
  const { rows } = await kernel.test.tamper('select id, name from party')
  const idOf = (name: string) => String(rows.find((row) => row.name === name)?.id)
  const call: Library['call'] = async (id, input, role = 'office', actor = {}) => {
    const operation = operations.find((each) => each.id === id)
    if (operation === undefined) throw new Error(`there is no operation ${id}`)
    return (await execute(kernel, operation, requestAs(role, actor), input)) as never
  }
  return {
    ...kernel,
    units: { town: idOf('云亭镇'), office: idOf('演示县工作领导小组办公室') },
    call,
    add: (register, values, more = {}) => call('register.addRecord', { register, values, ...more }),
    get: (register, recordId, role = 'office') => call('register.record', { register, recordId }, role),
  }
}

/** Somebody who reports for a unit. */
export function reporterOf(unitId: string): Partial<Actor> {
  return {
    label: '演示填报人',
    via: 'web',
    accountId: 'a-reporter',
    roles: [{ role: 'unitReporter', partyId: unitId }],
  }
}
