import { lockJurisdiction } from '@qiangxian/kernel/database/lock-jurisdiction'
import type { UploadedFile } from '@qiangxian/kernel/evidence/uploaded-file'
import type { DemonstrationStory } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { calendarOf, progressSettings } from '@qiangxian/kernel/progress/settings'
import { sql } from 'kysely'
import Type from 'typebox'
import { castOf } from './cast.ts'
import { demonstrationErrors } from './demonstration-errors.ts'
import { insertRows } from './insert-rows.ts'
import { asUploaded, storyFiles } from './story-files.ts'
import { storyTables } from './story-rows.ts'
import { tellStory } from './tell-story.ts'
import { instantOn, type Telling, telling } from './telling.ts'

/**
 * 载入演示数据: three years of invented reports, values, urgings and the rest, made from the county's story by the rules
 * by which the platform makes its own. Every row says that it is a demonstration. The journal gets one entry that says
 * what was loaded, and no invented ones: nobody did what the story tells.
 */
export const loadDemonstration = defineCommand({
  id: 'demonstration.load',
  label: { zh: '载入演示数据', en: 'Load the demonstration' },
  about: {
    zh: '按本县的演示故事生成 2024 年以来的报送、数值、督办等，全部标为演示；已有报送时不载入。',
    en: 'Makes reports, values and urgings since 2024 from the county’s story, all marked as demonstration; only while there are none.',
  },
  permission: 'demonstration.remove',
  route: { method: 'POST', path: '/demonstration' },
  input: Type.Object({}),
  output: Type.Object({
    loaded: Type.Boolean({ description: 'false: reports or breakdowns are there already, and nothing was changed' }),
    rows: Type.Record(Type.String(), Type.Integer()),
  }),
  // Files that were not put into the store beforehand are no evidence: a row must not speak of what is not there.
  prepare: async ({ files }) => {
    const stored: UploadedFile[] = []
    for (const file of storyFiles().map(asUploaded)) {
      const isThere = await files.readAll(file.sha256).then(
        () => true,
        () => false,
      )
      if (isThere) stored.push(file)
    }
    return stored
  },
  run: async (context, _input, files) => {
    const story = context.county.demonstrationStory
    if (story === undefined) throw demonstrationErrors.noStory({})
    // Two starts at the same moment load one after the other, and the second finds what the first has loaded.
    await lockJurisdiction(context)
    if (await hasBegun(context)) {
      context.unchanged()
      return { loaded: false, rows: {} }
    }
    const told = await tellingOf(context, story)
    const counters = tellStory(told, files)
    await insertBlobs(context, files)
    await insertRows(context.tx, context.jurisdiction, told.rows)
    await startClock(context, told, counters)
    const rows = Object.fromEntries(storyTables.map((table) => [table, told.rows[table].length]))
    await context.record({
      subject: { kind: 'demonstration', id: context.jurisdiction },
      before: null,
      after: { seed: story.seed, until: told.asOf, rows },
    })
    return { loaded: true, rows }
  },
})

/** Whether anything of the living programme is there already, invented or real. */
async function hasBegun({ tx, jurisdiction }: CommandContext): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`
    select exists (select from duty where jurisdiction = ${jurisdiction})
      or exists (select from breakdown where jurisdiction = ${jurisdiction})
      or exists (select from task_part where jurisdiction = ${jurisdiction}) as begun`.execute(tx)
  return rows[0]?.begun === true
}

async function tellingOf(context: CommandContext, story: DemonstrationStory): Promise<Telling> {
  const { plan, organisations } = await readPlan(context, undefined)
  const { county, today } = context
  const cast = await castOf(context, organisations)
  return telling({ ...cast, story, plan, settings: progressSettings(county), calendar: calendarOf(county) }, today)
}

async function insertBlobs({ tx, jurisdiction, now }: CommandContext, files: readonly UploadedFile[]): Promise<void> {
  if (files.length === 0) return
  await tx
    .insertInto('evidence_blob')
    .values(
      files.map(({ sha256, size, mediaType, scannedBy, scanVerdict }) => ({
        jurisdiction,
        sha256,
        size,
        media_type: mediaType,
        scanned_by: scannedBy,
        scan_verdict: scanVerdict,
        stored_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The clock has worked up to the last day of the story, and letters go on from the last number. */
async function startClock(
  { tx, jurisdiction }: CommandContext,
  { asOf }: Telling,
  counters: ReadonlyMap<string, number>,
): Promise<void> {
  await tx
    .insertInto('clock_state')
    .values({ jurisdiction, last_on: asOf, last_at: instantOn(asOf, 1) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (counters.size === 0) return
  await tx
    .insertInto('counter')
    .values([...counters].map(([name, value]) => ({ jurisdiction, name, value })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
