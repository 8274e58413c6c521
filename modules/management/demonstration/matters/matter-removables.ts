import type { Removable } from '../remove-rows.ts'

const ofMatter = (table: Removable['table']): Removable['heldBy'][number] => [table, 'matter_id', 'id']

/** What invented matters left behind; one on which somebody real acted stays, with everything that it needs. */
export const matterRemovables: readonly Removable[] = [
  { table: 'rating_act', heldBy: [] },
  { table: 'rating', heldBy: [['rating_act', 'rating_id', 'id']] },
  { table: 'queue_ticket', heldBy: [['rating', 'ticket_id', 'id']] },
  { table: 'publication_objection', heldBy: [] },
  { table: 'matter_publication', heldBy: [['publication_objection', 'publication_id', 'id']] },
  { table: 'matter_review', heldBy: [] },
  { table: 'draw_result', heldBy: [] },
  {
    table: 'draw',
    heldBy: [
      ['draw_result', 'draw_id', 'id'],
      ['matter_review', 'draw_id', 'id'],
    ],
  },
  { table: 'message', heldBy: [] },
  { table: 'matter_comment', heldBy: [] },
  { table: 'matter_call', heldBy: [] },
  { table: 'matter_link', heldBy: [] },
  { table: 'matter_material', heldBy: [] },
  { table: 'matter_document', heldBy: [] },
  { table: 'matter_limit', heldBy: [] },
  { table: 'matter_act', heldBy: [] },
  {
    table: 'matter',
    heldBy: [
      ofMatter('matter_act'),
      ofMatter('matter_limit'),
      ofMatter('matter_document'),
      ofMatter('matter_material'),
      ofMatter('matter_comment'),
      ofMatter('matter_call'),
      ofMatter('matter_publication'),
      ofMatter('matter_review'),
      ofMatter('rating'),
      ['matter_link', 'from_matter', 'id'],
      ['matter_link', 'to_matter', 'id'],
    ],
  },
]
