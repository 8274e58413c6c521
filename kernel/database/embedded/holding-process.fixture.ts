/**
 * A program that holds the database, for the tests to talk to, to interrupt and to kill.
 *
 * Its argument is the options of holdEmbeddedDatabase as JSON. It says one JSON line when it has the database (or the
 * error), and ends as `ending` tells: `wait` for "release" on its input, `exit` at once without releasing, or, on
 * Ctrl-C, `write` a last row before it releases.
 */
import { createInterface } from 'node:readline'
import pg from 'pg'
import { QxError } from '../../errors/define-errors.ts'
import { type HeldDatabase, holdEmbeddedDatabase } from './embedded-database.ts'

const { ending, ...options } = JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof holdEmbeddedDatabase>[0] & {
  ending: 'wait' | 'exit' | 'write'
}

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

async function writeLastRow(database: HeldDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query('create table if not exists last_words (said text)')
  await client.query("select pg_sleep(0.2); insert into last_words values ('saved')")
  await client.end()
  await database.release()
  process.exit(0)
}

try {
  const database = await holdEmbeddedDatabase(options)
  if (ending === 'write') process.on('SIGINT', () => void writeLastRow(database))
  say({ url: database.url, attached: database.attached, uid: process.getuid?.() })
  if (ending === 'exit') process.exit(3)
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'release') break
  }
  await database.release()
} catch (error) {
  say(error instanceof QxError ? { code: error.code, ...error.localized } : { code: 'unexpected', zh: String(error) })
  process.exitCode = 1
}
