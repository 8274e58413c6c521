import { describe, expect, it } from 'vitest'
import { allCommands } from './commands/all-commands.ts'
import { qx } from './recording-terminal.fixture.ts'

describe('qx help', () => {
  it('lists every command, with its label in the language', async () => {
    const { code, printed } = await qx(['help'])
    expect(code).toBe(0)
    for (const { words, label } of allCommands)
      expect(printed).toMatch(new RegExp(`^ {2}${words}[A-Z ]* .*${label.zh}`, 'm'))
    expect((await qx([], { env: { LANG: 'en_US.UTF-8' } })).printed).toContain('Exit codes')
  })

  it('explains one command from its declaration', async () => {
    const { printed } = await qx(['help', 'plan', 'adopt'])
    expect(printed).toContain('qx plan adopt IMPORT --effective-from … [--reason …]')
    expect(printed).toContain('生效日期')
    expect(await qx(['plan', 'adopt', '--help'])).toMatchObject({ code: 0, printed })
  })

  it('lists the commands of a subject', async () => {
    const { printed } = await qx(['help', 'journal'])
    expect(printed).toContain('journal verify')
    expect(printed).not.toContain('plan show')
  })
})

describe('a command line', () => {
  it.each([
    [['plan', 'adpot'], 'qx.unknownCommand', 'qx plan adopt'],
    [['fly'], 'qx.unknownCommand', 'qx help'],
    [['help', 'fly'], 'qx.unknownCommand', 'qx help'],
    [['plan', 'show', '--colour', 'red'], 'qx.unknownOption', 'qx help plan show'],
    [['plan', 'show', '--version'], 'qx.optionWithoutValue', '--version=…'],
    [['plan', 'show', '--data'], 'qx.optionWithoutValue', '--data=…'],
    [['help', '--lang', 'fr'], 'qx.unknownLanguage', 'en'],
    [['plan', 'adopt'], 'qx.argumentMissing', '--effective-from'],
    [['target', 'show', 'C2', 'C3'], 'qx.tooManyArguments', 'C3'],
    [['doctor', '--deep=yes'], 'qx.flagWithValue', '--no-deep'],
    [
      ['account', 'create', '--login', 'a', '--display-name', 'b', '--password', 'c', '--roles', '{'],
      'qx.notJson',
      'JSON',
    ],
    [['plan', 'show', '--database-url', 'mysql://x'], 'config.wrong', 'postgres://'],
  ])('%j is a wrong call: %s', async (args, code, remedy) => {
    const answer = await qx([...args, '--json'])
    expect(answer).toMatchObject({ code: 2, json: { error: { code } } })
    expect(answer.said).toContain(remedy)
  })

  it('prints its version', async () => {
    expect((await qx(['--version'])).printed).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('has one command for each set of words', () => {
    const words = allCommands.map((command) => command.words)
    expect(new Set(words).size).toBe(words.length)
  })
})
