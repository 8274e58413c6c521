import { describe, expect, it } from 'vitest'
import { browserOf } from './browser.ts'

const chrome = (system: string, version: number, more = '') =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36${more}`
const windows = 'Windows NT 10.0; Win64; x64'

describe('which browser asks', () => {
  it.each([
    [chrome(windows, 141), 'Chrome · Windows'],
    [chrome(windows, 141, ' Edg/141.0.3537.57'), 'Edge · Windows'],
    [chrome(windows, 109, ' 360SE'), '360 · Windows'],
    [chrome('X11; Linux x86_64', 141), 'Chrome · Linux'],
    [chrome('Linux; Android 14; PHK110', 130, ' MicroMessenger/8.0.50'), 'WeChat · Android'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox · Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile Safari/604.1',
      'Safari · iOS',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15',
      'Safari · macOS',
    ],
    [
      'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1 HuaweiBrowser/5.0',
      'Huawei · HarmonyOS',
    ],
    ['curl/8.1.2', 'curl'],
    ['', 'unknown'],
  ])('%s is %s', (userAgent, expected) => {
    expect(browserOf(userAgent)).toBe(expected)
  })

  it('stays the same when the browser is updated, and on another build of the system', () => {
    expect(browserOf(chrome(windows, 142))).toBe(browserOf(chrome('Windows NT 11.0; Win64; x64', 141)))
  })
})
