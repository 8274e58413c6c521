import type { Plugin } from 'vite'
import { homeWords } from './src/pages/portal/home/home-words.ts'

/**
 * Puts the first words of the portal into index.html. They are shown by first-paint.css on pages of the portal only, and
 * go when the page itself is there.
 */
export function firstPaint(): Plugin {
  const place = '<div id="app"></div>'
  const words = `${homeWords.heading.map((part) => `<span>${part}</span>`).join('')}`
  const home = `<div class="first-say"><p class="first-heading">${words}</p><p>${homeWords.lead}</p></div>`
  const shell = `<div id="first-paint"><div class="first-head"></div>${home}<p class="first-wait">${homeWords.wait}</p></div>`
  return {
    name: 'first-paint',
    transformIndexHtml: (html) => {
      if (!html.includes(place)) throw new Error(`index.html has no ${place}`)
      return html.replace(place, `${place}\n    ${shell}`)
    },
  }
}
