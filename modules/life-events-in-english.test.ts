import { expect, it } from 'vitest'
import { serviceHouse } from './services/one-stop-service/house.ts'

/** What stands on the page of an occasion until its ways open, and how its ways are called. */
const said = serviceHouse.lifeEvents.flatMap(({ about, questions, ways }) => [
  about,
  ...Object.values(questions).flatMap(({ ask, help, choices }) => [
    ask,
    ...(help === undefined ? [] : [help]),
    ...choices.map(({ label }) => label),
  ]),
  ...Object.values(ways).map(({ label }) => label),
])

it('asks every question of every occasion in English, too', () => {
  const known = serviceHouse.english ?? {}
  expect([...new Set(said)].filter((words) => known[words] === undefined)).toEqual([])
  expect(Object.keys(known).filter((words) => !said.includes(words))).toEqual([])
})
