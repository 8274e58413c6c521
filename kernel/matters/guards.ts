import type { Localized } from '../errors/define-errors.ts'
import { defineGuard } from './define-matter.ts'
import type { GuardDeclaration, GuardFacts } from './matter.types.ts'

/** Guards that any matter may name; subjects add theirs (`*.guards.ts`). */
export const generalGuards: readonly GuardDeclaration[] = [
  defineGuard({
    id: 'all-materials-present',
    label: '必交材料齐全',
    labelEn: 'All required materials are there',
    refuses: ({ missing }) =>
      missing.length === 0
        ? undefined
        : {
            zh: `还缺 ${missing.length} 份必交材料，请先一次性告知补正，或等材料补齐。`,
            en: `${missing.length} required materials are missing: ask for all of them at once, or wait for them.`,
          },
  }),
  defineGuard({
    id: 'supplement-once',
    label: '补正只告知一次',
    labelEn: 'A supplement is asked for once',
    refuses: ({ supplementsAsked = 0 }) =>
      supplementsAsked === 0
        ? undefined
        : {
            zh: '本件已经告知过补正。补正应当一次性告知，不能再次退回补正；请受理，或作出不予受理的决定。',
            en: 'A supplement was asked for already, and that is done once: accept, or decide not to.',
          },
  }),
  defineGuard({
    id: 'no-open-countersigns',
    label: '会签已全部答复',
    labelEn: 'Everybody who was asked to sign has answered',
    refuses: ({ unanswered = [] }) =>
      unanswered.length === 0
        ? undefined
        : {
            zh: `还在等 ${unanswered.join('、')} 会签。请等答复，或撤回会签后再办。`,
            en: `${unanswered.join(', ')} have not signed yet. Wait for them, or take the request back.`,
          },
  }),
  defineGuard({
    id: 'before-the-deadline',
    label: '在期限内',
    labelEn: 'In time',
    refuses: ({ dueOn, today }) =>
      dueOn === null || dueOn === undefined || today <= dueOn
        ? undefined
        : {
            zh: `期限已于 ${dueOn} 届满，不能再办理。如有正当理由，请联系承办单位。`,
            en: `The time ended on ${dueOn}. Ask the handling unit if there is a good reason.`,
          },
  }),
  defineGuard({
    id: 'reviews-complete',
    label: '专家评审已全部提交',
    labelEn: 'All experts have judged',
    refuses: ({ review }) =>
      review?.isComplete === true
        ? undefined
        : {
            zh: `专家评审还没有完成：已请 ${review?.asked ?? 0} 位，已提交 ${review?.submitted ?? 0} 位。请先抽取专家，或者等全部提交。`,
            en: `The review is not complete: ${review?.asked ?? 0} were asked, ${review?.submitted ?? 0} have judged.`,
          },
  }),
  defineGuard({
    id: 'publicity-over',
    label: '公示期满',
    labelEn: 'The publicity is over',
    refuses: ({ lastsUntil, today }) =>
      lastsUntil === null || lastsUntil === undefined || today > lastsUntil
        ? undefined
        : {
            zh: `公示到 ${lastsUntil} 为止，期满以后才能办这一步。`,
            en: `The publicity lasts until ${lastsUntil}; this can be done afterwards.`,
          },
  }),
]

export interface GuardAnswer {
  readonly refusals: readonly Localized[]
  /** guards that the program no longer has, although the version of the matter names them */
  readonly unknown: readonly string[]
}

/**
 * Asks all guards and tells everything that stands against an act at once.
 *
 * @param beforeInput when nothing came with the act yet: a guard that looked at the input has not refused, it will
 *   judge when there is one
 */
export function askGuards(
  guards: ReadonlyMap<string, GuardDeclaration>,
  ids: readonly string[],
  facts: GuardFacts,
  { beforeInput = false }: { readonly beforeInput?: boolean } = {},
): GuardAnswer {
  const refusals: Localized[] = []
  const unknown: string[] = []
  for (const id of new Set(ids)) {
    const guard = guards.get(id)
    if (guard === undefined) {
      unknown.push(id)
      continue
    }
    let looked = false
    const watched: GuardFacts = {
      ...facts,
      input: new Proxy(facts.input, {
        get: (input, name) => {
          looked = true
          return Reflect.get(input, name)
        },
        has: (input, name) => {
          looked = true
          return Reflect.has(input, name)
        },
        ownKeys: (input) => {
          looked = true
          return Reflect.ownKeys(input)
        },
      }),
    }
    const refusal = guard.refuses(watched)
    if (refusal !== undefined && !(beforeInput && looked)) refusals.push(refusal)
  }
  return { refusals, unknown }
}
