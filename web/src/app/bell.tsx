import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { unreadQuery } from '../api/queries.ts'
import { useTexts } from '../i18n/language.ts'
import { Icon } from '../ui/icons.tsx'
import { frameTexts } from './frame.texts.ts'

/** How many notices wait; one press leads to them. Asked for again once a minute while the page is looked at. */
export function Bell() {
  const t = useTexts(frameTexts)
  const unread = useQuery({ ...unreadQuery, refetchInterval: 60_000 }).data?.unread
  const count = unread === undefined || unread.count === 0 ? null : `${unread.count}${unread.more ? '+' : ''}`
  return (
    <Link to="/notices" className="bell" aria-label={count === null ? t.noNotices : t.notices(count)}>
      <Icon name="bell" />
      <span className="bell-word">{t.noticesWord}</span>
      {count === null ? null : <b>{count}</b>}
    </Link>
  )
}
