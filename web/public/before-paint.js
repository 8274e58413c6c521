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
  // the first words of the portal stand in the page itself, in Chinese and in the usual size of text
  const plain = read('qx.language') !== 'en' && read('qx.large') !== 'yes'
  const portal =
    /^\/(services|life-events|status|verify|publications|policies|experts|eligibility|trainings|tickets|kept-promises|own-matters|about)(\/|$)/
  if (plain && portal.test(location.pathname))
    document.documentElement.dataset.first = location.pathname === '/services' ? 'home' : 'page'
})()
