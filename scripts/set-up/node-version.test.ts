import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nodeVersionProblem, OLDEST_NODE } from './node-version.mjs'

describe('the oldest Node', () => {
  it.each(['20.19.0', '20.20.2', '22.1.0', '24.0.0-nightly'])('lets %s in', (version) => {
    expect(nodeVersionProblem(version)).toBeUndefined()
  })

  it.each(['20.18.3', '18.20.8', '9.0.0', ''])('turns %s away in one line of both languages', (version) => {
    const problem = nodeVersionProblem(version)
    expect(problem).toMatch(/需要 Node 20\.19 或更新的版本.* \/ Node 20\.19 or newer is needed/)
    expect(problem).not.toContain('\n')
  })

  it('is the one that package.json names', () => {
    const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      engines: { node: string }
    }
    expect(engines.node).toBe(`>=${OLDEST_NODE.major}.${OLDEST_NODE.minor}`)
  })
})
