import { refuse, type Verdict } from '#law/verdict'
import { mayAdmit } from '#rules/organisation/members'
import { type ApplicationState, type Match, texts } from './contract/words.ts'

const CHARTER = '《中国工会章程》（2023）第二条（待核对）'
/** So many applications one mobile number may have open at once. */
export const OPEN_PER_MOBILE = 3
/** The QR of a card opens for so long. */
export const CARD_SECONDS = 60

type Place = { kind: string; state: string } | undefined

/** A standing union takes applications; its groups do not decide, so they take none. */
export function mayApplyTo(place: Place): Verdict {
  if (!place || place.state !== 'active') return refuse('joining.closed', '这个工会现在不受理入会，请另选一个')
  if (place.kind === 'group') return refuse('joining.group', '请选小组所在的工会提交申请')
  return null
}

/** Joining rests on consent to the texts of today (个人信息保护法 第十四条; 章程 第二条). */
export function mayConsent({ charterVersion, privacyVersion }: { charterVersion: number; privacyVersion: number }): Verdict {
  if (charterVersion === texts.charter.version && privacyVersion === texts.privacy.version) return null
  return refuse('joining.texts', '章程摘要或说明有更新，请看过新的再提交', '《个人信息保护法》第十四条')
}

/** New-form work names its kind; a labour relation names the employer. */
export function mayWork(work: {
  employmentForm: string
  newForm: string | null
  basis: string
  employer: string | null
}): Verdict {
  if (work.employmentForm === 'newForm' && !work.newForm) return refuse('joining.form', '请选是哪一类新就业形态')
  if (work.basis === 'labour' && !work.employer) return refuse('joining.employer', '请填写工作单位')
  return null
}

export function mayFileMore(open: number): Verdict {
  return open < OPEN_PER_MOBILE ? null : refuse('joining.many', '这个手机号已有几份申请在等答复，请等答复或先撤回')
}

/** Decided once; what was withdrawn is not decided. */
export function isOpen(state: ApplicationState): Verdict {
  if (state === 'applied') return null
  return refuse('joining.decided', state === 'withdrawn' ? '申请人已经撤回' : '这份申请已经处理过')
}

export function isCurrent(version: number, seen: number): Verdict {
  return version === seen ? null : refuse('joining.stale', '这份申请刚有变化，请看清后再办')
}

/** Who is not found on the rolls as he says is approved only with a word on how he was checked. */
export function mayApprove(match: Match, checkedHow: string | undefined): Verdict {
  if (match === 'same' || match === 'member' || match === 'elsewhere' || checkedHow) return null
  return refuse('joining.unchecked', '与名册没有对上，请写明怎样核对的', CHARTER)
}

/** Only who is in membership somewhere, under that very name, is asked over. */
export function mayAskOver(status: string | undefined, isSameName: boolean): Verdict {
  if (status && !isSameName) return refuse('joining.other-name', '姓名与原会籍不一致，请先与本人核对证件')
  return status === 'member' || status === 'retained' ? null : refuse('joining.nowhere', '此人没有在会的会籍，请直接审批入会')
}

/** A worker who is in membership is not admitted again, but transferred. */
export function mayJoin(status: string, unionName: string): Verdict {
  if (status !== 'member' && status !== 'retained') return null
  return refuse('joining.member', `您的会籍在“${unionName}”，换单位请办转会，不用重新入会`, '《工会会员会籍管理办法》第三条')
}

export type RosterRow = {
  id: string
  unionId: string
  unionPath: string
  unionName: string
  name: string
  status: string
  hasIdNumber: boolean
}
export type Holding = { id: string; unionId: string; unionName: string; unionPath: string; status: string }
export type Finding = { match: Match; says: string; memberId: string | null; unionId: string | null }

/**
 * Compares an applicant with the rolls (MEM-03): `holder` is whoever has this identity number anywhere, `rows` what the caller sees of
 * him and of those with the same name. The applicant is never told; whoever decides is.
 */
export function findingOf(
  who: { name: string; unionId: string; unionPath: string },
  holder: Holding | undefined,
  rows: readonly RosterRow[],
): Finding {
  const record = rows.find(({ id }) => id === holder?.id)
  const isHere = holder?.unionPath.startsWith(who.unionPath) ?? false
  if (holder && mayAdmit(holder as Parameters<typeof mayAdmit>[0], who.unionId))
    return isHere
      ? { match: 'member', says: `已是“${holder.unionName}”的会员`, memberId: holder.id, unionId: holder.unionId }
      : { match: 'elsewhere', says: `会籍在“${holder.unionName}”，请改办转会`, memberId: holder.id, unionId: null }
  if (!holder) return namesake(who, rows)
  const found = { memberId: holder.id, unionId: isHere ? holder.unionId : null }
  if (!record) return { ...found, match: 'unknown', says: `档案在“${holder.unionName}”，批准后转来` }
  if (record.name !== who.name) return { ...found, match: 'differs', says: `名册上这个证件号码的姓名是“${record.name}”` }
  if (record.status === 'expelled') return { ...found, match: 'differs', says: '曾被开除会籍' }
  if (!isHere) return { ...found, match: 'differs', says: `名册上登记在“${record.unionName}”` }
  return { ...found, match: 'same', says: record.status === 'left' ? '姓名、证件号码一致；曾退会' : '姓名、证件号码与名册一致' }
}

function namesake(who: { name: string; unionPath: string }, rows: readonly RosterRow[]): Finding {
  const here = rows.filter(({ name, unionPath }) => name === who.name && unionPath.startsWith(who.unionPath))
  const bare = here.filter(({ hasIdNumber }) => !hasIdNumber)
  if (bare.length === 1)
    return { match: 'differs', says: '名册上有同名职工，没有登记证件号码', memberId: bare[0]!.id, unionId: bare[0]!.unionId }
  if (here.length) return { match: 'differs', says: '名册上有同名职工，证件号码不同', memberId: null, unionId: null }
  return { match: 'unknown', says: '名册上没有这个证件号码，也没有同名的人', memberId: null, unionId: null }
}
