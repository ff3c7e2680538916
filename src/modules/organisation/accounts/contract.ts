import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'

export const accountStates = ['invited', 'open', 'locked'] as const
export type AccountState = (typeof accountStates)[number]
export const accountStateNames: Record<AccountState, string> = { invited: '待激活', open: '正常', locked: '已停用' }

export const Account = z.object({
  id: z.uuid(),
  name: z.string(),
  username: z.string(),
  memberId: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  state: z.enum(accountStates),
  hasSecondFactor: z.boolean(),
  needsSecondFactor: z.boolean(),
  lastSeenAt: z.date().nullable(),
  sessions: z.int(),
  posts: z.array(z.string()),
  /** An open request to set the account back, and whether a second person has confirmed it. */
  reset: z.object({ id: z.uuid(), reason: z.string(), isConfirmed: z.boolean(), isOwn: z.boolean() }).nullable(),
})
export type Account = z.infer<typeof Account>

const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(200)
const Id = z.object({ id: z.uuid() })

/** A link by which a person sets his own password; shown once, then nobody can see it again. */
export const Invitation = z.object({ id: z.uuid(), name: z.string(), path: z.string(), expiresAt: z.date() })

export const JournalEntry = z.object({
  id: z.uuid(),
  at: z.date(),
  act: z.string(),
  actor: z.string().nullable(),
  post: z.string().nullable(),
  unionName: z.string().nullable(),
  subject: z.uuid().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
  seq: z.int(),
})
export type JournalEntry = z.infer<typeof JournalEntry>

export const JournalFilter = z.object({
  text: z.string().trim().max(40).default(''),
  act: z.string().trim().max(60).default(''),
  unionId: z.uuid().optional(),
  actor: z.uuid().optional(),
  subject: z.uuid().optional(),
  from: Day.optional(),
  until: Day.optional(),
})
export type JournalFilter = z.infer<typeof JournalFilter>

export const Verification = z.object({
  lines: z.int(),
  chains: z.int(),
  faults: z.array(z.object({ unionName: z.string().nullable(), seq: z.int(), problem: z.string() })),
})

export const contract = {
  list: oc
    .input(Paging.extend({ text: z.string().trim().max(40).default(''), state: z.enum(accountStates).optional() }))
    .output(pageOf(Account)),
  withoutAccount: oc
    .input(Paging)
    .output(pageOf(z.object({ memberId: z.uuid(), name: z.string(), post: z.string(), unionName: z.string() }))),
  invite: oc
    .input(z.object({ memberId: z.uuid(), username: z.string().trim().max(30).optional() }))
    .output(Invitation.extend({ username: z.string() })),
  lock: oc.input(Id.extend({ reason: Reason })).output(Touched),
  unlock: oc.input(Id.extend({ reason: Reason })).output(Touched),
  signOut: oc.input(Id).output(Touched.extend({ ended: z.int() })),
  askReset: oc.input(Id.extend({ reason: Reason })).output(Touched),
  resets: oc.output(
    z.array(z.object({ id: z.uuid(), name: z.string(), unionName: z.string(), reason: z.string(), askedAt: z.date() })),
  ),
  confirmReset: oc.input(Id).output(Touched),
  reset: oc.input(Id.extend({ secondFactor: z.boolean() })).output(Invitation),
  journal: oc.input(Paging.extend(JournalFilter.shape)).output(pageOf(JournalEntry)),
  exportJournal: oc.input(JournalFilter).output(Touched),
  verifyJournal: oc.output(Verification),
}
