import { defineErrors } from '../errors/define-errors.ts'

export const databaseErrors = defineErrors('database', {
  unreachable: {
    status: 503,
    zh: (e: { where: string; why: string }) =>
      `连接不上数据库 ${e.where}（${e.why}）。请检查数据库是否已启动、地址和口令是否正确。`,
    en: (e) => `Cannot reach the database at ${e.where} (${e.why}). Check that it runs, and the address and password.`,
  },
  outcomeUnknown: {
    status: 503,
    zh: (_: Record<never, never>) =>
      '保存时数据库断开，这次操作可能已保存，也可能没有。请刷新页面核对结果，再决定是否重新办理。',
    en: () =>
      'The database went away while saving; this may or may not have been saved. Reload and look before doing it again.',
  },
  tooOld: {
    status: 500,
    zh: (e: { version: string }) => `数据库是 PostgreSQL ${e.version}，需要 15 或更高版本。请升级数据库后再启动。`,
    en: (e) => `The database is PostgreSQL ${e.version}; 15 or newer is needed. Upgrade it, then start again.`,
  },
  newerThanProgram: {
    status: 500,
    zh: (e: { migrations: readonly string[] }) =>
      `数据库比本程序新（有本程序不认识的变更 ${e.migrations.join('、')}）。请改用更新版本的程序；数据没有改动。`,
    en: (e) =>
      `The database is newer than this program (unknown changes ${e.migrations.join(', ')}). Start a newer program; nothing was changed.`,
  },
  migrationChanged: {
    status: 500,
    zh: (e: { id: string }) => `数据库变更 ${e.id} 与本程序中的内容不一致。请使用发布的程序版本；数据没有改动。`,
    en: (e) =>
      `The database change ${e.id} reads differently in this program. Use a released version; nothing was changed.`,
  },
  mayNotCreateRole: {
    status: 500,
    zh: (e: { role: string }) =>
      `数据库用户无权建立角色 ${e.role}。请由数据库管理员执行：create role ${e.role} nologin; grant ${e.role} to <本程序的用户>;`,
    en: (e) =>
      `The database user may not create the role ${e.role}. Let the database administrator run: create role ${e.role} nologin; grant ${e.role} to <this program's user>;`,
  },
})
