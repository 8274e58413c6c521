import { addDays } from '@qiangxian/engines/indicator/days'
import { addYears, between, daysOf, gazetteDay, workday } from './days.ts'
import { linkTo, type Owners } from './invent-entities.ts'
import { numberOf, type Right } from './invent-patents.ts'
import { add, chance, type Inventing } from './invented.ts'

const tenThousand = 1_000_000

/** 转让许可 of the programme's years. */
export function inventLicences(told: Inventing, rights: readonly Right[], owners: Owners): void {
  const random = chance(told, 'licences')
  const { start, until } = told.span
  for (const day of daysOf(start, until, [1, 3, 5])) {
    if (!random.percent(78)) continue
    const right = random.pick(rights)
    const recordedOn = workday(day)
    if (right.grantedOn >= addDays(recordedOn, -40) || right.endedOn !== null) continue
    const place = random.next()
    const kind = place < 0.55 ? 'assignment' : place < 0.88 ? 'licence' : 'open-licence'
    const to = owners.pickEnterprise(random)
    if (to.of === right.owner.of) continue
    const effectiveOn = addDays(recordedOn, -random.between(5, 80))
    add(told, 'licence', {
      unit: right.owner.unit,
      values: {
        contractNo: `演示备案${recordedOn.slice(0, 4)}${String(told.books['licence']?.length ?? 0).padStart(5, '0')}`,
        kind,
        patent: { name: right.applicationNo, of: right.of },
        from: linkTo(right.owner),
        to: linkTo(to),
        recordedOn,
        effectiveOn,
        endsOn: kind === 'assignment' ? null : addYears(effectiveOn, random.between(1, 5)),
        amount: random.between(2, 120) * tenThousand,
      },
    })
  }
}

/** 法律事件: of inventions that count much, and of what ended. */
export function inventEvents(told: Inventing, rights: readonly Right[]): void {
  const random = chance(told, 'events')
  const { until } = told.span
  for (const right of rights) {
    const patent = { name: right.applicationNo, of: right.of }
    const write = (eventType: string, on: string, details: string | null = null) => {
      if (on <= until)
        add(told, 'patent-event', {
          unit: right.owner.unit,
          values: { patent, eventType, on, effectiveOn: on, details },
        })
    }
    if (right.patentType === 'invention' && right.grantedOn >= '2025-07-01') {
      write('published', String(right.values['publishedOn']))
      write('granted', right.grantedOn)
    }
    if (right.endedOn !== null && right.endedOn >= told.span.start) {
      write('lapsed', gazetteDay(addDays(right.endedOn, random.between(180, 260))), '未缴年费，专利权终止')
    }
    if (right.patentType === 'invention' && random.next() < 0.004) {
      write(
        'invalidation-requested',
        gazetteDay(between(random, addDays(right.grantedOn, 100), addDays(right.grantedOn, 500))),
      )
    }
  }
}

/** Applications whose grant is expected: they count in what-if alone. */
export function inventExpectedPatents(told: Inventing, owners: Owners): void {
  const random = chance(told, 'expected-patents')
  const { until } = told.span
  for (let number = 0; number < 40; number++) {
    const owner = owners.pickEnterprise(random)
    const grantedOn = gazetteDay(addDays(until, 6 + (number % 26)))
    const filedOn = workday(addDays(until, -random.between(500, 800)))
    add(told, 'patent', {
      unit: owner.unit,
      expectedOn: grantedOn,
      values: {
        applicationNo: numberOf(told, 'invention', false, filedOn, random),
        patentType: 'invention',
        route: 'domestic',
        title: `一种${random.pick(owner.trade.things)}及其制备方法`,
        owners: [linkTo(owner)],
        ownerType: owner.entityType,
        status: 'pending',
        filedOn,
        publishedOn: gazetteDay(addDays(filedOn, 400)),
        grantedOn: null,
        ipc: [random.pick(owner.trade.strategic)],
        feeState: 'exempt',
      },
    })
  }
}
