/**
 * Secret, verifiable ballots (docs/security/ballots.md). A module opens a ballot with its roll and questions, hands out at its desk what is
 * paper, closes, has the paper keyed, counts, publishes; the voter's device talks to the routes by itself (`#web/ballots`).
 *
 *     openBallot → admit · givePaper · slipFor → closeBallot → keyPaper ×2 (resolvePaper) → countBallot → publishBallot
 *
 * Everything takes the caller's session and happens in his transaction, in the scope of his post; `mine` and `ballotsOfMine` are for
 * `self`. Refusals have the codes `ballots.…`.
 */
export { type Opening } from './ballots/archive.ts'
export { castBallot, openingOf, takeBallot, type At, type Taker } from './ballots/casting.ts'
export { closeBallot, countBallot, publishBallot } from './ballots/closing.ts'
export { admit, givePaper, slipFor } from './ballots/desk.ts'
export { installBallotKeys } from './ballots/keys.ts'
export { openBallot, spoken } from './ballots/opening.ts'
export { keyPaper, paperOf, resolvePaper } from './ballots/paper.ts'
export {
  archiveLines,
  ballotOf,
  ballotsOfMine,
  hasRehearsed,
  mine,
  outcomeOf,
  rollLines,
  turnoutOf,
  type RollEntry,
} from './ballots/reading.ts'
export { ballotRoutes } from './ballots/routes.ts'
export { mayOpen, stateOf } from './ballots/verdicts.ts'
export type { Ballot, Counts, Elector, NewBallot, Outcome, Paper, PaperCount, PaperTotals, Turnout } from './ballots/shapes.ts'
export { jobs, sweepBallots } from './ballots/sweep.ts'
