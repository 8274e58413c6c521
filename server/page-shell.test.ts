import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pageShell } from './page-shell.ts'

const built = `<html><head>
    <meta
      name="description"
      content="知识产权办事"
    />
    <title>强县</title>
    <script src="/before-paint.js"></script>
    <script type="module" crossorigin src="/assets/index.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/base.js">
  </head><body><p class="first-heading"></p><p class="first-lead"></p></body></html>`

const pages = [
  { path: '/status', asks: ['/session'], files: ['assets/status.js'], words: { title: '查进度', lead: '不用登录。' } },
  { path: '/services/find', asks: ['/session'], files: [], words: { title: '找服务', lead: '' } },
  {
    path: '/services/$type',
    asks: ['/session', '/services/$type'],
    files: ['assets/base.js', 'assets/guide.css'],
    words: null,
  },
]

function folderWith(list: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'qiangxian-shell-'))
  writeFileSync(join(folder, 'index.html'), built)
  if (list) writeFileSync(join(folder, 'first-load.json'), JSON.stringify({ pages }))
  return folder
}

describe('the page that everybody gets', () => {
  const shell = pageShell(folderWith(true), (kind, id) =>
    kind === 'service' && id === 'rights-assistance' ? { title: '维权援助，申请', lead: '<b>"免费"</b>' } : undefined,
  )

  it('bears the words of an address, what it will need and what it will ask', () => {
    const page = shell('/status')
    expect(page).toContain('<title>查进度')
    expect(page).toContain('content="不用登录。"')
    expect(page).toContain('<p class="first-heading"><span>查进度</span></p>')
    expect(page).toContain('<link rel="modulepreload" fetchpriority="low" crossorigin href="/assets/status.js">')
    // asked for before the script that asks
    expect(page.indexOf('name="qx-asks" content="/session"')).toBeLessThan(page.indexOf('before-paint'))
  })

  it('bears the words of the service that the address names, as text', () => {
    const page = shell('/services/rights-assistance')
    expect(page).toContain('content="/session /services/rights-assistance"')
    expect(page).toContain('<span>维权援助，</span><span>申请</span>')
    expect(page).toContain('&#60;b&#62;&#34;免费&#34;')
    expect(page).not.toContain('<b>"免费"')
    expect(page.match(/href="\/assets\/base\.js"/g)).toHaveLength(1)
    expect(page).toContain('<link rel="preload" as="style" crossorigin href="/assets/guide.css">')
  })

  it('takes what stands for itself before what stands for anything', () => {
    expect(shell('/services/find')).toContain('<title>找服务')
  })

  it.each(['/', '/plan', '/services/no-such-service', '/services/%3Cscript%3E', '/status/x'])(
    'is as it was built at %s',
    (path) => expect(shell(path)).toBe(built),
  )

  it('is as it was built where the build printed no list', () => {
    expect(pageShell(folderWith(false), () => undefined)('/status')).toBe(built)
  })
})
