import { describe, expect, it } from 'vitest'
import { qx } from '../recording-terminal.fixture.ts'

const linesOf = (printed: string) => printed.split('\n').map((line) => JSON.parse(line))

describe('qx check', () => {
  it('answers one JSON line for each value, in their order', async () => {
    const { code, printed, said } = await qx([
      'check',
      'ZL202010123456.2',
      '201110270312.X',
      '12',
      '--type',
      'patent',
      '--json',
    ])
    expect([code, said]).toEqual([0, ''])
    expect(linesOf(printed)).toMatchObject([
      { value: 'ZL202010123456.2', valid: true, normalized: '202010123456.2', reason: null },
      { value: '201110270312.X', valid: false, normalized: '201110270312.X', reason: 'checkMismatch' },
      { value: '12', valid: false, normalized: null, reason: 'invalidFormat' },
    ])
  })

  it('reads standard input line by line when no value is written', async () => {
    const { printed } = await qx(['check', '--type=uscc', '--json'], {
      input: '\ufeff91320282MA1X00017X\r\n\r\n91310000607218250L\n',
    })
    expect(linesOf(printed).map(({ value, valid }) => [value, valid])).toEqual([
      ['91320282MA1X00017X', true],
      ['91310000607218250L', false],
    ])
  })

  it('shows a table with the remedy', async () => {
    const { printed } = await qx(['check', '201110270312.X', '--type', 'patent'])
    expect(printed).toContain('校验位不符')
    expect(printed).toContain('应为 0')
  })

  it('ends with 1 under --strict when a value is not valid', async () => {
    expect((await qx(['check', '12', '--type', 'ipc', '--strict'])).code).toBe(1)
    expect((await qx(['check', 'C04B', '--type', 'ipc', '--strict'])).code).toBe(0)
  })

  it('checks works by the letters of the county', async () => {
    const { printed } = await qx(['check', '苏作登字-2025-F-00012345', '--type', 'work', '--json'])
    expect(linesOf(printed)).toMatchObject([{ valid: true }])
  })

  it('names the kinds when it does not know one', async () => {
    const { code, said } = await qx(['check', '1', '--type', 'nothing'])
    expect(code).toBe(2)
    expect(said).toContain('patent')
  })

  it('asks for the kind', async () => {
    expect((await qx(['check', '1'])).code).toBe(2)
  })
})
