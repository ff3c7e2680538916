/** What a ballot decides (docs/security/ballots.md): the kinds differ in their procedure, not in how secrecy is kept. */
export const ballotKinds = ['election', 'congress', 'recall', 'appraisal', 'survey'] as const
export type BallotKind = (typeof ballotKinds)[number]

/** One thing a mark is put to: a candidate, an option, an item. `key` is short and stable, `name` is what the paper says. */
export type Choice = { key: string; name: string }

/**
 * What a question needs to pass: more than (`strict`) or at least `share` of a base: all on the roll, those present (stated when the
 * ballot is counted), or the ballots returned.
 */
export type Threshold = { share: [top: number, bottom: number]; strict: boolean; of: 'electors' | 'present' | 'returned' }

/**
 * One question of a ballot paper. `approve`: each candidate approved, disapproved or abstained on; `seats` is how many may be approved or
 * written in. `choose`: up to `seats` of the lines. `yesno`: one line, for or against. `score`: each line gets one of `grades`.
 */
export type Question = {
  key: string
  title: string
  kind: 'approve' | 'choose' | 'yesno' | 'score'
  lines: Choice[]
  seats: number
  /** Whether another person may be written in, one for each disapproval. */
  writeIns: boolean
  grades: string[]
  threshold?: Threshold | undefined
}

/**
 * One question answered: a mark for each line in order (`+` for, `-` against, `0` abstains; `1` chosen, `0` not; a digit for the grade, `_`
 * for none), and the names written in.
 */
export type Answer = { marks: string; writeIns: string[] }

/** The votes on one line by mark, for example `{ '+': 31, '-': 4, '0': 2 }`. */
export type LineCount = { key: string; counts: Record<string, number> }

/** One question counted. A ballot over-filled or malformed on a question is `invalid` there and counts nothing in its lines. */
export type QuestionCount = {
  key: string
  valid: number
  invalid: number
  lines: LineCount[]
  /** By code point of the name. */
  writeIns: { name: string; count: number }[]
}

/** One question decided: who is elected or what has passed, with the working. Names written in stand as `name:…`. */
export type QuestionResult = QuestionCount & {
  base?: number | undefined
  passed?: string[] | undefined
  elected?: string[] | undefined
  /** Equal votes across the last seat: a run-off decides. */
  tied?: string[] | undefined
}

/** The marks that a question takes. */
export const marksOf = ({ kind, grades }: Pick<Question, 'kind' | 'grades'>): string[] =>
  kind === 'choose' ? ['1', '0'] : kind === 'score' ? [...grades.map((_, at) => String(at)), '_'] : ['+', '-', '0']

const WRITTEN = /^[\p{L}\p{M}·]{2,30}$/u

/** A name as it may stand on a ballot: composed, no spaces, one kind of middle dot. */
export const asWritten = (name: string) =>
  name
    .normalize('NFC')
    .replace(/[\s\u200b-\u200d\ufeff]/gu, '')
    .replace(/[•・‧∙．.]/gu, '·')

/** Why an answer is invalid on its question, or `null`: `malformed`, `overfilled`, or a written-in name that may not stand there. */
export function faultOf(question: Question, { marks, writeIns }: Answer): 'malformed' | 'overfilled' | 'written' | null {
  const allowed = marksOf(question)
  if (marks.length !== question.lines.length || [...marks].some((mark) => !allowed.includes(mark))) return 'malformed'
  const count = (mark: string) => marks.split(mark).length - 1
  const isNamed = (name: string) => question.lines.some((line) => line.name === name)
  if (writeIns.length) {
    if (question.kind !== 'approve' || !question.writeIns || writeIns.length > count('-')) return 'written'
    if (new Set(writeIns).size !== writeIns.length) return 'written'
    if (writeIns.some((name) => !WRITTEN.test(name) || name !== name.normalize('NFC') || isNamed(name))) return 'written'
  }
  if (question.kind === 'approve' && count('+') + writeIns.length > question.seats) return 'overfilled'
  if (question.kind === 'choose' && count('1') > question.seats) return 'overfilled'
  return null
}

/** The answers as the voter signs them: `[["+-0","王小明"],["+"]]`. */
export const choicesText = (answers: readonly Answer[]) =>
  JSON.stringify(answers.map(({ marks, writeIns }) => [marks, ...writeIns]))

/** Reads what `choicesText` wrote; `null` when the text is not of that form (the whole ballot is then invalid). */
export function choicesOf(text: string): Answer[] | null {
  try {
    const read: unknown = JSON.parse(text)
    const isForm =
      Array.isArray(read) &&
      read.every((one) => Array.isArray(one) && one.length > 0 && one.every((part) => typeof part === 'string'))
    if (!isForm || JSON.stringify(read) !== text) return null
    return (read as [string, ...string[]][]).map(([marks, ...writeIns]) => ({ marks, writeIns }))
  } catch {
    return null
  }
}

/** Bytes that every casting of this ballot has, whatever it says: the longest possible one, rounded up to whole kilobytes. */
export function castBytesFor(questions: readonly Question[]): number {
  const longest = questions.reduce(
    (sum, { lines, writeIns, seats }) => sum + lines.length + 8 + (writeIns ? Math.min(seats, lines.length) * (30 * 4 + 6) : 0),
    2,
  )
  return Math.ceil((1300 + longest) / 1024) * 1024
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes in Crockford's base 32 in groups of four, as a person reads a code aloud: no I, L, O, U. Length in bits divisible by five. */
export function asCode(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const length = Math.ceil((bytes.length * 8) / 5)
  const text = Array.from({ length }, (_, at) => ALPHABET[Number((bits >> BigInt(5 * (length - 1 - at))) & 31n)]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}

/** The bytes of a code as somebody typed it (small letters, spaces, O for 0, I and L for 1), or `null`. */
export function ofCode(typed: string, length: number): Uint8Array | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (text.length !== Math.ceil((length * 8) / 5) || [...text].some((letter) => !ALPHABET.includes(letter))) return null
  let bits = 0n
  for (const letter of text) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(letter))
  if (bits >> BigInt(8 * length)) return null
  return Uint8Array.from({ length }, (_, at) => Number((bits >> BigInt(8 * (length - 1 - at))) & 255n))
}
