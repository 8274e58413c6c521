import { lockJurisdiction } from '@qiangxian/kernel/database/lock-jurisdiction'
import type { UploadedFile } from '@qiangxian/kernel/evidence/uploaded-file'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import type { Registers } from '@qiangxian/kernel/registers/registers'
import { runSql } from '@qiangxian/kernel/registers/run-sql'
import { writeRecords } from '@qiangxian/kernel/registers/write-records'
import Type from 'typebox'
import { demonstrationErrors } from '../demonstration-errors.ts'
import { asUploaded, storyFiles } from '../story-files.ts'
import { earlierOf } from './days.ts'
import { inventRegisters } from './invent-registers.ts'
import { inventing } from './invented.ts'
import { placeRecords } from './place-records.ts'

/**
 * 载入演示名录: the records of all registers, invented from the county's story so that counting them gives what its
 * reports say. Every record says that it is a demonstration; the journal gets one entry that says what was loaded.
 */
export function loadDemonstrationRegisters(registers: Registers) {
  return defineCommand({
    id: 'demonstration.loadRegisters',
    label: { zh: '载入演示名录', en: 'Load the registers of the demonstration' },
    about: {
      zh: '按本县的演示故事生成各名录的记录，全部标为演示；任何名录已有记录时不载入。',
      en: 'Makes the records of all registers from the county’s story, all marked as demonstration; only while no register has any.',
    },
    permission: 'demonstration.remove',
    route: { method: 'POST', path: '/demonstration/registers' },
    input: Type.Object({}),
    output: Type.Object({
      loaded: Type.Boolean({ description: 'false: there are records already, and nothing was changed' }),
      records: Type.Record(Type.String(), Type.Integer()),
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
      await lockJurisdiction(context)
      if (await anyRecord(context, registers)) {
        context.unchanged()
        return { loaded: false, records: {} }
      }
      const { plan, organisations } = await readPlan(context, undefined)
      const keyOf = new Map(context.county.organisations.map(({ key, name }) => [name, key]))
      const partyOf = new Map(organisations.map(({ id, name }) => [keyOf.get(name) ?? id, id]))
      const names = new Map(context.county.organisations.map(({ key, name }) => [key, name]))
      const asOf = earlierOf(context.today, story.until)
      const books = inventRegisters(
        inventing(story, {
          place: context.county.label.replace(/[县市区]$/, ''),
          division: /^\d{6}$/.test(context.jurisdiction) ? context.jurisdiction : '320282',
          nameOf: (key) => names.get(key) ?? key,
          parks: context.county.organisations.flatMap(({ key, kind }) => (kind === 'park' ? [key] : [])),
          start: plan.head.periodStart,
        }),
      )
      const placed = placeRecords(books, {
        registers,
        unitOf: (key) => partyOf.get(key),
        asOf,
        evidence: await insertEvidence(context, files),
        now: context.now,
      })
      const records: Record<string, number> = {}
      for (const { register, rows } of placed) {
        await writeRecords(context, registers, register, rows, {
          origin: 'demonstration',
          reason: '演示数据',
          demonstration: true,
        })
        records[register.id] = rows.length
      }
      await linkEnterpriseAccounts(context)
      await context.record({
        subject: { kind: 'demonstration', id: context.jurisdiction },
        before: null,
        after: { seed: story.seed, until: asOf, records: { ...records } },
      })
      return { loaded: true, records }
    },
  })
}

/**
 * The accounts that act for an enterprise get the one with the most pledges, so that whoever tries them finds rights,
 * certificates and deadlines.
 */
async function linkEnterpriseAccounts(context: CommandContext): Promise<void> {
  const { tx, jurisdiction, county, now } = context
  const logins = county.demonstrationAccounts
    .filter(({ roles }) => roles.some(({ role }) => role === 'enterprise'))
    .map(({ login }) => login)
  await runSql(
    tx,
    `insert into account_entity (jurisdiction, account_id, register, record_id, granted_at, granted_by_label)
     select a.jurisdiction, a.id, 'market-entity', busiest.id, $3, '系统任务'
     from account a cross join (
       select e.id from pledge p join market_entity e on e.jurisdiction = p.jurisdiction and e.id = p.pledgor_id
       where p.jurisdiction = $1 and e.jurisdiction = $1 group by e.id order by count(*) desc, e.id limit 1
     ) busiest
     where a.jurisdiction = $1 and a.login = any($2)
     on conflict do nothing`,
    [jurisdiction, logins, now],
  )
}

async function anyRecord({ tx, jurisdiction }: CommandContext, registers: Registers): Promise<boolean> {
  const asked = registers.all.map(({ table }) => `exists (select from ${table} where jurisdiction = $1)`)
  const [row] = await runSql<{ any: boolean }>(tx, `select ${asked.join(' or ')} as any`, [jurisdiction])
  return row?.any === true
}

/** The story's own files, as evidence of records: a few, given many times. */
async function insertEvidence(
  { tx, jurisdiction, now }: CommandContext,
  files: readonly UploadedFile[],
): Promise<readonly string[]> {
  if (files.length === 0) return []
  const rows = files.map((file) => ({ file, id: newId(now) }))
  await tx
    .insertInto('evidence_blob')
    .values(
      rows.map(({ file: { sha256, size, mediaType, scannedBy, scanVerdict } }) => ({
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
  await tx
    .insertInto('evidence')
    .values(
      rows.map(({ file, id }) => ({
        jurisdiction,
        id,
        sha256: file.sha256,
        name: file.fileName,
        purpose: 'record',
        given_by: null,
        given_by_label: '系统任务',
        visibility: 'office' as const,
        given_at: now,
        demonstration: true,
      })),
    )
    .execute()
  return rows.map(({ id }) => id)
}
