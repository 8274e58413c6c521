import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { DrawInputs } from '@qiangxian/engines/draw/draw'
import { type DrawFault, verifyDraw as verify } from '@qiangxian/engines/draw/verify-draw'
import { type Call, textOf } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { qxErrors } from '../qx-errors.ts'
import { readNamedFile } from '../read-file.ts'

/** A published draw, as `qx draw show --json` prints it. */
interface DrawFile {
  readonly purpose: string
  readonly commitment: string
  readonly inputs: DrawInputs
  readonly inputsDigest: string
  readonly result: {
    readonly seed: string
    readonly publicValue: string
    readonly drawn: readonly { readonly id: string; readonly label: string }[]
    readonly reserves: readonly { readonly id: string; readonly label: string }[]
  }
}

/**
 * `qx draw verify FILE`: computes a published draw again. Touches no database and no network, so that whoever doubts it
 * needs nothing of ours but the published file; engines/draw/README.md says how to do it without this program.
 *
 * @throws qx.fileNotFound, qx.fileNotReadable, qx.notADraw
 */
export async function verifyDraw(call: Call): Promise<ExitCode> {
  const { terminal, language } = call
  const file = textOf(call, 'file') ?? '-'
  const published = asDraw(await readNamedFile(file, terminal), file)
  const { commitment, inputs, inputsDigest, result } = published
  const idsOf = (people: DrawFile['result']['drawn']) => people.map(({ id }) => id)
  const digest = createHash('sha256')
    .update(canonicalJson(inputs as unknown as Json))
    .digest('hex')
  const drawn = { drawn: idsOf(result.drawn), reserves: idsOf(result.reserves) }
  const { seed, publicValue } = result
  const faults = verify({ seed, publicValue, inputsDigest, commitment, inputs, result: drawn }, digest)
  if (call.json) {
    terminal.print(JSON.stringify({ verified: faults.length === 0, faults }, null, 2))
  } else if (faults.length === 0) {
    const names = result.drawn.map(({ label }) => label).join('、')
    terminal.print(words.sound[language].replace('{purpose}', published.purpose).replace('{names}', names))
  } else {
    for (const { fault } of faults) terminal.print(words[fault][language])
  }
  return faults.length === 0 ? exitCodes.done : exitCodes.refused
}

function asDraw(bytes: Uint8Array, file: string): DrawFile {
  const not = (why: string) => qxErrors.notADraw({ file, why })
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw not('JSON')
  }
  if (typeof value !== 'object' || value === null) throw not('{ … }')
  const draw = value as Partial<DrawFile>
  for (const name of ['commitment', 'inputsDigest'] as const) {
    if (typeof draw[name] !== 'string' || !/^[0-9a-f]{64}$/.test(draw[name])) throw not(name)
  }
  const isList = (list: unknown) => Array.isArray(list) && list.every((one) => typeof one?.id === 'string')
  const { inputs, result } = draw
  if (!isList(inputs?.candidates) || !isList(inputs?.excluded)) throw not('inputs')
  if (!Number.isInteger(inputs?.wanted) || !Number.isInteger(inputs?.reserves)) throw not('inputs')
  if (result === null || result === undefined) throw not('result')
  if (!/^[0-9a-f]{64}$/.test(String(result.seed)) || typeof result.publicValue !== 'string') throw not('result.seed')
  if (!isList(result.drawn) || !isList(result.reserves)) throw not('result')
  return draw as DrawFile
}

const words = {
  sound: {
    zh: '{purpose}：种子、名单和结果都相符。抽中：{names}',
    en: '{purpose}: seed, list and outcome fit. Drawn: {names}',
  },
  seed: {
    zh: '种子与事先公布的承诺值不符。',
    en: 'The seed does not give the commitment that was published before.',
  },
  inputs: {
    zh: '名单与事先公布的摘要不符：名单被改动过。',
    en: 'The list does not give its published digest: it was changed.',
  },
  result: { zh: '重算出来的结果不一样。', en: 'Computed again, another outcome comes out.' },
} as const satisfies Record<DrawFault['fault'] | 'sound', { zh: string; en: string }>
