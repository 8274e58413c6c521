import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson } from '@qiangxian/engines/canonical-json/canonical-json'
import { commitmentOf, draw } from '@qiangxian/engines/draw/draw'
import { afterAll, describe, expect, it } from 'vitest'
import { qx } from '../recording-terminal.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'qx-draw-'))
afterAll(() => rmSync(folder, { recursive: true }))

const candidates = ['甲', '乙', '丙', '丁', '戊'].map((name, at) => ({ id: `e${at}`, label: `${name}（演示）` }))
const inputs = { candidates, excluded: [{ id: 'e2', reason: '回避' }], wanted: 2, reserves: 1 }
const inputsDigest = createHash('sha256').update(canonicalJson(inputs)).digest('hex')
const seed = '5e'.repeat(32)
const outcome = draw(inputs, { seed, publicValue: '0817', inputsDigest })
const named = (ids: readonly string[]) =>
  candidates.filter(({ id }) => ids.includes(id)).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
const published = {
  purpose: '评审（演示）',
  commitment: commitmentOf(seed),
  inputs,
  inputsDigest,
  result: { seed, publicValue: '0817', drawn: named(outcome.drawn), reserves: named(outcome.reserves) },
}

function fileOf(content: unknown): string {
  const path = join(
    folder,
    `${Math.abs(JSON.stringify(content).length)}-${createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8)}.json`,
  )
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('qx draw verify', () => {
  it('says that all fits, and who was drawn', async () => {
    const { code, printed } = await qx(['draw', 'verify', fileOf(published)])
    expect(code).toBe(0)
    for (const { label } of published.result.drawn) expect(printed).toContain(label)
  })

  it.each([
    ['seed', { ...published, commitment: '11'.repeat(32) }],
    ['inputs', { ...published, inputs: { ...inputs, excluded: [] } }],
    ['result', { ...published, result: { ...published.result, drawn: [...published.result.drawn].reverse() } }],
  ])('finds a changed %s, and ends with 1', async (fault, changed) => {
    const { code, json } = await qx(['draw', 'verify', fileOf(changed), '--json'])
    expect(code).toBe(1)
    expect(json.verified).toBe(false)
    expect(json.faults.map((each: { fault: string }) => each.fault)).toContain(fault)
  })

  it.each(['no json', {}, { ...published, result: null }, { ...published, inputs: { ...inputs, wanted: 'x' } }])(
    'refuses what is no published draw: %j',
    async (content) => {
      const { code, said } = await qx(['draw', 'verify', fileOf(content)])
      expect(code).not.toBe(0)
      expect(said).toContain('qx draw show')
    },
  )
})
