import type { Light } from '../api/types.gen.ts'
import { useTexts } from '../i18n/language.ts'
import { lightTexts } from './light.texts.ts'

interface LightMarkProps {
  readonly light: Light
  /** why it has its colour, on hover; where it matters the page says it in the open as well */
  readonly why?: string
  /** another word than the usual one: 逾期 for what is due, 达标 for what is met */
  readonly word?: string
}

/** A light by its shape, its word and its colour, so that it reads in grey and without seeing. */
export function LightMark({ light, why, word }: LightMarkProps) {
  const t = useTexts(lightTexts)
  return (
    <span className={`light ${light}`} title={why}>
      {word ?? t.lights[light]}
    </span>
  )
}
