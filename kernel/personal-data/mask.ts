import type { TextField } from '../registers/field.types.ts'

/**
 * What is shown of personal data to everybody who may see the record: enough to recognise it, too little to use it.
 *
 * @example mask('13800001234', 'phone') // '138****1234'
 * @source 信息安全技术 个人信息安全规范 GB/T 35273—2020 §7.2: what is displayed on screens is de-identified
 */
export function mask(clear: string, how: TextField['mask']): string {
  const characters = [...clear]
  switch (how) {
    case 'idCard':
      return kept(characters, 6, 2)
    case 'phone':
      return kept(characters, 3, 4)
    case 'name':
      return characters.length <= 1 ? '*' : `${characters[0]}${'*'.repeat(characters.length - 1)}`
    case 'email': {
      const at = clear.lastIndexOf('@')
      return at < 1 ? hidden : `${characters[0]}***${clear.slice(at)}`
    }
    case undefined:
      return hidden
  }
}

const hidden = '******'

/** Too short for both ends to be shown and something hidden between: everything is hidden. */
function kept(characters: readonly string[], first: number, last: number): string {
  const between = characters.length - first - last
  if (between < 3) return hidden
  return `${characters.slice(0, first).join('')}${'*'.repeat(between)}${characters.slice(-last).join('')}`
}
