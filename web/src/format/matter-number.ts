/**
 * The end of a matter's number 办件编号 where a list has little room: the day without its year, and the running number
 * of that day, which alone would name a matter of every day.
 *
 * @example shortNumber('YX-IP-20260129-000001') // '0129-000001'
 */
export function shortNumber(number: string): string {
  const [, day, running] = /(\d{4})-(\d+)$/.exec(number) ?? []
  return day === undefined || running === undefined ? number : `${day}-${running}`
}
