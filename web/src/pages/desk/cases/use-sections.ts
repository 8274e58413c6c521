import { type RefObject, useEffect, useState } from 'react'

/** The parts of a case, in the order of the keys 1 to 5. */
export const sections = ['form', 'materials', 'history', 'documents', 'comments'] as const
export type Section = (typeof sections)[number]

export const idOf = (section: Section) => `mc-${section}`

/** Which part of the case is being read, and the way to another one. */
export function useSections(scroll: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState<Section>('form')
  useEffect(() => {
    const box = scroll.current
    if (box === null) return
    const look = () => {
      const line = Math.max(box.getBoundingClientRect().top, 0) + 120
      const passed = sections.filter((section) => {
        const top = document.getElementById(idOf(section))?.getBoundingClientRect().top
        return top !== undefined && top <= line
      })
      setCurrent(passed.at(-1) ?? 'form')
    }
    // in the panes the box scrolls, on a phone the page does
    box.addEventListener('scroll', look, { passive: true })
    window.addEventListener('scroll', look, { passive: true })
    return () => {
      box.removeEventListener('scroll', look)
      window.removeEventListener('scroll', look)
    }
  }, [scroll])
  const goTo = (section: Section) => {
    const part = document.getElementById(idOf(section))
    part?.scrollIntoView({ block: 'start' })
    part?.focus({ preventScroll: true })
    setCurrent(section)
  }
  return { current, goTo }
}
