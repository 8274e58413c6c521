import type { ReactNode } from 'react'

/** Drawings over the six doors, on a grid of 40: clay for the thing, celadon for what happens to it. */
const drawings: Readonly<Record<string, ReactNode>> = {
  'new-work': (
    <>
      <path
        d="M13.500 17h13c.800 4 3 8.500 4.700 11 .900 1.500 0 3.500-2 3.500H10.800c-2 0-2.900-2-2-3.500 1.700-2.500 3.900-7 4.700-11z"
        className="soft"
      />
      <path d="M13 17c2-4 12-4 14 0M9.800 25 4.500 17.500M30 20.500c6-1 7 4 1.700 7.500M18 13c.500-2 3.500-2 4 0" />
      <path d="M20 3.500v4M12.500 5.500l2 3M27.500 5.500l-2 3" className="green" />
    </>
  ),
  copied: (
    <>
      <path d="M20 4.500 33 9v10c0 8-5.500 13.500-13 16.500C12.500 32.500 7 27 7 19V9z" className="soft" />
      <path d="M13.500 19.500l4.700 4.700 8.800-9.200" className="green" />
    </>
  ),
  finance: (
    <>
      <path d="M6.500 7.500h18v12.500M6.500 7.500v21h9" className="soft" />
      <path d="M11 13h9M11 17.500h6" />
      <circle cx="26" cy="26.500" r="9" className="ground green" />
      <path d="m22.500 22 3.500 4.700 3.500-4.700M26 26.700V32M22.800 27h6.400M22.800 29.700h6.400" className="green" />
    </>
  ),
  subsidy: (
    <>
      <path d="M8.500 5h17l6.500 6.500V35h-23.500z" className="soft" />
      <path d="M25.500 5v6.500H32M23 19h4.500M23 27.500h4.500" />
      <path d="m13.500 19 2.200 2.200 3.800-4.400M13.500 27.500l2.200 2.200 3.800-4.400" className="green" />
    </>
  ),
  learning: (
    <>
      <path
        d="M20 11.500C16 8.500 11 8 5.500 8.500v21.500c5.500-.500 10.500 0 14.500 3 4-3 9-3.500 14.500-3V8.500C29 8 24 8.500 20 11.500z"
        className="soft"
      />
      <path d="M20 11.500V33" />
      <path
        d="M24.500 16c2-.700 4-1 6-1M24.500 21.500c2-.700 4-1 6-1M15.500 16c-2-.700-4-1-6-1M15.500 21.500c-2-.700-4-1-6-1"
        className="green"
      />
    </>
  ),
  progress: (
    <>
      <circle cx="17.500" cy="17.500" r="12" className="soft" />
      <path d="m26.500 26.500 8.500 8.500" />
      <path d="M17.500 10.500v7.200l5 3" className="green" />
    </>
  ),
}

export function DoorIcon({ name }: { readonly name: string }) {
  return (
    <svg className="po-door-icon" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      {drawings[name] ?? drawings['learning']}
    </svg>
  )
}
