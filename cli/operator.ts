import { userInfo } from 'node:os'
import type { Actor } from '@qiangxian/kernel/accounts/actor'

/**
 * Who acts through `qx`: whoever can read the data folder could change it by any other means too, so they hold the
 * roles of administrator and office. The journal names their account on this machine.
 */
export function operatorOfMachine(): Actor {
  return {
    accountId: undefined,
    sessionId: undefined,
    label: `命令行（${accountOnMachine()}）`,
    roles: [
      { role: 'administrator', partyId: undefined },
      { role: 'office', partyId: undefined },
    ],
    via: 'qx',
    address: undefined,
  }
}

/** A process may run under a number that no account of the machine has; containers do. */
function accountOnMachine(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`
  }
}
