import { defineJob } from '../jobs/define-job.ts'
import { sendMessagesJobId } from './queue-message.ts'
import { sendMessages } from './send-messages.ts'

export const sendMessagesJob = defineJob({
  id: sendMessagesJobId,
  label: { zh: '发送短信、邮件和推送', en: 'Send messages' },
  about: {
    zh: '把待发的短信、邮件和推送交给网关；对方不通时隔一段时间重发，一天多以后放弃，由管理员处理。',
    en: 'Hands waiting messages to their gateways; where one is down it tries again, for more than a day.',
  },
  every: 5,
  run: async (platform, { signal }) => {
    const counts = await sendMessages(platform, signal)
    return counts.sent + counts.failed + counts.givenUp === 0 ? undefined : { ...counts }
  },
})
