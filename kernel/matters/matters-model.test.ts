import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QxError } from '../errors/define-errors.ts'
import { beginning, moveBy, type Standing } from './chart/chart.ts'
import { statesOf } from './chart/states.ts'
import type { MatterDeclaration } from './matter.types.ts'
import { filledForm } from './testing/filled-form.ts'
import { inventedMatters } from './testing/invented-matters.ts'
import { type MatterKernel, openMatterKernel, putEvidence, type Somebody } from './testing/matter-kernel.ts'

/**
 * A few words about a matter, written without the engine: in which states which act is possible for whom, and where it
 * leads. Random acts of random people are done to both, and both must say the same.
 */
interface Model {
  readonly declaration: MatterDeclaration
  phases: readonly string[]
  status: 'open' | 'suspended' | 'ended'
  handler: Somebody | null
  readonly handled: Set<Somebody>
  asked: number
  urged: Set<string>
  acts: string[]
}

const people: readonly Somebody[] = ['officer', 'colleague', 'head', 'stranger', 'office', 'resident', 'neighbour']
const unit: readonly Somebody[] = ['officer', 'colleague', 'head']

interface Step {
  readonly who: Somebody
  /** place in the list of everything that could be tried */
  readonly act: number
  readonly isStale: boolean
  readonly isReplayed: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(...people, 'officer' as const, 'head' as const),
  act: fc.nat(200),
  isStale: fc.nat(7).map((n) => n === 0),
  isReplayed: fc.boolean(),
})

describe('matters against a small model (acts of anybody, out of place, outdated, replayed)', () => {
  let kernel: MatterKernel
  let begun = 0
  /** outcome → how often: what is never tried is not tested */
  const tally = new Map<string, number>()
  beforeAll(async () => {
    kernel = await openMatterKernel()
    await putEvidence(kernel, 'e-walk')
  }, 60_000)
  afterAll(() => kernel.close())

  it.each(inventedMatters.map((declaration) => [declaration.id, declaration] as const))(
    '%s',
    { timeout: 120_000 },
    async (_, declaration) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 22 }), (steps) => play(declaration, steps)),
        { numRuns: 14, endOnFailure: true },
      )
    },
  )

  it('did acts and was refused them in every way', () => {
    for (const outcome of outcomes) expect(tally.get(outcome) ?? 0, outcome).toBeGreaterThan(0)
    // Some sixty in all, by chance more or less.
    expect(tally.get('done')).toBeGreaterThan(20)
  })

  async function play(declaration: MatterDeclaration, steps: readonly Step[]): Promise<void> {
    begun += 1
    const { id, number } = await kernel.begin('resident', {
      type: declaration.id,
      values: filledForm(kernel.matters.registers, declaration, { seed: begun, variant: 1, today: '2026-11-25' }),
      materials: declaration.materials.map(({ id: material }) => ({
        ...{ material, evidenceId: 'e-walk', fileName: 'a.txt', origin: 'applicant' as const },
      })),
    })
    const first = beginning(declaration).standing
    const model: Model = {
      ...{ declaration, phases: first.phases, status: first.status, handler: null, handled: new Set(), asked: 0 },
      ...{ urged: new Set(), acts: ['submit'] },
    }
    const tried = [
      ...new Set([...statesOf(declaration).values()].flatMap(({ state }) => Object.keys(state.acts ?? {}))),
      ...common,
    ]
    let ordinal = 1
    for (const { who, act: place, isStale, isReplayed } of steps) {
      const act = tried[place % tried.length] ?? ''
      const asked = {
        ...{
          matterId: id,
          act,
          input: inputOf(declaration, act),
          opinion: '（演示）',
          requestKey: `key-${begun}-${ordinal}`,
        },
        revision: isStale ? model.acts.length + 7 : model.acts.length,
      }
      const expected = isStale && seesIt(who) ? 'matter.changedMeanwhile' : expectedOf(model, who, act)
      const outcome = await attempt(() => kernel.act(who, asked))
      expect(outcome, `${who} ${act} at ${model.phases.join(' ')} (${model.status}) of ${number}`).toBe(expected)
      ordinal += 1
      tally.set(expected, (tally.get(expected) ?? 0) + 1)
      if (expected !== 'done') continue
      apply(model, who, act)
      if (isReplayed) expect((await kernel.act(who, asked)).wasDone).toBe(true)
    }
    await compare(model, id)
  }

  /** What the database says at the end, and what comes out when the list of acts is played again from the beginning. */
  async function compare(model: Model, id: string): Promise<void> {
    const { rows } = await kernel.test.tamper('select * from matter where id = $1', [id])
    const row = rows[0] as {
      phases: string[]
      status: string
      snapshot: unknown
      revision: number
      handler_label: string | null
    }
    expect(row).toMatchObject({ phases: model.phases, status: model.status, revision: model.acts.length })
    expect(row.handler_label).toBe(model.handler === null ? null : `${model.handler}（演示）`)
    const list = await kernel.test.tamper('select act from matter_act where matter_id = $1 order by ordinal', [id])
    expect(list.rows.map((each) => (each as { act: string }).act)).toEqual(model.acts)
    const replayed = model.acts
      .slice(1)
      .reduce((standing, act) => next(model.declaration, standing, act), beginning(model.declaration).standing)
    expect(replayed.snapshot).toEqual(row.snapshot)
  }

  function next(declaration: MatterDeclaration, standing: Standing, act: string): Standing {
    const kind = common.includes(act) ? 'common' : 'declared'
    return moveBy(declaration, standing, kind, act, undefined)?.standing ?? standing
  }
})

