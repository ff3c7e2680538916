import {
  choicesOf,
  faultOf,
  marksOf,
  type Answer,
  type LineCount,
  type Question,
  type QuestionCount,
  type QuestionResult,
} from '#kit/ballots'

const byCodePoint = (a: string, b: string) => {
  const [left, right] = [[...a], [...b]]
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = left[at]!.codePointAt(0)! - right[at]!.codePointAt(0)!
    if (difference) return difference
  }
  return left.length - right.length
}

const emptyCount = (question: Question): QuestionCount => ({
  key: question.key,
  valid: 0,
  invalid: 0,
  lines: question.lines.map(({ key }) => ({ key, counts: Object.fromEntries(marksOf(question).map((mark) => [mark, 0])) })),
  writeIns: [],
})

/** Counts choices as cast, each text by each question. A text that is no set of answers is invalid on all. */
export function tally(questions: readonly Question[], casts: Iterable<string>): QuestionCount[] {
  const counts = questions.map(emptyCount)
  const written = questions.map(() => new Map<string, number>())
  for (const text of casts) {
    const answers = choicesOf(text)
    const isWhole = answers?.length === questions.length
    questions.forEach((question, at) => {
      const count = counts[at]!
      const answer = isWhole ? answers[at]! : undefined
      if (!answer || faultOf(question, answer)) count.invalid++
      else add(count, written[at]!, answer)
    })
  }
  return counts.map((count, at) => ({ ...count, writeIns: inOrder(written[at]!) }))
}

function add(count: QuestionCount, written: Map<string, number>, { marks, writeIns }: Answer) {
  count.valid++
  count.lines.forEach(({ counts }, at) => counts[marks[at]!]!++)
  for (const name of writeIns) written.set(name, (written.get(name) ?? 0) + 1)
}

const inOrder = (written: Map<string, number>) =>
  [...written].map(([name, count]) => ({ name, count })).sort((a, b) => byCodePoint(a.name, b.name))

/** Electronic and paper counts of the same questions, added. */
export function together(counts: readonly QuestionCount[], paper: readonly QuestionCount[] | undefined): QuestionCount[] {
  if (!paper) return [...counts]
  return counts.map((count, at) => {
    const other = paper[at]!
    const written = new Map(count.writeIns.map(({ name, count: n }) => [name, n]))
    for (const { name, count: n } of other.writeIns) written.set(name, (written.get(name) ?? 0) + n)
    return {
      key: count.key,
      valid: count.valid + other.valid,
      invalid: count.invalid + other.invalid,
      lines: count.lines.map((line, row) => added(line, other.lines[row]!)),
      writeIns: inOrder(written),
    }
  })
}

const added = ({ key, counts }: LineCount, other: LineCount): LineCount => ({
  key,
  counts: Object.fromEntries(Object.entries(counts).map(([mark, n]) => [mark, n + (other.counts[mark] ?? 0)])),
})

type Bases = { electors: number; present: number | null; returned: number }

/** Who is elected or what has passed: enough votes, most votes first, and nobody from a group of equals that does not fit into the seats. */
export function decide(question: Question, count: QuestionCount, bases: Bases): QuestionResult {
  const { threshold, kind, seats } = question
  if (!threshold || kind === 'score') return count
  const base = bases[threshold.of]
  if (base === null) throw new Error('the number of those present is not stated')
  const [top, bottom] = threshold.share
  const enough = (votes: number) => (threshold.strict ? votes * bottom > base * top : votes * bottom >= base * top)
  const votes = [
    ...count.lines.map(({ key, counts }) => ({ who: key, votes: counts[kind === 'choose' ? '1' : '+']! })),
    ...count.writeIns.map(({ name, count: n }) => ({ who: `name:${name}`, votes: n })),
  ]
  const passing = votes.filter(({ votes: n }) => enough(n)).sort((a, b) => b.votes - a.votes)
  const passed = passing.map(({ who }) => who)
  if (kind === 'yesno') return { ...count, base, passed }
  const last = passing.length > seats && passing[seats]!.votes === passing[seats - 1]!.votes ? passing[seats]!.votes : null
  return {
    ...count,
    base,
    passed,
    elected: passing
      .slice(0, seats)
      .filter(({ votes: n }) => n !== last)
      .map(({ who }) => who),
    tied: passing.filter(({ votes: n }) => n === last).map(({ who }) => who),
  }
}
