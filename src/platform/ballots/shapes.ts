import type { BallotKind, Question, QuestionCount, QuestionResult } from '#kit/ballots'

/** Who may vote, in the order of the published roll. `group` is the branch or team group, '' for none. */
export type Elector = { voterId: string; name: string; group: string }

/**
 * A ballot to open. `floor`: turnout below it is not shown while voting is open (statute or the union's own rules). `wantsAdmission`: only who
 * was admitted (`admit`: present at the assembly) may take a ballot. `rules`: what decided the procedure, as plain text for the archive.
 */
export type NewBallot = {
  union: { id: string; path: string; name: string }
  kind: BallotKind
  title: string
  questions: Question[]
  electors: Elector[]
  isRehearsal: boolean
  wantsAdmission?: boolean
  floor?: number
  closesAt?: Date | undefined
  rules?: string[]
}

/** A ballot as officials and voters on its roll see it; facts, from which its state follows (`stateOf`). */
export type Ballot = {
  id: string
  unionId: string
  kind: BallotKind
  title: string
  isRehearsal: boolean
  wantsAdmission: boolean
  floor: number
  questions: Question[]
  electorCount: number
  rollHash: string
  /** SHA-256 of the first line of the archive, published when voting opens: it binds questions, keys and roll. */
  openingHash: string
  openedAt: Date
  closesAt: Date | null
  closedAt: Date | null
  countedAt: Date | null
  keysDestroyedAt: Date | null
  publishedAt: Date | null
  /** SHA-256 of the archive's last line, printed in the minutes. */
  fingerprint: string | null
}

/** One question as counted from paper: invalid papers count in no line. */
export type PaperCount = QuestionCount

/** Paper of one ballot as a teller keys it: `returned` papers in the box (at most those given out), and the totals of each question. */
export type PaperTotals = { returned: number; questions: PaperCount[] }

/** How the paper stands: how many were given out, who has keyed, and where two keyings differ. */
export type Paper = {
  given: number
  keyed: { account: string; teller: string; at: Date }[]
  /** Where the two first keyings differ, in words: `主席 · 王小明 · 赞成：31 / 30`. */
  differences: string[]
  agreed: PaperTotals | null
  resolution: string | null
}

/** Turnout while voting is open: null where the roll is under the floor, or where so few are left that they would be known. */
export type Turnout = { electors: number; admitted: number | null; taken: number | null; cast: number | null }

/** What the count comes to. `cast` are electronic ballots in the box; `unused` were taken and not cast. */
export type Counts = {
  electors: number
  took: number
  byPhone: number
  byKiosk: number
  byPaper: number
  cast: number
  unused: number
  paperReturned: number
  /** Electronic and paper ballots returned. */
  returned: number
  present: number | null
}

export type Outcome = { counts: Counts; results: QuestionResult[]; fingerprint: string }