const outcomes = ['done', 'matter.unknown', 'matter.notAllowedNow', 'matter.notForYou', 'matter.changedMeanwhile']

const common = ['take', 'suspend', 'resume', 'withdraw', 'terminate', 'reopen', 'urge', 'note']

const seesIt = (who: Somebody) => who !== 'stranger' && who !== 'neighbour'

function inputOf(declaration: MatterDeclaration, act: string): Readonly<Record<string, unknown>> {
  if (act === 'suspend') return { reason: 'hearing' }
  const asks = [...statesOf(declaration).values()].some(
    ({ state }) => state.acts?.[act]?.fields?.['reason'] !== undefined,
  )
  return asks ? { reason: '因为（演示）' } : {}
}

async function attempt(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (error instanceof QxError) return error.code
    throw error
  }
}

/** What must come of it, by the model alone. */
function expectedOf(model: Model, who: Somebody, act: string): string {
  if (!seesIt(who)) return 'matter.unknown'
  return common.includes(act) ? expectedOfCommon(model, who, act) : expectedOfDeclared(model, who, act)
}

function mayHandle({ handler }: Model, who: Somebody): boolean {
  return unit.includes(who) && (handler === null || handler === who)
}

function expectedOfCommon(model: Model, who: Somebody, act: string): string {
  const { declaration, status, phases, handler } = model
  const isIn = (names: readonly string[] = []) => phases.some((phase) => names.includes(phase))
  const possible: Readonly<Record<string, boolean>> = {
    take: status !== 'ended' && handler === null,
    suspend: status === 'open',
    resume: status === 'suspended',
    withdraw: status !== 'ended' && isIn(declaration.withdrawal?.in),
    terminate: status !== 'ended',
    reopen: status === 'ended' && isIn(declaration.reopening?.from),
    urge: status !== 'ended',
    note: true,
  }
  if (possible[act] !== true) return 'matter.notAllowedNow'
  const handles = mayHandle(model, who)
  const may: Readonly<Record<string, boolean>> = {
    take: handles,
    suspend: handles || who === 'head',
    resume: handles || who === 'head',
    withdraw: who === 'resident',
    terminate: who === 'head',
    reopen: who === 'head' || who === 'office',
    urge: who === 'resident' || who === 'office' || who === 'head',
    note: unit.includes(who) || who === 'office',
  }
  if (may[act] !== true) return 'matter.notForYou'
  return act === 'urge' && model.urged.has(who === 'resident' ? 'applicant' : who) ? 'matter.urgedToday' : 'done'
}

