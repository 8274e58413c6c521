import type { County } from '../county.types.ts'
import { demoStory } from './demo/story.ts'
import { demoAccounts } from './demo.ts'
import { measures } from './measures.ts'
import { organisations } from './organisations.ts'
import { accountParameters } from './parameters/accounts.ts'
import { creationCounting } from './parameters/counting-creation.ts'
import { protectionUseServiceCounting } from './parameters/counting-protection-use-services.ts'
import { doorParameters } from './parameters/doors.ts'
import { limitParameters } from './parameters/limits.ts'
import { promiseParameters } from './parameters/promises.ts'
import { supervisionParameters } from './parameters/supervision.ts'
import { plan } from './plan.ts'
import { services } from './services.ts'
import { tileMap } from './tile-map.ts'
import { workCalendar } from './work-calendar.ts'

/** 宜兴市: the first county. README.md says what stands in its plan and what is from memory. */
export const county: County = {
  jurisdiction: {
    id: '320282',
    label: '宜兴市',
    labelEn: 'Yixing',
    level: 'countyLevelCity',
    parentId: '320200',
    parentLabel: '无锡市',
    parentLabelEn: 'Wuxi',
    provinceId: '320000',
    provinceLabel: '江苏省',
    provinceLabelEn: 'Jiangsu',
    timeZone: 'Asia/Shanghai',
  },
  organisations,
  plan,
  calendar: { years: workCalendar },
  parameters: [
    ...supervisionParameters,
    ...accountParameters,
    ...limitParameters,
    ...doorParameters,
    ...promiseParameters,
    ...creationCounting,
    ...protectionUseServiceCounting,
  ],
  measures,
  services,
  tileMap,
  demo: { accounts: demoAccounts, story: demoStory },
}
