import { defineErrors } from '../../errors/define-errors.ts'

/** Why the embedded database cannot be had, each in one sentence with what to do next. */
export const embeddedErrors = defineErrors('database', {
  folderNotWritable: {
    status: 503,
    zh: (e: { folder: string; reason: string }) =>
      `数据目录 ${e.folder} 不可写（${e.reason}）。请让运行本程序的用户拥有该目录，或在配置中另选目录。`,
    en: (e: { folder: string; reason: string }) =>
      `The data folder ${e.folder} cannot be written (${e.reason}). Give it to the user who runs this program, or choose another folder in the configuration.`,
  },
  folderNotOurs: {
    status: 409,
    zh: (e: { folder: string; found: string }) =>
      `目录 ${e.folder} 里有不属于强县数据库的内容（${e.found}），为避免损坏，未作任何改动。请指定一个空目录。`,
    en: (e: { folder: string; found: string }) =>
      `The folder ${e.folder} holds something that is not a Qiangxian database (${e.found}); nothing was changed. Name an empty folder.`,
  },
  locationLost: {
    status: 503,
    zh: (e: { pointer: string; home: string }) =>
      `${e.pointer} 指向的数据库目录 ${e.home} 不存在或无法读取。请恢复该目录；如数据确已不要，删除指向文件后将新建空库。`,
    en: (e: { pointer: string; home: string }) =>
      `${e.pointer} points to the database in ${e.home}, which does not exist or cannot be read. Restore that folder; only if its data is no longer wanted, delete the pointer file to start empty.`,
  },
  diskFull: {
    status: 507,
    zh: (e: { folder: string }) =>
      `${e.folder} 所在磁盘空间不足，数据库不能建立或启动；已有数据未改动，也未留下半成品。请至少腾出 200 MB 后重试。`,
    en: (e: { folder: string }) =>
      `The disk of ${e.folder} is full, so the database cannot be created or started; existing data is unchanged and nothing half-made was left. Free at least 200 MB and try again.`,
  },
  binariesMissing: {
    status: 503,
    zh: (e: { platform: string; expected: string }) =>
      `未找到适用于 ${e.platform} 的 PostgreSQL 程序（${e.expected}）。请在本机重新执行 npm install（不要加 --omit=optional），或设置 DATABASE_URL 使用自备的 PostgreSQL 15 以上版本。`,
    en: (e: { platform: string; expected: string }) =>
      `No PostgreSQL binaries for ${e.platform} were found (${e.expected}). Run npm install again on this machine (without --omit=optional), or set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
  },
  binariesUnfit: {
    status: 503,
    zh: (e: { file: string; platform: string; reason: string }) =>
      `PostgreSQL 程序 ${e.file} 无法在本机（${e.platform}）运行：${e.reason}。常见原因是处理器架构不同，或系统使用 musl（如 Alpine）。请换用基于 glibc 的系统，或设置 DATABASE_URL。`,
    en: (e: { file: string; platform: string; reason: string }) =>
      `The PostgreSQL binary ${e.file} does not run on this machine (${e.platform}): ${e.reason}. It is usually another processor architecture, or a system with musl such as Alpine. Use a system with glibc, or set DATABASE_URL.`,
  },
  noServerAccount: {
    status: 503,
    zh: () =>
      'PostgreSQL 不能以 root 运行，而系统中没有可用的普通账户（postgres、qiangxian、nobody）。请建立账户 qiangxian，或以普通用户运行本程序。',
    en: () =>
      'PostgreSQL refuses to run as root and no ordinary account (postgres, qiangxian, nobody) can be used. Create an account qiangxian, or run this program as an ordinary user.',
  },
  initFailed: {
    status: 503,
    zh: (e: { folder: string; lastLines: string }) =>
      `未能在 ${e.folder} 建立数据库，未留下半成品。最后的输出：${e.lastLines}`,
    en: (e: { folder: string; lastLines: string }) =>
      `The database could not be created in ${e.folder}; nothing half-made was left. Last output: ${e.lastLines}`,
  },
  couldNotStart: {
    status: 503,
    zh: (e: { cluster: string; lastLines: string }) => `数据库 ${e.cluster} 未能启动。日志最后几行：${e.lastLines}`,
    en: (e: { cluster: string; lastLines: string }) =>
      `The database in ${e.cluster} could not start. Last lines of its log: ${e.lastLines}`,
  },
  notAnswering: {
    status: 503,
    zh: (e: { pid: number; port: number; seconds: number; reason: string }) =>
      `数据库进程 ${e.pid}（端口 ${e.port}）在 ${e.seconds} 秒内没有应答（${e.reason}）。请查看其日志；确认无人使用后可结束该进程再试。`,
    en: (e: { pid: number; port: number; seconds: number; reason: string }) =>
      `The database process ${e.pid} (port ${e.port}) did not answer within ${e.seconds} seconds (${e.reason}). Look into its log; once nobody uses it, end that process and try again.`,
  },
  passwordRefused: {
    status: 503,
    zh: (e: { port: number; file: string }) =>
      `端口 ${e.port} 上的数据库不接受 ${e.file} 中的密码。该文件可能来自另一份数据，请恢复与数据同时备份的文件。`,
    en: (e: { port: number; file: string }) =>
      `The database on port ${e.port} refuses the password in ${e.file}. That file may belong to other data; restore the one that was kept with this data.`,
  },
  passwordMissing: {
    status: 503,
    zh: (e: { cluster: string; file: string }) =>
      `数据库 ${e.cluster} 的密码文件 ${e.file} 不存在或无法读取。请从备份恢复该文件，或以拥有它的用户运行。`,
    en: (e: { cluster: string; file: string }) =>
      `The password file ${e.file} of the database in ${e.cluster} is missing or cannot be read. Restore it from a back-up, or run as the user who owns it.`,
  },
  otherMajorVersion: {
    status: 409,
    zh: (e: { cluster: string; found: string; ours: string }) =>
      `数据目录 ${e.cluster} 属于 PostgreSQL ${e.found}，本程序带的是 ${e.ours}，未作改动。请用原来版本的程序执行 qx backup，以空目录启动本程序，再执行 qx restore；旧目录请保留到核对完成。`,
    en: (e: { cluster: string; found: string; ours: string }) =>
      `The data in ${e.cluster} is of PostgreSQL ${e.found}, this program carries ${e.ours}; nothing was changed. Run qx backup with the program it came from, start this one on an empty folder, then run qx restore; keep the old folder until you have compared.`,
  },
})
