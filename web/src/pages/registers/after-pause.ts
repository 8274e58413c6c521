/**
 * Acts once the typing rests, unless the person has gone on to another page meanwhile: that page is still on its way, and
 * what is done here goes into the address, so it would bring them back. Returns how to stop the wait.
 */
export function afterPause(milliseconds: number, act: () => void): () => void {
  const { pathname } = location
  const timer = setTimeout(() => {
    if (location.pathname === pathname) act()
  }, milliseconds)
  return () => clearTimeout(timer)
}
