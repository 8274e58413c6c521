import { useTexts } from '../../../i18n/language.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { deskTexts } from './desk.texts.ts'

export interface ShownKey {
  readonly keys: readonly string[]
  readonly what: string
}

/** Every key of the desk, with what the letters on the buttons do on this case. */
export function KeysDialog({ acts, onClose }: { readonly acts: readonly ShownKey[]; readonly onClose: () => void }) {
  const t = useTexts(deskTexts)
  const rows: readonly ShownKey[] = [
    { keys: ['J', 'K'], what: t.keys.move },
    { keys: ['Enter'], what: t.keys.open },
    { keys: ['X'], what: t.keys.pick },
    { keys: ['1', '–', '5'], what: t.keys.section },
    ...acts,
    { keys: ['C'], what: t.keys.comment },
    { keys: ['V'], what: t.keys.compare },
    { keys: ['M'], what: t.keys.more },
    { keys: ['F'], what: t.keys.find },
    { keys: ['?'], what: t.keys.help },
  ]
  return (
    <Dialog title={t.keys.title} onClose={onClose}>
      <div className="dialog-body">
        <p className="quiet">{t.keys.lead}</p>
        <dl className="mq-keylist">
          {rows.map((row) => (
            <div key={row.keys.join('')}>
              <dt>{row.keys.map((key) => (key === '–' ? key : <kbd key={key}>{key}</kbd>))}</dt>
              <dd>{row.what}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  )
}
