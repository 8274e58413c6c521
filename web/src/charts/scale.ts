/** From a value to a place on the drawing, in CSS pixels. */
export type Scale = (value: number) => number

export function linearScale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const [low, high] = from
  const [start, end] = to
  const span = high - low
  if (span === 0) return () => (start + end) / 2
  return (value) => start + ((value - low) / span) * (end - start)
}

/**
 * Three to seven round figures that take in every value with a little air above. The axis begins at zero unless all
 * values lie far above it, where a line would show nothing but its own height.
 */
export function axisTicks(values: readonly number[], most = 5): readonly number[] {
  const high = Math.max(...values, 0)
  const low = Math.min(...values, high)
  const bottom = low >= 0 && low < high * 0.45 ? 0 : low
  const span = high - bottom || Math.abs(high) || 1
  const step = roundStep((span * 1.08) / most)
  const first = Math.floor(bottom / step)
  const last = Math.max(Math.ceil((high + span * 0.04) / step), first + 2)
  return Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step))
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10
  return factor * power
}

function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Moves labels that stand above each other apart, so that none covers another; keeps their order. */
export function spread(places: readonly number[], gap: number): readonly number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place)
  const moved = [...places]
  let last = Number.NEGATIVE_INFINITY
  for (const { place, index } of order) {
    last = Math.max(place, last + gap)
    moved[index] = last
  }
  return moved
}

/** About how wide a text of 12 px is drawn: a Chinese sign is square, a digit a little over half of it. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign < '\u2000' ? 6.8 : 12), 0)
}
