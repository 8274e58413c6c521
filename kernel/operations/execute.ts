import { type Actor, actorMay, rolesOf } from '../accounts/actor.ts'
import { civilDateInChina } from '../clock/civil-date.ts'
import type { Database } from '../database/database.ts'
import type { Language } from '../errors/define-errors.ts'
import { settleRoom, type TakenRoom, takeRoom } from '../evidence/upload-quota.ts'
import type { UploadedFile } from '../evidence/uploaded-file.ts'
import { recordEntries } from '../journal/record-entry.ts'
import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { FieldSecrets } from '../personal-data/field-secrets.ts'
import { checkInput } from './check-input.ts'
import type { CommandContext, QueryContext, StoredFiles } from './context.ts'
import { KeptRefusal } from './kept-refusal.ts'
import type { Command, Operation, Query, UploadDeclaration } from './operation.ts'
import { operationErrors } from './operation-errors.ts'
import type { Outside } from './outside.ts'

/** Everything an operation needs that is the same for all requests. */
export interface Platform {
  readonly database: Database
  readonly county: CountyFacts
  readonly files: StoredFiles
  /** what keeps personal data at rest */
  readonly secrets: FieldSecrets
  /** seal service, mail, telephone messages, webhooks */
  readonly outside: Outside
  /** the clock: the only place where the time is read */
  readonly now: () => Date
}

/** Who asks, under which request id, in which language. */
export interface Request {
  readonly actor: Actor
  readonly requestId: string
  readonly language: Language
  /** the file that came with it */
  readonly upload?: UploadedFile
}

/**
 * Runs one operation: permission, input, then the work in one transaction.
 *
 * The web page, the HTTP interface, `qx` and every job come through here. A command that changed something without a
 * journal entry is a mistake of ours: it is refused, and nothing of it stays.
 *
 * @throws operation.signInNeeded, operation.notAllowed, operation.badInput, and the operation's own errors
 */
export async function execute(
  platform: Platform,
  operation: Operation,
  request: Request,
  rawInput: unknown,
): Promise<unknown> {
  refuseUnlessAllowed(operation, request)
  const input = checkInput(operation, rawInput)
  const { database, county, files } = platform
  if (operation.kind === 'query') {
    const access = operation.countsGuesses === true ? 'write' : 'read'
    const answer = await database.inJurisdiction(county.jurisdiction, access, (tx) =>
      keepingRefusal(() => runQuery(platform, operation, request, tx, input)),
    )
    if (answer instanceof KeptRefusal) throw answer.refusal
    return answer
  }
  if (operation.upload !== undefined && request.upload === undefined) throw operationErrors.fileMissing({})
  const prepared = await operation.prepare?.(
    {
      actor: request.actor,
      read: (work) => database.inJurisdiction(county.jurisdiction, 'read', work),
      upload: request.upload,
      files,
      county,
      secrets: platform.secrets,
      language: request.language,
    },
    input,
  )
  const { result, hints } = await retrying(() =>
    database.inJurisdiction(county.jurisdiction, 'write', (tx) =>
      runCommand(platform, operation, request, tx, input, prepared),
    ),
  )
  for (const hint of hints) hint()
  if (result instanceof KeptRefusal) throw result.refusal
  return result
}

/**
 * Whether a file is received at all, before its first byte: what an upload asks for itself, and whether there is room for
 * it among the files of whoever sends it.
 *
 * @param bytes announced, or the most that would be taken
 * @throws evidence.quotaUsed, and what the upload asks for
 */
export async function admitUpload(
  platform: Platform,
  request: Request,
  { admits }: UploadDeclaration,
  parameters: Readonly<Record<string, unknown>>,
  bytes: number,
): Promise<TakenRoom> {
  const { database, county } = platform
  return database.inJurisdiction(county.jurisdiction, 'write', async (tx) => {
    const context = contextOf(platform, request, tx)
    await admits?.(context, parameters)
    return takeRoom(context, bytes)
  })
}

/** What was received, where something else was announced. @param bytes 0 where nothing was kept */
export async function settleUpload(
  platform: Platform,
  request: Request,
  room: TakenRoom,
  bytes: number,
): Promise<void> {
  await platform.database.inJurisdiction(platform.county.jurisdiction, 'write', (tx) =>
    settleRoom(contextOf(platform, request, tx), room, bytes),
  )
}

function refuseUnlessAllowed(operation: Operation, { actor }: Request): void {
  if (actorMay(actor, operation.permission)) return
  const label = operation.label
  if (actor.accountId === undefined && actor.via === 'web') throw operationErrors.signInNeeded({ label })
  throw operationErrors.notAllowed({ label, roles: rolesOf(actor) })
}

function runQuery(platform: Platform, operation: Query, request: Request, tx: QueryContext['tx'], input: unknown) {
  return operation.run(contextOf(platform, request, tx), input)
}

async function runCommand(
  platform: Platform,
  operation: Command,
  request: Request,
  tx: QueryContext['tx'],
  input: unknown,
  prepared: unknown,
): Promise<{ result: unknown; hints: readonly (() => void)[] }> {
  const base = contextOf(platform, request, tx)
  let accounted = false
  const hints: (() => void)[] = []
  const recordAll: CommandContext['recordAll'] = async (notes) => {
    if (notes.length > 0) accounted = true
    const { jurisdiction, actor, requestId, now } = base
    await recordEntries(tx, { jurisdiction, actor, requestId, now, command: operation.id }, notes)
  }
  const context: CommandContext = {
    ...base,
    record: (note) => recordAll([note]),
    recordAll,
    unchanged: () => {
      accounted = true
    },
    afterCommit: (hint) => {
      hints.push(hint)
    },
    upload: request.upload,
  }
  const result = await keepingRefusal(() => operation.run(context, input, prepared))
  if (!accounted) throw new Error(`${operation.id} wrote no journal entry and did not say that nothing changed`)
  return { result, hints }
}

/** A refusal that is to be kept comes out as a value, so that the transaction ends well and stays. */
async function keepingRefusal(run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof KeptRefusal) return error
    throw error
  }
}

function contextOf(
  { county, now, secrets, outside }: Platform,
  request: Request,
  tx: QueryContext['tx'],
): QueryContext {
  const instant = now()
  return {
    tx,
    jurisdiction: county.jurisdiction,
    actor: request.actor,
    county,
    secrets,
    outside,
    today: civilDateInChina(instant),
    now: instant,
    requestId: request.requestId,
    language: request.language,
  }
}

/** serialization failure, deadlock, and a row that another transaction wrote a moment earlier */
const inEachOthersWay = new Set(['40001', '40P01', '23505'])

/**
 * Another try when the database says that two transactions got into each other's way. Who was second then finds what
 * the first one wrote, and the command says in its own words what that means.
 */
async function retrying<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (attempt >= 3 || !inEachOthersWay.has(code)) throw error
    }
  }
}
