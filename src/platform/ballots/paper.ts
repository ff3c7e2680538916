import { and, asc, count, eq } from 'drizzle-orm'
import { marksOf, type Question } from '#kit/ballots'
import { refuse, type Verdict } from '#law/verdict'
import { enforce, type Session } from '#platform/session'
import { ballotOf } from './reading.ts'
import type { Ballot, Paper, PaperTotals } from './shapes.ts'
import { ballotPapers, ballotRoll, ballots } from './tables.ts'

/** `by`: who keyed, where he is known by something else than the station's sign-in (a teller by his own code). */
type Keying = { id: string; teller: string; totals: PaperTotals; by?: string }

/**
 * A teller keys the paper totals, after closing and once; what another teller keyed is not shown to him before (`paperOf` gives names
 * alone until both have). `teller` is his name for the record.
 */
export async function keyPaper(session: Session, { id, teller, totals, by }: Keying): Promise<void> {
  const ballot = await ballotOf(session, id)
  const paper = await paperOf(session, id)
  const account = by ?? session.user.account!
  enforce(mayKey(ballot, paper, account) ?? mayTotal(ballot.questions, paper.given, totals))
  await write(session, ballot, { teller, totals: inOrder(ballot.questions, totals), account, resolution: null })
}

/** Settles two differing keyings by what the tellers found when they counted again, with the reason, on record. */
export async function resolvePaper(
  session: Session,
  { id, teller, totals, resolution }: Keying & { resolution: string },
): Promise<void> {
  const ballot = await ballotOf(session, id)
  const paper = await paperOf(session, id)
  if (!paper.differences.length) enforce(refuse('ballots.paper', '两份录入没有不一致，不用更正'))
  if (paper.agreed) enforce(refuse('ballots.paper', '纸质票已经核对一致'))
  if (resolution.trim().length < 4) enforce(refuse('ballots.paper', '请写明不一致的原因和重新点票的情况'))
  enforce(mayTotal(ballot.questions, paper.given, totals))
  const account = session.user.account!
  await write(session, ballot, { teller, totals: inOrder(ballot.questions, totals), account, resolution: resolution.trim() })
}

/** How the paper of a ballot stands. Totals appear only when two keyings agree or a difference is resolved. */
export async function paperOf({ db }: Session, id: string): Promise<Paper> {
  const { questions } = await ballotOf({ db }, id)
  const [given] = await db
    .select({ n: count() })
    .from(ballotRoll)
    .where(and(eq(ballotRoll.ballotId, id), eq(ballotRoll.channel, 'paper')))
  const rows = await db.select().from(ballotPapers).where(eq(ballotPapers.ballotId, id)).orderBy(asc(ballotPapers.at))
  const keyed = rows.filter(({ resolution }) => resolution === null)
  const resolved = rows.find(({ resolution }) => resolution !== null)
  const [first, second] = keyed
  const differences = first && second ? differencesOf(questions, first.totals, second.totals) : []
  return {
    given: given!.n,
    keyed: rows.map(({ account, teller, at }) => ({ account, teller, at })),
    differences,
    agreed: resolved?.totals ?? (first && second && !differences.length ? first.totals : null),
    resolution: resolved?.resolution ?? null,
  }
}

async function write(
  session: Session,
  ballot: Ballot,
  row: { teller: string; totals: PaperTotals; account: string; resolution: string | null },
) {
  const [place] = await session.db
    .select({ path: ballots.unionPath })
    .from(ballots)
    .where(eq(ballots.id, ballot.id))
    .for('update')
  await session.db
    .insert(ballotPapers)
    .values({ ...row, ballotId: ballot.id, unionId: ballot.unionId, unionPath: place!.path, at: session.now })
}

