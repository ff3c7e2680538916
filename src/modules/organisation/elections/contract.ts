import { z } from 'zod'
import { Day, oc, pageOf, Touched } from '#kit/contract'
import { answers, electionKinds, filingKinds, officerRoles, roundKinds, steps } from './rules/names.ts'
import {
  CandidateShown,
  Draft,
  Election,
  FactsShown,
  Finding,
  Id,
  Listing,
  Plan,
  Reason,
  Result,
  RollListing,
  RollPage,
  Round,
  Row,
  Sheet,
  Ties,
  Versioned,
} from './contract/shapes.ts'

export * from './contract/shapes.ts'

const Kind = z.enum(electionKinds)
const One = z.object({ electionId: z.uuid() })
const Optional = z.string().trim().max(500).default('')

/** What a person on the roll sees of an election: what is elected, who stands, whether he has come; never how anybody voted. */
export const Own = Row.extend({
  plan: Plan,
  rollHash: z.string().nullable(),
  rollUntil: Day.nullable(),
  noticeUntil: Day.nullable(),
  isOnRoll: z.boolean(),
  presentHow: z.enum(['qr', 'hand']).nullable(),
  paperGiven: z.boolean(),
  /** Names where he himself is asked whether he stands. */
  asked: z.array(z.object({ candidateId: z.uuid(), title: z.string() })),
  contests: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      seats: z.int(),
      candidates: z.array(CandidateShown.pick({ id: true, name: true, sex: true, unitName: true, job: true })),
      round: Round.pick({ id: true, kind: true, ballotId: true, seats: true, candidates: true })
        .extend({ isOpen: z.boolean() })
        .nullable(),
      elected: z.array(z.string()),
    }),
  ),
  announcedAt: z.date().nullable(),
})
export type Own = z.infer<typeof Own>

export const Announced = z.object({
  id: z.uuid(),
  unionName: z.string(),
  kind: Kind,
  title: z.string(),
  isApproved: z.boolean(),
  electedOn: Day.nullable(),
  announcedAt: z.date(),
  expected: z.int().nullable(),
  present: z.int().nullable(),
  rollHash: z.string().nullable(),
  contests: z.array(
    z.object({
      title: z.string(),
      seats: z.int(),
      unitName: z.string().nullable(),
      rounds: z.array(
        z.object({
          kind: z.enum(roundKinds),
          expected: z.int(),
          present: z.int(),
          sheet: Sheet.nullable(),
          result: Result.nullable(),
          ballotId: z.uuid().nullable(),
        }),
      ),
    }),
  ),
})
export type Announced = z.infer<typeof Announced>

export const Figures = z.object({
  ...{ open: z.int(), waiting: z.int(), late: z.int(), approved: z.int(), overdueUnions: z.int(), endingUnions: z.int() },
  ...{
    turnoutPercent: z.number().nullable(),
    womenPercent: z.number().nullable(),
    frontLinePercent: z.number().nullable(),
    electedPeople: z.int(),
  },
  steps: z.array(z.object({ step: z.enum(steps), count: z.int() })),
})

