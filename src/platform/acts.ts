import { ORPCError, os } from '@orpc/server'
import { sql } from 'drizzle-orm'
import type { Authority } from '#kit/powers'
import { subtree, within, type Db, type Frame } from '#platform/db'
import { afterAct } from '#platform/duties'
import { appendLine } from '#platform/journal'
import { answerOf, contentOf, keepAnswer } from '#platform/requests'
import { dayOf, Refused, type Caller, type Line } from '#platform/session'

const gate = os.$context<Caller>()

type Added = { db: Db; today: string; line: Line }

/** Lets a reader in who holds the authority, into a read-only transaction that sees only his scope. */
export const reading = (_call: string, authority: Authority) =>
  gate.middleware(async ({ context, next }) => {
    demand(context, authority)
    const frame = { ...frameOf(context, authority), readOnly: true }
    const work = async (db: Db) => await next<Added>({ context: { db, today: dayOf(context.now), line: {} } })
    return refusing(() => within(context.pool, frame, work))
  })

/** One act: the authority it takes, the transaction it happens in, its idempotency key, and the line it leaves in the journal. */
export const acting = (act: string, authority: Authority) =>
  gate.middleware(async ({ context, next }, input) => {
    demand(context, authority)
    if (!context.user.account) await slowDown(context)
    const content = contentOf(act, input)
    const work = async (db: Db) => {
      const before = await answerOf(db, context, act, content)
      const line: Line = {}
      const added: Added = { db, today: dayOf(context.now), line }
      if (before) return { output: before.answer, context: added }
      const result = await next<Added>({ context: added })
      await leaveLine(db, context, act, content, line, result.output)
      await keepAnswer(db, context, result.output)
      return result
    }
    const today = dayOf(context.now)
    const done = await refusing(() => within(context.pool, { ...frameOf(context, authority), today }, work))
    // What the act fulfilled, opened or moved shows at once.
    await afterAct({ pool: context.pool, region: context.region, today })
    return done
  })

/** Turns a use-case into a handler. */
export const run =
  <C, I, O>(usecase: (session: C, input: I) => O) =>
  ({ context, input }: { context: C; input: I }) =>
    usecase(context, input)

/** The public may act, but not by the thousand: whoever is not signed in is counted by address. */
async function slowDown({ brake }: Caller) {
  const until = await brake?.()
  if (!until) return
  const at = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(until)
  throw new ORPCError('TOO_MANY_REQUESTS', { message: `这个网络提交得太多，请 ${at} 后再试，或到工会窗口办理` })
}

/** Whether the caller holds the authority; the gate's question, also for what is not a call (a download). */
export const mayUse = (caller: Caller, authority: Authority) => turnedAway(caller, authority) === null

function demand(caller: Caller, authority: Authority) {
  const away = turnedAway(caller, authority)
  if (away) throw away
}

function turnedAway({ user, needsSecondFactor }: Caller, authority: Authority) {
  if (authority === 'anyone') return null
  if (!user.account) return new ORPCError('UNAUTHORIZED', { message: '请先登录' })
  if (authority === 'self') return null
  if (needsSecondFactor)
    return new ORPCError('FORBIDDEN', { message: '这个职务要先完成第二步验证', data: { code: 'signin.second-factor' } })
  return user.powers.includes(authority) ? null : new ORPCError('FORBIDDEN', { message: '您现在的职务没有这项权限' })
}

/** The frame of a call: a power acts in the post's subtree, `self` on one's own, `anyone` on what is public. */
export function frameOf({ region, user }: Caller, authority: Authority): Frame {
  const own = { region, me: user.person, account: user.account }
  if (authority === 'anyone') return { ...own, role: 'public', lo: '', hi: '' }
  if (authority === 'self' || !user.post) return { ...own, role: 'self', lo: '', hi: '' }
  return { ...own, role: 'post', ...subtree(user.post.path), sensitive: user.powers.includes('members.sensitive') }
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused)
      throw new ORPCError('UNPROCESSABLE_CONTENT', { defined: true, message: error.refusal.reason, data: error.refusal })
    throw error
  }
}

async function leaveLine(db: Db, { user, now }: Caller, act: string, content: string, line: Line, output: unknown) {
  const subject = line.subject ?? (output as { id?: string } | undefined)?.id
  await appendLine(db, {
    act,
    actor: user.account,
    post: user.post?.id,
    unionId: line.unionId ?? user.post?.unionId,
    subject,
    at: now,
    content,
    detail: line.detail,
  })
}

/**
 * Reaches one union beyond the caller's scope for a step that the procedure itself hands over (a transfer arrives, an application
 * goes up). Each use stands in the architecture test's list, with its reason.
 */
export async function beyondScope<T>(db: Db, path: string, work: () => Promise<T>): Promise<T> {
  const { lo, hi } = subtree(path)
  const {
    rows: [before],
  } = await db.execute<{ lo: string; hi: string; role: string }>(
    sql`select current_setting('app.lo') lo, current_setting('app.hi') hi, current_user::text role`,
  )
  const set = (role: string, from: string, to: string) =>
    db.execute(sql.raw(`set local role ${role};set local app.lo='${from}';set local app.hi='${to}'`))
  if (!/^[0-9a-z]*$/.test(path)) throw new Error('not a path')
  await set('gongqiao_post', lo, hi)
  const result = await work()
  await set(before!.role, before!.lo, before!.hi)
  return result
}
