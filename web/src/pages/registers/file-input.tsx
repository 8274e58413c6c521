import { useMutation } from '@tanstack/react-query'
import type { Problem } from '../../api/client.ts'
import { upload } from '../../api/client.ts'
import { useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Refusal } from '../../ui/states.tsx'
import { attachmentsOf } from './field-words.ts'
import { formTexts } from './form.texts.ts'

interface FileInputProps {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** Files that prove the record; each is sent at once and attached when the form is saved. */
export function FileInput({ id, value, onChange }: FileInputProps) {
  const t = useTexts(formTexts)
  const files = attachmentsOf(value)
  const send = useMutation<{ readonly id: string; readonly name: string }, Problem, File>({
    mutationFn: (file) => {
      const form = new FormData()
      form.append('file', file)
      return upload('/evidence', form, () => undefined)
    },
    onSuccess: (given, file) => onChange([...files, { evidenceId: given.id, name: given.name ?? file.name }]),
  })
  return (
    <div className="fm-files">
      <Refusal problem={send.error} />
      <ul className="rg-files">
        {files.map((file) => (
          <li key={file.evidenceId}>
            <Icon name="document" size={16} />
            {file.name}
            <button
              type="button"
              className="ls-chip-off"
              aria-label={t.removeFile(file.name)}
              onClick={() => onChange(files.filter(({ evidenceId }) => evidenceId !== file.evidenceId))}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <label className="btn small-btn" htmlFor={id}>
        <Icon name="upload" size={16} />
        {send.isPending ? t.sendingFile : t.addFile}
      </label>
      <input
        id={id}
        className="im-file"
        type="file"
        disabled={send.isPending}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file !== undefined) send.mutate(file)
          event.target.value = ''
        }}
      />
    </div>
  )
}
