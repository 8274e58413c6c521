/** Line icons on a 20 grid, drawn for this product. They are decoration: the word beside them says it. */
const paths = {
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 13l4 4',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4 10.5l4 4 8-9',
  plus: 'M10 4v12M4 10h12',
  chevronRight: 'M8 5l5 5-5 5',
  chevronDown: 'M5 8l5 5 5-5',
  chevronLeft: 'M12 5l-5 5 5 5',
  print: 'M6 7V3.5h8V7M5.5 14H3.5V7.5h13V14h-2M6 11.5h8v5H6z',
  upload: 'M10 13V4M6 7.5 10 3.5l4 4M3.5 13v3.5h13V13',
  document: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M7.5 10h5M7.5 13h5',
  cockpit: 'M3 15a7 7 0 1 1 14 0M10 15l3.5-5M3 15h14',
  target: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM10 10h.01',
  findings: 'M9 3.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11ZM13 13l4 4M9 6.500v3M9 11.500h.010',
  chart: 'M3.5 3v13.5H17M6.5 13V9.500M10 13V6M13.500 13V8',
  task: 'M3.5 4.5 5 6l2.5-3M3.5 10.5 5 12l2.5-3M3.5 16h3M10 5h7M10 10.5h7M10 16h7',
  flag: 'M5 17.5v-15M5 3.5h10l-2.5 3.5L15 10.5H5',
  units: 'M3 17V7.5L10 3l7 4.5V17M3 17h14M7 17v-6h6v6',
  versions: 'M6 2.5h8.5v11M4 5.5h8.5v12H4zM6.5 9.5h3.5M6.5 12.5h3.5',
  inbox: 'M3 11.5 5 4h10l2 7.5v5H3zM3 11.5h4l1 2h4l1-2h4',
  journal: 'M4.5 3h11v14h-11zM7.5 3v14M10 7h3M10 10h3',
  accounts: 'M10 3a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 10 3ZM3.5 17a6.5 6.5 0 0 1 13 0',
  expand: 'M3.5 8V3.5H8M12 3.5h4.5V8M16.5 12v4.5H12M8 16.5H3.5V12',
  shrink: 'M8 3.5V8H3.5M16.5 8H12V3.5M12 16.5V12h4.5M3.5 12H8v4.5',
  swap: 'M4 7h12l-3-3M16 13H4l3 3',
  edit: 'M4 16l.8-3.5L13.5 4 16 6.5 7.5 15.200z',
  strike: 'M4 10h12M7 5.500h6M7 14.500h6',
  restore: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l3-3M4 8l3 3',
  quote: 'M4 5h5v5.500L6.500 14M11 5h5v5.500L13.500 14',
  external: 'M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7',
  question: 'M7.500 7.500a2.500 2.500 0 1 1 3.500 2.300c-.700.300-1 .800-1 1.700M10 14.500h.010',
  work: 'M4 3.500h12v13H4zM7 7.500l1.200 1.200L10.500 6.500M12 8h2M7 12.500l1.200 1.200 2.300-2.300M12 13h2',
  bell: 'M5 13.500V9a5 5 0 0 1 10 0v4.500l1.500 1.500h-13zM8.500 17.500h3',
  timeline: 'M3 10h14M6 10V5.500M11 10v4.500M15 10V5.500M6 5.500h.010M11 14.500h.010M15 5.500h.010',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM10 6v4.500l3 2',
  more: 'M4.500 10h.010M10 10h.010M15.500 10h.010',
  language:
    'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM3 10h14M10 3c2.500 2.500 2.500 11.500 0 14M10 3c-2.500 2.500-2.500 11.500 0 14',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}

/** The seal of the platform; the county's two characters stand under 强县. */
export function Seal({ county, size = 36 }: { readonly county: string; readonly size?: number }) {
  const name = county.replace(/[市县区]$/, '').slice(0, 2)
  return (
    <svg className="seal" viewBox="0 0 36 36" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="36" height="36" rx="4" className="seal-ground" />
      <rect x="2.5" y="2.5" width="31" height="31" rx="2" className="seal-rim" />
      <text x="18" y="16.4" textAnchor="middle">
        强县
      </text>
      <text x="18" y="29.6" textAnchor="middle">
        {name}
      </text>
    </svg>
  )
}
