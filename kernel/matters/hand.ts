import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import type { ActorKind, MatterState } from './effects.types.ts'

/** What lies with a matter when it is acted on: read after the matter was locked, so that it is what it was. */
export interface Hand {
  readonly acts: readonly ActDone[]
  readonly materials: readonly MaterialInHand[]
  /** questions to others that nobody has answered */
  readonly calls: readonly OpenCall[]
  /** reviewers who were asked and did not stand aside, with the totals they gave */
  readonly reviews?: readonly { readonly status: string; readonly total: number | null }[]
  /** limits that run */
  readonly limits: readonly { readonly rule: string; readonly dueOn: string }[]
  /** the account that asks acts for the enterprise or person who applied */
  readonly ownsRecord: boolean
  /** the hall at whose window it came in */
  readonly receivedAt: string | null
  /** the account that asks was drawn to review it */
  readonly isReviewer: boolean
}

export interface ActDone {
  readonly ordinal: number
  readonly act: string
  readonly label: string
  /** ISO instant */
  readonly at: string
  readonly on: string
  readonly byAccount: string | null
  readonly byKind: ActorKind
  readonly byLabel: string
  readonly requestKey: string | null
  readonly documentId: string | null
}

export interface MaterialInHand {
  readonly id: string
  readonly material: string
  readonly status: 'given' | 'later' | 'accepted' | 'rejected'
}

export interface OpenCall {
  readonly id: string
  readonly kind: 'countersign' | 'addSigner' | 'delegate' | 'copy'
  readonly toUnit: string | null
  readonly toAccount: string | null
  readonly toLabel: string
  readonly byAccount: string | null
}

/** One statement, since it is asked before every act. */
export async function readHand(
  { tx, jurisdiction, actor }: QueryContext,
  matter: Pick<MatterState, 'id' | 'applicantRecord'>,
): Promise<Hand> {
  const account = actor.accountId ?? ''
  const { rows } = await sql<Hand>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('ordinal', a.ordinal, 'act', a.act, 'label', a.label, 'at', a.at,
          'on', a.on_day, 'byAccount', a.by_account, 'byKind', a.by_kind, 'byLabel', a.by_label,
          'requestKey', a.request_key, 'documentId', a.document_id) order by a.ordinal)
        from matter_act a where a.jurisdiction = ${jurisdiction} and a.matter_id = ${matter.id}), '[]') as acts,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'material', g.material, 'status', g.status) order by g.id)
        from matter_material g where g.jurisdiction = ${jurisdiction} and g.matter_id = ${matter.id}), '[]') as materials,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'toUnit', c.to_unit,
          'toAccount', c.to_account, 'toLabel', c.to_label, 'byAccount', c.by_account) order by c.at, c.id)
        from matter_call c where c.jurisdiction = ${jurisdiction} and c.matter_id = ${matter.id}
          and c.answered_at is null), '[]') as calls,
      coalesce((select jsonb_agg(jsonb_build_object('status', r.status, 'total', r.total) order by r.asked_at, r.id)
        from matter_review r where r.jurisdiction = ${jurisdiction} and r.matter_id = ${matter.id}
          and r.status in ('asked', 'submitted')), '[]') as reviews,
      coalesce((select jsonb_agg(jsonb_build_object('rule', l.rule, 'dueOn', l.due_on))
        from matter_limit l where l.jurisdiction = ${jurisdiction} and l.matter_id = ${matter.id}
          and l.status = 'running'), '[]') as limits,
      exists (select from account_entity e where e.jurisdiction = ${jurisdiction} and e.account_id = ${account}
        and e.record_id = ${matter.applicantRecord}) as "ownsRecord",
      (select a.unit_id from matter_act a where a.jurisdiction = ${jurisdiction} and a.matter_id = ${matter.id}
        and a.ordinal = 1) as "receivedAt",
      exists (select from matter_review r
        join account_entity e on e.jurisdiction = ${jurisdiction} and e.record_id = r.expert_record
        where r.jurisdiction = ${jurisdiction} and r.matter_id = ${matter.id} and e.account_id = ${account}
          and r.status <> 'cancelled') as "isReviewer"
    from matter m where m.jurisdiction = ${jurisdiction} and m.id = ${matter.id}`.execute(tx)
  const [hand] = rows
  if (hand === undefined) throw new Error(`matter ${matter.id} went away while it was locked`)
  return hand
}

/** Ids of materials that are there: given or accepted, and not only promised or sent back. */
export function givenMaterials(materials: readonly MaterialInHand[]): readonly string[] {
  const there = materials.filter(({ status }) => status === 'given' || status === 'accepted')
  return [...new Set(there.map(({ material }) => material))]
}
