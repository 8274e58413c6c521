import { addDays } from '@qiangxian/engines/indicator/days'
import { addYears, workday } from './days.ts'
import { linkTo, type Owner, type Owners } from './invent-entities.ts'
import { add, chance, type Inventing, targetOf } from './invented.ts'

const tenThousand = 1_000_000
const products: readonly (readonly [name: string, road: string, product: string])[] = [
  ['演示红茶', 'product', '茶'],
  ['演示红茶', 'mark', '茶'],
  ['演示大米', 'mark', '稻米'],
  ['演示百合', 'agricultural', '蔬菜'],
  ['演示紫砂', 'product', '陶器'],
  ['演示毛笋', 'mark', '笋'],
  ['演示青虾', 'agricultural', '水产'],
]

/** 地理标志, before the marks that protect them. */
export function inventIndications(told: Inventing, owners: Owners): void {
  const { start, until } = told.span
  const associations = owners.institutions.filter(({ entityType }) => entityType === 'organisation')
  for (const [at, [name, road, product]] of products.entries()) {
    const registeredOn = workday(addYears(addDays(start, at * 77), -3 - at))
    add(told, 'geographical-indication', {
      unit: null,
      values: {
        name,
        road,
        registrationNo: road === 'agricultural' ? `AGI${String(9_000 + at).padStart(5, '0')}` : null,
        holder: associations[at]?.name ?? null,
        product,
        productionArea: '演示产地',
        qualityFeatures: '演示数据，内容为虚构。',
        standardNo: null,
        registeredOn: registeredOn < until ? registeredOn : start,
        endedOn: null,
        isEuListed: at === 0,
      },
    })
  }
  inventUsers(told, owners)
}

/** 使用人 with their sales of each year, which add up to what the story tells (U3). */
function inventUsers(told: Inventing, owners: Owners): void {
  const random = chance(told, 'indications')
  const { start, until } = told.span
  const farming = owners.enterprises.filter(({ trade }) => trade.key === 'farming')
  const potters = owners.enterprises.filter(({ trade }) => trade.key === 'ceramics')
  const users: { readonly gi: number; readonly user: Owner; readonly weight: number }[] = []
  const taken = new Set<string>()
  for (let number = 0; number < 86; number++) {
    const gi = [0, 0, 0, 2, 2, 3, 4, 4, 4, 4, 5, 6][number % 12] ?? 0
    const user = random.pick(gi === 4 ? potters : farming)
    if (taken.has(`${gi}/${user.of}`)) continue
    taken.add(`${gi}/${user.of}`)
    const approvedOn = workday(addYears(addDays(start, number), -2))
    // Two have not used the mark for two years, one for twenty months: what reminders are for.
    const unused = [31, 57].includes(number) ? 760 : number === 44 ? 610 : random.between(5, 90)
    add(told, 'gi-user', {
      unit: user.unit,
      values: {
        gi: { name: products[gi]?.[0] ?? '', of: gi },
        user: linkTo(user),
        basis: products[gi]?.[1] === 'product' ? 'announced' : 'licensed',
        approvedOn,
        lastUsedOn: addDays(until, -unused),
        endedOn: null,
      },
    })
    users.push({ gi, user, weight: random.between(20, 100) / (1 + (number % 9)) })
  }
  inventSales(told, users)
}

function inventSales(
  told: Inventing,
  users: readonly { readonly gi: number; readonly user: Owner; readonly weight: number }[],
): void {
  const course = targetOf(told, 'U3')?.course
  if (course?.kind !== 'yearly') return
  const whole = users.reduce((sum, { weight }) => sum + weight, 0)
  for (const { year, value } of course.years) {
    const wanted = Math.round(value * 10_000) * tenThousand
    let left = wanted
    for (const [at, { gi, user, weight }] of users.entries()) {
      const isLast = at === users.length - 1
      const sales = isLast ? left : Math.round(((value * 10_000 * weight) / whole) * 10) * (tenThousand / 10)
      left -= sales
      add(told, 'gi-sales', {
        unit: user.unit,
        values: {
          gi: { name: products[gi]?.[0] ?? '', of: gi },
          user: linkTo(user),
          year: String(year),
          output: Math.round(sales / tenThousand / 6),
          sales,
          priceBasis: 'ex-factory',
          marksUsed: Math.round(sales / tenThousand) * 100,
          reportedOn: told.span.until.startsWith(String(year))
            ? workday(addDays(told.span.until, -18))
            : `${year + 1}-01-${10 + (at % 15)}`,
        },
      })
    }
  }
}
