import type { CountyFacts } from '../jurisdiction/county-facts.ts'

/** An invented county for tests of the kernel: two offices, a town, no plan. 演示 */
export function testCounty(changes: Partial<CountyFacts> = {}): CountyFacts {
  return {
    jurisdiction: 'yanshi',
    label: '演示县',
    labelEn: 'Demo County',
    demonstration: false,
    parameters: [],
    calendar: [],
    tiles: [],
    organisations: [
      unit('group', null, '演示县工作领导小组', 'leadingGroup'),
      unit('office', 'group', '演示县工作领导小组办公室', 'office'),
      unit('town', null, '云亭镇', 'town'),
    ],
    plan: undefined,
    demonstrationAccounts: [],
    measures: [],
    services: { halls: [], matters: [] },
    demonstrationStory: undefined,
    ...changes,
  }
}

function unit(key: string, parent: string | null, name: string, kind: string) {
  return { key, parent, name, shortName: name, kind, aliases: [], members: [] }
}
