// Runs before the first paint, so that a remembered scheme or language does not flash. A file of its own because the
// content security policy allows no inline script.
;(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const chosen = read('qx.scheme')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light'
  document.documentElement.lang = read('qx.language') === 'en' ? 'en' : 'zh-CN'
  // the first words of a page for everyone stand in the page itself, in Chinese and in the usual size of text
  const english = read('qx.language') === 'en'
  const asked = document.querySelector('meta[name="qx-asks"]')
  if (asked === null) return
  if (!english && read('qx.large') !== 'yes')
    document.documentElement.dataset.first = location.pathname === '/services' ? 'home' : 'page'
  // What the page will ask the server is asked at once, while the program is still on its way.
  window.qxEarly = new Map()
  for (const path of asked.content.split(' ')) {
    const early = { body: undefined, answer: undefined }
    early.answer = fetch(`/api${path}`, {
      headers: { accept: 'application/json', 'accept-language': english ? 'en' : 'zh-CN' },
    })
      .then((response) => (response.ok ? response.json() : undefined))
      .then((body) => (early.body = body))
      .catch(() => undefined)
    window.qxEarly.set(path, early)
  }
})()
