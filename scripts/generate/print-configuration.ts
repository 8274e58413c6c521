interface Option {
  readonly type: string
  readonly env: string
  readonly about: string
}

/** Every start option, as a page of the documentation. */
export function printConfiguration(options: Readonly<Record<string, Option>>): string {
  const rows = Object.entries(options).map(
    ([name, { type, env, about }]) => `| \`--${name}${type === 'boolean' ? '' : ' …'}\` | \`${env}\` | ${about} |`,
  )
  return `<!-- Printed by scripts/generate.ts from server/config.ts. Do not edit. -->

# 启动参数 Configuration

命令行优先于环境变量。所有问题会在启动时一次列出。
The command line wins over the environment; every problem is told at once when the program starts.

| 命令行 option | 环境变量 variable | 含义 meaning |
| --- | --- | --- |
${rows.join('\n')}
`
}
