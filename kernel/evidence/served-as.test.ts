import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanFileName, downloadName, longestNameBytes } from './clean-name.ts'
import { contentDisposition, fileHeaders, servedAs } from './served-as.ts'

describe('how a file goes to a browser', () => {
  it.each([
    ['application/pdf', 'application/pdf', 'inline'],
    ['image/png', 'image/png', 'inline'],
    ['image/jpeg', 'image/jpeg', 'inline'],
    ['image/gif', 'image/gif', 'inline'],
    ['image/webp', 'image/webp', 'inline'],
    ['text/plain; charset=gb18030', 'text/plain; charset=gb18030', 'inline'],
    ['text/plain', 'text/plain; charset=utf-8', 'inline'],
    ['text/plain; charset="x\r\nSet-Cookie: a"', 'text/plain; charset=utf-8', 'inline'],
    ['text/html; charset=utf-8', 'application/octet-stream', 'attachment'],
    ['image/svg+xml; charset=utf-8', 'application/octet-stream', 'attachment'],
    ['application/xml', 'application/octet-stream', 'attachment'],
    ['text/csv; charset=utf-8', 'application/octet-stream', 'attachment'],
    ['application/msword', 'application/octet-stream', 'attachment'],
    ['', 'application/octet-stream', 'attachment'],
  ])('%j as %j, %s', (mediaType, contentType, disposition) => {
    expect(servedAs(mediaType)).toEqual({ contentType, disposition })
  })

  it('every response forbids guessing, running and embedding elsewhere', () => {
    expect(fileHeaders({ mediaType: 'text/html', name: '说明.html' })).toEqual({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="__.html"; filename*=UTF-8''%E8%AF%B4%E6%98%8E.html`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
  })

  it('quotes of the name do not end the header value', () => {
    expect(contentDisposition('inline', `O'Neil "演示" (1)*.pdf`)).toBe(
      `inline; filename="O_Neil ____ (1)_.pdf"; filename*=UTF-8''O%27Neil%20_%E6%BC%94%E7%A4%BA_%20%281%29_.pdf`,
    )
  })

  it('any name makes one header that says the same to old and new programs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const header = contentDisposition('attachment', name)
        const [, plain = '', extended = ''] =
          /^attachment; filename="([\w .()+,=@~-]+)"; filename\*=UTF-8''([\w.~!$&+^`|#%-]+)$/.exec(header) ?? []
        expect(plain).not.toBe('')
        expect(decodeURIComponent(extended)).toBe(downloadName(name))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('names (文件名)', () => {
  it.each([
    ['受理通知书.pdf', '受理通知书.pdf'],
    ['完成率 100%（定稿）.xlsx', '完成率 100%（定稿）.xlsx'],
    ['C:\\Users\\甲\\桌面\\合同.docx', '合同.docx'],
    ['../../etc/passwd', 'passwd'],
    ['a/..', 'a'],
    ['发票\u202Efdp.exe', '发票fdp.exe'],
    ['a\u200Bb\u2066c\u00ADd.txt', 'abcd.txt'],
    ['a\r\nSet-Cookie: x.txt', 'aSet-Cookie_ x.txt'],
    ['他说"是".txt', '他说_是_.txt'],
    ['.htaccess', 'htaccess'],
    ['报告.pdf. . ', '报告.pdf'],
    ['con.txt', '_con.txt'],
    ['\ud800x.txt', '\ufffdx.txt'],
    ['cafe\u0301.txt', 'café.txt'],
    ['cafe\u200B\u0301.txt', 'café.txt'],
    ['张\u{2B74F}.pdf', '张\u{2B74F}.pdf'],
    ['', '未命名文件'],
    ['...', '未命名文件'],
  ])('%j is shown as %j', (given, clean) => {
    expect(cleanFileName(given)).toBe(clean)
  })

  it('a long name keeps its ending', () => {
    const clean = cleanFileName(`${'关于加强知识产权保护的若干意见'.repeat(20)}.pdf`)
    expect(clean).toMatch(/^关于.*…\.pdf$/)
    expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(longestNameBytes)
  })

  it('cleaning is done once and leaves no dangerous character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const clean = cleanFileName(given)
        expect(cleanFileName(clean)).toBe(clean)
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}<>:"|?*\\/]|^[.\s]|[.\s]$/u)
        expect(clean).not.toBe('')
        expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(longestNameBytes)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['main.js', 'main.js.txt'],
    ['安装.BAT', '安装.BAT.txt'],
    ['照片.jpg.exe', '照片.jpg.exe.txt'],
    ['照片.jpg', '照片.jpg'],
  ])('%j is downloaded as %j, which nothing runs', (name, download) => {
    expect(downloadName(name)).toBe(download)
  })
})
