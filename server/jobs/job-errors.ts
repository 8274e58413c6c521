import { defineErrors } from '@qiangxian/kernel/errors/define-errors'

export const jobErrors = defineErrors('job', {
  mayNotCreateSchema: {
    status: 500,
    zh: (e: { database: string; user: string }) =>
      `数据库用户 ${e.user} 无权在数据库 ${e.database} 中建立 schema pgboss，系统任务（发送通知、到期提醒等）不能运行，其他功能不受影响。请由数据库管理员执行：grant create on database "${e.database}" to "${e.user}"; 一分钟内自动恢复，不必重启。`,
    en: (e) =>
      `The database user ${e.user} may not create the schema pgboss in ${e.database}, so no jobs run (announcements, reminders); all else works. Let the database administrator run: grant create on database "${e.database}" to "${e.user}"; jobs begin within a minute, without a restart.`,
  },
  unknown: {
    status: 404,
    zh: (e: { jobId: string }) => `没有系统任务“${e.jobId}”。`,
    en: (e) => `There is no job “${e.jobId}”.`,
  },
})
