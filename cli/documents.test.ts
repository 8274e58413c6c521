import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allCommands } from './commands/all-commands.ts'
import { ownCommands } from './commands/own-commands.ts'
import { parseCall, takeCommonOptions } from './parse-call.ts'

const document = readFileSync(new URL('../docs/qx.md', import.meta.url), 'utf8')
const calls = [...document.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'))
const examples = allCommands.flatMap(({ examples: each = [] }) => each)

describe('calls in documents and in the help', () => {
  it.each([...calls, ...examples])('%s is a call that qx understands', (line) => {
    const [program, ...args] = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    expect(program).toBe('qx')
    const { rest } = takeCommonOptions(args)
    if (rest[0] === 'help') return
    const command = allCommands
      .filter(({ words }) => `${rest.join(' ')} `.startsWith(`${words} `))
      .sort((a, b) => b.words.length - a.words.length)[0]
    expect(command, line).toBeDefined()
    if (command !== undefined) parseCall(command, rest.slice(command.words.split(' ').length))
  })

  it('show every command that is no operation', () => {
    for (const { words } of ownCommands) expect(document).toContain(`qx ${words}`)
  })
})
