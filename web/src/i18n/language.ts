import { useSyncExternalStore } from 'react'

export type Language = 'zh' | 'en'

const key = 'qx.language'
const listeners = new Set<() => void>()
// The build reads texts, too, where there is no page.
let current: Language = typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'zh'

export function currentLanguage(): Language {
  return current
}

/** Switches all texts at once; remembered on this computer. */
export function chooseLanguage(language: Language): void {
  current = language
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
  try {
    localStorage.setItem(key, language)
  } catch {
    // a browser that keeps nothing still shows the chosen language until it is closed
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage)
}

/** The texts of one area in both languages; the English ones must have every entry that the Chinese ones have. */
export type Texts<T> = Readonly<Record<Language, T>>

/** Widens literal types, so that both languages fit the same shape. */
type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends object
      ? T[K] extends (...args: never[]) => unknown
        ? T[K]
        : Widened<T[K]>
      : T[K]
}

export function defineTexts<T extends object>(zh: T, en: NoInfer<Widened<T>>): Texts<Widened<T>> {
  return { zh: zh as Widened<T>, en }
}

export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLanguage()]
}
