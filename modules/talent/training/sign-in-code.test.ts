import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilTime, instantOf } from './civil-time.ts'
import { codeOf, isProven, proofOf, shownUntil, stepAt, stepOfCode } from './sign-in-code.ts'
import { refusesSignIn } from './sign-in-window.ts'
import { timeOfDayFormat } from './training.formats.ts'

const key = Buffer.alloc(32, 7)
const other = Buffer.alloc(32, 8)
const now = new Date('2026-06-01T01:58:31Z')

describe('the rotating sign-in code (签到码)', () => {
  it('is another one every 30 seconds, in another session, and with another key', () => {
    const step = stepAt(now)
    const code = codeOf(key, 'a', step)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/)
    expect(new Set([code, codeOf(key, 'a', step + 1), codeOf(key, 'b', step), codeOf(other, 'a', step)]).size).toBe(4)
    expect(shownUntil(step).getTime() - now.getTime()).toBeLessThanOrEqual(30_000)
  })

  it.each([
    { later: 0, good: true },
    { later: 29, good: true },
    { later: 58, good: true },
    { later: 61, good: false },
    { later: -31, good: false },
  ])('typed $later s later it is good: $good', ({ later, good }) => {
    const shown = new Date('2026-06-01T01:58:30Z')
    const code = codeOf(key, 'a', stepAt(shown))
    const typed = stepOfCode(key, 'a', code, new Date(shown.getTime() + later * 1000))
    expect(typed !== undefined).toBe(good)
  })

  it('is read in small letters, with spaces and in full width', () => {
    const step = stepAt(now)
    const code = codeOf(key, 'a', step)
    const wide = [...code].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')
    for (const typed of [code.toLowerCase(), `${code.slice(0, 3)} ${code.slice(3)}`, wide]) {
      expect(stepOfCode(key, 'a', typed, now)).toBe(step)
    }
    expect(stepOfCode(key, 'a', '', now)).toBeUndefined()
  })

  it('is not hit by guessing in its minute', () => {
    let hits = 0
    for (let at = 0; at < 20_000; at += 1) {
      if (stepOfCode(key, 'a', codeOf(other, 'a', at), now) !== undefined) hits += 1
    }
    expect(hits).toBe(0)
  })
})

describe('the proof of a person-time (人次)', () => {
  const facts = { session: 'a', person: 'P1', day: '2026-06-01', time: civilTime(now), step: stepAt(now) }

  it('holds for what was signed, and for nothing that was changed afterwards', () => {
    const proof = proofOf(key, facts)
    expect(facts.time).toBe('09:58:31')
    expect(isProven(key, facts, proof, instantOf)).toBe(true)
    for (const changed of [
      { ...facts, person: 'P2' },
      { ...facts, session: 'b' },
      { ...facts, day: '2026-06-02' },
      { ...facts, time: '10:58:31' },
      { ...facts, step: facts.step + 1 },
    ]) {
      expect(isProven(key, changed, proof, instantOf)).toBe(false)
    }
    expect(isProven(other, facts, proof, instantOf)).toBe(false)
  })

  it('holds for no code that was over when it was used, whoever signed it', () => {
    const late = { ...facts, step: facts.step - 2 }
    expect(isProven(key, late, proofOf(key, late), instantOf)).toBe(false)
  })

  it('tells any two people, sessions and steps apart', () => {
    const some = fc.record({ session: fc.string(), person: fc.string(), step: fc.nat() })
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [one, two] = [a, b].map((each) => proofOf(key, { ...facts, ...each }))
        const isSame = JSON.stringify(a) === JSON.stringify(b)
        // A line feed in an id could make two facts read alike; ids have none.
        fc.pre(![a, b].some(({ session, person }) => `${session}${person}`.includes('\n')))
        expect(one === two).toBe(isSame)
      }),
    )
  })
})

describe('when people can sign in (签到时间)', () => {
  const times = { heldOn: '2026-06-01', startsAt: '09:30', endsAt: '11:30' }

  it.each([
    { today: '2026-05-31', time: '10:00', says: /这场培训在 2026-06-01/ },
    { today: '2026-06-01', time: '08:29', says: /08:30 到 12:00/ },
    { today: '2026-06-01', time: '08:30', says: undefined },
    { today: '2026-06-01', time: '12:00', says: undefined },
    { today: '2026-06-01', time: '12:01', says: /08:30 到 12:00/ },
  ])('on $today at $time', ({ today, time, says }) => {
    const refusal = refusesSignIn(times, today, time)
    if (says === undefined) expect(refusal).toBeUndefined()
    else expect(refusal?.zh).toMatch(says)
  })

  it('is the whole day where no time was given, and never yesterday', () => {
    expect(refusesSignIn({ ...times, startsAt: null, endsAt: null }, '2026-06-01', '00:00')).toBeUndefined()
    expect(refusesSignIn({ ...times, startsAt: '00:30', endsAt: '23:50' }, '2026-06-01', '23:59')).toBeUndefined()
  })
})

describe('a time of day (时刻)', () => {
  it.each([
    ['9点半', '09:30'],
    ['9：05', '09:05'],
    ['14:00:00', '14:00'],
    ['8点', '08:00'],
    ['14时20分', '14:20'],
  ])('written %s is kept as %s', (written, kept) => {
    expect(timeOfDayFormat.read(written)).toEqual({ outcome: 'valid', normalized: kept })
  })

  it.each(['24:00', '9:60', '上午', ''])('is not %j', (written) => {
    expect(timeOfDayFormat.read(written).outcome).toBe('invalid')
  })
})