export const contract = {
  facts: oc.input(z.object({ unionId: z.uuid(), kind: Kind })).output(
    z.object({
      facts: FactsShown,
      draft: Draft.extend({ contests: z.array(Draft.shape.contests.element) }),
      findings: z.array(Finding),
      /** Deputies in office, whom the unit that elected them may recall. */
      deputies: z.array(
        z.object({
          of: z.enum(['deputies', 'delegates']),
          memberId: z.uuid(),
          name: z.string(),
          unitId: z.uuid().nullable(),
          unitName: z.string().nullable(),
        }),
      ),
    }),
  ),
  list: oc.input(Listing).output(pageOf(Row)),
  figures: oc.output(Figures),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Id).output(Election),
  /** Papers as Word files in the official layout: one set of them, or all. */
  document: oc.input(Id.extend({ set: z.string().max(20) })).output(Touched),
  roll: oc.input(RollListing).output(RollPage),
  open: oc
    .input(
      Draft.extend({
        unionId: z.uuid(),
        kind: Kind,
        title: z.string().trim().max(80).default(''),
        isRehearsal: z.boolean().default(false),
      }),
    )
    .output(Touched),
  save: oc.input(Versioned.extend(Draft.shape)).output(Touched),
  withdraw: oc.input(Versioned.extend({ reason: Reason })).output(Touched),
  skip: oc.input(Versioned.extend({ step: z.enum(steps), reason: z.string().trim().max(300) })).output(Touched),
  file: oc
    .input(
      Versioned.extend({ what: z.enum(filingKinds), until: Day.optional(), memberId: z.uuid().optional(), reason: Optional }),
    )
    .output(Touched),
  answer: oc
    .input(
      z.object({ filingId: z.uuid(), answer: z.enum(answers), number: z.string().trim().max(60).default(''), reason: Optional }),
    )
    .output(Touched.extend({ installed: z.int(), ended: z.int() })),

  drawRoll: oc.input(Versioned).output(Touched.extend({ count: z.int(), retained: z.int() })),
  enrol: oc.input(One.extend({ memberId: z.uuid(), reason: Reason })).output(Touched),
  strike: oc.input(z.object({ id: z.uuid(), reason: Reason })).output(Touched),
  publishRoll: oc.input(Versioned.extend({ until: Day })).output(Touched),
  freezeRoll: oc.input(Versioned).output(Touched.extend({ hash: z.string(), count: z.int() })),

  challenge: oc
    .input(
      One.extend({
        about: z.enum(['roll', 'candidate']),
        candidateId: z.uuid().nullable(),
        who: z.string().trim().min(1).max(60),
        body: Reason,
      }),
    )
    .output(Touched),
  challengeMine: oc
    .input(One.extend({ about: z.enum(['roll', 'candidate']), candidateId: z.uuid().nullable(), body: Reason }))
    .output(Touched),
  answerChallenge: oc.input(Id.extend({ answer: z.enum(['accepted', 'refused']), reply: Reason })).output(Touched),

  recommend: oc
    .input(z.object({ contestId: z.uuid(), memberId: z.uuid(), unitId: z.uuid(), supporters: z.int().min(1).max(99_999) }))
    .output(Touched),
  check: oc
    .input(
      Id.extend({
        isFrontLine: z.boolean(),
        isModel: z.boolean(),
        isManager: z.boolean(),
        job: z.string().trim().max(40),
        ties: Ties,
      }),
    )
    .output(Touched),
  shortlist: oc.input(z.object({ contestId: z.uuid(), candidateIds: z.array(z.uuid()).max(600) })).output(Touched),
  consent: oc.input(Id.extend({ isWilling: z.boolean() })).output(Touched),
  consentMine: oc.input(Id.extend({ isWilling: z.boolean() })).output(Touched),
  drop: oc.input(Id.extend({ reason: Reason })).output(Touched),
  completeNomination: oc.input(Versioned).output(Touched),
  publishCandidates: oc.input(Versioned.extend({ until: Day })).output(Touched),

  doorCode: oc.input(Id).output(z.object({ code: z.string(), secondsLeft: z.int() })),
  arrive: oc
    .input(One.extend({ rollIds: z.array(z.uuid()).min(1).max(500), isPresent: z.boolean() }))
    .output(Touched.extend({ present: z.int() })),
  arriveMine: oc.input(One.extend({ code: z.string().trim().max(20) })).output(Touched),
  start: oc.input(Versioned).output(Touched.extend({ expected: z.int(), present: z.int() })),
  adopt: oc
    .input(
      Versioned.extend({
        officers: z
          .array(z.object({ role: z.enum(officerRoles), memberId: z.uuid() }))
          .min(1)
          .max(60),
        yes: z.int().min(0),
        rulesYes: z.int().min(0),
      }),
    )
    .output(Touched.extend({ codes: z.array(z.object({ name: z.string(), code: z.string() })) })),

  openRounds: oc
    .input(
      One.extend({
        contestIds: z.array(z.uuid()).min(1).max(80),
        /** Who came to the meeting of a body that elects among itself. */
        present: z.int().min(0).max(999_999).optional(),
        /** People nominated on the spot: for seats left open, or where nobody nominated was elected to the body. */
        nominees: z.array(z.uuid()).max(60).default([]),
      }),
    )
    .output(Touched),
  giveBallot: oc.input(One.extend({ rollId: z.uuid(), isHelped: z.boolean().default(false) })).output(Touched),
  /** A one-time code on a slip for the kiosk; shown here alone. */
  giveSlip: oc
    .input(One.extend({ rollId: z.uuid(), isHelped: z.boolean().default(false) }))
    .output(Touched.extend({ slips: z.array(z.object({ ballotId: z.uuid(), slip: z.string() })) })),
  closeRounds: oc.input(Id).output(Touched),
  enterCount: oc
    .input(z.object({ roundId: z.uuid(), tellerId: z.uuid(), code: z.string().trim().max(20), sheet: Sheet }))
    .output(Touched.extend({ agree: z.boolean().nullable() })),
  resolveCount: oc.input(Id.extend({ sheet: Sheet, reason: Reason })).output(Touched),
  settle: oc
    .input(
      Id.extend({
        letStand: z.string().trim().max(300).default(''),
        writeIns: z
          .array(z.object({ name: z.string(), memberId: z.uuid() }))
          .max(60)
          .default([]),
      }),
    )
    .output(Result),
  leaveOpen: oc.input(z.object({ contestId: z.uuid(), reason: Reason, yes: z.int().min(0).nullable() })).output(Touched),
  announce: oc.input(Versioned).output(Touched),

  mine: oc.output(z.array(Row.extend({ presentHow: z.enum(['qr', 'hand']).nullable() }))),
  own: oc.input(Id).output(Own),
  announced: oc.input(z.object({ unionId: z.uuid().optional(), page: z.int().min(1).default(1) })).output(pageOf(Announced)),
  result: oc.input(Id).output(Announced),
}
