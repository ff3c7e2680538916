import { ORPCError } from '@orpc/server'
import type { Pool } from 'pg'
import type { Authority } from '#kit/powers'
import type { Scope } from '#law/statutes'
import type { Refusal, Verdict } from '#law/verdict'
import type { Db } from '#platform/db'

/** The post a person acts under: where it stands and which subtree it reaches. */
export type Post = { id: string; kind: string; title: string; unionId: string; unionName: string; path: string }

/**
 * Who is at the gate: an account, the person it belongs to, and the one post acted under.
 * `powers` are that post's; `self` stands for what is one's own, and is missing for the public.
 */
export type User = { account?: string; person?: string; post?: Post; powers: readonly Authority[] }

/** Someone at the gate: known, but not yet let in to do anything. */
export type Caller = {
  pool: Pool
  region: string
  /** Where the region is: whose rules hold beside the national ones. */
  place: Scope
  user: User
  now: Date
  /** The client's key for this request: the same key again is answered, not done again. */
  key?: string | undefined
  /** Counts an act of somebody not signed in against his address; gives until when it must wait, or null. */
  brake?: () => Promise<Date | null>
  /** Set when the person must still give a second factor before using a post. */
  needsSecondFactor?: boolean
}

/** What an act leaves in the journal beyond its name; a use-case states what differs from the default (the actor's own union, the answer's `id`). */
export type Line = { unionId?: string; subject?: string; detail?: Record<string, unknown> }

/** Everything an act may touch: who acts, when, the transaction it happens in, and the line it will leave. */
export type Session = { db: Db; user: User; region: string; place: Scope; now: Date; today: string; line: Line }

export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.reason)
    this.refusal = refusal
  }
}

/** Stops the act, and with it the transaction, when the rule refuses it. */
export function enforce(verdict: Verdict) {
  if (verdict) throw new Refused(verdict)
}

/** The row, or 404: what the scope does not show is not there. */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null)
    throw new ORPCError('NOT_FOUND', { message: '没有找到，可能已被移走，或不在您的管理范围内' })
  return row
}

/** The post acted under; 403 when there is none (a call for posts only). */
export function postOf({ user }: Pick<Session, 'user'>): Post {
  if (!user.post) throw new ORPCError('FORBIDDEN', { message: '请先选择以哪个职务办理' })
  return user.post
}

/** The person behind the account; refused in plain words when the account is not linked to one yet. */
export function personOf({ user }: Pick<Session, 'user'>): string {
  if (!user.person)
    throw new Refused({ code: 'person.unknown', reason: '还没有与您的账号对上的职工档案，请先申请入会或请工会核对' })
  return user.person
}

// Made once: to make one takes a quarter of a millisecond, and every call asks the day.
const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
/** Today in China, where the law's days are counted. */
export const dayOf = (now: Date) => inChina.format(now)
