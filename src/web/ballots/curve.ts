import { inverse, modulo } from './numbers.ts'

// P-256 (FIPS 186-5, SP 800-186 §3.2.1.3). Only the public point of a secret number is made here, on the voter's own device; signing is
// the browser's. A wrong point would not verify, and the device verifies before it sends.
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn
export const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const BASE: Point = [
  0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
  1n,
]
/** In Jacobian coordinates; z = 0 is the point at infinity. */
type Point = [x: bigint, y: bigint, z: bigint]

function doubled([x, y, z]: Point): Point {
  if (!z) return [1n, 1n, 0n]
  const yy = (y * y) % P
  const zz = (z * z) % P
  const s = (4n * x * yy) % P
  const m = 3n * modulo(x - zz, P) * modulo(x + zz, P)
  const left = modulo(m * m - 2n * s, P)
  return [left, modulo(m * (s - left) - 8n * yy * yy, P), (2n * y * z) % P]
}

function added(a: Point, b: Point): Point {
  if (!a[2]) return b
  if (!b[2]) return a
  const [az, bz] = [(a[2] * a[2]) % P, (b[2] * b[2]) % P]
  const [u, v] = [(a[0] * bz) % P, (b[0] * az) % P]
  const [s, t] = [(a[1] * bz * b[2]) % P, (b[1] * az * a[2]) % P]
  if (u === v) return s === t ? doubled(a) : [1n, 1n, 0n]
  const h = modulo(v - u, P)
  const r = modulo(t - s, P)
  const hh = (h * h) % P
  const hhh = (h * hh) % P
  const x = modulo(r * r - hhh - 2n * u * hh, P)
  return [x, modulo(r * (u * hh - x) - s * hhh, P), (((h * a[2]) % P) * b[2]) % P]
}

/** The public point of a secret number between 1 and the order. */
export function publicPoint(secret: bigint): { x: bigint; y: bigint } {
  let result: Point = [1n, 1n, 0n]
  for (let at = 255n; at >= 0n; at--) {
    result = doubled(result)
    if ((secret >> at) & 1n) result = added(result, BASE)
  }
  const z = inverse(result[2], P)!
  const zz = (z * z) % P
  return { x: (result[0] * zz) % P, y: (((result[1] * zz) % P) * z) % P }
}
