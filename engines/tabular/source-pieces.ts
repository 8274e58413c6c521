import { TableRefused } from './refusals.ts'
import type { TableSource } from './table.types.ts'

const pieceBytes = 512 * 1024

/**
 * The bytes of a source between two places, piece by piece, in order.
 *
 * @throws TableRefused `broken` where the source ends before it says that it does
 */
export async function* sourcePieces(source: TableSource, from: number, until: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < until; ) {
    const piece = await source.read(at, Math.min(pieceBytes, until - at))
    if (piece.length === 0) throw new TableRefused('broken', { detail: '文件不完整', detailEn: 'it ends too early' })
    at += piece.length
    yield piece
  }
}
