import { sql } from 'kysely'
import { daysBetween } from '../clock/civil-date.ts'
import { numberParameter } from '../jurisdiction/county-facts.ts'
import type { CommandContext } from '../operations/context.ts'
import { announceAll } from '../outbox/announce.ts'
import type { Announcement } from '../outbox/announcement.ts'
import type { Light } from '../progress/progress.schemas.ts'
import { targetOf } from './find-indicator.ts'
import { type Freshness, registersOf } from './kept-values.ts'
import { lightInWords } from './light-words.ts'
import { formulaOf, type Workings } from './workings.ts'

export type LightsNow = ReadonlyMap<string, { readonly light: Light; readonly why: { readonly zh: string } }>

/** Tells the office and the owners of a target that a light changed, and that a source has fallen silent; each once. */
export async function announceChanges(
  context: CommandContext,
  workings: Workings,
  before: Freshness,
  lights: LightsNow,
): Promise<void> {
  await announceAll(context, [
    ...lightChanges(context, workings, before, lights),
    ...(await silences(context, workings)),
  ])
}

function lightChanges(
  { today, county }: CommandContext,
  workings: Workings,
  before: Freshness,
  lights: LightsNow,
): readonly Announcement[] {
  return [...lights].flatMap(([id, { light, why }]): readonly Announcement[] => {
    const known = before.kept.get(id)?.computedFrom['#light']
    const indicator = workings.indicators.find(id)
    // The first light of all is no change.
    if (indicator === undefined || typeof known !== 'string' || known === '' || known === light) return []
    const owners = targetOf(workings, county, id)?.ownerIds ?? []
    return [
      {
        to: { roles: ['office'], partyIds: [...owners] },
        kind: 'indicator.lightChanged',
        title: `${indicator.label}由${lightInWords(known)}变为${lightInWords(light)}`,
        body: why.zh,
        path: `/indicators/${encodeURIComponent(id)}`,
        subject: { kind: 'indicator', id },
        key: `${id} ${today} ${known} ${light}`,
        demonstration: county.demonstration,
      },
    ]
  })
}

/** A register that indicators rest on and that nobody has written to for long. */
async function silences(context: CommandContext, workings: Workings): Promise<readonly Announcement[]> {
  const { tx, jurisdiction, today, county } = context
  const longest = numberParameter(county, 'indicator.silent-after-days', 62)
  const world = workings.worldOn(today)
  const resting = new Map<string, string[]>()
  for (const { id, label } of workings.indicators.all) {
    for (const register of registersOf(formulaOf(world, id), world)) {
      resting.set(register, [...(resting.get(register) ?? []), label])
    }
  }
  const { rows } = await sql<{ register: string; on: string }>`
    select register, (changed_at at time zone 'Asia/Shanghai')::date as on from register_change
    where jurisdiction = ${jurisdiction} and register = any(${[...resting.keys()]}::text[])`.execute(tx)
  return rows.flatMap(({ register, on }): readonly Announcement[] => {
    const days = daysBetween(on, today)
    if (days <= longest) return []
    const label = workings.indicators.registers.get(register).declaration.label
    const named = resting.get(register) ?? []
    return [
      {
        to: { roles: ['office'] },
        kind: 'indicator.sourceSilent',
        title: `“${label}”已有 ${days} 天没有新数据`,
        body: `依据它测算的指标：${named.slice(0, 5).join('、')}${named.length > 5 ? ` 等 ${named.length} 项` : ''}。请核对数据来源，需要时导入最新数据。`,
        path: `/registers/${encodeURIComponent(register)}`,
        subject: { kind: 'register', id: register },
        // Told once for each time that it fell silent.
        key: `${register} ${on}`,
        demonstration: county.demonstration,
      },
    ]
  })
}
