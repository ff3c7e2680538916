import { createHash, timingSafeEqual } from 'node:crypto'

const STEP = 30_000
const codeAt = (secret: string, at: number) =>
  createHash('sha256')
    .update(`door ${secret} ${Math.floor(at / STEP)}`)
    .digest('hex')
    .slice(0, 8)

/** What the projector shows for people to scan. It changes every half minute: a picture of it sent home is of no use. */
export function doorCodeAt(secret: string, now: Date): { code: string; secondsLeft: number } {
  const at = now.getTime()
  return { code: codeAt(secret, at), secondsLeft: Math.ceil((STEP - (at % STEP)) / 1000) }
}

/** Whether a code scanned is the one on show, or the one just before it. */
export function isDoorCode(secret: string, scanned: string, now: Date): boolean {
  const code = Buffer.from(scanned.toLowerCase())
  return [now.getTime(), now.getTime() - STEP].some((at) => {
    const shown = Buffer.from(codeAt(secret, at))
    return shown.length === code.length && timingSafeEqual(shown, code)
  })
}
