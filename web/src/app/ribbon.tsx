import type { Session } from '../api/session.types.ts'
import { useCommon } from '../i18n/common.texts.ts'

/** 演示, on the page and on its print. */
export function Ribbon({ session }: { readonly session: Session }) {
  const common = useCommon()
  if (!session.demonstration) return null
  return (
    <aside className="ribbon" title={common.demoNote} aria-label={common.demoNote}>
      {common.demo}
    </aside>
  )
}
