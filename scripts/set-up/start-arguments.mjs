/** What the server understands besides the port; a test compares it with the server's own list. */
export const OTHER_OPTIONS = [
  ...['host', 'data', 'database-url', 'empty', 'county', 'public-url', 'trusted-proxies', 'log-level', 'clamd-socket'],
  ...['without-records', 'personal-data-key', 'fonts'],
  ...['smtp-url', 'mail-from', 'sms-url', 'sms-secret', 'private-webhooks'],
  ...['oidc-issuer', 'oidc-client-id', 'oidc-client-secret', 'oidc-label'],
]

/**
 * The options of `npm start`, also where npm took them for its own.
 *
 * `npm start -- --port 8080` hands the options over as they are. Without the two dashes npm takes each option away and
 * puts it into the environment: `--port=8080` as `npm_config_port=8080`, `--port 8080` as `npm_config_port=true` with
 * 8080 left over. The port is understood both ways. For the others a silent start without them would be worse than a
 * refusal: `npm start --empty` would load the demonstration.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ args: string[] } | { problem: string }}
 */
export function startArguments(args, env) {
  const swallowed = OTHER_OPTIONS.find((option) => env[`npm_config_${option.replaceAll('-', '_')}`] !== undefined)
  if (swallowed !== undefined) {
    return {
      problem: `请在 --${swallowed} 之前加上两个减号：npm start -- --${swallowed} … / put two dashes before --${swallowed}: npm start -- --${swallowed} …`,
    }
  }
  const port = env['npm_config_port']
  if (port === undefined || args.some((arg) => arg === '--port' || arg.startsWith('--port='))) return { args }
  return { args: port === 'true' ? ['--port', ...args] : ['--port', port, ...args] }
}
