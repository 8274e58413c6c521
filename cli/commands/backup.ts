import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { backupErrors } from '@qiangxian/kernel/backup/backup-errors'
import type { Manifest } from '@qiangxian/kernel/backup/manifest'
import { readableBackup, restoreBackup } from '@qiangxian/kernel/backup/restore-backup'
import { writeBackup } from '@qiangxian/kernel/backup/write-backup'
import { migrations } from '@qiangxian/kernel/database/migrations/migrations'
import { openContentStore } from '@qiangxian/kernel/evidence/content-store'
import { keyPlace } from '@qiangxian/kernel/personal-data/key-of-database'
import { keyFileIn } from '@qiangxian/kernel/personal-data/master-key'
import { type Call, textOf } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { filesFolder, hasDatabase, withDatabase } from '../open-database.ts'
import { placeOf } from '../open-place.ts'
import { programVersion } from '../program-version.ts'
import { fileTrouble } from '../read-file.ts'

/**
 * `qx backup FILE`: database and files into one archive, also while the server is running.
 *
 * A back-up that had to leave out damaged files is complete otherwise, and ends with the code of a refusal so that a
 * nightly job notices.
 *
 * @throws the errors of backup-errors.ts and of the database
 */
export async function backup(call: Call): Promise<ExitCode> {
  const config = placeOf(call)
  const file = resolve(textOf(call, 'file') ?? '')
  if (!hasDatabase(config)) throw backupErrors.notMigrated({})
  const store = openContentStore(filesFolder(config))
  const now = new Date()
  const manifest = await withDatabase(config, (database) =>
    writeBackup({ database, store, file, migrations, program: programVersion(), now }),
  )
  const { size } = await stat(file)
  report(call, { file, bytes: size, ...countsOf(manifest) }, [
    `已备份到 ${file}（${megabytes(size)}）：${inChinese(manifest)}。已读回核对，全部相符。个人信息密钥不在备份中，请另行保管 ${keyPlace(config.personalDataKey, keyFileIn(config.dataDir))}。`,
    `Backed up to ${file} (${megabytes(size)}): ${inEnglish(manifest)}. Read back and compared. The key of personal data is not in it: keep ${keyPlace(config.personalDataKey, keyFileIn(config.dataDir))} apart.`,
  ])
  return manifest.unsound.length === 0 ? exitCodes.done : exitCodes.refused
}

/**
 * `qx restore FILE`: a back-up into an empty database and its folder of files.
 *
 * The file is read to its end before any database is touched or made.
 *
 * @throws the errors of backup-errors.ts and of the database
 */
export async function restore(call: Call): Promise<ExitCode> {
  const config = placeOf(call)
  const file = textOf(call, 'file') ?? ''
  try {
    await stat(file)
  } catch (cause) {
    throw fileTrouble(file, cause)
  }
  await readableBackup(file, migrations)
  const restored = await withDatabase(config, (database) =>
    restoreBackup({ database, filesDir: filesFolder(config), file, migrations, now: new Date() }),
  )
  // Also where the back-up has no files, so that the folder is whole for the server and for qx doctor.
  openContentStore(filesFolder(config))
  const { manifest, journal, migrated } = restored
  const where = config.databaseUrl === undefined ? config.dataDir : 'DATABASE_URL'
  report(call, { file, journal, migrated, madeAt: manifest.madeAt, program: manifest.program, ...countsOf(manifest) }, [
    `已从 ${file}（程序 ${manifest.program}，${manifest.madeAt}）恢复到 ${where}：${inChinese(manifest)}。逐表核对相符，日志 ${journal} 条校验通过${migrated.length === 0 ? '' : `，并升级了 ${migrated.length} 项结构`}。`,
    `Restored ${file} (program ${manifest.program}, ${manifest.madeAt}) into ${where}: ${inEnglish(manifest)}. Every table was compared, ${journal} journal entries verified${migrated.length === 0 ? '' : `, and ${migrated.length} migrations made`}.`,
  ])
  return exitCodes.done
}

function report(
  { json, language, terminal }: Call,
  facts: ReturnType<typeof countsOf> & Readonly<Record<string, unknown>>,
  [zh, en]: readonly [string, string],
): void {
  const { unsound } = facts
  if (unsound.length > 0) {
    const list = unsound.map(({ sha256, state }) => `  ${sha256}  ${state}`).join('\n')
    terminal.say(
      language === 'zh'
        ? `有 ${unsound.length} 个文件在备份时已经缺失或损坏，请从别处找回：\n${list}`
        : `${unsound.length} files were missing or damaged when the back-up was made; find them elsewhere:\n${list}`,
    )
  }
  terminal.print(json ? JSON.stringify(facts, null, 2) : language === 'zh' ? zh : en)
}

function countsOf({ tables, files, unsound, jurisdictions }: Manifest) {
  return {
    jurisdictions,
    tables: new Set(tables.map(({ table }) => table)).size,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.length,
    unsound,
  }
}

function inChinese(manifest: Manifest): string {
  const { tables, rows, files } = countsOf(manifest)
  return `${tables} 张表 ${rows} 行，${files} 个文件`
}

function inEnglish(manifest: Manifest): string {
  const { tables, rows, files } = countsOf(manifest)
  return `${rows} rows of ${tables} tables, ${files} files`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
