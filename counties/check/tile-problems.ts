import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import type { Organisation, Tile } from '../county.types.ts'
import { type Entry, problem } from './entries.ts'
import type { Units } from './units.ts'

/** 示意图: tiles inside the grid, none on another, each town, subdistrict and park exactly once. No tiles, no map. */
export function tileProblems(
  tiles: readonly Entry<Tile>[],
  grid: { readonly rows: number; readonly columns: number } | undefined,
  organisations: readonly Entry<Organisation>[],
  units: Units,
): FieldProblem[] {
  return [
    ...tiles.flatMap((tile, index) => [
      ...unitOnTile(tile, tiles.slice(0, index), units),
      ...placeOnGrid(tile, tiles.slice(0, index), grid),
    ]),
    ...(tiles.length === 0 ? [] : unitsWithoutTile(tiles, organisations)),
  ]
}

const onMap: readonly Organisation['kind'][] = ['town', 'subdistrict', 'park']

function unitOnTile({ path, value: tile }: Entry<Tile>, earlier: readonly Entry<Tile>[], units: Units): FieldProblem[] {
  const at = `${path}/organisation`
  if (tile.organisation === undefined) {
    return tile.kind === 'water'
      ? []
      : [problem(at, `“${tile.label}”要写单位代号。`, `The tile “${tile.label}” needs the key of its unit.`)]
  }
  const dead = units.problemsOf([tile.organisation], path)
  if (dead.length > 0) return dead.map((one) => ({ ...one, path: at }))
  const same = earlier.find(({ value }) => value.organisation === tile.organisation)
  if (same !== undefined) {
    return [
      problem(
        at,
        `“${tile.organisation}”已在 ${same.path}。请删去一个。`,
        `“${tile.organisation}” already has the tile ${same.path}. Remove one.`,
      ),
    ]
  }
  const kind = units.find(tile.organisation)?.kind
  if (kind === undefined || onMap.includes(kind)) return []
  return [
    problem(
      at,
      `“${tile.organisation}”不是镇、街道或园区，不上示意图。请删去。`,
      `“${tile.organisation}” is no town, subdistrict or park and does not belong on the map. Remove it.`,
    ),
  ]
}

function placeOnGrid(
  { path, value: tile }: Entry<Tile>,
  earlier: readonly Entry<Tile>[],
  grid: { readonly rows: number; readonly columns: number } | undefined,
): FieldProblem[] {
  const lastRow = tile.row + tile.rowSpan - 1
  const lastColumn = tile.column + tile.columnSpan - 1
  const below = earlier.find(
    ({ value: other }) =>
      tile.row < other.row + other.rowSpan &&
      other.row <= lastRow &&
      tile.column < other.column + other.columnSpan &&
      other.column <= lastColumn,
  )
  return [
    ...(grid !== undefined && (lastRow > grid.rows || lastColumn > grid.columns)
      ? [
          problem(
            path,
            `“${tile.label}”超出 ${grid.rows} 行 ${grid.columns} 列。请移动它，或加大行列数。`,
            `“${tile.label}” reaches beyond ${grid.rows} rows and ${grid.columns} columns. Move it, or enlarge the grid.`,
          ),
        ]
      : []),
    ...(below === undefined
      ? []
      : [
          problem(
            path,
            `“${tile.label}”压在“${below.value.label}”上。请移动其中一个。`,
            `“${tile.label}” lies on “${below.value.label}”. Move one of them.`,
          ),
        ]),
  ]
}

function unitsWithoutTile(
  tiles: readonly Entry<Tile>[],
  organisations: readonly Entry<Organisation>[],
): FieldProblem[] {
  const drawn = new Set(tiles.map(({ value }) => value.organisation))
  return organisations
    .filter(({ value }) => onMap.includes(value.kind) && !drawn.has(value.key))
    .map(({ value }) =>
      problem(
        '/tileMap/tiles',
        `“${value.name}”不在示意图上。请为“${value.key}”加一格。`,
        `“${value.name}” is not on the map. Add a tile for “${value.key}”.`,
      ),
    )
}
