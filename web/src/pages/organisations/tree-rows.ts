import type { OrganisationNode } from '../../api/types.gen.ts'

export interface TreeRow {
  readonly node: OrganisationNode
  readonly depth: number
}

/**
 * A tree as rows from top to bottom. A node whose parent is not among the nodes stands at the top, so that a filtered
 * list keeps every match; a circle of parents is broken rather than lost.
 */
export function treeRows(nodes: readonly OrganisationNode[]): readonly TreeRow[] {
  const ids = new Set(nodes.map((node) => node.id))
  const rows: TreeRow[] = []
  const seen = new Set<string>()
  const visit = (node: OrganisationNode, depth: number) => {
    if (seen.has(node.id)) return
    seen.add(node.id)
    rows.push({ node, depth })
    for (const child of nodes) if (child.parentId === node.id) visit(child, depth + 1)
  }
  for (const node of nodes) if (node.parentId === null || !ids.has(node.parentId)) visit(node, 0)
  for (const node of nodes) visit(node, 0)
  return rows
}
