import type { ReactNode } from 'react'
import type { SessionRow } from '../../api/session.types.ts'
import { deviceName } from '../../format/device-name.ts'

interface SessionListProps {
  readonly sessions: readonly SessionRow[]
  /** the quiet line below the name of the device */
  readonly describe: (session: SessionRow) => string
  readonly currentLabel: string
  readonly action: (session: SessionRow) => ReactNode
}

/** Devices that are signed in, with what can be done about each. */
export function SessionList({ sessions, describe, currentLabel, action }: SessionListProps) {
  return (
    <ul className="rows session-rows">
      {sessions.map((one) => (
        <li key={one.id}>
          <div>
            <b title={one.device}>{deviceName(one.device)}</b>
            {one.current ? <span className="light green">{currentLabel}</span> : null}
            <p className="quiet small">{describe(one)}</p>
          </div>
          {action(one)}
        </li>
      ))}
    </ul>
  )
}
