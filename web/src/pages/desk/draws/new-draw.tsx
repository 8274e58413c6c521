import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { queryClient } from '../../../api/queries.ts'
import { registersQuery } from '../../../api/register.queries.ts'
import { commitDraw } from '../../../api/review.queries.ts'
import type { DrawDetail } from '../../../api/types.gen.ts'
import { useCommon } from '../../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { labelOf } from '../../registers/field-words.ts'
import { LinkPicker } from '../../registers/link-picker.tsx'
import { drawsTexts } from './draws.texts.ts'

interface Aside {
  readonly id: string
  readonly name: string
  readonly reason: string
}

/** The first half of a draw from a register: what is fixed before chance decides. */
export function NewDraw({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(drawsTexts)
  const common = useCommon()
  const language = useLanguage()
  const navigate = useNavigate()
  const picker = useId()
  const [purpose, setPurpose] = useState('')
  const [register, setRegister] = useState('')
  const [wanted, setWanted] = useState('1')
  const [reserves, setReserves] = useState('0')
  const [aside, setAside] = useState<readonly Aside[]>([])
  const registers = useQuery(registersQuery)
  const holding = (registers.data?.registers ?? []).filter(({ records }) => (records ?? 0) > 0)
  const fix = useMutation<DrawDetail, Problem>({
    mutationFn: () =>
      commitDraw({
        purpose: purpose.trim(),
        register,
        wanted: Number(wanted),
        reserves: Number(reserves),
        excluded: aside.map(({ id, reason }) => ({ id, reason: reason.trim() })),
      }),
    onSuccess: async (draw) => {
      await queryClient.invalidateQueries({ queryKey: ['draws'] })
      await navigate({ to: '/draws/$drawId', params: { drawId: draw.id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    fix.mutate()
  }
  return (
    <Dialog title={t.add} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>{t.addLead}</p>
        <Refusal problem={fix.error} />
        <Field label={`${t.purpose} *`} help={t.purposeHelp}>
          <input required maxLength={200} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
        </Field>
        <Field label={`${t.register} *`} help={t.registerHelp}>
          <select
            required
            value={register}
            onChange={(event) => {
              setRegister(event.target.value)
              setAside([])
            }}
          >
            <option value="" />
            {holding.map((one) => (
              <option key={one.id} value={one.id}>
                {labelOf(one, language)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={`${t.wanted} *`}>
          <input
            required
            type="number"
            min={1}
            max={1000}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </Field>
        <Field label={`${t.reserves} *`}>
          <input
            required
            type="number"
            min={0}
            max={1000}
            value={reserves}
            onChange={(event) => setReserves(event.target.value)}
          />
        </Field>
        {aside.map(({ id, name, reason }) => (
          <div key={id} className="field">
            <label htmlFor={`${picker}-${id}`}>{t.asideReason(name)} *</label>
            <span className="dr-aside">
              <input
                id={`${picker}-${id}`}
                required
                maxLength={200}
                value={reason}
                onChange={(event) =>
                  setAside(aside.map((one) => (one.id === id ? { ...one, reason: event.target.value } : one)))
                }
              />
              <button
                type="button"
                className="btn icon-only quiet-btn"
                aria-label={t.remove(name)}
                onClick={() => setAside(aside.filter((one) => one.id !== id))}
              >
                <Icon name="close" size={16} />
              </button>
            </span>
          </div>
        ))}
        {register === '' ? null : (
          <Field label={t.aside} id={picker}>
            <LinkPicker
              // a new field after every choice, so that the next one begins empty
              key={`${register} ${aside.length}`}
              id={picker}
              register={register}
              label={t.aside}
              value={null}
              onChange={(link) => {
                const { id, name } = link ?? { id: null, name: '' }
                if (id !== null && !aside.some((one) => one.id === id)) setAside([...aside, { id, name, reason: '' }])
              }}
            />
          </Field>
        )}
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={fix.isPending}>
            {t.fix}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
