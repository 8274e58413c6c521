import { canonicalJson, type Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { FormulaProblem } from '@qiangxian/engines/formula/world.types'
import Type, { type Static } from 'typebox'
import { lockJurisdiction } from '../../database/lock-jurisdiction.ts'
import { hintJob } from '../../jobs/job-hints.ts'
import type { CommandContext } from '../../operations/context.ts'
import { defineCommand } from '../../operations/operation.ts'
import { refreshJob } from '../../registers/register-change.ts'
import type { Indicators } from '../define-indicator.ts'
import type { DefinitionVersionRow } from '../definitions.ts'
import { firstDay } from '../definitions.ts'
import { getIndicator } from '../find-indicator.ts'
import { getCondition } from '../get-condition.ts'
import { indicatorErrors } from '../indicator-errors.ts'
import { namedConditionsOf } from '../named-conditions.ts'
import { checkGivenCondition, checkGivenFormula } from '../safe-check.ts'
import { formulaOf, readWorkings, type Workings } from '../workings.ts'
import { conditionKey, worldWithCondition } from '../world.ts'
import { Code, Day } from './inputs.ts'

const Decision = {
  validFrom: Type.String({ format: 'date', description: 'periods that end on this day or later are computed by it' }),
  reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  basedOn: Type.Integer({ minimum: 0, description: 'the version that was looked at: it must still be the last' }),
}
const Saved = Type.Object({ version: Type.Integer(), validFrom: Day })
type Decided = Static<ReturnType<typeof decisionShape>>
const decisionShape = () => Type.Object(Decision)

export function saveFormula(indicators: Indicators) {
  return defineCommand({
    id: 'indicator.define',
    label: { zh: '修改指标公式', en: 'Change the formula of an indicator' },
    about: {
      zh: '为一个指标存一版新公式，写明理由和从哪天起用；此前的期末仍按旧版。别人刚改过的，不覆盖。',
      en: 'A new version of a formula with its reason and first day; earlier periods keep the older one.',
    },
    permission: 'indicator.define',
    route: { method: 'POST', path: '/indicators/:code/versions' },
    cli: 'indicator define',
    input: Type.Object({ code: Code, formula: Type.Unknown(), ...Decision }),
    output: Saved,
    run: async (context, { code, formula, ...decided }) => {
      const indicator = getIndicator(indicators, context.county, code)
      const workings = await lockedWorkings(context, indicators)
      const world = workings.worldOn(decided.validFrom)
      const found = checkGivenFormula(formula, world, indicator, indicators.cautions)
      refuseProblems(found.problems, '/formula')
      return saveVersion(context, workings, {
        kind: 'indicator',
        id: indicator.id,
        label: indicator.label,
        definition: formula as DefinitionVersionRow['definition'],
        declared: indicator.formula,
        decided,
      })
    },
  })
}

export function saveCondition(indicators: Indicators) {
  return defineCommand({
    id: 'condition.define',
    label: { zh: '修改条件', en: 'Change a named condition' },
    about: {
      zh: '为一个有名字的条件（如“有效”）存一版新口径，写明理由和从哪天起用；用到它的指标随之按新口径测算。',
      en: 'A new version of a named condition with its reason; indicators that use it follow.',
    },
    permission: 'indicator.define',
    route: { method: 'POST', path: '/conditions/:register/:name/versions' },
    cli: 'condition define',
    input: Type.Object({
      register: Type.String({ maxLength: 64 }),
      name: Type.String({ maxLength: 64 }),
      holds: Type.Unknown(),
      ...Decision,
    }),
    output: Saved,
    run: async (context, { register, name, holds, ...decided }) => {
      const workings = await lockedWorkings(context, indicators)
      const world = workings.worldOn(decided.validFrom)
      const condition = getCondition(world, register, name)
      refuseProblems(checkGivenCondition(holds, register, world, name).problems, '/holds')
      const proposed = worldWithCondition(world, register, name, holds as DefinitionVersionRow['definition'])
      refuseBreaking(indicators, workings, decided.validFrom, { register, name }, proposed)
      return saveVersion(context, workings, {
        kind: 'condition',
        id: conditionKey(register, name),
        label: condition.label,
        definition: holds as DefinitionVersionRow['definition'],
        declared: condition.holds,
        decided,
      })
    },
  })
}

/** Two people who save at once: the second waits here, and then finds what the first wrote. */
async function lockedWorkings(context: CommandContext, indicators: Indicators): Promise<Workings> {
  await lockJurisdiction(context)
  return readWorkings(context, indicators)
}

function refuseProblems(problems: readonly FormulaProblem[], pointer: string): void {
  if (problems.length === 0) return
  throw indicatorErrors.badDefinition(
    { count: problems.length },
    {
      problems: problems.map(({ path, message }) => ({
        path: path === '' ? pointer : `${pointer}/${path.replaceAll('.', '/')}`,
        message,
      })),
    },
  )
}

function refuseBreaking(
  indicators: Indicators,
  workings: Workings,
  day: string,
  { register, name }: { readonly register: string; readonly name: string },
  proposed: ReturnType<Workings['worldOn']>,
): void {
  const world = workings.worldOn(day)
  const problems = indicators.all.flatMap((indicator) => {
    const formula = formulaOf(world, indicator.id)
    if (!namedConditionsOf(formula, world).some((one) => one.register === register && one.name === name)) return []
    const [first] = checkGivenFormula(formula, proposed, indicator, []).problems
    return first === undefined ? [] : [`${indicator.label}（${first.message.zh}）`]
  })
  const [label] = [workings.worldOn(day).registers.get(register)?.conditions.get(name)?.label ?? name]
  if (problems.length > 0) throw indicatorErrors.inUse({ label, problems })
}

async function saveVersion(
  context: CommandContext,
  workings: Workings,
  given: {
    readonly kind: DefinitionVersionRow['kind']
    readonly id: string
    readonly label: string
    readonly definition: DefinitionVersionRow['definition']
    readonly declared: DefinitionVersionRow['definition']
    readonly decided: Decided
  },
): Promise<Static<typeof Saved>> {
  const { kind, id, label, definition, declared, decided } = given
  const versions = workings.definitions.versionsOf(kind, id)
  const last = versions.at(-1)
  // What nobody has written down yet is the first version.
  const version = last?.version ?? 1
  if (decided.basedOn !== version) {
    throw indicatorErrors.definitionChanged({ label, by: last?.byLabel ?? '', version })
  }
  const before = last?.definition ?? declared
  if (sameTree(before, definition) && (last === undefined || last.validFrom === decided.validFrom)) {
    throw indicatorErrors.sameDefinition({ label })
  }
  const rows = [
    // What was declared holds for all time before the first decision.
    ...(last === undefined
      ? [
          {
            ...given,
            definition: declared,
            version: 1,
            validFrom: firstDay,
            origin: 'declared' as const,
            reason: '程序自带',
          },
        ]
      : []),
    {
      ...given,
      version: version + 1,
      validFrom: decided.validFrom,
      origin: 'edited' as const,
      reason: decided.reason,
    },
  ]
  const { tx, jurisdiction, actor, now } = context
  await tx
    .insertInto('definition_version')
    .values(
      rows.map((row) => ({
        jurisdiction,
        kind,
        id,
        version: row.version,
        valid_from: row.validFrom,
        definition: JSON.stringify(row.definition),
        origin: row.origin,
        reason: row.reason,
        decided_at: now,
        by_account: actor.accountId ?? null,
        by_label: actor.label,
      })),
    )
    .execute()
  const saved = rows.at(-1)?.version ?? 1
  await context.record({
    subject: { kind, id },
    before: { version, definition: before as unknown as Json },
    after: { version: saved, validFrom: decided.validFrom, definition: definition as unknown as Json },
    reason: decided.reason,
  })
  context.afterCommit(() => hintJob(jurisdiction, refreshJob))
  return { version: saved, validFrom: decided.validFrom }
}

export function sameTree(one: unknown, other: unknown): boolean {
  return canonicalJson(one as Json) === canonicalJson(other as Json)
}
