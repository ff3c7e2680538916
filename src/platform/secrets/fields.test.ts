import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { blindIndex, blindIndexes, needsReseal, open, seal } from './fields.ts'
import { type Cipher, deriveSecret, keyRing } from './ring.ts'

const secret = () => randomBytes(32).toString('base64url')
const [first, second] = [secret(), secret()]
const old = keyRing({ current: first, readable: [] })
const rotated = keyRing({ current: second, readable: [first] })
const ID = '110101199003077774'

test.for<Cipher>(['aes-256-gcm', 'sm4-gcm'])('what %s seals, it opens, and twice the same gives different texts', (cipher) => {
  const keys = keyRing({ current: first, readable: [] }, cipher)
  const [once, again] = [seal('members.id_number', ID, keys), seal('members.id_number', ID, keys)]
  expect([open('members.id_number', once, keys), open('members.id_number', again, keys)]).toEqual([ID, ID])
  expect(once).not.toBe(again)
  expect(once).toMatch(/^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]+$/)
})

test('a sealed value moved to another column does not open', () => {
  const sealed = seal('members.mobile', '13900000001', old)
  expect(() => open('members.bank_account', sealed, old)).toThrow(/altered or belongs to another column/)
})

test('a changed character anywhere is noticed', () => {
  const sealed = seal('members.mobile', '13900000001', old)
  for (let at = 0; at < sealed.length; at++) {
    const altered = sealed.slice(0, at) + (sealed[at] === 'A' ? 'Q' : 'A') + sealed.slice(at + 1)
    if (
      Buffer.from(altered.split('.').at(-1) ?? '', 'base64url').equals(Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url'))
    )
      continue
    expect(() => open('members.mobile', altered, old), `at ${at}`).toThrow()
  }
})

test.for(['', 'v1', 'v1.a.b', 'plain 13900000001', 'v2.a.b.c', 'v1.a.b.c.d'])('%j is not taken for a sealed value', (text) => {
  expect(() => open('members.mobile', text, old)).toThrow()
})

test('empty text and Chinese text come back as they were', () => {
  for (const text of ['', '区总工会·欧阳娜娜𠮷']) expect(open('a.b', seal('a.b', text, old), old)).toBe(text)
})

test('a truncated authentication tag is refused', () => {
  const [format, id, iv, body] = seal('a.b', 'x', old).split('.') as [string, string, string, string]
  const short = Buffer.from(body, 'base64url').subarray(0, 8).toString('base64url')
  expect(() => open('a.b', [format, id, iv, short].join('.'), old)).toThrow(/not a sealed value/)
})

test('after a new key, old values open, want resealing, and new ones do not open without it', () => {
  const sealed = seal('members.mobile', '13900000001', old)
  expect(open('members.mobile', sealed, rotated)).toBe('13900000001')
  expect([needsReseal(sealed, old), needsReseal(sealed, rotated)]).toEqual([false, true])
  expect(() => open('members.mobile', seal('members.mobile', '1', rotated), old)).toThrow(/not in the key ring/)
})

test('a change of cipher is a rotation: both open, the other one wants resealing, the index changes', () => {
  const sm4 = keyRing({ current: first, readable: [] }, 'sm4-gcm')
  const sealed = seal('members.mobile', '13900000001', old)
  expect([open('members.mobile', sealed, sm4), needsReseal(sealed, sm4)]).toEqual(['13900000001', true])
  expect(blindIndexes('members.mobile', '13900000001', sm4)).toContain(blindIndex('members.mobile', '13900000001', old))
})

test('an index is the same each time, differs by column, and a look-up during rotation covers the old one', () => {
  const index = blindIndex('members.mobile', '13900000001', old)
  expect(index).toBe(blindIndex('members.mobile', '13900000001', keyRing({ current: first, readable: [] })))
  expect(index).toMatch(/^[0-9a-f]{64}$/)
  expect(blindIndex('persons.mobile', '13900000001', old)).not.toBe(index)
  const candidates = blindIndexes('members.mobile', '13900000001', rotated)
  expect(candidates[0]).toBe(blindIndex('members.mobile', '13900000001', rotated))
  expect(candidates).toContain(index)
})

test('secrets derived for two purposes have nothing in common', () => {
  expect(deriveSecret('cookies', old)).not.toBe(deriveSecret('links', old))
  expect(deriveSecret('cookies', old)).toBe(deriveSecret('cookies', old))
})

test('a roster of 100,000 is sealed and indexed in seconds', () => {
  // The processor's time, not the clock's: the machine has other work.
  const began = process.cpuUsage()
  for (let row = 0; row < 100_000; row++) {
    const number = String(110101199000000000n + BigInt(row))
    seal('members.id_number', number, old)
    blindIndex('members.id_number', number, old)
  }
  const { user, system } = process.cpuUsage(began)
  const seconds = (user + system) / 1e6
  console.info(`100,000 seals and indexes: ${seconds.toFixed(2)} s`)
  expect(seconds).toBeLessThan(10)
})
