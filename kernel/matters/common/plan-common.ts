import type { CommonActId } from '../common-acts.ts'
import { answerCall, ask, delegate } from './calls.ts'
import { collect } from './collecting.ts'
import type { CommonPlan, CommonRequest } from './common-request.ts'
import { handOver, take, transfer } from './handing.ts'
import { join, split } from './linking.ts'
import { moving, reopen, withdraw } from './stopping.ts'
import { urge } from './urging.ts'

type Planner = (request: CommonRequest) => Promise<CommonPlan>

/** Stands in the list, and whoever follows the list does the rest: limits are extended by their effect. */
const recorded: Planner = async () => ({})

/** What each common act does. */
export const commonPlanners: Readonly<Record<CommonActId, Planner>> = {
  ...{ take, handOver, transfer, suspend: moving, resume: moving, withdraw, terminate: moving, reopen },
  ...{
    extend: recorded,
    collect,
    join,
    split,
    countersign: ask,
    addSigner: ask,
    delegate,
    copy: ask,
    urge,
    answerCall,
  },
  note: recorded,
}
