import type { Register } from '../registers.ts'
import { pastColumns, type StandardColumn, searchColumn, standardColumns } from '../standard-columns.ts'
import type { TableShape } from './table-shape.ts'

/** The statements that make the two tables of a register: what is known now, and what was known before. */
export function createTable({ table, pastTable }: Pick<Register, 'table' | 'pastTable'>, shape: TableShape): string {
  const own = Object.values(shape.fields).flatMap((columns) => columns.map(([name, type]) => `${name} ${type}`))
  const shared = [...standardColumns.map(definition), ...own]
  return `
    create table ${table} (${shared.join(', ')}, ${searchDefinition}, primary key (jurisdiction, id));
    create unique index ${table}_identity on ${table} (jurisdiction, identity);
    ${Object.entries(shape.indexes)
      .map(([name, rest]) => `create index ${name} on ${table} ${rest};`)
      .join('\n')}
    create table ${pastTable} (${[...shared, ...pastColumns.map(definition)].join(', ')},
      primary key (jurisdiction, id, revision));
    create index ${pastTable}_span on ${pastTable} (jurisdiction, replaced_at, recorded_at);
    create index ${pastTable}_run on ${pastTable} (jurisdiction, run_id) where run_id is not null;
    create index ${table}_run on ${table} (jurisdiction, run_id) where run_id is not null;`
}

/** The words stand in `tokens` as they are to be found, so they are taken as they stand and not parsed again. */
const searchDefinition = `${searchColumn} tsvector generated always as (array_to_tsvector(string_to_array(tokens, ' '))) stored`

function definition({ name, type, nullable }: StandardColumn): string {
  return `${name} ${type}${nullable ? '' : ' not null'}`
}
