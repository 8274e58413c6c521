import type { County } from '../county.types.ts'
import { promisedIn } from './parameters/promises.ts'

type Service = NonNullable<County['services']>['matters'][number]

/** The plan leaves out the county's name; what goes out bears the full one. */
const letterheads: Readonly<Record<string, string>> = { 'market-supervision-bureau': '宜兴市市场监督管理局' }

/**
 * Who runs which service in Yixing. The places and telephones of the halls were not in the documents at hand: they are
 * null, and pages say 待填, until somebody of the county fills them in. Which office handles what follows the plan's own
 * division of the work.
 */
export const services: NonNullable<County['services']> = {
  halls: [
    {
      id: 'service-hall',
      name: '宜兴市政务服务中心知识产权综合窗口',
      address: null,
      hours: null,
      phone: null,
      desks: ['知识产权综合窗口1号', '知识产权综合窗口2号'],
    },
  ],
  matters: [
    at('rights-assistance', 'market-supervision-bureau'),
    at('training-enrolment', 'market-supervision-bureau'),
    at('expert-admission', 'market-supervision-bureau'),
    at('workstation-setup', 'market-supervision-bureau'),
    at('grant-application', 'market-supervision-bureau'),
    at('violation-report', 'market-supervision-bureau'),
    at('ip-review', 'market-supervision-bureau'),
    at('expert-question', 'market-supervision-bureau'),
    at('standard-adoption', 'market-supervision-bureau'),
    at('event-enrolment', 'market-supervision-bureau'),
  ],
}

function at(matter: string, organisation: string): Service {
  const letterhead = letterheads[organisation]
  return {
    matter,
    organisation,
    ...(letterhead === undefined ? {} : { letterhead }),
    address: null,
    hours: null,
    phone: null,
    complaints: '12345',
    promised: promisedIn(matter),
  }
}
