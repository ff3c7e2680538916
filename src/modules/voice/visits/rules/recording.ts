import type { Day } from '#kit/dates'
import { isSame } from '#kit/merge'
import { firstOf, refuse, type Verdict } from '#law/verdict'
import type { VisitRecord } from '../contract.ts'

/** A visit begins where one is, or on that day was, the contact; what was noted without a network is not turned away for a hand-over since. */
export function mayBegin(point: { fromOn: Day; untilOn: Day | null; endedOn: Day | null }, on: Day): Verdict {
  const isHeld = point.fromOn <= on && (!point.untilOn || on <= point.untilOn) && (!point.endedOn || on < point.endedOn)
  return isHeld ? null : refuse('visits.point', '那一天您不是这家工会的联系人，请请办公室先定联系点')
}

/** What a record must say before it is handed in. `conflicts`: fields still waiting for a choice. */
export function maySubmit(record: VisitRecord, conflicts: number, today: Day): Verdict {
  const met = Object.values(record.met ?? {}).reduce((sum: number, count) => sum + (count ?? 0), 0)
  return firstOf(
    record.visitedOn ? null : refuse('visits.day', '请写哪一天去的'),
    record.visitedOn && record.visitedOn > today ? refuse('visits.day', '走访日期不能在今天之后') : null,
    met > 0 ? null : refuse('visits.met', '请写见了哪些人，只写身份和人数'),
    isSame(record.themes, []) ? refuse('visits.themes', '请选谈了什么') : null,
    (record.found ?? '').trim().length >= 10 ? null : refuse('visits.found', '请写看到听到的情况，至少 10 个字'),
    conflicts ? refuse('visits.conflict', `还有 ${conflicts} 处两边填的不一样，请先选定`) : null,
  )
}

/** A visit that was made is not dropped: it is on record. */
export function mayDrop(visit: { submittedAt: unknown; droppedAt: unknown }): Verdict {
  if (visit.submittedAt) return refuse('visits.made', '已经交过记录的走访不能取消')
  return visit.droppedAt ? refuse('visits.dropped', '这次走访已经取消了') : null
}

export function mayArrange(visit: { submittedAt: unknown; droppedAt: unknown }): Verdict {
  return visit.submittedAt || visit.droppedAt ? refuse('visits.made', '已交或已取消的走访不能改期') : null
}

type Rater = { unionId: string | undefined; person: string | undefined; isHead: boolean }
type Rated = { unionId: string; submittedAt: unknown; goers: readonly string[]; isRated: boolean }

/** The head of the union visited rates, once; never whoever went himself. */
export function mayRate(rater: Rater, visit: Rated): Verdict {
  return firstOf(
    rater.unionId === visit.unionId && rater.isHead ? null : refuse('visits.host', '只有被走访的工会的主席可以评价'),
    rater.person && visit.goers.includes(rater.person) ? refuse('visits.own', '自己走访的不能自己评价') : null,
    visit.submittedAt ? null : refuse('visits.early', '走访记录交了以后才能评价'),
    visit.isRated ? refuse('visits.rated', '这次走访已经评价过了') : null,
  )
}

/** What is sealed is opened for a superior who may see sensitive data, never for the union visited: it may be about its own head. */
export function mayReveal(postPath: string, visitPath: string): Verdict {
  return visitPath.length > postPath.length && visitPath.startsWith(postPath)
    ? null
    : refuse('visits.sealed', '这一部分只有走访人和有权限的上级可以看')
}

/** The superior that visits says who goes along; the lead is not his own companion. */
export function mayAccompany(
  visit: { fromUnionId: string; leadId: string; droppedAt: unknown },
  unionId: string,
  members: readonly string[],
): Verdict {
  return firstOf(
    visit.fromUnionId === unionId ? null : refuse('visits.other', '只有安排走访的工会可以定同去的人'),
    members.includes(visit.leadId) ? refuse('visits.lead', '带队的人不用再列为同去的人') : null,
    visit.droppedAt ? refuse('visits.dropped', '这次走访已经取消了') : null,
  )
}

/** The largest number of pictures of one visit. */
export const PHOTOS = 12
const starts: Record<string, readonly number[]> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/webp': [0x52, 0x49, 0x46, 0x46],
}

/** A picture is what it says it is, by its first bytes. */
export function mayAddPhoto(bytes: Uint8Array, type: string, kept: number): Verdict {
  const isPicture = starts[type]?.every((byte, at) => bytes[at] === byte) ?? false
  return firstOf(
    isPicture ? null : refuse('visits.photo', '这不是照片，请重新选'),
    kept >= PHOTOS ? refuse('visits.photos', `一次走访最多 ${PHOTOS} 张照片`) : null,
  )
}
