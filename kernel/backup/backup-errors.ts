import { defineErrors } from '../errors/define-errors.ts'

/** Why a back-up is not made or not restored, each in one sentence with what to do next. */
export const backupErrors = defineErrors('backup', {
  fileExists: {
    status: 409,
    zh: (e: { file: string }) => `文件 ${e.file} 已经存在，未作覆盖。请换一个文件名。`,
    en: (e) => `The file ${e.file} exists already and was not overwritten. Choose another name.`,
  },
  notWritten: {
    status: 500,
    zh: (e: { file: string; why: string }) =>
      `备份文件 ${e.file} 写不了（${e.why}），未留下半成品。请检查文件夹的权限和磁盘空间。`,
    en: (e) =>
      `The back-up ${e.file} could not be written (${e.why}); nothing half-made was left. Check the folder's permissions and the space on the disk.`,
  },
  notOwner: {
    status: 403,
    zh: (_: Record<never, never>) =>
      '数据库用户不是这些表的所有者，看不到全部数据。请用建立这些表的用户（服务所用的用户）连接。',
    en: () =>
      'The database user does not own the tables and cannot see all rows. Connect as the user who made them, which is the one of the server.',
  },
  notMigrated: {
    status: 409,
    zh: (_: Record<never, never>) => '数据库里没有强县的数据，没有可备份的内容。请检查 --data 或 --database-url。',
    en: () =>
      'The database holds no data of Qiangxian, so there is nothing to back up. Check --data or --database-url.',
  },
  schemaOfOtherProgram: {
    status: 409,
    zh: (e: { migrations: readonly string[] }) =>
      `数据库的结构与本程序不同（${e.migrations.join('、')}）。请用使用这个数据库的那个版本的程序备份。`,
    en: (e) =>
      `The structure of the database is not the one of this program (${e.migrations.join(', ')}). Back it up with the version of the program that it is used with.`,
  },
  notABackup: {
    status: 400,
    zh: (e: { file: string }) => `${e.file} 不是强县的备份文件（qx backup 生成的 .qxb）。请检查文件。`,
    en: (e) => `${e.file} is no back-up of Qiangxian (a .qxb made by qx backup). Check the file.`,
  },
  damaged: {
    status: 400,
    zh: (e: { file: string; where: string }) =>
      `备份文件 ${e.file} 已损坏或不完整（${e.where}），没有恢复任何内容。请改用另一份备份。`,
    en: (e) => `The back-up ${e.file} is damaged or incomplete (${e.where}); nothing was restored. Use another copy.`,
  },
  newerThanProgram: {
    status: 409,
    zh: (e: { version: string; migrations: readonly string[] }) =>
      `备份来自更新的程序 ${e.version}（有本程序不认识的变更 ${e.migrations.join('、')}），没有恢复任何内容。请用该版本或更新的程序恢复。`,
    en: (e) =>
      `The back-up was made by a newer program, ${e.version} (unknown changes ${e.migrations.join(', ')}); nothing was restored. Restore it with that version or a newer one.`,
  },
  migrationChanged: {
    status: 409,
    zh: (e: { id: string }) =>
      `备份中的数据库变更 ${e.id} 与本程序中的内容不一致，没有恢复任何内容。请使用发布的程序版本。`,
    en: (e) =>
      `The database change ${e.id} of the back-up reads differently in this program; nothing was restored. Use a released version.`,
  },
  notEmpty: {
    status: 409,
    zh: (e: { found: string }) =>
      `要恢复到的数据库不是空的（${e.found}），未作任何改动。请用 --data 指定一个新的文件夹，或新建一个数据库。`,
    en: (e) =>
      `The database to restore into is not empty (${e.found}); nothing was changed. Name a new folder with --data, or create a new database.`,
  },
  otherRows: {
    status: 500,
    zh: (e: { table: string }) => `恢复后的表 ${e.table} 与备份不一致，已全部撤销。请报告此问题，并保留备份文件。`,
    en: (e) =>
      `The table ${e.table} as restored differs from the back-up; everything was undone. Report this, and keep the back-up.`,
  },
  journalBroken: {
    status: 409,
    zh: (e: { jurisdiction: string; sequence: number }) =>
      `备份中 ${e.jurisdiction} 的日志在第 ${e.sequence} 条处不连贯，已全部撤销。请改用另一份备份，并查明原因。`,
    en: (e) =>
      `The journal of ${e.jurisdiction} in the back-up does not hold together at entry ${e.sequence}; everything was undone. Use another copy, and find out why.`,
  },
})
