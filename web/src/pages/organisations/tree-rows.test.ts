import { describe, expect, it } from 'vitest'
import type { OrganisationNode } from '../../api/types.gen.ts'
import { treeRows } from './tree-rows.ts'

const node = (id: string, parentId: string | null): OrganisationNode => ({
  id,
  parentId,
  name: id,
  shortName: id,
  kind: 'department',
  aliases: [],
  members: [],
  establishedOn: null,
  dissolvedOn: null,
  successorId: null,
  leads: 0,
  supports: 0,
})
const shape = (nodes: readonly OrganisationNode[]) =>
  treeRows(nodes).map((row) => `${'-'.repeat(row.depth)}${row.node.id}`)

describe('a tree of units as rows', () => {
  it('puts children below their parent, whatever order they come in', () => {
    expect(shape([node('局', '市'), node('市', null), node('科', '局')])).toEqual(['市', '-局', '--科'])
  })

  it('keeps a unit whose parent was filtered out', () => {
    expect(shape([node('科', '局')])).toEqual(['科'])
  })

  it('does not lose units that stand above each other in a circle', () => {
    expect(shape([node('甲', '乙'), node('乙', '甲')])).toEqual(['甲', '-乙'])
  })
})
