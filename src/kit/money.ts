import { tidy } from './characters.ts'
import type { Problem } from './problem.ts'

/** Money is a whole number of fen. A number holds 90 trillion yuan exactly; what a database sum returns beyond that is a bigint. */
export type Fen = number

/** 123456789 fen as 1,234,567.89; a bigint works too. */
export function yuan(fen: Fen | bigint): string {
  const whole = BigInt(fen)
  const digits = String(whole < 0n ? -whole : whole).padStart(3, '0')
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`
}

/** Reads an amount in yuan (1,234.5, ￥1234.50元, 全角, 1.2万) into fen; more than two decimals of a fen is a problem. */
export function parseYuan(value: string | number): { fen: Fen } | Problem {
  const text = tidy(String(value))
    .replace(/^[¥￥]|元整?$|^RMB/gi, '')
    .replace(/[\s,，]/g, '')
  const parts = /^(-?)(\d+)(?:\.(\d*))?(万?)$/.exec(text)
  if (text === '') return { problem: '没有填写金额' }
  if (!parts) return { problem: `“${value}”不是金额，请写成 1234.50 这样` }
  const [, sign, whole = '', decimals = '', tenThousand] = parts
  const places = tenThousand ? 6 : 2
  if (/[1-9]/.test(decimals.slice(places))) return { problem: '金额最多到分（两位小数），请核对' }
  const fen = Number(whole + decimals.slice(0, places).padEnd(places, '0'))
  if (!Number.isSafeInteger(fen)) return { problem: '金额太大，请核对' }
  return { fen: sign && fen !== 0 ? -fen : fen }
}
