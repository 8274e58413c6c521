/** A pot on its wheel, drawn as a potter would: contour lines follow the turning of the body. Decoration. */
export function Pot() {
  return (
    <svg
      viewBox="0 0 480 300"
      fill="none"
      stroke="currentColor"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <clipPath id="pot-body">
          <path d={body} />
        </clipPath>
      </defs>
      <circle cx="318" cy="142" r="122" className="po-pot-moon" />
      <path d="M24 268h432" strokeWidth="1" className="po-pot-faint" />
      <path d="M108 276h264M150 284h180" strokeWidth="0.8" className="po-pot-faint" />
      <path d={spout} strokeWidth="1.6" className="po-pot-clay" />
      <path d={handle} strokeWidth="1.6" fillRule="evenodd" className="po-pot-clay" />
      <path d={body} strokeWidth="1.8" className="po-pot-clay" />
      <g clipPath="url(#pot-body)" strokeWidth="0.9">
        {contours.map(({ y, weight }) => (
          <path key={y} d={`M84 ${y}q156 ${9 + (y - 128) / 9} 312 0`} opacity={weight} />
        ))}
      </g>
      <path d="M164 122c14-16 38-24 76-24s62 8 76 24z" strokeWidth="1.6" className="po-pot-clay" />
      <path d="M182 113c16-7 34-10 58-10s42 3 58 10" strokeWidth="0.8" opacity="0.5" />
      <path d="M156 122h168" strokeWidth="2.6" />
      <path
        d="M214 99c1-26 51-26 52 0l-11-1c-2-13-28-13-30 0z"
        strokeWidth="1.6"
        fillRule="evenodd"
        className="po-pot-clay"
      />
      <path d="M136 262c2 9 22 9 24 0M320 262c2 9 22 9 24 0" strokeWidth="1.6" />
      <g transform="translate(330 214) rotate(4)" className="po-pot-seal">
        <rect width="22" height="22" rx="3" />
        <path d="M5 6h12M11 6v11M6 11.500h10M4.500 17h13" />
      </g>
    </svg>
  )
}

const body = 'M168 122h144c11 34 38 82 60 112 9 13 3 28-14 28H122c-17 0-23-15-14-28 22-30 49-78 60-112z'
const spout = 'M150 172 84 100c-5-5-22 0-22 7 12 38 34 82 60 114'
const handle = 'M318 142c40-24 106-22 108 10 1 34-40 62-58 74l-11-15c26-16 50-38 48-56-1-14-46-12-80 6zM324 160'

/** Lines nearer to the foot stand a little apart, as fingers leave them. */
const contours = Array.from({ length: 22 }, (_, at) => ({
  y: Math.round(130 + at * 6.2),
  weight: [0.18, 0.3, 0.44, 0.3][at % 4] ?? 0.3,
}))
