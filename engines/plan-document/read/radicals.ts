/**
 * Ideographs for the radicals that stand in their place.
 *
 * Fonts draw 人 (U+4EBA) and the radical ⼈ (U+2F08) with one glyph, and some PDF writers then name the radical as its
 * text: it looks the same and is found by no search. Kangxi radicals have a compatibility mapping in Unicode; most of
 * the CJK Radicals Supplement has none, so the ones that are characters of their own are listed here.
 *
 * Each is replaced by one character, so positions do not move.
 *
 * @source Unicode Character Database, EquivalentUnifiedIdeograph.txt
 */
export function withIdeographs(text: string): string {
  return text.replace(/[\u2e80-\u2fd5\uf900-\ufad9]/g, (sign) => {
    const normal = supplement.get(sign) ?? sign.normalize('NFKC')
    return normal.length === 1 ? normal : sign
  })
}

const supplement: ReadonlyMap<string, string> = new Map(
  [
    '⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺏尢⺒巳⺓幺⺛旡⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺻聿⺼肉⺽臼⻁虎',
    '⻄西⻅见⻆角⻉贝⻊足⻋车⻌辶⻏阝⻑長⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦',
    '⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⺅亻⺉刂⺖忄⺘扌⺡氵⺣灬⺨犭⺭礻⺯糹⺰纟⺾艹⻂衤⻈讠⻐钅⻞飠⻟飠',
  ].flatMap((pairs) => [...pairs.matchAll(/(.)(.)/gu)].map((pair): [string, string] => [pair[1] ?? '', pair[2] ?? ''])),
)
