import { defineJob, type JobDeclaration } from '../jobs/define-job.ts'
import type { Channel } from './channel.ts'
import { dispatchOutbox } from './dispatch-outbox.ts'

export const dispatchJobId = 'outbox.dispatch'

/** The dispatcher of the outbox as a job: every few seconds, and at once when this program wrote to the outbox. */
export function dispatchJob(channels: readonly Channel[]): JobDeclaration {
  return defineJob({
    id: dispatchJobId,
    label: { zh: '发送通知', en: 'Deliver announcements' },
    about: {
      zh: '把待发的通知送到各渠道；某一渠道不通时稍后重发，不影响其他渠道。',
      en: 'Brings announcements to the channels; where one is down it tries again later, and holds back no other.',
    },
    every: 5,
    run: async (platform, occasion) => {
      const dispatched = await dispatchOutbox(platform, channels, occasion)
      const did = [...dispatched].filter(([, { delivered, failed }]) => delivered + failed > 0)
      return did.length === 0 ? undefined : Object.fromEntries(did.map(([id, counts]) => [id, { ...counts }]))
    },
  })
}
