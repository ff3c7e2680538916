import { sql } from 'drizzle-orm'
import { type News, notify, OFFICE } from '#platform/notices'
import { postOf, type Session } from '#platform/session'

/** Who reads for a union: who runs it, a branch or a group included. */
const READERS = [...OFFICE, 'viceChair', 'branchChair', 'groupLeader']
const APPROVERS = ['chair', 'viceChair', 'fullTimeViceChair', 'secretaryGeneral', 'preparatoryHead']

/** The holder's name and post, as a receipt or a signature shows it. */
export async function signature({ db, user }: Session): Promise<string> {
  const post = postOf({ user })
  const { rows } = await db.execute<{ name: string }>(sql`select person_name as name from appointments where id = ${post.id}`)
  return `${rows[0]?.name ?? ''}${rows[0] ? '，' : ''}${post.title}`
}

type Sent = { id: string; title: string; unionName: string; replyBy: string | null; asksReceipt: boolean }
type Receiver = { id: string; unionId: string }

const by = (replyBy: string | null) => (replyBy ? { until: new Date(`${replyBy}T23:59:59+08:00`) } : {})

const newsFor = (
  kind: string,
  key: string,
  { id, title, replyBy }: Sent,
  { id: subject, unionId }: Receiver,
  words: string,
): News => ({
  ...{ key, kind, subject, to: { unionId, posts: READERS } },
  title: `${words}：${title}`.slice(0, 120),
  link: `/information/${id}`,
  ...by(replyBy),
})

/** A union's information has come to these. */
export const tellArrived = (session: Session, sent: Sent, receivers: readonly Receiver[]) =>
  notify(
    session,
    receivers.map((one) => newsFor('information.arrived', `information.arrived:${one.id}`, sent, one, `${sent.unionName}发来`)),
  )

/** What they had opened was corrected. */
export const tellCorrected = (session: Session, sent: Sent, receivers: readonly Receiver[], version: number) =>
  notify(
    session,
    receivers.map((one) =>
      newsFor('information.corrected', `information.corrected:${one.id}:${version}`, sent, one, `${sent.unionName}更正`),
    ),
  )

/** Once, to who has not opened it, or not answered. */
export const tellUnread = (session: Pick<Session, 'db' | 'now'>, sent: Sent, receivers: readonly Receiver[]) =>
  notify(
    session,
    receivers.map((one) =>
      newsFor('information.unread', `information.unread:${one.id}`, sent, one, `还没有打开，${sent.unionName}`),
    ),
  )
export const tellUnanswered = (session: Pick<Session, 'db' | 'now'>, sent: Sent, receivers: readonly Receiver[]) =>
  notify(
    session,
    receivers.map((one) =>
      newsFor('information.unanswered', `information.unanswered:${one.id}`, sent, one, `还没有回复，${sent.unionName}`),
    ),
  )

/** A draft waits for a second person. */
export const tellWaiting = (session: Session, { id, title }: Pick<Sent, 'id' | 'title'>, version: number) =>
  notify(session, {
    ...{ key: `information.waiting:${id}:${version}:${session.now.getTime()}`, kind: 'information.waiting', subject: id },
    to: { unionId: postOf(session).unionId, posts: APPROVERS },
    ...(session.user.person && { except: [session.user.person] }),
    title: `待审签：${title}`.slice(0, 120),
    link: `/information/${id}`,
  })

/** The other side has answered. */
export const tellReplied = (
  session: Session,
  { id, title }: Pick<Sent, 'id' | 'title'>,
  replyId: string,
  unionId: string,
  byUnion: string,
) =>
  notify(session, {
    ...{ key: `information.replied:${replyId}`, kind: 'information.replied', subject: replyId },
    to: { unionId, posts: READERS },
    title: `${byUnion}回复：${title}`.slice(0, 120),
    link: `/information/${id}`,
  })
