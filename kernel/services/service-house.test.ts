import { describe, expect, it } from 'vitest'
import { assembleServiceHouse, houseProblems, mostAsked } from './define-service-house.ts'
import { inventedHouse, inventedServices } from './invented-house.fixture.ts'
import type { LifeEvent, ServiceHouse } from './service-house.types.ts'

const [lost] = inventedHouse.lifeEvents as readonly [LifeEvent]

function withEvent(changes: Partial<LifeEvent>): ServiceHouse {
  return { ...inventedHouse, lifeEvents: [{ ...lost, ...changes }] }
}

describe('what stands at the front of the house', () => {
  it('is taken when every path ends in a way', () => {
    expect(assembleServiceHouse(inventedHouse, inventedServices)).toBe(inventedHouse)
    expect(mostAsked(lost)).toBe(2)
  })

  it.each<readonly [string, ServiceHouse, string]>([
    ['a question that is not there', withEvent({ start: 'nowhere' }), '没有问题“nowhere”'],
    [
      'a question that nobody is led to',
      withEvent({ questions: { ...lost.questions, idle: { ask: '？', choices: [] } } }),
      'questions.idle: 没有选项通到',
    ],
    [
      'questions that go round',
      withEvent({
        questions: {
          found: {
            ask: '？',
            choices: [
              { label: '是', ask: 'rare' },
              { label: '否', ways: ['replace', 'renew', 'archive'] },
            ],
          },
          rare: {
            ask: '？',
            choices: [
              { label: '是', ask: 'found' },
              { label: '否', ways: ['replace'] },
            ],
          },
        },
      }),
      '绕回自己（found → rare → found）',
    ],
    [
      'an answer that leads nowhere',
      withEvent({
        questions: {
          found: {
            ask: '？',
            choices: [
              { label: '是', ways: [] },
              { label: '否', ways: ['replace', 'renew', 'archive'] },
            ],
          },
        },
      }),
      '“是”没有通到任何一条路',
    ],
    [
      'a way that is not there',
      withEvent({
        questions: {
          found: {
            ask: '？',
            choices: [
              { label: '是', ways: ['gone'] },
              { label: '否', ways: ['replace', 'renew', 'archive'] },
            ],
          },
        },
      }),
      '没有路“gone”',
    ],
    [
      'a way to a service that is not declared',
      withEvent({ ways: { ...lost.ways, renew: { label: '续借', what: '', to: { service: 'gone' } } } }),
      'ways.renew: 没有服务“gone”',
    ],
    [
      'a way to an office without its time and cost',
      withEvent({ ways: { ...lost.ways, archive: { label: '找', what: '', to: { outside: 'rare-books' } } } }),
      'ways.archive: 不是本市的服务，要写明时间、费用',
    ],
    [
      'a word of two meanings',
      {
        ...inventedHouse,
        words: {
          ...inventedHouse.words,
          alike: [
            ['赔', '丢了'],
            ['赔', '还'],
          ],
        },
      },
      '“赔”在第 0 组里也有',
    ],
  ])('is refused with %s', (_what, house, problem) => {
    expect(houseProblems(house, inventedServices).join('\n')).toContain(problem)
    expect(() => assembleServiceHouse(house, inventedServices)).toThrow(
      expect.objectContaining({ code: 'service.badHouse' }),
    )
  })

  it('asks nobody six questions', () => {
    const questions = Object.fromEntries(
      Array.from({ length: 6 }, (_, at) => [
        `q${at}`,
        {
          ask: '？',
          choices: [
            at === 5 ? { label: '是', ways: ['archive'] } : { label: '是', ask: `q${at + 1}` },
            { label: '否', ways: ['replace', 'renew'] },
          ],
        },
      ]),
    )
    expect(houseProblems(withEvent({ start: 'q0', questions }), inventedServices).join('\n')).toContain('问了 6 个问题')
  })
})
