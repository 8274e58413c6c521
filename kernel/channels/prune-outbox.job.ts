import { defineJob } from '../jobs/define-job.ts'
import { pruneOutbox } from './prune-outbox.ts'

export const pruneOutboxJob = defineJob({
  id: 'outbox.prune',
  label: { zh: '清理已发的通知', en: 'Forget old announcements' },
  about: {
    zh: '删除半年前已经送达的通知底稿和已发的短信、邮件、推送；没有送达的和还能在消息里看到的不删。',
    en: 'Removes announcements and messages that went out half a year ago; what waits or can still be read stays.',
  },
  every: '30 3 * * *',
  run: async (platform, { signal }) => {
    const pruned = await pruneOutbox(platform, signal)
    return pruned.deliveries + pruned.announcements + pruned.messages === 0 ? undefined : { ...pruned }
  },
})
