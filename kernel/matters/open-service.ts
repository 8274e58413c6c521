import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import type { Entrance, MatterDeclaration } from './matter.types.ts'
import { matterErrors } from './matter-errors.ts'
import type { Matters } from './matters.ts'
import { readVersion } from './versions.ts'

/** A matter that can be begun here and now: on which version, and who handles it. */
export interface OpenService {
  readonly version: number
  readonly declaration: MatterDeclaration
  readonly unitId: string
  readonly unitName: string
}

/**
 * Whether new cases of a matter are taken here.
 *
 * @throws matter.typeUnknown, matter.closed, matter.notOfferedHere, matter.wrongEntrance
 */
export async function openService(
  context: QueryContext,
  matters: Matters,
  { type, version, entrance }: { readonly type: string; readonly version?: number; readonly entrance: Entrance },
): Promise<OpenService> {
  const { tx, jurisdiction, county } = context
  const declared = matters.get(type)
  const service = county.services.matters.find(({ matter }) => matter === type)
  const { rows } = await sql<{
    version: number | null
    isOpen: boolean | null
    reason: string | null
    unitId: string | null
    unitName: string | null
  }>`
    select
      (select max(v.version) from matter_version v
        where v.jurisdiction = ${jurisdiction} and v.matter_type = ${type}) as version,
      s.is_open as "isOpen", s.reason, p.id as "unitId", p.name as "unitName"
    from jurisdiction j
    left join service_state s on s.jurisdiction = ${jurisdiction} and s.matter_type = ${type}
    left join party p on p.jurisdiction = ${jurisdiction} and p.name = ${service?.organisation ?? ''}
      and p.dissolved_on is null
    where j.jurisdiction = ${jurisdiction}`.execute(tx)
  const [state] = rows
  if (state?.isOpen === false) throw matterErrors.closed({ label: declared.label, reason: state.reason ?? '' })
  if (state === undefined || state.unitId === null || state.unitName === null) {
    throw matterErrors.notOfferedHere({ label: declared.label })
  }
  const wanted = version ?? state.version
  if (wanted === null) throw matterErrors.versionUnknown({ type, version: 1 })
  const { declaration } = await readVersion(context, type, wanted)
  if (!declaration.entrances.includes(entrance)) {
    throw matterErrors.wrongEntrance({ label: declaration.label, ways: entranceWords(declaration.entrances) })
  }
  return { version: wanted, declaration, unitId: state.unitId, unitName: state.unitName }
}

function entranceWords(entrances: readonly Entrance[]): { readonly zh: string; readonly en: string } {
  return {
    zh: entrances.map((each) => words[each].zh).join('、'),
    en: entrances.map((each) => words[each].en).join(', '),
  }
}

const words: Readonly<Record<Entrance, { readonly zh: string; readonly en: string }>> = {
  account: { zh: '登录后网上提交', en: 'online, signed in' },
  visit: { zh: '手机验证码一次办', en: 'once, by a code to the telephone' },
  anonymous: { zh: '匿名提交', en: 'without a name' },
  window: { zh: '到窗口提交', en: 'at the window' },
  staff: { zh: '由工作人员发起', en: 'begun by staff' },
}
