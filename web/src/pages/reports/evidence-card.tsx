import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useId, useState } from 'react'
import { type Problem, remove, upload } from '../../api/client.ts'
import { queryClient, seg } from '../../api/queries.ts'
import type { ReportDetail } from '../../api/types.gen.ts'
import { reportQuery } from '../../api/work.queries.ts'
import { instantInCounty } from '../../format/dates.ts'
import { fileSize } from '../../format/file-size.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { describe, Refusal } from '../../ui/states.tsx'
import { reportTexts } from './report.texts.ts'

const mostBytes = 50 * 1024 * 1024

interface Sending {
  readonly key: number
  readonly name: string
  readonly share: number
  /** what went wrong; the file is not there */
  readonly fault: string | null
}

interface EvidenceProps {
  readonly detail: ReportDetail
  readonly editable: boolean
  /** a report that is not begun is begun first, so that the file has something to belong to */
  readonly begin?: () => Promise<unknown>
}

/** What proves the report: several files at once, each with its own progress and its own fault. */
export function Evidence({ detail, editable, begin }: EvidenceProps) {
  const t = useTexts(reportTexts)
  const { id: dutyId } = detail.duty
  const refresh = () => queryClient.invalidateQueries({ queryKey: reportQuery(dutyId).queryKey })
  const drop = useMutation<unknown, Problem, string>({
    mutationFn: (evidenceId) => remove(`/reports/${seg(dutyId)}/evidence/${seg(evidenceId)}`),
    onSuccess: refresh,
  })
  const { sending, send, dismiss } = useSending(dutyId, begin, refresh)
  return (
    <section className="rp-evidence" aria-label={t.evidence}>
      <h2>
        {t.evidence}
        <span className="quiet small">{detail.evidence.length === 0 ? '' : detail.evidence.length}</span>
      </h2>
      <Refusal problem={drop.error} />
      {detail.evidence.length === 0 && !editable ? <p className="quiet">{t.noEvidence}</p> : null}
      <ul>
        {detail.evidence.map((file) => (
          <li key={file.evidenceId}>
            <Icon name="document" size={16} />
            <a href={`/api/evidence/${seg(file.evidenceId)}/content`} target="_blank" rel="noreferrer">
              {file.name}
            </a>
            <span className="quiet small">
              {fileSize(file.size)}　{t.given(file.givenBy, instantInCounty(file.givenAt))}
            </span>
            {editable ? (
              <button
                type="button"
                className="text-btn no-print"
                aria-label={t.removeFile(file.name)}
                disabled={drop.isPending}
                onClick={() => drop.mutate(file.evidenceId)}
              >
                <Icon name="close" size={16} />
              </button>
            ) : null}
          </li>
        ))}
        {sending.map((file) => (
          <li key={file.key} data-failed={file.fault !== null}>
            <Icon name="upload" size={16} />
            <span>{file.name}</span>
            {file.fault === null ? (
              <span className="rp-sending" role="status">
                <progress value={file.share >= 1 ? undefined : file.share} max={1} aria-label={file.name} />
                <span className="small">
                  {file.share >= 1 ? t.checkingFile : t.sendingFile(Math.round(file.share * 100))}
                </span>
              </span>
            ) : (
              <span className="rp-fault" role="alert">
                {file.fault}
                <button type="button" className="text-btn" onClick={() => dismiss(file.key)}>
                  {t.dismiss}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {editable ? <DropZone onFiles={send} /> : null}
    </section>
  )
}

function useSending(dutyId: string, begin: EvidenceProps['begin'], refresh: () => Promise<void>) {
  const t = useTexts(reportTexts)
  const common = useCommon()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const put = (key: number, patch: Partial<Sending>) =>
    setSending((files) => files.map((file) => (file.key === key ? { ...file, ...patch } : file)))
  const dismiss = (key: number) => setSending((files) => files.filter((file) => file.key !== key))
  const sendOne = async (file: File, key: number) => {
    const form = new FormData()
    form.append('file', file)
    try {
      await upload(`/reports/${seg(dutyId)}/evidence`, form, (share) => put(key, { share }))
      dismiss(key)
    } catch (error) {
      put(key, { fault: error instanceof Error ? describe(common, error) : common.failedServer })
    }
  }
  const send = async (files: readonly File[]) => {
    const first = Date.now()
    const entries = files.map((file, index) => ({ file, key: first + index }))
    const faultOf = (file: File) => (file.size === 0 ? t.emptyFile : file.size > mostBytes ? t.tooLarge : null)
    setSending((before) => [
      ...before,
      ...entries.map(({ file, key }) => ({ key, name: file.name, share: 0, fault: faultOf(file) })),
    ])
    await begin?.()
    // One after the other: each is kept in a transaction of its own, and a slow line carries one file better than five.
    for (const { file, key } of entries) if (faultOf(file) === null) await sendOne(file, key)
    await refresh()
  }
  return { sending, send, dismiss }
}

function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = useTexts(reportTexts)
  const files = useId()
  const camera = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience; the file field inside does the same
    <div
      className={over ? 'rp-drop over no-print' : 'rp-drop no-print'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="no-phone">{over ? t.dropNow : t.drop}</span>
      <label className="btn small-btn" htmlFor={files}>
        <Icon name="upload" size={16} />
        {t.choose}
      </label>
      <FileInput id={files} onFiles={onFiles} />
      <label className="btn small-btn rp-camera" htmlFor={camera}>
        {t.camera}
      </label>
      <FileInput id={camera} onFiles={onFiles} camera />
      <p className="quiet small">{t.evidenceHelp}</p>
    </div>
  )
}

function FileInput({
  id,
  onFiles,
  camera = false,
}: {
  readonly id: string
  readonly onFiles: (files: readonly File[]) => void
  readonly camera?: boolean
}) {
  return (
    <input
      id={id}
      className={camera ? 'rp-file rp-camera' : 'rp-file'}
      type="file"
      multiple={!camera}
      {...(camera ? { accept: 'image/*', capture: 'environment' as const } : {})}
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])])
        event.target.value = ''
      }}
    />
  )
}
