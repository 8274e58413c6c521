import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, useId, useState } from 'react'
import { type Problem, upload } from '../../api/client.ts'
import { planQuery, queryClient } from '../../api/queries.ts'
import type { ImportDetail } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Card } from '../../ui/page.tsx'
import { Refusal } from '../../ui/states.tsx'
import { importsTexts } from './imports.texts.ts'

const mostBytes = 50 * 1024 * 1024

interface UploadCardProps {
  readonly hasProgramme: boolean
  readonly scanned: boolean
}

/** Drop or choose; what is plainly wrong is said before anything is sent, the rest by the server. */
export function UploadCard({ hasProgramme, scanned }: UploadCardProps) {
  const t = useTexts(importsTexts)
  const navigate = useNavigate()
  const input = useId()
  useQuery({ ...planQuery(), enabled: hasProgramme })
  const [over, setOver] = useState(false)
  const [share, setShare] = useState(0)
  const [refused, setRefused] = useState('')
  const send = useMutation<ImportDetail, Problem, File>({
    mutationFn: async (file) => {
      const form = new FormData()
      // Whoever is quick chooses a file before the plan is known; fields go before the file, since parts are read in order.
      if (hasProgramme) form.append('planId', (await queryClient.ensureQueryData(planQuery())).plan.id)
      form.append('file', file)
      return upload('/plan-imports', form, setShare)
    },
    onSuccess: (detail) => {
      void queryClient.invalidateQueries({ queryKey: ['imports'] })
      void navigate({ to: '/imports/$importId', params: { importId: detail.id } })
    },
  })
  const take = (file: File | undefined) => {
    if (file === undefined || send.isPending) return
    const fault = file.size === 0 ? t.emptyFile : file.size > mostBytes ? t.tooLarge : ''
    setRefused(fault)
    setShare(0)
    if (fault === '') send.mutate(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <Card>
      <div className="card-body im-upload">
        {refused === '' ? (
          <Refusal problem={send.error} />
        ) : (
          <p className="refusal" role="alert">
            {refused}
          </p>
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience; the file field inside does the same */}
        <div
          className={over ? 'im-drop over' : 'im-drop'}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <span className="empty-icon">
            <Icon name="upload" size={26} />
          </span>
          {send.isPending ? (
            <div className="im-sending" role="status">
              <p>{t.sending(send.variables.name, Math.round(share * 100))}</p>
              <progress value={share >= 1 ? undefined : share} max={1} aria-label={send.variables.name} />
            </div>
          ) : (
            <>
              <h2>{over ? t.dropNow : t.dropTitle}</h2>
              <p>
                <span className="quiet">{t.dropOr}</span>
                <label className="btn primary" htmlFor={input}>
                  {t.choose}
                </label>
                <input
                  id={input}
                  className="im-file"
                  type="file"
                  accept=".docx,.pdf,.txt,.md,.doc,.wps"
                  onChange={(event) => {
                    take(event.target.files?.[0])
                    event.target.value = ''
                  }}
                />
              </p>
              <p className="quiet small">{t.formats}</p>
              {hasProgramme ? <p className="small">{`${t.as}${t.asAmendment}：${t.amendHelp}`}</p> : null}
              {scanned ? null : <p className="quiet small">{t.noScanner}</p>}
            </>
          )}
        </div>
      </div>
    </Card>
  )
}
