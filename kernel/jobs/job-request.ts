import type { Request } from '../operations/execute.ts'

/** Who acts when the platform does something by itself: the journal names it 系统任务, via `job`. */
export function jobRequest(requestId: string): Request {
  return {
    actor: {
      accountId: undefined,
      sessionId: undefined,
      label: '系统任务',
      roles: [
        { role: 'administrator', partyId: undefined },
        { role: 'office', partyId: undefined },
      ],
      via: 'job',
      address: undefined,
    },
    requestId,
    language: 'zh',
  }
}
