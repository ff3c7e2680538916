const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const KEPT = 'gongqiao.join'

/** A code of 16 letters and digits, 80 bits, without those that look alike. */
export const newCode = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => ALPHABET[byte % 32]).join('')

/** As people read it: 4 by 4. */
export const inFours = (code: string) => code.match(/.{1,4}/g)?.join(' ') ?? code

export const keepCode = (code: string) => localStorage.setItem(KEPT, code)
export const forgetCode = () => localStorage.removeItem(KEPT)

/** The code in the address (a scanned QR has it after `#`, where no log sees it), or the one this phone kept. */
export const codeAtHand = () =>
  decodeURIComponent(location.hash.slice(1)).replaceAll(/\s/g, '') || localStorage.getItem(KEPT) || ''
