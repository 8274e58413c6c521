import { describe, expect, it } from 'vitest'
import { deviceName } from './device-name.ts'

describe('the device of a session', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
      'Chrome 140 · Windows',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0', 'Edge 140 · Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1', 'Safari 18 · iPhone'],
    ['qx/0.1', 'qx/0.1'],
  ])('reads %s as %s', (line, name) => {
    expect(deviceName(line)).toBe(name)
  })
})
