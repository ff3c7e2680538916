import { eq } from 'drizzle-orm'
import type { QuestionCount } from '#kit/ballots'
import { countBallot, keyPaper, type PaperTotals } from '#platform/ballots'
import type { Session } from '#platform/session'
import type { Line, Sheet } from '../rules.ts'
import { counts, officers, rounds } from '../tables.ts'
import { type Election, type Round, roundsOf } from './parts.ts'

/** Counts the box of a ballot, paper included, and writes each contest's sheet. */
export async function countBox(session: Session, election: Election, ballotId: string) {
  const own = (await roundsOf(session, election.id)).filter((round) => round.ballotId === ballotId)
  const { counts: totals, results } = await countBallot(session, { id: ballotId, present: own[0]!.present })
  for (const round of own) {
    const result = results.find(({ key }) => key === round.contestId)!
    const sheet: Sheet = {
      issued: totals.took,
      returned: totals.returned,
      invalid: totals.returned - result.valid,
      lines: linesOf(round, result),
    }
    await session.db.update(rounds).set({ sheet }).where(eq(rounds.id, round.id))
  }
}

const linesOf = ({ candidates: list }: Round, { lines, writeIns }: QuestionCount): Line[] => [
  ...lines.map(({ key, counts: marks }) => ({
    id: key,
    name: list.find(({ id }) => id === key)!.name,
    yes: marks['+'] ?? 0,
    no: marks['-'] ?? 0,
    abstain: marks['0'] ?? 0,
  })),
  ...writeIns.map(({ name, count }) => ({ id: `w:${name}`, name, yes: count, no: 0, abstain: 0, isWriteIn: true })),
]

/** Once every contest of the ballot has its paper agreed, the tellers' totals go into the ballot, and all of it is counted. */
export async function joinPaper(session: Session, election: Election, ballotId: string) {
  const own = (await roundsOf(session, election.id)).filter((round) => round.ballotId === ballotId)
  if (own.some(({ paperSheet }) => !paperSheet)) return
  const keyed = await session.db
    .select({ roundId: counts.roundId, tellerId: counts.tellerId, sheet: counts.sheet, name: officers.name })
    .from(counts)
    .innerJoin(officers, eq(officers.id, counts.tellerId))
    .where(eq(counts.electionId, election.id))
  const tellers = [
    ...new Map(keyed.filter(({ roundId }) => own.some(({ id }) => id === roundId)).map((one) => [one.tellerId, one.name])),
  ].slice(0, 2)
  const agreed = totalsOf(own, (round) => round.paperSheet!)
  // A teller is known here by his office in this election: he keyed at the station with his own code, whoever's sign-in the station has.
  for (const [id, teller] of tellers) await keyPaper(session, { id: ballotId, teller, totals: agreed, by: id })
  await countBox(session, election, ballotId)
}

function totalsOf(own: readonly Round[], sheetOf: (round: Round) => Sheet): PaperTotals {
  const returned = Math.max(...own.map((round) => sheetOf(round).returned))
  return {
    returned,
    questions: own.map((round) => {
      const { lines, invalid, returned: back } = sheetOf(round)
      const valid = back - invalid
      return {
        key: round.contestId,
        valid,
        // A paper without this contest on it counts as not valid for it.
        invalid: returned - valid,
        lines: round.candidates.map(({ id }) => {
          const line = lines.find((one) => one.id === id)
          return { key: id, counts: { '+': line?.yes ?? 0, '-': line?.no ?? 0, '0': line?.abstain ?? 0 } }
        }),
        writeIns: lines.filter(({ isWriteIn }) => isWriteIn).map(({ name, yes }) => ({ name, count: yes })),
      }
    }),
  }
}
