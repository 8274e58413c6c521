import type { County, PlanTarget } from '@qiangxian/counties/county.types'
import type { CountyFacts } from '@qiangxian/kernel/jurisdiction/county-facts'
import type { SeedPlan } from '@qiangxian/kernel/jurisdiction/county-seed'

/** What the kernel is told about a county, from the county's own data. */
export function countyFacts(county: County, demonstration: boolean): CountyFacts {
  const names = new Map(county.organisations.map((unit) => [unit.key, unit.name]))
  return {
    jurisdiction: county.jurisdiction.id,
    label: county.jurisdiction.label,
    labelEn: county.jurisdiction.labelEn,
    demonstration,
    parameters: county.parameters.map(({ key, label, unit, value, choices, isDefault, about, source, note }) => ({
      key,
      label,
      unit,
      value,
      choice: choices?.find((choice) => choice.value === value)?.label ?? null,
      isDefault,
      about,
      source,
      note: note ?? null,
    })),
    calendar: county.calendar.years,
    tiles: county.tileMap.tiles.map((tile) => ({
      name: tile.label,
      organisation: tile.organisation === undefined ? null : (names.get(tile.organisation) ?? null),
      kind: tile.kind === 'water' ? 'water' : 'unit',
      row: tile.row,
      column: tile.column,
      rowSpan: tile.rowSpan,
      columnSpan: tile.columnSpan,
    })),
    organisations: county.organisations.map((unit) => ({
      key: unit.key,
      parent: unit.parent ?? null,
      name: unit.name,
      shortName: unit.shortName,
      kind: unit.kind,
      aliases: unit.aliases ?? [],
      members: unit.members ?? [],
    })),
    plan: seedPlan(county.plan),
    demonstrationAccounts: demonstration
      ? county.demo.accounts.map((account) => ({
          ...account,
          roles: account.roles.map(({ role, organisation }) => ({ role, unit: organisation })),
        }))
      : [],
    measures: Object.entries(county.measures).map(([target, indicator]) => ({ target, indicator })),
    services: {
      halls: county.services?.halls ?? [],
      matters: (county.services?.matters ?? []).map(({ organisation, itemCode, promised, ...service }) => ({
        ...service,
        organisation: names.get(organisation) ?? organisation,
        itemCode: itemCode ?? null,
        promised: promised ?? {},
      })),
    },
    demonstrationStory: demonstration ? county.demo.story : undefined,
  }
}

function seedPlan(plan: County['plan']): SeedPlan {
  const groupTitles = new Map(plan.groups.map((group) => [group.number, group.title]))
  const areaOfGroup = new Map(
    plan.groups.map((group) => [group.number, areasInOrder[group.number - 1] ?? 'management']),
  )
  return {
    head: {
      title: plan.title,
      issuer: plan.issuer,
      documentNo: plan.documentNo,
      issuedOn: plan.issuedOn,
      periodStart: plan.period.start,
      periodEnd: plan.period.end,
      goal: plan.goalText,
    },
    groups: plan.groups.map(({ number, title }) => ({ number, title, area: areaOfGroup.get(number) ?? 'management' })),
    tasks: plan.tasks.map((task) => ({
      number: task.number,
      title: task.title,
      group: groupTitles.get(task.group) ?? null,
      area: areaOfGroup.get(task.group) ?? 'management',
      summary: task.summary,
      responsibilityText: task.responsibilityNote ?? null,
      words: null,
      responsibilities: [
        ...task.lead.map((unit) => ({ unit, share: 'lead' as const })),
        ...task.support.map((unit) => ({ unit, share: 'support' as const })),
      ],
    })),
    targets: plan.targets.map((target) => ({
      code: target.code,
      name: target.name,
      shortName: target.shortName,
      area: target.area,
      kind: target.kind,
      comparator: target.comparator,
      value: target.value,
      valueHigh: null,
      unit: target.unit,
      baseValue: target.normalized,
      baseValueHigh: null,
      baseUnit: target.baseUnit,
      deadline: target.window.end,
      definition: {
        formula: target.formula,
        dataFrom: target.dataFrom,
        pitfall: target.pitfall ?? null,
        window: target.window,
        confidence: target.confidence,
      },
      words: null,
      years: target.yearly.map(({ year, value }) => ({ year, value })),
      statements: statementsOf(target),
      owners: target.owner,
      tasks: target.tasks,
    })),
    milestones: plan.milestones.map((milestone) => ({
      code: milestone.code,
      name: milestone.name,
      level: milestone.level,
      area: milestone.area,
      dueOn: milestone.dueOn,
      parts: (milestone.parts ?? []).map((part) => part.label),
      words: null,
      owners: milestone.owner,
      tasks: milestone.tasks,
    })),
    safeguards: plan.safeguards.map(({ number, title, summary }) => ({ number, title, summary, words: null })),
    phases: plan.phases.map(({ name, start, end }) => ({ name, start, end, summary: '', words: null })),
    questions: plan.questions.map(({ question, defaultInUse }) => ({ message: question, answer: defaultInUse })),
  }
}

/** The groups of the tasks follow the areas in their order; what a county calls them is its own. */
const areasInOrder = ['management', 'creation', 'protection', 'utilization', 'services', 'region'] as const

/** The county writes its plan in its own words, so a statement says the figure and the place, and quotes nothing. */
function statementsOf(target: PlanTarget): SeedPlan['targets'][number]['statements'] {
  const places = [...new Set([...target.where, ...(target.sameStatementIn ?? [])])]
  const text = `${target.name} ${target.comparator === 'gt' ? '超' : '达'} ${target.value} ${target.unit}`
  return places.map((place) => ({ place: placeInWords(place), words: { text, start: null, end: null } }))
}

function placeInWords(place: string): string {
  const [chapter, number] = place.split(':')
  switch (chapter) {
    case 'goals':
      return '工作目标'
    case 'task':
      return `任务 ${number}`
    case 'safeguard':
      return `保障措施（${number}）`
    default:
      return `时序进度（${number}）`
  }
}
