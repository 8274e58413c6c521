import { serviceErrors } from './service-errors.ts'
import type { LifeEvent, ServiceHouse } from './service-house.types.ts'

/** Nobody is asked more than this before they know where to go. */
const mostQuestions = 5

/**
 * Puts together what stands at the front of the house, and refuses to start with what leads nowhere.
 *
 * @param services ids of the declared services
 * @throws service.badHouse with every problem at once
 */
export function assembleServiceHouse(house: ServiceHouse, services: ReadonlySet<string>): ServiceHouse {
  const problems = houseProblems(house, services)
  if (problems.length > 0) throw serviceErrors.badHouse({ problems })
  return house
}

/** What is wrong with it, each with its place; empty when nothing is. */
export function houseProblems(house: ServiceHouse, services: ReadonlySet<string>): readonly string[] {
  const outside = new Set(house.outside.map(({ id }) => id))
  return [
    ...doubled('lifeEvents', house.lifeEvents),
    ...doubled('outside', house.outside),
    ...doubled('policies', house.policies),
    ...house.lifeEvents.flatMap((event) => eventProblems(event, services, outside)),
    ...house.policies.flatMap(({ id, services: named }) =>
      named.filter((service) => !services.has(service)).map((service) => `policies.${id}: 没有服务“${service}”`),
    ),
    ...house.outside.filter(({ words }) => words.length === 0).map(({ id }) => `outside.${id}: 没有搜索用的词`),
    ...wordProblems(house),
  ]
}

function doubled(where: string, all: readonly { readonly id: string }[]): readonly string[] {
  const ids = all.map(({ id }) => id)
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${where}.${id}: 编号重复`)
}

function wordProblems({ words }: ServiceHouse): readonly string[] {
  const seen = new Map<string, number>()
  return words.alike.flatMap((group, at) => [
    ...(group.length < 2 ? [`words.alike[${at}]: 少于两个词`] : []),
    ...group.flatMap((word) => {
      const before = seen.get(word)
      seen.set(word, at)
      // A word of two groups would make both one meaning.
      return before === undefined ? [] : [`words.alike[${at}]: “${word}”在第 ${before} 组里也有`]
    }),
  ])
}

function eventProblems(
  event: LifeEvent,
  services: ReadonlySet<string>,
  outside: ReadonlySet<string>,
): readonly string[] {
  const at = `lifeEvents.${event.id}`
  const walked = walk(event)
  const unreachedQuestions = Object.keys(event.questions).filter((id) => !walked.questions.has(id))
  const unreachedWays = Object.keys(event.ways).filter((id) => !walked.ways.has(id))
  return [
    ...walked.problems.map((problem) => `${at}${problem}`),
    ...unreachedQuestions.map((id) => `${at}.questions.${id}: 没有选项通到这个问题`),
    ...unreachedWays.map((id) => `${at}.ways.${id}: 没有选项通到这条路`),
    ...Object.entries(event.ways).flatMap(([id, { to, time, cost, likelyOutcome }]) => {
      const place = `${at}.ways.${id}`
      if ('service' in to) return services.has(to.service) ? [] : [`${place}: 没有服务“${to.service}”`]
      if ('outside' in to && !outside.has(to.outside)) return [`${place}: 没有机构“${to.outside}”`]
      const said = [time, cost, likelyOutcome].every((each) => each !== undefined)
      return said ? [] : [`${place}: 不是本市的服务，要写明时间、费用和可能的结果`]
    }),
  ]
}

interface Walked {
  readonly questions: Set<string>
  readonly ways: Set<string>
  readonly problems: string[]
}

/** Every path of answers from the first question on. */
function walk(event: LifeEvent): Walked {
  const walked: Walked = { questions: new Set(), ways: new Set(), problems: [] }
  follow(event, event.start, [], walked)
  return walked
}

function follow(event: LifeEvent, id: string, before: readonly string[], walked: Walked): void {
  const question = event.questions[id]
  const path = [...before, id]
  if (question === undefined) {
    walked.problems.push(`.questions: 没有问题“${id}”（${before.join(' → ')}）`)
    return
  }
  if (before.includes(id)) {
    walked.problems.push(`.questions.${id}: 绕回自己（${path.join(' → ')}）`)
    return
  }
  if (path.length > mostQuestions) {
    walked.problems.push(`.questions.${id}: 问了 ${path.length} 个问题还没有到（${path.join(' → ')}）`)
    return
  }
  walked.questions.add(id)
  if (question.choices.length < 2) walked.problems.push(`.questions.${id}: 少于两个选项`)
  for (const choice of question.choices) {
    if ('ask' in choice) follow(event, choice.ask, path, walked)
    else {
      if (choice.ways.length === 0) walked.problems.push(`.questions.${id}: “${choice.label}”没有通到任何一条路`)
      for (const way of choice.ways) {
        if (event.ways[way] === undefined) walked.problems.push(`.questions.${id}: 没有路“${way}”`)
        walked.ways.add(way)
      }
    }
  }
}

/** The most questions that anybody is asked; of a checked event, so that it ends. */
export function mostAsked(event: LifeEvent, id: string = event.start): number {
  const choices = event.questions[id]?.choices ?? []
  return 1 + Math.max(0, ...choices.map((choice) => ('ask' in choice ? mostAsked(event, choice.ask) : 0)))
}
