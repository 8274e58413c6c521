import { createHash } from 'node:crypto'
import Type from 'typebox'
import type { Actor, HeldRole } from '../../accounts/actor.ts'
import type { CountyFacts } from '../../jurisdiction/county-facts.ts'
import type { CommandContext } from '../../operations/context.ts'
import { execute } from '../../operations/execute.ts'
import { defineCommand, type Operation } from '../../operations/operation.ts'
import { testCounty } from '../../testing/test-county.ts'
import { openTestKernel, requestAs, type TestKernel } from '../../testing/test-kernel.ts'
import { type ActAsked, actOnMatter } from '../act-on-matter.ts'
import { assembleMatters } from '../assemble-matters.ts'
import { type Application, type BegunMatter, beginMatter } from '../begin-matter.ts'
import type { ActOutcome } from '../carry-out.ts'
import type { MatterEffect } from '../effects.types.ts'
import type { Matters } from '../matters.ts'
import { publicationEffect } from '../publication.ts'
import { registerEntriesEffect } from '../register-entries.ts'
import { syncMatterVersions } from '../version-change/sync-versions.command.ts'
import { inventedGuards, inventedMatterRegisters, inventedMatters, inventedRules } from './invented-matters.ts'

/** Somebody of the invented county; `tea` is its handling unit, `street` another one. */
export type Somebody =
  | 'officer'
  | 'colleague'
  | 'head'
  | 'stranger'
  | 'strangerHead'
  | 'office'
  | 'clerk'
  | 'neighbour'
  | 'resident'
  | 'judge'

const people: Readonly<Record<Somebody, readonly (readonly [role: HeldRole['role'], unit: string | null])[]>> = {
  officer: [['caseOfficer', '园林站']],
  colleague: [['caseOfficer', '园林站']],
  head: [['unitHead', '园林站']],
  stranger: [['caseOfficer', '云亭镇']],
  strangerHead: [['unitHead', '云亭镇']],
  office: [['office', null]],
  clerk: [['windowClerk', '办事大厅']],
  neighbour: [['citizen', null]],
  resident: [['citizen', null]],
  judge: [['expert', null]],
}

/** The engine over a database of its own, with invented matters and people. */
export interface MatterKernel extends TestKernel {
  readonly matters: Matters
  readonly units: Readonly<Record<string, string>>
  actor(who: Somebody): Actor
  /** Runs an operation as somebody. */
  run(who: Somebody | Actor, operation: Operation, input: unknown): Promise<Record<string, never>>
  begin(
    who: Somebody | Actor,
    application: Omit<Application, 'applicant' | 'entrance'> & Partial<Application>,
  ): Promise<BegunMatter>
  act(who: Somebody | Actor, asked: ActAsked): Promise<ActOutcome>
  /** Does something as a command of somebody, in a transaction of its own. */
  command<Result>(who: Somebody | Actor, work: (context: CommandContext) => Promise<Result>): Promise<Result>
}

export async function openMatterKernel(
  changes: {
    readonly matters?: Matters
    readonly effects?: readonly MatterEffect[]
    readonly county?: Partial<CountyFacts>
  } = {},
): Promise<MatterKernel> {
  const matters =
    changes.matters ??
    assembleMatters({
      ...{ matters: inventedMatters, guards: inventedGuards, rules: inventedRules },
      registers: inventedMatterRegisters,
      effects: changes.effects ?? [registerEntriesEffect, publicationEffect],
    })
  const base = testCounty()
  const unit = (key: string, name: string, kind: string) => ({
    ...{ key, parent: 'group', name, shortName: name, kind, aliases: [], members: [] },
  })
  const kernel = await openTestKernel(
    {
      organisations: [
        ...base.organisations,
        unit('gardens', '园林站', 'department'),
        unit('hall', '办事大厅', 'department'),
      ],
      services: {
        halls: [],
        matters: matters.all.map(({ id }) => ({
          ...{ matter: id, organisation: '园林站', itemCode: null, address: null, hours: null, phone: null },
          ...{ complaints: null, promised: {} },
        })),
      },
      ...changes.county,
    },
    { registers: matters.registers },
  )
  const { rows } = await kernel.test.tamper('select id, name from party')
  const units = Object.fromEntries((rows as { id: string; name: string }[]).map(({ id, name }) => [name, id]))
  await kernel.test.tamper(accountsSql(units))
  const actor = (who: Somebody): Actor => ({
    ...{ accountId: `acc-${who}`, sessionId: undefined, label: `${who}（演示）`, via: 'web', address: undefined },
    roles: people[who].map(([role, name]) => ({ role, partyId: name === null ? undefined : units[name] })),
  })
  const run = (who: Somebody | Actor, operation: Operation, input: unknown) => {
    const acting = typeof who === 'string' ? actor(who) : who
    return execute(kernel, operation, { ...requestAs('public'), actor: acting }, input) as Promise<
      Record<string, never>
    >
  }
  const command = async <Result>(who: Somebody | Actor, work: (context: CommandContext) => Promise<Result>) => {
    let result: Result | undefined
    const operation = defineCommand({
      ...{
        id: 'test.matter',
        label: { zh: '试', en: 'Try' },
        about: { zh: '试', en: 'Try' },
        permission: 'service.apply',
      },
      ...{ route: { method: 'POST', path: '/test' }, input: Type.Object({}), output: Type.Object({}) },
      run: async (context) => {
        result = await work(context)
        return {}
      },
    })
    await run(who, operation, {})
    return result as Result
  }
  await run(requestAs('administrator').actor, syncMatterVersions(matters), {})
  return {
    ...kernel,
    matters,
    units,
    actor,
    run,
    command,
    begin: (who, application) => {
      const acting = typeof who === 'string' ? actor(who) : who
      return command(acting, (context) =>
        beginMatter(context, matters, {
          entrance: 'account',
          applicant: {
            label: '张*',
            ...(acting.accountId === undefined ? {} : { account: acting.accountId }),
          },
          ...application,
        }),
      )
    },
    act: (who, asked) => command(who, (context) => actOnMatter(context, matters, asked)),
  }
}

function accountsSql(units: Readonly<Record<string, string>>): string {
  return Object.entries(people)
    .map(([who, roles]) => {
      const account = `insert into account (jurisdiction, id, login, display_name, password_hash, must_change_password, created_at)
        values ('yanshi', 'acc-${who}', '${who.toLowerCase()}', '${who}（演示）', 'x', false, '2026-11-25');`
      const held = roles.map(
        ([role, unit], at) => `insert into account_role (jurisdiction, account_id, role, party_id, ordinal)
          values ('yanshi', 'acc-${who}', '${role}', ${unit === null ? 'null' : `'${units[unit]}'`}, ${at});`,
      )
      return [account, ...held].join('\n')
    })
    .join('\n')
}

/** An evidence row for materials, without a file behind it. */
export async function putEvidence(kernel: MatterKernel, id: string): Promise<string> {
  await kernel.test.tamper(
    `insert into evidence_blob (jurisdiction, sha256, size, media_type, scanned_by, scan_verdict, stored_at)
     values ('yanshi', $1, 1, 'text/plain', null, 'notScanned', '2026-11-25') on conflict do nothing`,
    [shaOf(id)],
  )
  await kernel.test.tamper(
    `insert into evidence (jurisdiction, id, sha256, name, purpose, given_by, given_by_label, visibility, given_at)
     values ('yanshi', $1, $2, $3, 'matter', null, '演示', 'giver', '2026-11-25') on conflict do nothing`,
    [id, shaOf(id), `${id}.txt`],
  )
  return id
}

function shaOf(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}
