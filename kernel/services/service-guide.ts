import { sql } from 'kysely'
import { civilDateInChina } from '../clock/civil-date.ts'
import { presentFlow } from '../matters/flow/present-flow.ts'
import { presentForm } from '../matters/form/present-form.ts'
import { wordsHere } from '../matters/guide-words.ts'
import type { LimitDeclaration } from '../matters/matter.types.ts'
import type { ServiceGuide } from '../matters/matters.schemas.ts'
import type { Matters } from '../matters/matters.ts'
import type { QueryContext } from '../operations/context.ts'
import { lengthWords } from '../rules/length-words.ts'
import { stopReasons } from '../rules/rule.types.ts'
import { type OfferedService, offeredServices, serviceRow } from './catalogue.ts'
import { legalWords, promisedHere, ruleNow } from './limit-words.ts'
import { serviceErrors } from './service-errors.ts'

/**
 * 办事指南: all fields of the 实施清单. What the county has not said is null, and pages say 待填; nothing is invented.
 *
 * @throws service.unknown
 * @source 国务院关于在线政务服务的若干规定（国令第716号）第六条; GB/T 39554.2—2020
 */
export async function serviceGuide(context: QueryContext, matters: Matters, type: string): Promise<ServiceGuide> {
  const offered = (await offeredServices(context, matters)).find(({ version }) => version.type === type)
  if (offered === undefined) throw serviceErrors.unknown({ type })
  const { version, county, unit } = offered
  const { declaration } = version
  const { guide } = declaration
  const here = (words: string) => wordsHere(words, declaration.parameters, context.county)
  return {
    ...serviceRow(context, matters, offered),
    ...{ version: version.version, effectiveOn: civilDateInChina(version.publishedAt), itemCode: county.itemCode },
    conditions: guide.conditions.map(here),
    steps: guide.steps.map(({ label, what }) => ({ label, what: here(what) })),
    materials: declaration.materials.map((material) => ({
      ...{ id: material.id, label: material.label, kind: material.kind, copies: material.copies },
      ...{ necessity: material.necessity, when: material.when ?? null, origin: material.origin },
      ...{ notes: material.notes ?? null, several: material.several === true },
      ...{ sharedFrom: material.shared?.says ?? null, isSealed: material.sealed === true },
    })),
    limits: declaration.limits.map((limit) => guideLimit(context, matters, offered, limit)),
    result: { ...guide.result, delivery: [...guide.result.delivery] },
    ...{ visitReason: guide.visitReason ?? null, online: guide.online, acrossRegions: guide.acrossRegions },
    likelyOutcome: guide.likelyOutcome,
    questions: guide.questions.map(({ ask, answer }) => ({ ask, answer: here(answer) })),
    sources: declaration.sources.map((source) => ({ ...source })),
    changes: (declaration.changes ?? []).map((change) => ({ ...change })),
    place: {
      unit: unit.name,
      ...{ address: county.address, hours: county.hours, phone: county.phone, complaints: county.complaints },
    },
    rating: await ratingOf(context, type),
    form: presentForm(matters.registers, declaration),
    flow: presentFlow(declaration, {}),
  }
}

function guideLimit(
  context: QueryContext,
  matters: Matters,
  { county }: OfferedService,
  limit: LimitDeclaration,
): ServiceGuide['limits'][number] {
  const rule = matters.rules.find(limit.rule)
  const version = ruleNow(limit, matters, context)
  const promised = promisedHere(limit, county, context)
  return {
    ...{ id: limit.id, label: limit.label, rule: limit.rule },
    legal: legalWords(limit, matters, context) ?? '未定',
    promised: promised === undefined ? null : lengthWords(promised, context.language),
    startsOn: (context.language === 'zh' ? rule?.startsOn : rule?.startsOnEn) ?? '',
    stops: (version?.stops ?? []).map((reason) => stopReasons[reason][context.language]),
    source: version?.source ?? { instrument: '', article: '', certainty: 'recalled' },
  }
}

/** 好差评 as it is published: what was found unfounded by two is not counted. Null while nobody rated: no default. */
async function ratingOf({ tx, jurisdiction }: QueryContext, type: string): Promise<ServiceGuide['rating']> {
  const { rows } = await sql<{ count: number; good: number; average: number | null }>`
    select count(*) as count, count(*) filter (where level >= 3) as good, avg(level) as average
    from rating where jurisdiction = ${jurisdiction} and matter_type = ${type} and status <> 'excluded'`.execute(tx)
  const [row] = rows
  if (row === undefined || row.count === 0 || row.average === null) return null
  return { count: row.count, good: row.good, average: Math.round(row.average * 100) / 100 }
}
