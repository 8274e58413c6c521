import { useState } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { pointOf } from './field-words.ts'
import { formTexts } from './form.texts.ts'

interface PointInputProps {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** A place by its degrees, WGS 84. */
export function PointInput({ id, value, onChange }: PointInputProps) {
  const t = useTexts(formTexts)
  const known = pointOf(value)
  const [longitude, setLongitude] = useState(known === null ? '' : String(known.longitude))
  const [latitude, setLatitude] = useState(known === null ? '' : String(known.latitude))
  const change = (east: string, north: string) => {
    setLongitude(east)
    setLatitude(north)
    const point = { longitude: Number(east), latitude: Number(north) }
    const whole = east.trim() !== '' && north.trim() !== ''
    onChange(whole && Number.isFinite(point.longitude) && Number.isFinite(point.latitude) ? point : null)
  }
  return (
    <div className="ls-range">
      <label>
        {t.longitude}
        <input
          id={id}
          inputMode="decimal"
          value={longitude}
          onChange={(event) => change(event.target.value, latitude)}
        />
      </label>
      <label>
        {t.latitude}
        <input inputMode="decimal" value={latitude} onChange={(event) => change(longitude, event.target.value)} />
      </label>
    </div>
  )
}
