import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * Whether this is the display on the wall. It is dark whatever the computer prefers, since it hangs in a room and
 * shines all day; Escape leaves it.
 */
export function useWall(): boolean {
  const wall = useSearch({ from: '/' }).wall !== undefined
  const navigate = useNavigate()
  useEffect(() => {
    if (!wall) return
    const root = document.documentElement
    const before = root.dataset['scheme'] ?? 'light'
    root.dataset['scheme'] = 'dark'
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void navigate({ to: '/', search: {} })
    }
    window.addEventListener('keydown', press)
    return () => {
      root.dataset['scheme'] = before
      window.removeEventListener('keydown', press)
    }
  }, [wall, navigate])
  return wall
}
