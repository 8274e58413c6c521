import type { CallEligibility, ConditionVerdict } from './eligibility.schemas.ts'
import type { GrantCondition } from './grant-conditions.ts'

/** What the platform knows of an entity for one condition. */
export interface KnownProof {
  /** whether the register holds anything at all: an empty one proves nothing */
  readonly isKept: boolean
  readonly count: number
  readonly records: readonly { readonly register: string; readonly recordId: string; readonly label: string }[]
}

export interface EntityFacts {
  readonly id: string
  readonly name: string
  readonly hasTown: boolean
  readonly type: string
  readonly establishedOn: string | null
  readonly endedOn: string | null
}

/** Pure: whether one condition holds, by what, and what to do. Missing is never “not fulfilled”. */
export function judgeCondition(
  { id, label, proof }: GrantCondition,
  entity: EntityFacts | undefined,
  known: KnownProof | undefined,
  least: number,
  today: string,
): ConditionVerdict {
  const said = { id, label, records: [] }
  if (proof.kind === 'notKept') return { ...said, verdict: 'unknown', words: proof.words }
  if (entity === undefined) {
    return { ...said, verdict: 'unknown', words: '还不知道是哪家单位：请用单位账号登录，或者由窗口人员查询。' }
  }
  if (proof.kind === 'entity') {
    const { holds, words } = judgeEntity(proof.holds, entity, today)
    const records = [{ register: 'market-entity', recordId: entity.id, label: entity.name }]
    return { id, label, verdict: holds === null ? 'unknown' : holds ? 'fulfilled' : 'notFulfilled', words, records }
  }
  if (known === undefined || (proof.kind === 'records' && !known.isKept)) {
    return { ...said, verdict: 'unknown', words: '平台还没有这类数据，请在申报时提供证明。' }
  }
  const records = [...known.records]
  if (proof.kind === 'noAward') {
    return known.count === 0
      ? { ...said, verdict: 'fulfilled', words: '这一批没有得过。' }
      : { id, label, verdict: 'notFulfilled', words: `这一批已经得过 ${known.count} 次，不能重复申报。`, records }
  }
  return known.count >= least
    ? { id, label, verdict: 'fulfilled', words: `平台记有 ${known.count} 条，需要 ${least} 条。`, records }
    : {
        id,
        label,
        verdict: 'notFulfilled',
        words: `平台记有 ${known.count} 条，需要 ${least} 条。记录不全的，请先在“本单位记录”里报错补充。`,
        records,
      }
}

function judgeEntity(
  holds: 'localPlace' | 'inBusiness' | 'threeYears' | 'isEnterprise',
  { hasTown, type, establishedOn, endedOn }: EntityFacts,
  today: string,
): { readonly holds: boolean | null; readonly words: string } {
  switch (holds) {
    case 'localPlace':
      return hasTown
        ? { holds: true, words: '主体名录记明了所在镇、街道。' }
        : { holds: null, words: '主体名录没有写所在镇、街道，请补充。' }
    case 'inBusiness':
      return endedOn !== null && endedOn <= today
        ? { holds: false, words: `已于 ${endedOn} 注销。` }
        : { holds: true, words: '主体名录没有注销记录。' }
    case 'threeYears': {
      if (establishedOn === null) return { holds: null, words: '主体名录没有成立日期，请补充。' }
      const since = `${Number(today.slice(0, 4)) - 3}${today.slice(4)}`
      return { holds: establishedOn <= since, words: `${establishedOn} 成立。` }
    }
    case 'isEnterprise':
      return {
        holds: type === 'enterprise',
        words: type === 'enterprise' ? '主体名录记为企业。' : '主体名录不是企业。',
      }
  }
}

/** One that is not fulfilled closes the call; one that is not known leaves it open. */
export function verdictOf(conditions: readonly ConditionVerdict[]): CallEligibility['verdict'] {
  if (conditions.some(({ verdict }) => verdict === 'notFulfilled')) return 'notEligible'
  return conditions.every(({ verdict }) => verdict === 'fulfilled') ? 'eligible' : 'unknown'
}
