import type { Localized } from '../../errors/define-errors.ts'
import { newId } from '../../ids/new-id.ts'
import type { CommandContext } from '../../operations/context.ts'
import { runSql } from '../../registers/run-sql.ts'
import type { Candidate } from './name-index.ts'

/** A name that a person is to settle, and how often the file has it so far. */
export interface OpenName {
  readonly register: string
  readonly written: string
  readonly key: string
  readonly candidates: readonly Candidate[]
  readonly uses: number
}

/**
 * Puts names into the queue of those to be settled; one that stands there already stays as it is, with the larger number
 * of places. Asked again for the same file, it changes nothing.
 */
export async function noteOpenNames(
  { tx, jurisdiction, now }: Pick<CommandContext, 'tx' | 'jurisdiction' | 'now'>,
  names: readonly OpenName[],
): Promise<void> {
  if (names.length === 0) return
  const rows = names.map(({ candidates, ...name }) => ({ ...name, id: newId(now), candidates }))
  await runSql(
    tx,
    `insert into name_match (jurisdiction, id, register, written, written_key, status, confidence, candidates, uses,
       first_seen_at)
     select $1, id, register, left(written, 500), key, 'open', (candidates -> 0 ->> 'confidence')::numeric, candidates,
       uses, $2
     from jsonb_to_recordset($3::jsonb) as given (id text, register text, written text, key text, candidates jsonb,
       uses bigint)
     on conflict (jurisdiction, register, written_key) do update
       set uses = greatest(name_match.uses, excluded.uses),
         candidates = case when name_match.status = 'open' then excluded.candidates else name_match.candidates end`,
    [jurisdiction, now, JSON.stringify(rows)],
  )
}

export const nameWords = {
  doubtful: (name: string, candidates: readonly Candidate[]): { message: Localized; remedy: Localized } => ({
    message: {
      zh: `“${name}”可能是${candidates
        .slice(0, 3)
        .map((each) => `“${each.name}”`)
        .join('或')}，不能确定。`,
      en: `“${name}” may be ${candidates
        .slice(0, 3)
        .map((each) => `“${each.name}”`)
        .join(' or ')}; that is not certain.`,
    },
    remedy: {
      zh: '请在“名称核对”里确认是哪一家；确认一次，以后的文件都照此办理。',
      en: 'Say which it is on the page of names; the answer holds for all later files.',
    },
  }),
  unit: (name: string, unit: string): { message: Localized; remedy: Localized } => ({
    message: {
      zh: `“${name}”是本县的单位（${unit}），一般不是权利人。`,
      en: `“${name}” is a unit of the county (${unit}), which hardly is what is meant.`,
    },
    remedy: {
      zh: '请核对是否把归属单位填进了这一列；确是它名下的，请在“名称核对”里新建或指定记录。',
      en: 'Check whether the responsible unit was put here; if it is really meant, settle it on the page of names.',
    },
  }),
  unknown: (name: string): { message: Localized; remedy: Localized } => ({
    message: { zh: `没有找到“${name}”。`, en: `Nobody is called “${name}”.` },
    remedy: {
      zh: '请核对名称，或在“名称核对”里新建、指定记录。',
      en: 'Check the name, or settle it on the page of names.',
    },
  }),
}
