import { civilTime } from './civil-time.ts'
import { type AttendanceFacts, isSealed, STEP_SECONDS, stepAt } from './sign-in-code.ts'

/** One thing that was looked at; `holds` null: it could not be looked at. */
export interface ProofStep {
  readonly label: string
  readonly words: string
  readonly holds: boolean | null
}

/**
 * How a person-time proves itself, in the order in which it is looked at: whether it was signed at all, on the day of
 * its session, while the code of its step was shown, and whether the seal over all of it comes out the same again. The
 * words are for people who were not there and know nothing of seals.
 */
export function proofSteps(
  key: Uint8Array,
  facts: AttendanceFacts & { readonly heldOn: string | null },
  proof: string,
  instantOf: (day: string, time: string) => Date,
): readonly ProofStep[] {
  const signedAt = stepAt(instantOf(facts.day, facts.time))
  const shown = (step: number) => civilTime(new Date(step * STEP_SECONDS * 1000))
  const inTime = signedAt === facts.step || signedAt === facts.step + 1
  return [
    { label: '有没有扫码凭据', words: '有。签到时平台对“谁、哪一场、哪天几点、第几号签到码”做了密封。', holds: true },
    facts.heldOn === null
      ? { label: '是不是当天签的', words: '培训场次已不在名录里，不能核对举办日期。', holds: null }
      : {
          label: '是不是当天签的',
          words: `培训在 ${facts.heldOn}，签到在 ${facts.day}。`,
          holds: facts.heldOn === facts.day,
        },
    {
      label: '当时会场是不是在显示这个码',
      words: `第 ${facts.step} 号签到码从 ${shown(facts.step)} 显示到 ${shown(facts.step + 1)}，签到在 ${facts.time}；换码后半分钟内输完的也算。`,
      holds: inTime,
    },
    {
      label: '重新计算密封，和存下的比',
      words: '用平台的密钥把上面几项再密封一次，和签到时存下的逐字比较；改过任何一项都对不上。',
      holds: isSealed(key, facts, proof),
    },
  ]
}
