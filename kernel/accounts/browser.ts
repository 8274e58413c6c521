/**
 * Which browser on which system a request comes from, without versions: `Edge · Windows`.
 *
 * A session belongs to the browser in which it was opened. A browser that was updated stays the same one; a cookie that
 * turns up in another family or on another system was taken along. Client hints are left out: they come over TLS only
 * and not from every browser, so a proxy set up later would look like a theft; the agent says family and system in any
 * case. Whoever copies the cookie can copy this as well: it catches the careless thief, not every thief.
 *
 * @example browserOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) … Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0') // 'Edge · Windows'
 */
export function browserOf(userAgent: string): string {
  const family = families.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? firstProduct(userAgent)
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0]
  return system === undefined ? family : `${family} · ${system}`
}

/** A browser names its ancestors too, so the youngest name stands first here. */
const families: readonly (readonly [string, RegExp])[] = [
  ['WeCom', /\bwxwork\//i],
  ['WeChat', /\bMicroMessenger\//i],
  ['DingTalk', /\bDingTalk\b/i],
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\b(?:OPR|OPiOS)\//],
  ['QQ Browser', /\bM?QQBrowser\//i],
  ['360', /\bQIHU|\b360(?:SE|EE)\b/i],
  ['Sogou', /\bMetaSr\b/i],
  ['UC', /\bUC?Browser\//i],
  ['Huawei', /\bHuaweiBrowser\//i],
  ['Samsung', /\bSamsungBrowser\//i],
  ['MIUI', /\bMiuiBrowser\//i],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:HeadlessChrome|Chrome|CriOS|Chromium)\//],
  ['Internet Explorer', /\b(?:Trident|MSIE)\b/],
  ['Safari', /\bSafari\//],
]

/** A phone's system stands before the one that it is built on. */
const systems: readonly (readonly [string, RegExp])[] = [
  ['HarmonyOS', /\b(?:Open)?Harmony/i],
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac ?OS\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b|\bX11\b/],
]

/** Programs that are no browsers name themselves first: `curl/8.1.2`. */
function firstProduct(userAgent: string): string {
  return /^[\w.-]{1,40}/.exec(userAgent.trim())?.[0] ?? 'unknown'
}
