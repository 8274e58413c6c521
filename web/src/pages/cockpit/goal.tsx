import type { Amount } from '../../api/types.gen.ts'
import { amountFigure, amountInWords, comparatorSymbol, exactAmount } from '../../format/amounts.ts'
import { useLanguage } from '../../i18n/language.ts'

/**
 * A target in a narrow column. 达 and 不低于 are what is usual and stand without a sign; whatever asks for something
 * else carries it.
 */
export function Goal({ amount }: { readonly amount: Amount }) {
  const language = useLanguage()
  const words = amountInWords(amount, language)
  const exact = exactAmount(amount)
  return (
    <span className="nb" title={exact === null ? words : `${words}（${exact}）`}>
      <span aria-hidden="true">
        {amount.comparator === 'gte' ? '' : comparatorSymbol(amount)}
        {amountFigure(amount)}
      </span>
      <span className="sr">{words}</span>
    </span>
  )
}
