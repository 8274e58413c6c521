import { smallPlan } from './small-plan.ts'
import type { Answer, TestApp, Visitor } from './test-app.ts'

export interface Item {
  readonly id: string
  readonly kind: string
  readonly revision: number
  readonly decision: string
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the kind, and tests look into each
  readonly content: any
  readonly against: string | null
}

/** Uploads a document; throws when it is refused. */
export async function upload(
  visitor: Visitor,
  content: string | Uint8Array = smallPlan,
  name = '方案.txt',
  planId?: string,
) {
  const answer = await visitor.upload('/plan-imports', { name, content }, planId === undefined ? {} : { planId })
  if (answer.status !== 200) throw new Error(`the plan was refused: ${answer.text}`)
  return answer.body as { id: string; items: Item[]; blockers: { itemId: string | null; message: string }[] }
}

/** Does what a diligent reviewer does: creates the unknown units, confirms what was read, answers what was asked. */
export async function reviewAll(visitor: Visitor, importId: string): Promise<void> {
  const { items } = (await visitor.get(`/plan-imports/${importId}`)).body as { items: Item[] }
  for (const item of items.filter(({ decision }) => decision === 'pending')) {
    const { content } = item
    const settled: Record<string, object> = {
      unit:
        content.partyId === null
          ? { content: { ...content, create: { name: content.printed, kind: 'department' } } }
          : { decision: 'confirmed' },
      question: { content: { ...content, answer: '以正文为准' } },
    }
    const answer = await visitor.patch(`/plan-imports/${importId}/items/${item.id}`, {
      revision: item.revision,
      ...(settled[item.kind] ?? { decision: 'confirmed' }),
    })
    if (answer.status !== 200) throw new Error(`an item could not be settled: ${answer.text}`)
  }
}

export function adopt(visitor: Visitor, importId: string, body: object = {}): Promise<Answer> {
  return visitor.post(`/plan-imports/${importId}/adoption`, { effectiveFrom: '2025-01-01', ...body })
}

/** How many rows the tables that an import or an adoption writes hold. */
export async function rowCounts({ platform }: Pick<TestApp, 'platform'>): Promise<Record<string, number>> {
  const tables = [
    ...[
      'evidence',
      'evidence_blob',
      'plan_import',
      'plan_import_item',
      'plan',
      'plan_version',
      'plan_target',
      'plan_task',
    ],
    ...['plan_milestone', 'plan_responsibility', 'party', 'party_alias', 'search_entry', 'journal'],
  ]
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  return (await platform.tamper(`select ${counts.join(', ')}`)).rows[0]
}
