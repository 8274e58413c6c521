import { permissions, roles } from '@qiangxian/kernel/accounts/roles'
import type { Operation } from '@qiangxian/kernel/operations/operation'

/** Every operation with its ways in, and who may use it, as a page of the documentation. */
export function printOperations(operations: readonly Operation[]): string {
  const rows = operations.map(
    ({ id, kind, label, route, cli, permission }) =>
      `| \`${id}\` | ${label.zh} | ${kind === 'query' ? '查询' : '变更'} | \`${route.method} /api${route.path}\` | ${
        cli === undefined ? '' : `\`qx ${cli}\``
      } | \`${permission}\` |`,
  )
  const grants = Object.entries(permissions).map(([permission, label]) => {
    const holders = Object.values(roles).filter((role) => (role.grants as readonly string[]).includes(permission))
    return `| \`${permission}\` | ${label.zh} | ${holders.map((role) => role.label.zh).join('、')} |`
  })
  return `<!-- Printed by scripts/generate.ts from the declarations. Do not edit. -->

# 操作一览 Operations

每项能力只声明一次；网页、HTTP 接口和 \`qx\` 命令走的是同一段程序。输入输出的字段见 [openapi.json](openapi.json)。
Each capability is declared once; pages, HTTP and \`qx\` run the same program. Fields: [openapi.json](openapi.json).

| 标识 id | 名称 | 类别 | 接口 route | 命令 command | 权限 permission |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

## 权限 Permissions

| 权限 | 含义 | 持有的角色 |
| --- | --- | --- |
${grants.join('\n')}
`
}
