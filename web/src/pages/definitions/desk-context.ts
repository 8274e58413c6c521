import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { DefinitionPreview } from '../../api/indicator.types.ts'
import { parametersQuery, useMay } from '../../api/queries.ts'
import { registerQuery, registersQuery } from '../../api/register.queries.ts'
import type { FieldRow, RegisterDescription, RegisterRow } from '../../api/register.types.ts'
import type { Beginnings } from './tree-kinds.ts'

/** What every card of the editor needs: what is wrong where, as the last preview said. */
export interface Desk {
  readonly problems: DefinitionPreview['problems']
}

export const DeskContext = createContext<Desk>({ problems: [] })

export function useProblemsAt(path: string): DefinitionPreview['problems'] {
  return useContext(DeskContext).problems.filter((problem) => problem.path === path)
}

export function useRegisters(): readonly RegisterRow[] {
  return useQuery(registersQuery).data?.registers ?? []
}

export function useRegister(id: string): RegisterDescription | undefined {
  return useQuery({ ...registerQuery(id), enabled: id !== '' }).data
}

/** What a card begins with when a person adds something over this register. */
export function useBeginnings(registerId: string): Beginnings {
  const registers = useRegisters()
  const id = registerId === '' ? (registers[0]?.id ?? '') : registerId
  const register = useRegister(id)
  return {
    register: id,
    dateField: register?.validity?.from ?? fieldsOf(register, 'date')[0]?.name ?? '',
    field: register?.fields[0]?.name ?? '',
    countUnit: register?.countUnit ?? '件',
  }
}

export function fieldsOf(
  register: RegisterDescription | undefined,
  ...kinds: readonly FieldRow['kind'][]
): readonly FieldRow[] {
  return register?.fields.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)) ?? []
}

export function useParameterKeys(): readonly { readonly key: string; readonly label: string }[] {
  const may = useMay('programme.read')
  const parameters = useQuery({ ...parametersQuery, enabled: may }).data?.parameters ?? []
  return parameters.map(({ key, label }) => ({ key, label }))
}
