import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { judgeChange } from '@qiangxian/kernel/registers/change-record'
import type { Registers } from '@qiangxian/kernel/registers/registers'
import { runSql } from '@qiangxian/kernel/registers/run-sql'
import { writeRecords } from '@qiangxian/kernel/registers/write-records'
import { weekday } from './matter-plan.ts'

/** Records that invented matters name. */
export interface NamedRecord {
  readonly id: string
  readonly name: string
  readonly on: string
}

export interface MatterRecords {
  readonly sessions: readonly NamedRecord[]
  readonly events: readonly NamedRecord[]
  readonly calls: readonly NamedRecord[]
  /** invented files, given as materials again and again */
  readonly files: readonly { readonly id: string; readonly name: string }[]
  readonly entities: readonly (NamedRecord & { readonly uscc: string | null })[]
}

const DAY = 86_400_000

/** Calls, sessions and events for which people may still apply, so that whoever tries finds some; made once. */
export async function putRecordsAhead(context: CommandContext, registers: Registers, asOf: string): Promise<void> {
  const ahead = (days: number) => weekday(Date.parse(`${asOf}T00:00:00Z`) + days * DAY)
  const year = asOf.slice(0, 4)
  const rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
    'training-session': [
      session('专利申请和布局实务（演示）', ahead(9), 40, 'enterprise'),
      session('商标注册和品牌保护（演示）', ahead(16), 60, 'craft'),
      session('专利代理师考前辅导（演示）', ahead(30), 2, 'attorney'),
    ],
    'culture-event': [
      {
        title: '陶都知识产权主题讲座：紫砂的版权（演示）',
        category: 'lecture',
        heldOn: ahead(12),
        place: '演示文化馆',
      },
      { title: '知识产权进校园（演示）', category: 'other', heldOn: ahead(20), place: '演示小学' },
    ],
    'grant-call': [
      call(
        `YS-${year}-01`,
        '知识产权战略推进项目（演示）',
        'project',
        '每个项目支持不超过 50 万元，分两期拨付',
        ['local', 'in-business', 'inventions', 'credit'],
        50,
        3,
      ),
      call(
        `YS-${year}-02`,
        '专利质押融资贴息（演示）',
        'pledge',
        '专利质押贷款按实际支付利息的 30% 补助，一家企业一年最高 10 万元',
        ['local', 'in-business', 'pledged', 'no-award', 'credit'],
        10,
      ),
      call(
        `YS-${year}-03`,
        '贯标奖补（演示）',
        'standard',
        '通过 GB/T 29490-2023 贯标认证的企业奖励 5 万元',
        ['local', 'in-business', 'certified', 'no-award'],
        5,
      ),
      call(
        `YS-${year}-04`,
        '专利转化奖励（演示）',
        'use',
        '专利许可、转让合同实际到账金额的 5% 给予奖励，最高 20 万元',
        ['local', 'in-business', 'licensed', 'credit'],
        20,
      ),
    ],
  }
  for (const [id, records] of Object.entries(rows)) {
    const register = registers.get(id)
    for (const values of records) {
      const { write, problems, sameAs } = await judgeChange(context, registers, register, { values })
      if (problems.length > 0) throw new Error(`an invented record of ${id} is refused: ${JSON.stringify(problems)}`)
      if (sameAs !== null) continue
      await writeRecords(context, registers, register, [write], {
        origin: 'demonstration',
        reason: '演示数据',
        demonstration: true,
      })
    }
  }

  function call(
    callNo: string,
    title: string,
    paysFor: string,
    rule: string,
    conditions: readonly string[],
    most: number,
    leastInventions?: number,
  ) {
    return {
      ...{ callNo, title, paysFor, rule, conditions, opensOn: `${year}-01-01`, closesOn: `${Number(year) + 1}-03-31` },
      ...{ budget: 5_000_000_00, perProjectMost: most * 10_000_00 },
      ...(leastInventions === undefined ? {} : { leastInventions }),
    }
  }
}

function session(title: string, heldOn: string, places: number, category: string) {
  return {
    ...{ title, heldOn, places, category, startsAt: '09:00', endsAt: '12:00', hours: 4, teachers: '演示讲师甲' },
    ...{ place: '演示会议中心', walkIns: true, certificate: true },
  }
}

export async function readMatterRecords({ tx, jurisdiction }: CommandContext, from: string): Promise<MatterRecords> {
  const dated = (table: string, on: string, where = 'true') =>
    runSql<NamedRecord>(
      tx,
      `select id, label as name, ${on}::text as on from ${table}
       where jurisdiction = $1 and ${where} order by ${on}, id limit 400`,
      [jurisdiction],
    )
  const entities = await runSql<NamedRecord & { uscc: string | null }>(
    tx,
    `select id, name, coalesce(established_on, '2020-01-01')::text as on, uscc from market_entity
     where jurisdiction = $1 and entity_type = 'enterprise' and uscc is not null order by id limit 60`,
    [jurisdiction],
  )
  return {
    sessions: await dated('training_session', 'held_on', `held_on >= '${from}'`),
    events: await dated('culture_event', 'held_on', `held_on >= '${from}'`),
    calls: await dated('grant_call', 'opens_on'),
    entities,
    files: await runSql(
      tx,
      `select id, name from evidence where jurisdiction = $1 and demonstration order by given_at, id limit 1`,
      [jurisdiction],
    ),
  }
}
