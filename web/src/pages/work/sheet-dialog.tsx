import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { type Problem, upload } from '../../api/client.ts'
import type { SheetImport } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Refusal } from '../../ui/states.tsx'
import { workTexts } from './work.texts.ts'

interface SheetDialogProps {
  readonly unit: string
  readonly period: string
  readonly onClose: () => void
}

/** Uploads a filled-in table; what it would change is shown before anything is taken. */
export function SheetDialog({ unit, period, onClose }: SheetDialogProps) {
  const t = useTexts(workTexts)
  const navigate = useNavigate()
  const input = useId()
  const [over, setOver] = useState(false)
  const [share, setShare] = useState(0)
  const send = useMutation<SheetImport, Problem, File>({
    mutationFn: (file) => {
      const form = new FormData()
      form.append('unit', unit)
      form.append('period', period)
      form.append('file', file)
      return upload('/work/sheets', form, setShare)
    },
    onSuccess: (sheet) => navigate({ to: '/work/sheets/$sheetId', params: { sheetId: sheet.id } }),
  })
  const take = (file: File | undefined) => {
    if (file === undefined || send.isPending) return
    setShare(0)
    send.mutate(file)
  }
  return (
    <Dialog title={t.sheetTitle} onClose={onClose}>
      <div className="dialog-body">
        <p>{t.sheetLead}</p>
        <Refusal problem={send.error} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience; the file field inside does the same */}
        <div
          className={over ? 'wk-drop over' : 'wk-drop'}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            take(event.dataTransfer.files[0])
          }}
        >
          {send.isPending ? (
            <div role="status">
              <p>{t.sheetSending(send.variables.name, Math.round(share * 100))}</p>
              <progress value={share >= 1 ? undefined : share} max={1} aria-label={send.variables.name} />
            </div>
          ) : (
            <>
              <span className="no-phone">{t.sheetDrop}</span>
              <label className="btn primary" htmlFor={input}>
                <Icon name="upload" size={16} />
                {t.sheetChoose}
              </label>
              <input
                id={input}
                className="rp-file"
                type="file"
                accept=".xlsx"
                onChange={(event) => {
                  take(event.target.files?.[0])
                  event.target.value = ''
                }}
              />
              <p className="quiet small">{t.sheetKinds}</p>
            </>
          )}
        </div>
      </div>
    </Dialog>
  )
}