function expectedOfDeclared(model: Model, who: Somebody, act: string): string {
  const { declaration, status, phases } = model
  const states = statesOf(declaration)
  const here = phases.flatMap((phase) => [phase, states.get(phase)?.parent ?? []].flat())
  const found = here.map((name) => states.get(name)?.state.acts?.[act]).find((each) => each !== undefined)
  if (status !== 'open' || found === undefined) return 'matter.notAllowedNow'
  const byHandler = found.by.includes('handler') && mayHandle(model, who)
  const byHead = found.by.includes('head') && who === 'head'
  const byApplicant = found.by.includes('applicant') && who === 'resident'
  if (!byHandler && !byHead && !byApplicant) return 'matter.notForYou'
  if (byHead && found.notTheHandler === true && (model.handler === 'head' || model.handled.has('head'))) {
    return 'matter.conflictOfInterest'
  }
  return found.asksForSupplement === true && model.asked > 0 ? 'matter.refusedByGuard' : 'done'
}

function apply(model: Model, who: Somebody, act: string): void {
  const { declaration } = model
  const isCommon = common.includes(act)
  model.acts.push(act)
  const states = statesOf(declaration)
  const from = model.phases.find((phase) => states.get(phase)?.state.acts?.[act] !== undefined)
  const parent = model.phases.map((phase) => states.get(phase)?.parent).find((name) => name !== undefined)
  const placed = states.get(from ?? parent ?? '')?.state.acts?.[act]
  const acted = isCommon
    ? actsAsHandler(model, who, act)
    : placed?.by.includes('handler') === true && mayHandle(model, who)
  if (acted) {
    model.handled.add(who)
    if (model.handler === null && (!isCommon || act === 'take' || act === 'suspend')) model.handler = who
  }
  if (act === 'urge') model.urged.add(who === 'resident' ? 'applicant' : who)
  if (placed?.asksForSupplement === true && !isCommon) model.asked += 1
  if (act === 'suspend') model.status = 'suspended'
  else if (act === 'resume') model.status = 'open'
  else if (act === 'withdraw' || act === 'terminate') end(model, act === 'withdraw' ? 'withdrawn' : 'terminated')
  else if (act === 'reopen') {
    model.status = 'open'
    model.phases = [declaration.reopening?.to ?? '']
  } else if (!isCommon && placed?.to !== undefined) move(model, from, placed.to)
}

/** Of common acts the first capacity in their list counts, and a colleague’s note is kept as one of an officer. */
function actsAsHandler(model: Model, who: Somebody, act: string): boolean {
  if (!['take', 'suspend', 'resume', 'note'].includes(act)) return false
  if (mayHandle(model, who)) return true
  return act === 'note' && who !== 'head' && unit.includes(who)
}

function end(model: Model, phase: string): void {
  model.status = 'ended'
  model.phases = [phase]
}

/** From one state of a line to another, into branches, and out of them when all have ended. */
function move(model: Model, from: string | undefined, to: string): void {
  const states = statesOf(model.declaration)
  const isOuter = from === undefined
  const inner = Object.values(states.get(to)?.state.regions ?? {}).map(({ initial }) => initial)
  const entered = inner.length > 0 ? inner : [to]
  model.phases = isOuter ? entered : model.phases.flatMap((phase) => (phase === from ? entered : [phase]))
  const frame = states.get(model.phases[0] ?? '')?.parent
  if (frame !== undefined && model.phases.every((phase) => states.get(phase)?.isEnd === true)) {
    model.phases = [states.get(frame)?.state.then ?? '']
  }
  const [only] = model.phases
  if (model.phases.length === 1 && states.get(only ?? '')?.isEnd === true) model.status = 'ended'
}
