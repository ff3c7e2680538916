import { and, desc, eq, isNull } from 'drizzle-orm'
import { enforce, found, personOf, type Session } from '#platform/session'
import { open } from '#platform/secrets'
import { type Purpose, purposes } from '../contract/words.ts'
import { mayConsent } from '../rules.ts'
import { dictionary, memberChanges, memberConsents, memberCorrections, members } from '../tables.ts'
import { correctionsOf } from './corrections.ts'
import { clear } from './filing.ts'
import { looksAt } from './protection.ts'
import { record } from './record.ts'

/** All that is on file about oneself, as a cadre sees it. */
export async function mine(session: Session) {
  const me = personOf(session)
  return { ...(await record(session, me)), corrections: await correctionsOf(session, me) }
}

/** A person confirms that his record is right as it stands. */
export async function confirmMine(session: Session) {
  const { db, today, line } = session
  const me = personOf(session)
  const [row] = await db
    .update(members)
    .set({ checkedOn: today })
    .where(eq(members.id, me))
    .returning({ unionId: members.unionId })
  Object.assign(line, { unionId: found(row).unionId, subject: me })
  return { id: me }
}

export const whoLooked = (session: Session) => looksAt(session, personOf(session))

export type CopyReader = (session: Session, personId: string) => Promise<unknown>
const readers: { title: string; read: CopyReader }[] = []

/** Adds what another module keeps of a person to his copy (个人信息保护法 第四十五条). Read as the person himself: his own rows only. */
export const onCopy = (title: string, read: CopyReader) => void readers.push({ title, read })

/** Everything kept of oneself, in clear, with what each field is for. */
export async function copyMine(session: Session): Promise<Record<string, unknown>> {
  const { db, now } = session
  const me = personOf(session)
  const [row] = await db.select().from(members).where(eq(members.id, me))
  const { idNumberIndex: _a, mobileIndex: _b, unionPath: _c, ...facts } = found(row)
  const { stays, tags, unionName } = await record(session, me)
  const changes = await db.select().from(memberChanges).where(eq(memberChanges.memberId, me)).orderBy(desc(memberChanges.at))
  const asked = await db.select().from(memberCorrections).where(eq(memberCorrections.memberId, me))
  const copy: Record<string, unknown> = {
    生成时间: now.toISOString(),
    档案: { ...facts, ...clear(facts), unionName },
    会籍经过: stays,
    标签: tags,
    更改记录: changes.map(({ at, act, byPost, beforeSealed, afterSealed }) => ({
      at,
      act,
      byPost,
      before: JSON.parse(open('member_changes.before_sealed', beforeSealed)),
      after: JSON.parse(open('member_changes.after_sealed', afterSealed)),
    })),
    更正申请: asked.map(({ askedAt, wantedSealed, note, decision, reason, decidedAt, withdrawnAt }) => ({
      askedAt,
      wanted: JSON.parse(open('member_corrections.wanted_sealed', wantedSealed)),
      note,
      decision,
      reason,
      decidedAt,
      withdrawnAt,
    })),
    谁看过: await looksAt(session, me),
    同意与撤回: await consentRows(session, me),
    各项用途: dictionary
      .flatMap(({ personal }) => personal)
      .map(({ title, purpose, basis, retention }) => ({ title, purpose, basis, retention })),
  }
  for (const { title, read } of readers) copy[title] = await read(session, me)
  return copy
}

const consentRows = ({ db }: Session, me: string) =>
  db
    .select({
      purpose: memberConsents.purpose,
      textVersion: memberConsents.textVersion,
      givenAt: memberConsents.givenAt,
      withdrawnAt: memberConsents.withdrawnAt,
    })
    .from(memberConsents)
    .where(eq(memberConsents.memberId, me))
    .orderBy(desc(memberConsents.givenAt))

/** Each purpose that wants consent, and how it stands. */
export async function consents(session: Session) {
  const rows = await consentRows(session, personOf(session))
  return (Object.keys(purposes) as Purpose[]).map((purpose) => {
    const last = rows.find((row) => row.purpose === purpose)
    const isValid = last !== undefined && last.withdrawnAt === null && last.textVersion === purposes[purpose].version
    return {
      purpose,
      textVersion: last?.textVersion ?? null,
      givenAt: last?.givenAt ?? null,
      withdrawnAt: last?.withdrawnAt ?? null,
      isValid,
    }
  })
}

/** Consents to a purpose under the text that was shown; an earlier consent to an older text ends. */
export async function consent(session: Session, { purpose, textVersion }: { purpose: Purpose; textVersion: number }) {
  const { db, now, line } = session
  enforce(mayConsent(purposes[purpose].version, textVersion))
  const me = personOf(session)
  const [row] = await db
    .select({ unionId: members.unionId, unionPath: members.unionPath })
    .from(members)
    .where(eq(members.id, me))
  const place = found(row)
  await endConsent(session, me, purpose)
  await db.insert(memberConsents).values({ memberId: me, ...place, purpose, textVersion, givenAt: now })
  Object.assign(line, { unionId: place.unionId, subject: me, detail: { purpose, textVersion } })
  return { id: me }
}

/** Takes consent back, as easily as it was given (PI-02). */
export async function withdraw(session: Session, { purpose }: { purpose: Purpose }) {
  const { db, line } = session
  const me = personOf(session)
  const [row] = await db.select({ unionId: members.unionId }).from(members).where(eq(members.id, me))
  await endConsent(session, me, purpose)
  Object.assign(line, { unionId: found(row).unionId, subject: me, detail: { purpose } })
  return { id: me }
}

const endConsent = ({ db, now }: Session, me: string, purpose: Purpose) =>
  db
    .update(memberConsents)
    .set({ withdrawnAt: now })
    .where(and(eq(memberConsents.memberId, me), eq(memberConsents.purpose, purpose), isNull(memberConsents.withdrawnAt)))

/** Whether a person's consent to a purpose stands, under the text of today: asked by whoever is about to use his data for it. */
export async function hasConsent({ db }: Pick<Session, 'db'>, memberId: string, purpose: Purpose): Promise<boolean> {
  const { memberId: of, purpose: what, textVersion, withdrawnAt } = memberConsents
  return (
    (await db.$count(
      memberConsents,
      and(eq(of, memberId), eq(what, purpose), eq(textVersion, purposes[purpose].version), isNull(withdrawnAt)),
    )) > 0
  )
}
