import { options } from '@qiangxian/server/config'
import { describe, expect, it } from 'vitest'
import { OTHER_OPTIONS, startArguments } from './start-arguments.mjs'

describe('arguments of npm start', () => {
  it.each([
    { typed: 'npm start', args: [], env: {}, given: [] },
    {
      typed: 'npm start -- --port 8080 --empty',
      args: ['--port', '8080', '--empty'],
      env: {},
      given: ['--port', '8080', '--empty'],
    },
    { typed: 'npm start --port=8080', args: [], env: { npm_config_port: '8080' }, given: ['--port', '8080'] },
    { typed: 'npm start --port 8080', args: ['8080'], env: { npm_config_port: 'true' }, given: ['--port', '8080'] },
    {
      typed: 'npm start --port=1 -- --port 2',
      args: ['--port', '2'],
      env: { npm_config_port: '1' },
      given: ['--port', '2'],
    },
  ])('are understood: $typed', ({ args, env, given }) => {
    expect(startArguments(args, env)).toEqual({ args: given })
  })

  it.each(['npm_config_empty', 'npm_config_data', 'npm_config_database_url', 'npm_config_county'])(
    'are refused, with what to type instead, when npm swallowed one (%s)',
    (name) => {
      const option = name.replace('npm_config_', '').replace('_', '-')
      expect(startArguments([], { [name]: 'true' })).toEqual({
        problem: expect.stringContaining(`npm start -- --${option}`),
      })
    },
  )

  it('are those of the server', () => {
    expect([...OTHER_OPTIONS, 'help', 'port'].sort()).toEqual(Object.keys(options).sort())
  })
})
