import Type from 'typebox'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publicActor } from '../accounts/actor.ts'
import { openDatabase } from '../database/database.ts'
import { defineErrors } from '../errors/define-errors.ts'
import { execute, type Platform } from '../operations/execute.ts'
import { KeptRefusal } from '../operations/kept-refusal.ts'
import { defineQuery } from '../operations/operation.ts'
import { openTestKernel, type TestKernel } from '../testing/test-kernel.ts'
import { countedSoFar, countOne, forgetThrottles, secondsToWait } from './throttle.ts'

const errors = defineErrors('guess', {
  wrong: { status: 404, zh: () => '不对。', en: () => 'Wrong.' },
  tooMany: { status: 429, zh: () => '太多。', en: () => 'Too many.' },
})
const throttle = { id: 'test', most: 5, minutes: 15 }
const guess = defineQuery({
  id: 'guess.word',
  label: { zh: '猜', en: 'Guess' },
  about: { zh: '猜。', en: 'Guess.' },
  permission: 'service.read',
  countsGuesses: true,
  route: { method: 'GET', path: '/guesses' },
  input: Type.Object({ word: Type.String(), of: Type.Optional(Type.String()) }),
  output: Type.Object({ right: Type.Boolean() }),
  run: async (context, { word, of = 'it' }) => {
    if ((await secondsToWait(context, [{ throttle, of }])) > 0) throw errors.tooMany({})
    if (word === 'right') return { right: true }
    await countOne(context, [{ throttle, of }])
    throw new KeptRefusal(errors.wrong({}))
  },
})

let kernel: TestKernel
/** another program on the same database */
let second: Platform & { readonly close: () => Promise<void> }
beforeAll(async () => {
  kernel = await openTestKernel()
  const database = await openDatabase(kernel.test.url, { connections: 4 })
  second = { ...kernel, database, close: () => database.close() }
})
afterAll(async () => {
  await second.close()
  await kernel.close()
})
beforeEach(async () => {
  kernel.setNow(new Date('2026-11-25T02:00:00Z'))
  await kernel.test.tamper('delete from throttle')
})

const everybody = { actor: publicActor('203.0.113.9'), requestId: 'test', language: 'zh' as const }
const ask = (word: string, platform: Platform = kernel, of = 'it') =>
  execute(platform, guess, everybody, { word, of }).then(
    () => 'right',
    (error: { code: string }) => error.code,
  )
const rows = async () => (await kernel.test.tamper('select key, count, since from throttle')).rows

describe('guesses that are counted', () => {
  it('are seen by a second program, and by one that begins anew', async () => {
    for (let at = 0; at < 3; at += 1) expect(await ask('wrong')).toBe('guess.wrong')
    for (let at = 0; at < 2; at += 1) expect(await ask('wrong', second)).toBe('guess.wrong')
    for (const platform of [kernel, second]) expect(await ask('right', platform)).toBe('guess.tooMany')
    const database = await openDatabase(kernel.test.url, { connections: 1 })
    expect(await ask('right', { ...kernel, database })).toBe('guess.tooMany')
    await database.close()
    expect(await ask('right', kernel, 'something else')).toBe('right')
  })

  it('are free again when their window is over, as a whole', async () => {
    for (let at = 0; at < 5; at += 1) await ask('wrong')
    kernel.setNow(new Date('2026-11-25T02:14:59Z'))
    expect(await ask('right')).toBe('guess.tooMany')
    kernel.setNow(new Date('2026-11-25T02:15:00Z'))
    expect(await ask('wrong')).toBe('guess.wrong')
    expect(await rows()).toMatchObject([{ count: 1, since: new Date('2026-11-25T02:15:00Z') }])
  })

  it('write nothing where the answer is right or refused, and name nobody', async () => {
    for (let at = 0; at < 20; at += 1) await ask('right')
    expect(await rows()).toEqual([])
    for (let at = 0; at < 9; at += 1) await ask('wrong')
    expect(await rows()).toMatchObject([{ count: 5 }])
    expect(JSON.stringify(await rows())).not.toContain('"it"')
  })

  it('let no more through in a burst than the programs have connections', async () => {
    const answers = await Promise.all(
      Array.from({ length: 400 }, (_, at) => ask('wrong', at % 2 === 0 ? kernel : second)),
    )
    const passed = answers.filter((answer) => answer === 'guess.wrong').length
    expect(passed).toBeGreaterThanOrEqual(throttle.most)
    expect(passed).toBeLessThanOrEqual(throttle.most + 8 + 4)
    expect(await ask('right')).toBe('guess.tooMany')
  })

  it('are counted with bytes, and forgotten after two days', async () => {
    const within = <Result>(work: (context: Parameters<typeof countOne>[0]) => Promise<Result>) =>
      kernel.database.inJurisdiction(kernel.county.jurisdiction, 'write', (tx) =>
        work({ tx, jurisdiction: kernel.county.jurisdiction, secrets: kernel.secrets, now: kernel.now() }),
      )
    const files = [{ throttle: { id: 'files', most: 9, minutes: 1_440 }, of: 'somebody' }]
    await within((context) => countOne(context, files, 3_000_000_000))
    await within((context) => countOne(context, files, 4))
    expect(await within((context) => countedSoFar(context, files))).toEqual([
      { count: 2, amount: 3_000_000_004, seconds: 86_400 },
    ])
    kernel.setNow(new Date('2026-11-26T02:00:00Z'))
    expect(await within((context) => countedSoFar(context, files))).toEqual([{ count: 0, amount: 0, seconds: 0 }])
    expect(await within((context) => forgetThrottles(context, 10))).toBe(0)
    kernel.setNow(new Date('2026-11-27T02:00:01Z'))
    expect(await within((context) => forgetThrottles(context, 10))).toBe(1)
  })
})
