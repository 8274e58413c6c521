import { pinyinKey, searchWords } from '@qiangxian/kernel/registers/search-words'
import { registers } from '@qiangxian/server/declarations'
import type { OpenPlatform } from '@qiangxian/server/open-platform'
import type { Client } from 'pg'

/** What the bench asks for: words, holders and units that stand in the rows. */
export interface FilledRegister {
  readonly rows: number
  readonly words: readonly string[]
  readonly holders: readonly string[]
  readonly units: readonly string[]
}

const holders = 3_000
const titles = 4_000
const vocabulary =
  '电缆 导线 绝缘 连接器 挤压 控制 系统 装置 方法 检测 光纤 铜合金 热电 陶瓷 环保 水处理 阀门 传感 图像 识别 储能 电池 涂料 薄膜 轴承 焊接 机器人 模具 包装 灯具'.split(
    ' ',
  )

/**
 * Invented patents, as many as are asked for, in the register's own table with all its indexes: written by one
 * statement after another, since what is measured is the list and not the writing.
 */
export async function fillRegister(platform: OpenPlatform, rows: number): Promise<FilledRegister> {
  const register = registers.get('patent')
  const jurisdiction = platform.county.jurisdiction
  const units = await platform.database.asOwner(async (client) => {
    const { rows: towns } = await client.query<{ id: string }>(
      `select id from party where jurisdiction = $1 and kind in ('town', 'subdistrict', 'park') order by name`,
      [jurisdiction],
    )
    const ids = towns.map(({ id }) => id)
    await insertTitles(client)
    for (let from = 0; from < rows; from += 50_000) {
      await insertRows(client, jurisdiction, ids, from, Math.min(rows, from + 50_000))
    }
    await client.query('begin')
    await client.query(`select set_config('app.jurisdiction', $1, true)`, [jurisdiction])
    // Counts that are kept go by the number of the last change.
    await client.query(
      `insert into register_change (jurisdiction, register, change_no, changed_at) values ($1, $2, 1, now())
       on conflict (jurisdiction, register) do update set change_no = register_change.change_no + 1`,
      [jurisdiction, register.id],
    )
    await client.query('commit')
    await client.query(`vacuum (analyze) ${register.table}`)
    return ids
  })
  return { rows, words: vocabulary, holders: Array.from({ length: 50 }, (_, at) => holderId(at * 60)), units }
}

async function insertTitles(client: Client): Promise<void> {
  const made = Array.from({ length: titles }, (_, at) => {
    const word = (step: number) => vocabulary[(at * step + Math.floor(at / 7)) % vocabulary.length] ?? ''
    const title = `一种${word(1)}${word(11)}用的${word(17)}${word(23)}`
    return [title, pinyinKey(title), searchWords([title]).join(' ')]
  })
  await client.query(
    'create temporary table bench_title (place integer primary key, title text, pinyin text, tokens text)',
  )
  await client.query(
    `insert into bench_title select place - 1, title, pinyin, tokens
     from unnest($1::text[], $2::text[], $3::text[]) with ordinality u (title, pinyin, tokens, place)`,
    [made.map(([title]) => title), made.map(([, pinyin]) => pinyin), made.map(([, , tokens]) => tokens)],
  )
}

async function insertRows(
  client: Client,
  jurisdiction: string,
  units: readonly string[],
  from: number,
  until: number,
): Promise<void> {
  await client.query('begin')
  await client.query(`select set_config('app.jurisdiction', $1, true)`, [jurisdiction])
  await client.query(
    `insert into patent (jurisdiction, id, revision, identity, unit_id, label, pinyin, tokens, digest, origin,
       recorded_at, recorded_by, act, demonstration, application_no, patent_type, title, owners_names, owners_ids,
       filed_on, granted_on, expires_on, ended_on, claims)
     select $1, '01920000-0000-7000-8000-' || lpad(n::text, 12, '0'), 1, 'cn' || n, ($2::text[])[1 + n % cardinality($2::text[])],
       t.title, t.pinyin, t.tokens || ' cn' || n, md5(n::text), 'import', now(), '演示', 'added', true, 'CN' || n,
       (array['invention', 'utility-model', 'utility-model', 'design'])[1 + n % 4], t.title,
       array['演示企业' || n % ${holders}], array['01930000-0000-7000-8000-' || lpad((n % ${holders})::text, 12, '0')],
       date '2005-01-01' + (n::bigint * 7919 % 7500)::int, date '2006-06-01' + (n::bigint * 7919 % 7000)::int,
       date '2025-01-01' + (n::bigint * 7919 % 7500)::int, case when n % 5 = 0 then date '2020-01-01' + n % 2000 end, 1 + n % 20
     from generate_series($3::integer, $4::integer - 1) n join bench_title t on t.place = n::bigint * 31 % ${titles}`,
    [jurisdiction, units, from, until],
  )
  await client.query('commit')
}

function holderId(number: number): string {
  return `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
}
