import { operations } from '@qiangxian/server/operations'
import { describe, expect, it } from 'vitest'
import { operationCommand } from './commands/operation-command.ts'
import { parseCall } from './parse-call.ts'

const due = operations.map(operationCommand).find((command) => command?.words === 'due')

describe('a command line', () => {
  it.each([
    [['penalty.decision', '2026-03-02']],
    [['penalty.decision', '--from', '2026-03-02']],
    [['penalty.decision', '--from=2026-03-02']],
    [['--from', '2026-03-02', 'penalty.decision']],
  ])('takes an argument in its place or by its name: %j', (rest) => {
    if (due === undefined) throw new Error('qx due is no command')
    expect(parseCall(due, [...rest, '--paused', '2026-03-16..2026-04-10', '--paused=2026-05-06..2026-05-07'])).toEqual({
      rule: 'penalty.decision',
      from: '2026-03-02',
      paused: ['2026-03-16..2026-04-10', '2026-05-06..2026-05-07'],
    })
  })

  it('asks for what an argument was named without', () => {
    if (due === undefined) throw new Error('qx due is no command')
    expect(() => parseCall(due, ['penalty.decision', '--from'])).toThrow('--from')
  })
})
