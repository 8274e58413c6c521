import { type DragEvent, useState } from 'react'
import { useTexts } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icons.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { applyTexts } from './apply.texts.ts'

const mostMb = 200

interface MaterialDropProps {
  readonly id: string
  readonly label: string
  readonly several: boolean
  readonly files: readonly { readonly id: string; readonly fileName: string }[]
  readonly onSend: (file: File, onProgress: (share: number) => void) => Promise<void>
  readonly onTakeBack?: (givenId: string) => Promise<void>
}

interface Sending {
  readonly name: string
  readonly share: number
}

interface Failure {
  readonly file: File | null
  readonly words: string
  readonly problem: Error | null
}

/** A material by dropping, choosing or photographing; one file after the other, and one that failed can go again. */
export function MaterialDrop({ id, label, several, files, onSend, onTakeBack }: MaterialDropProps) {
  const t = useTexts(applyTexts)
  const [sending, setSending] = useState<Sending | null>(null)
  const [failures, setFailures] = useState<readonly Failure[]>([])
  const [over, setOver] = useState(false)
  const send = async (chosen: readonly File[]) => {
    setFailures([])
    for (const file of chosen) {
      if (file.size > mostMb * 1_000_000) {
        setFailures((before) => [...before, { file: null, words: t.tooBig(file.name, mostMb), problem: null }])
        continue
      }
      setSending({ name: file.name, share: 0 })
      try {
        await onSend(file, (share) => setSending({ name: file.name, share }))
      } catch (problem) {
        const known = problem instanceof Error ? problem : null
        setFailures((before) => [...before, { file, words: t.failed(file.name), problem: known }])
      }
    }
    setSending(null)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first
    <div
      className={over ? 'po-drop over' : 'po-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {files.length === 0 ? null : (
        <ul className="po-given">
          {files.map((file) => (
            <li key={file.id}>
              <Icon name="document" />
              <span>{file.fileName}</span>
              {onTakeBack === undefined ? null : (
                <button
                  type="button"
                  className="btn icon-only quiet-btn"
                  aria-label={t.takeBack(file.fileName)}
                  onClick={() =>
                    void onTakeBack(file.id).catch((problem: Error) =>
                      setFailures([{ file: null, words: file.fileName, problem }]),
                    )
                  }
                >
                  <Icon name="close" size={16} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="po-drop-acts" aria-live="polite">
        {sending === null ? (
          <>
            <Picker id={`m-${id}`} words={t.file} label={label} several={several} onChosen={send} />
            <Picker id={`c-${id}`} words={t.camera} label={label} several={several} camera onChosen={send} />
            <span className="po-fine po-not-phone">{t.drop}</span>
          </>
        ) : (
          <span>{t.sending(sending.name, Math.round(sending.share * 100))}</span>
        )}
      </p>
      {failures.map((failure) => (
        <div key={failure.words}>
          <p className="light red">
            {failure.words}
            {failure.file === null ? null : (
              <button type="button" className="text-btn" onClick={() => void send([failure.file as File])}>
                {t.retry}
              </button>
            )}
          </p>
          <Refusal problem={failure.problem} />
        </div>
      ))}
    </div>
  )
}

interface PickerProps {
  readonly id: string
  readonly words: string
  readonly label: string
  readonly several: boolean
  readonly camera?: boolean
  readonly onChosen: (files: readonly File[]) => Promise<void>
}

function Picker({ id, words, label, several, camera = false, onChosen }: PickerProps) {
  return (
    <>
      <input
        id={id}
        className="po-file"
        type="file"
        aria-label={`${words}：${label}`}
        multiple={several && !camera}
        {...(camera ? { accept: 'image/*', capture: 'environment' } : {})}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])]
          event.target.value = ''
          void onChosen(chosen)
        }}
      />
      <label className={camera ? 'btn small-btn po-camera' : 'btn small-btn'} htmlFor={id} aria-hidden="true">
        <Icon name={camera ? 'plus' : 'upload'} size={16} />
        {words}
      </label>
    </>
  )
}