function mayKey({ closedAt, countedAt }: Ballot, { given, keyed }: Paper, account: string): Verdict {
  if (!closedAt || countedAt) return refuse('ballots.paper', closedAt ? '已经计过票了' : '投票截止以后才录入纸质票')
  if (!given) return refuse('ballots.paper', '没有发出纸质选票')
  if (keyed.some((one) => one.account === account))
    return refuse('ballots.paper-keyed', '您已经录入过，另一份要由另一名计票人录入')
  return keyed.length >= 2 ? refuse('ballots.paper-keyed', '两名计票人都已录入') : null
}

/** Totals must be possible: no more returned than given out, and every line of a question comes to its valid papers. */
function mayTotal(questions: readonly Question[], given: number, { returned, questions: counted }: PaperTotals): Verdict {
  const no = (reason: string) => refuse('ballots.paper-sum', reason)
  if (returned > given)
    return refuse('ballots.more-returned', `收回 ${returned} 张，多于发出的 ${given} 张，这次投票无效，请报告监票人`)
  if (counted.length !== questions.length) return no('各题都要录入')
  for (const [at, question] of questions.entries()) {
    const { valid, invalid, lines, writeIns } = counted[at]!
    if (valid + invalid !== returned) return no(`“${question.title}”：有效票与无效票之和应为 ${returned}`)
    if (lines.length !== question.lines.length) return no(`“${question.title}”：各行都要录入`)
    for (const [row, { counts }] of lines.entries()) {
      const numbers = marksOf(question).map((mark) => counts[mark] ?? 0)
      if (numbers.some((n) => !Number.isInteger(n) || n < 0) || numbers.reduce((sum, n) => sum + n, 0) !== valid)
        return no(`“${question.title}” ${question.lines[row]!.name}：各栏之和应为 ${valid}`)
    }
    if (writeIns.length && !question.writeIns) return no(`“${question.title}”不能另选他人`)
    if (writeIns.some(({ count: n }) => !Number.isInteger(n) || n < 1 || n > valid))
      return no(`“${question.title}”：另选人的票数不对`)
  }
  return null
}

/** The same fields in the same order whoever keyed them: totals are compared and archived as text. */
const inOrder = (questions: readonly Question[], { returned, questions: counted }: PaperTotals): PaperTotals => ({
  returned,
  questions: questions.map((question, at) => ({
    key: question.key,
    valid: counted[at]!.valid,
    invalid: counted[at]!.invalid,
    lines: question.lines.map(({ key }, row) => ({
      key,
      counts: Object.fromEntries(marksOf(question).map((mark) => [mark, counted[at]!.lines[row]!.counts[mark] ?? 0])),
    })),
    writeIns: counted[at]!.writeIns.map(({ name, count: n }) => ({ name, count: n })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  })),
})

const MARKS: Record<string, string> = { '+': '赞成', '-': '不赞成', '1': '选', _: '未评' }

function differencesOf(questions: readonly Question[], first: PaperTotals, second: PaperTotals): string[] {
  const cells = ({ returned, questions: counted }: PaperTotals) => {
    const all = new Map([['收回', returned]])
    for (const [at, { title, kind, lines: named, grades }] of questions.entries()) {
      const { valid, invalid, lines, writeIns } = counted[at]!
      all.set(`${title} · 有效`, valid).set(`${title} · 无效`, invalid)
      for (const [row, { counts }] of lines.entries())
        for (const [mark, n] of Object.entries(counts)) {
          const word =
            kind === 'score' ? (grades[Number(mark)] ?? '未评') : (MARKS[mark] ?? (kind === 'choose' ? '不选' : '弃权'))
          all.set(`${title} · ${named[row]!.name} · ${word}`, n)
        }
      for (const { name, count: n } of writeIns) all.set(`${title} · 另选 ${name}`, n)
    }
    return all
  }
  const [left, right] = [cells(first), cells(second)]
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((cell) => (left.get(cell) ?? 0) !== (right.get(cell) ?? 0))
    .map((cell) => `${cell}：${left.get(cell) ?? 0} / ${right.get(cell) ?? 0}`)
}
