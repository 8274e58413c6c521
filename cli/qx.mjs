#!/usr/bin/env node
/**
 * `qx`: registers the TypeScript loader and hands over. Plain JavaScript that a much older Node can read too, so that
 * it gets to say what is wrong instead of a syntax error.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `需要 Node 20.19 或更新的版本，当前是 ${process.versions.node}，请升级后再试 / Node 20.19 or newer is needed, this is ${process.versions.node}: please upgrade and try again`,
  )
  process.exitCode = 2
} else {
  const loader = await import('tsx/esm/api').catch(() => undefined)
  if (loader === undefined) {
    console.error(
      '依赖还没有安装，请先运行 npm ci（或 npm start）/ the packages are not installed yet: run npm ci (or npm start) first',
    )
    process.exitCode = 2
  } else {
    // Named, because tsx looks for it in the current folder, and qx is called from any.
    const { fileURLToPath } = await import('node:url')
    loader.register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
    await import('./qx.ts')
  }
}
