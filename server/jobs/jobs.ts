import { pruneOutboxJob } from '@qiangxian/kernel/channels/prune-outbox.job'
import { sendMessagesJob } from '@qiangxian/kernel/channels/send-messages.job'
import { webhookChannel } from '@qiangxian/kernel/channels/webhook-channel'
import { importJob } from '@qiangxian/kernel/imports/import.job'
import { indicatorJob } from '@qiangxian/kernel/indicators/indicator.job'
import type { JobDeclaration } from '@qiangxian/kernel/jobs/define-job'
import { doorJob } from '@qiangxian/kernel/matters/applying/door.job'
import { matterClockJob } from '@qiangxian/kernel/matters/limits/matter-clock.job'
import { inAppChannel } from '@qiangxian/kernel/notices/in-app-channel'
import type { Channel } from '@qiangxian/kernel/outbox/channel'
import { dispatchJob } from '@qiangxian/kernel/outbox/dispatch.job'
import { qualityJob } from '@qiangxian/kernel/quality/quality.job'
import { demonstrationMattersJob } from '@qiangxian/modules/management/demonstration/matters/load-matters.job'
import { clockJob } from '@qiangxian/modules/management/supervision/clock.job'
import { trainingJob } from '@qiangxian/modules/talent/training/training.job'
import { indicators, matters, qualityRules, registers } from '../declarations.ts'

/** The ways by which announcements reach people; a new one gets what is announced from then on. */
const channels: readonly Channel[] = [inAppChannel, webhookChannel]

/** Everything that the platform does by itself, in the order in which the page of jobs lists it. */
export const jobs: readonly JobDeclaration[] = [
  dispatchJob(channels),
  sendMessagesJob,
  pruneOutboxJob,
  clockJob,
  matterClockJob(matters),
  doorJob,
  importJob(registers),
  indicatorJob(indicators),
  qualityJob(qualityRules),
  trainingJob(matters),
  demonstrationMattersJob(matters),
]
