import { publicActor } from '@qiangxian/kernel/accounts/actor'
import { execute } from '@qiangxian/kernel/operations/execute'
import { showCockpit } from '@qiangxian/modules/management/indicator-monitoring/cockpit.operations'
import pg from 'pg'
import { benchPlatform } from './bench-platform.ts'
import { cockpitByHand } from './cockpit-by-hand.ts'
import { type BenchResult, result, sideBySide } from './measure.ts'

/** The data of the cockpit, whole, against the same rows fetched by hand. */
export async function run(): Promise<readonly BenchResult[]> {
  const { platform, close } = await benchPlatform()
  const client = new pg.Client({ connectionString: platform.database.url })
  await client.connect()
  try {
    const { jurisdiction } = platform.county
    const request = { actor: publicActor(undefined), requestId: 'bench', language: 'zh' as const }
    const ours = () => execute(platform, showCockpit, request, {})
    const byHand = () => cockpitByHand(client, jurisdiction)
    await sideBySide(30, ours, byHand)
    const rounds = 300
    const times = await sideBySide(rounds, ours, byHand)
    return [
      result({
        name: 'cockpit data',
        unit: 'ms',
        ...times,
        n: rounds,
        note: 'operation with role, row-level security and presentation; baseline: the same rows by plain SQL on one connection',
      }),
    ]
  } finally {
    await client.end()
    await close()
  }
}
