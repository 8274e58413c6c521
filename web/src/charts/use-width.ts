import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/**
 * Width of an element in CSS pixels, kept current. Charts are drawn at this width, so that their text stays at its size
 * instead of being scaled with the drawing.
 */
export function useWidth<E extends HTMLElement>(initial: number): readonly [RefObject<E | null>, number] {
  const element = useRef<E>(null)
  const [width, setWidth] = useState(initial)
  useLayoutEffect(() => {
    const watched = element.current
    if (watched === null) return
    setWidth(watched.clientWidth)
    const observer = new ResizeObserver(() => setWidth(watched.clientWidth))
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return [element, width]
}
