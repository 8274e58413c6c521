import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { DrawInputs, DrawResult } from '@qiangxian/engines/draw/draw'
import { type DrawFault, verifyDraw } from '@qiangxian/engines/draw/verify-draw'
import { sql } from 'kysely'
import { unitsActedFor } from '../accounts/actor.ts'
import { mayDo, roles } from '../accounts/roles.ts'
import type { QueryContext } from '../operations/context.ts'
import { digestOf } from './commit-draw.ts'
import { drawErrors } from './draw-errors.ts'
import type { DrawDetail, DrawRow } from './draws.schemas.ts'

/** A draw as it stands, for whoever goes on with it. */
export interface StoredDraw {
  readonly id: string
  readonly purpose: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly unitId: string | null
  readonly commitment: string
  readonly sealedSeed: Uint8Array
  readonly inputs: DrawInputs
  readonly inputsDigest: string
  readonly at: Date
  readonly byLabel: string
  readonly demonstration: boolean
  readonly result: StoredResult | undefined
}

interface StoredResult {
  readonly seed: string
  readonly publicValue: string
  readonly drawn: DrawResult
  readonly at: Date
  readonly byLabel: string
}

/**
 * The draws that somebody sees: those of their units, for the office, leaders and auditors all. Who draws for a unit
 * sees no other's, since a list of reviewers tells who will judge.
 */
export async function readDraws(
  context: QueryContext,
  { id, subjectId, limit }: { readonly id?: string; readonly subjectId?: string; readonly limit: number },
): Promise<readonly StoredDraw[]> {
  const { tx, jurisdiction, actor } = context
  const all = actor.roles.some(({ role }) => !roles[role].forUnit && mayDo([role], 'matter.read'))
  const units = unitsActedFor(actor, 'matter.read')
  let query = tx
    .selectFrom('draw as d')
    .leftJoin('draw_result as r', (join) =>
      join
        .onRef('r.jurisdiction', '=', 'd.jurisdiction')
        .onRef('r.draw_id', '=', 'd.id')
        .on('r.jurisdiction', '=', jurisdiction),
    )
    .select([
      'd.id',
      'd.purpose',
      'd.subject_kind',
      'd.subject_id',
      'd.unit_id',
      'd.commitment',
      'd.seed_cipher',
      'd.inputs',
      'd.inputs_digest',
      'd.at',
      'd.by_label',
      'd.demonstration',
      'r.seed',
      'r.public_value',
      'r.result',
      'r.at as drawn_at',
      'r.by_label as drawn_by',
    ])
    .where('d.jurisdiction', '=', jurisdiction)
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
  if (id !== undefined) query = query.where('d.id', '=', id)
  if (subjectId !== undefined) query = query.where('d.subject_id', '=', subjectId)
  if (!all) query = query.where(sql<boolean>`d.unit_id = any(${[...units]}::text[])`)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    subject: { kind: row.subject_kind, id: row.subject_id },
    unitId: row.unit_id,
    commitment: row.commitment,
    sealedSeed: row.seed_cipher,
    inputs: fromJson<DrawInputs>(row.inputs),
    inputsDigest: row.inputs_digest,
    at: row.at,
    byLabel: row.by_label,
    demonstration: row.demonstration,
    result:
      row.seed === null || row.result === null || row.drawn_at === null
        ? undefined
        : {
            seed: row.seed,
            publicValue: row.public_value ?? '',
            drawn: fromJson<DrawResult>(row.result),
            at: row.drawn_at,
            byLabel: row.drawn_by ?? '',
          },
  }))
}

/** @throws draw.unknown */
export async function getDraw(context: QueryContext, id: string): Promise<StoredDraw> {
  const [found] = await readDraws(context, { id, limit: 1 })
  if (found === undefined) throw drawErrors.unknown({ id })
  return found
}

export function presentDraw(draw: StoredDraw): DrawRow {
  const { inputs, result } = draw
  return {
    id: draw.id,
    purpose: draw.purpose,
    subjectKind: draw.subject.kind,
    subjectId: draw.subject.id,
    wanted: inputs.wanted,
    reserves: inputs.reserves,
    candidates: inputs.candidates.length,
    excluded: inputs.excluded.length,
    commitment: draw.commitment,
    committedAt: draw.at.toISOString(),
    committedBy: draw.byLabel,
    drawnAt: result?.at.toISOString() ?? null,
    drawnBy: result?.byLabel ?? null,
    demonstration: draw.demonstration,
  }
}

/** The draw with all from which it can be computed again, and what comes out when it is computed again now. */
export function presentDrawDetail(draw: StoredDraw, language: 'zh' | 'en'): DrawDetail {
  const { inputs, result, inputsDigest, commitment } = draw
  const labels = new Map(inputs.candidates.map(({ id, label }) => [id, label]))
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, label: labels.get(id) ?? id }))
  const row = presentDraw(draw)
  const plain = {
    candidates: inputs.candidates.map(({ id, label }) => ({ id, label })),
    excluded: inputs.excluded.map(({ id, reason }) => ({ id, reason })),
    wanted: inputs.wanted,
    reserves: inputs.reserves,
  }
  if (result === undefined) return { ...row, inputs: plain, inputsDigest, result: null, faults: null }
  const { seed, publicValue, drawn } = result
  const faults = verifyDraw({ seed, publicValue, inputsDigest, commitment, inputs, result: drawn }, digestOf(inputs))
  return {
    ...row,
    inputs: plain,
    inputsDigest,
    result: {
      seed,
      publicValue,
      drawn: named(drawn.drawn),
      reserves: named(drawn.reserves),
      steps: drawn.steps.map((step) => ({ ...step })),
      tooFew: drawn.drawn.length < inputs.wanted,
    },
    faults: faults.map((fault) => ({ fault: fault.fault, words: faultWords[fault.fault][language] })),
  }
}

const faultWords = {
  seed: {
    zh: '公布的种子与事先的承诺值不符：SHA-256 算出来不一样。',
    en: 'The seed does not give the commitment that was published before.',
  },
  inputs: {
    zh: '候选名单与事先公布的摘要不符：名单被改动过。',
    en: 'The list does not give the digest that was published before: it was changed.',
  },
  result: { zh: '按公布的种子和名单重算，抽中的人不一样。', en: 'Computed again, other people come out.' },
} as const satisfies Record<DrawFault['fault'], { zh: string; en: string }>

function fromJson<Value>(json: Json): Value {
  return json as unknown as Value
}
