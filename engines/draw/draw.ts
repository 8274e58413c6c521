import { createHash } from 'node:crypto'
import { numberStream } from './number-stream.ts'

/**
 * A draw 随机抽取 that anybody can compute again.
 *
 * Terminology: the *seed* is 32 random bytes that were fixed before the draw; its SHA-256, the *commitment* 承诺值, is
 * published then, with the digest of the inputs. At the draw the seed is shown, and a *public value* 公开值 may be added
 * that nobody knew before (a number called out by a witness): so neither who keeps the seed nor who names the value can
 * choose the outcome alone.
 */
export interface DrawInputs {
  /** who can be drawn; their order does not matter, their ids are unique */
  readonly candidates: readonly { readonly id: string; readonly label: string }[]
  /** who is on the list and left out, with the reason: 回避、在办过多 */
  readonly excluded: readonly { readonly id: string; readonly reason: string }[]
  readonly wanted: number
  /** 候补, in the order in which they step in */
  readonly reserves: number
}

export interface DrawKey {
  /** 64 hexadecimal digits */
  readonly seed: string
  /** empty where none was added */
  readonly publicValue: string
  /** SHA-256 of the inputs as they were published, 64 hexadecimal digits */
  readonly inputsDigest: string
}

export interface DrawResult {
  readonly drawn: readonly string[]
  readonly reserves: readonly string[]
  /** the whole shuffle: at each step which place was chosen among how many, and who stood there */
  readonly steps: readonly { readonly among: number; readonly place: number; readonly id: string }[]
}

/** The commitment to a seed: SHA-256 over its 32 bytes. */
export function commitmentOf(seed: string): string {
  return createHash('sha256').update(seedBytes(seed)).digest('hex')
}

/**
 * Draws without replacement: candidates in the order of their ids (by code units), those excluded taken out, then one
 * after the other chosen among who is left, each with the same chance (Fisher–Yates).
 *
 * Who could be drawn and was not stays in no list. Where fewer are left than were asked for, all of them are drawn, and
 * it is the caller's to say that they are too few.
 *
 * @throws RangeError for a seed or digest of another form, numbers below zero, and two candidates with one id
 * @source 国务院关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见（国发〔2019〕5号）: drawn at random and
 *   traceable; how it is computed is ours
 */
export function draw({ candidates, excluded, wanted, reserves }: DrawInputs, key: DrawKey): DrawResult {
  for (const [name, number] of Object.entries({ wanted, reserves })) {
    if (!Number.isInteger(number) || number < 0) throw new RangeError(`${name}: ${number} is no count`)
  }
  const out = new Set(excluded.map(({ id }) => id))
  const left = candidates.map(({ id }) => id).filter((id) => !out.has(id))
  left.sort((a, b) => (a < b ? -1 : 1))
  const repeated = left.find((id, at) => id === left[at + 1])
  if (repeated !== undefined) throw new RangeError(`two candidates have the id ${repeated}`)
  const below = numberStream(keyBytes(key))
  const steps: DrawResult['steps'][number][] = []
  while (left.length > 0 && steps.length < wanted + reserves) {
    const among = left.length
    const place = below(among)
    const [id = ''] = left.splice(place, 1)
    steps.push({ among, place, id })
  }
  const ids = steps.map(({ id }) => id)
  return { drawn: ids.slice(0, wanted), reserves: ids.slice(wanted), steps }
}

function keyBytes({ seed, publicValue, inputsDigest }: DrawKey): Buffer {
  if (!/^[0-9a-f]{64}$/.test(inputsDigest)) throw new RangeError('the digest of the inputs has 64 hexadecimal digits')
  return createHash('sha256')
    .update('qiangxian draw 1\n')
    .update(seedBytes(seed))
    .update(`\n${inputsDigest}\n`)
    .update(publicValue.normalize('NFC'), 'utf8')
    .digest()
}

function seedBytes(seed: string): Buffer {
  if (!/^[0-9a-f]{64}$/.test(seed)) throw new RangeError('a seed has 64 hexadecimal digits')
  return Buffer.from(seed, 'hex')
}
