/** A letter on a button that does the same by keyboard; the button itself names it with aria-keyshortcuts. */
export function Key({ letter }: { readonly letter: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {letter.toUpperCase()}
    </span>
  )
}
