/** A question as the first line states it. */
export type Asked = {
  key: string
  title: string
  kind: string
  lines: { key: string; name: string }[]
  seats: number
  writeIns: boolean
  grades: string[]
  threshold?: { share: [number, number]; strict: boolean; of: string }
}
export type Counted = {
  key: string
  valid: number
  invalid: number
  lines: { key: string; counts: Record<string, number> }[]
  writeIns: { name: string; count: number }[]
}

export function alphabetOf({ kind, grades }: Asked): string {
  if (kind === 'choose') return '10'
  if (kind === 'score') return `${'0123456789'.slice(0, grades.length)}_`
  return '+-0'
}

export const nothingYet = (asked: Asked[]): Counted[] =>
  asked.map((question) => ({
    key: question.key,
    valid: 0,
    invalid: 0,
    lines: question.lines.map(({ key }) => ({
      key,
      counts: Object.fromEntries([...alphabetOf(question)].map((mark) => [mark, 0])),
    })),
    writeIns: [],
  }))

/** Adds one ballot, question by question; what is invalid on a question counts nothing there. */
export function addBallot(asked: Asked[], counted: Counted[], choices: string) {
  const answers = answersIn(choices, asked.length)
  asked.forEach((question, at) => {
    const count = counted[at]!
    const [marks = '', ...names] = answers?.[at] ?? []
    if (!answers || !isValid(question, marks, names)) {
      count.invalid += 1
      return
    }
    count.valid += 1
    for (let row = 0; row < marks.length; row++) count.lines[row]!.counts[marks[row]!]! += 1
    for (const name of names) addName(count, name, 1)
  })
}

export function addName({ writeIns }: Counted, name: string, votes: number) {
  const before = writeIns.find((one) => one.name === name)
  if (before) before.count += votes
  else writeIns.push({ name, count: votes })
}

function answersIn(choices: string, questions: number): string[][] | null {
  let value: unknown
  try {
    value = JSON.parse(choices)
  } catch {
    return null
  }
  if (!Array.isArray(value) || value.length !== questions || JSON.stringify(value) !== choices) return null
  const isAnswer = (one: unknown) => Array.isArray(one) && one.length > 0 && one.every((part) => typeof part === 'string')
  return value.every(isAnswer) ? (value as string[][]) : null
}

function isValid(question: Asked, marks: string, names: string[]): boolean {
  const allowed = alphabetOf(question)
  if (marks.length !== question.lines.length) return false
  for (const mark of marks) if (!allowed.includes(mark)) return false
  const times = (mark: string) => [...marks].filter((one) => one === mark).length
  if (names.length > 0) {
    if (question.kind !== 'approve' || !question.writeIns || names.length > times('-')) return false
    if (new Set(names).size < names.length || !names.every((name) => isName(name, question))) return false
  }
  if (question.kind === 'approve') return times('+') + names.length <= question.seats
  return question.kind !== 'choose' || times('1') <= question.seats
}

const isName = (name: string, { lines }: Asked) =>
  /^[\p{L}\p{M}\u00b7]{2,30}$/u.test(name) && name.normalize('NFC') === name && !lines.some((line) => line.name === name)

/** Names by code point: the same order whatever the language of the machine. */
export function sortNames(counted: Counted[]) {
  const points = (text: string) => Array.from(text, (letter) => letter.codePointAt(0)!)
  for (const { writeIns } of counted)
    writeIns.sort((a, b) => {
      const [left, right] = [points(a.name), points(b.name)]
      const at = left.findIndex((point, index) => point !== right[index])
      return at < 0 ? left.length - right.length : left[at]! - (right[at] ?? -1)
    })
}

/** What the question's threshold makes of its count, in the fields of a result line. */
export function decided(question: Asked, count: Counted, bases: Record<string, number | null>): Record<string, unknown> | null {
  const { threshold, kind, seats } = question
  if (!threshold || kind === 'score') return {}
  const base = bases[threshold.of]
  if (typeof base !== 'number') return null
  const [top, bottom] = threshold.share
  const mark = kind === 'choose' ? '1' : '+'
  const all = [
    ...count.lines.map(({ key, counts }) => ({ who: key, votes: counts[mark]! })),
    ...count.writeIns.map(({ name, count: votes }) => ({ who: `name:${name}`, votes })),
  ]
  const isEnough = (votes: number) => votes * bottom > base * top || (!threshold.strict && votes * bottom === base * top)
  const passing = all.filter(({ votes }) => isEnough(votes))
  passing.sort((a, b) => b.votes - a.votes)
  const passed = passing.map(({ who }) => who)
  if (kind === 'yesno') return { base, passed }
  const cut = passing.length > seats ? passing[seats]!.votes : -1
  return {
    base,
    passed,
    elected: passing.filter(({ votes }, at) => at < seats && votes !== cut).map(({ who }) => who),
    tied: passing[seats - 1]?.votes === cut ? passing.filter(({ votes }) => votes === cut).map(({ who }) => who) : [],
  }
}
