import { ageOn, type Day } from '#kit/dates'
import { checkIdNumber } from '#kit/identifiers'
import { statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import { type Field, usualFields } from '#rules/organisation/memberRules'
import { fieldNames, idTypes, type MemberField, type MemberStatus, type ProblemCode, type Went } from './contract/words.ts'

export { mayConsent, mayDecide, mayMerge, mayUnmerge, mergedFacts } from './rules/joining.ts'
export {
  cameNames,
  educations,
  employmentForms,
  households,
  newForms,
  politicals,
  sexes,
  skillLevels,
  tags,
  wentNames,
} from './contract/words.ts'

// A roster asks a hundred thousand times about one day.
let ages = { day: '', working: 0, late: 0 }
/** Nobody younger than `working` works, so nobody is a member; from `late` on an active membership is worth a second look, no more. */
function agesOn(day: Day) {
  if (ages.day !== day)
    ages = { day, working: statuteOn('MEM-01.workingAge', day).value, late: statuteOn('MEM-06.lateAge', day).value }
  return ages
}

const ONE_MEMBERSHIP = '《工会会员会籍管理办法》第三条'

export type Identity = {
  idType?: string | null | undefined
  idNumber?: string | null | undefined
  sex?: string | null | undefined
  birthOn?: Day | null | undefined
}

/** What the identity number itself says; `null` for a passport, an older card, or no number. */
function saidBy({ idType, idNumber }: Identity, day: Day) {
  if (!idNumber || (idType && idType !== 'citizen' && !/^\d{17}[\dX]$/.test(idNumber))) return null
  return checkIdNumber(idNumber, day)
}

/** An identity number must be a real one, and sex and birth, where typed as well, must be what it says. */
export function mayFile(facts: Identity, day: Day): Verdict {
  const said = saidBy(facts, day)
  if (!said)
    return facts.idNumber && !/^[A-Z0-9]{5,20}$/.test(facts.idNumber)
      ? refuse('members.number', `${typeName(facts)}号码只能是字母和数字`)
      : null
  if ('problem' in said) return refuse('members.number', said.problem)
  if (facts.sex && facts.sex !== said.sex) return refuse('members.sex', '性别与身份证号不符，请核对')
  if (facts.birthOn && facts.birthOn !== said.birthDate) return refuse('members.birth', '出生日期与身份证号不符，请核对')
  return null
}
const typeName = ({ idType }: Identity) => idTypes[(idType ?? 'citizen') as keyof typeof idTypes] ?? '证件'

/** The facts with what the identity number says filled in. */
export function completed<T extends Identity>(facts: T, day: Day): T {
  const said = saidBy(facts, day)
  if (!said || 'problem' in said) return facts
  return { ...facts, sex: facts.sex ?? said.sex, birthOn: facts.birthOn ?? said.birthDate }
}

export type Filed = Identity & {
  status: MemberStatus
  number?: string | null | undefined
  mobile?: string | null | undefined
  employer?: string | null | undefined
  employmentForm?: string | null | undefined
  newForm?: string | null | undefined
  joinedOn?: Day | null | undefined
  leftOn?: Day | null | undefined
  retainedOn?: Day | null | undefined
  ethnicity?: string | null | undefined
  political?: string | null | undefined
  education?: string | null | undefined
  household?: string | null | undefined
  job?: string | null | undefined
  basis?: string | null | undefined
}

/** Which rules a record breaks on a day (MEM-02), `fields` being those that its union asks for. */
export function recordProblems(record: Filed, day: Day, fields: readonly Field[] = usualFields): ProblemCode[] {
  return [
    ...identityProblems(record, day),
    ...lacking(record, fields),
    ...workProblems(record),
    ...membershipProblems(record, day),
  ]
}

/** What a record lacks of the fields asked for; who has left is not asked about work. */
function lacking(record: Filed, fields: readonly Field[]): ProblemCode[] {
  const { status, employer, employmentForm, sex, birthOn } = record
  const hasLeft = status === 'left' || status === 'expelled'
  const ownBoss = employmentForm === 'flexible' || employmentForm === 'newForm'
  const asked: Record<Field, Claim> = {
    mobile: [!record.mobile, 'noMobile'],
    sexAndBirth: [!sex || !birthOn, 'noSexOrBirth'],
    employer: [!employer && !ownBoss && !hasLeft, 'noEmployer'],
    employmentForm: [!employmentForm && !hasLeft, 'noForm'],
    ethnicity: [!record.ethnicity, 'noEthnicity'],
    political: [!record.political, 'noPolitical'],
    education: [!record.education, 'noEducation'],
    household: [!record.household, 'noHousehold'],
    job: [!record.job && !hasLeft, 'noJob'],
    basis: [!record.basis && !hasLeft && status !== 'worker', 'noBasis'],
  }
  return broken((Object.keys(asked) as Field[]).filter((field) => fields.includes(field)).map((field) => asked[field]))
}

type Claim = [isBroken: unknown, code: ProblemCode]
const broken = (claims: readonly Claim[]) => claims.filter(([isBroken]) => Boolean(isBroken)).map(([, code]) => code)

function identityProblems(record: Filed, day: Day): ProblemCode[] {
  const { idNumber, sex, birthOn } = record
  const said = saidBy(record, day)
  const isBad = said && 'problem' in said
  return broken([
    [!idNumber, 'noIdNumber'],
    [isBad, 'badIdNumber'],
    [said && !isBad && sex && sex !== said.sex, 'sexDiffers'],
    [said && !isBad && birthOn && birthOn !== said.birthDate, 'birthDiffers'],
  ])
}

function workProblems({ status, employmentForm, newForm }: Filed): ProblemCode[] {
  if (status === 'left' || status === 'expelled') return []
  return broken([[employmentForm === 'newForm' && !newForm, 'noNewForm']])
}

function membershipProblems({ status, birthOn, joinedOn, number, retainedOn, leftOn }: Filed, day: Day): ProblemCode[] {
  const { working, late } = agesOn(day)
  const isOf = (age: number, on: Day) => birthOn && ageOn(birthOn, on) >= age
  const hasLeft = status === 'left' || status === 'expelled'
  return broken([
    [birthOn && !isOf(working, day), 'tooYoung'],
    [birthOn && joinedOn && isOf(working, day) && !isOf(working, joinedOn), 'joinedYoung'],
    [joinedOn && joinedOn > day, 'joinedLater'],
    [status === 'member' && !number, 'noNumber'],
    [status === 'retained' && !retainedOn, 'noRetainedOn'],
    [hasLeft && !leftOn, 'noLeftOn'],
    [status === 'member' && isOf(late, day), 'retireDue'],
  ])
}

export type Holder = { unionId: string; unionName: string; status: MemberStatus }

/** One person, one membership (MEM-04): who is a member elsewhere is transferred, not admitted again. */
export function mayAdmit(holder: Holder | undefined, unionId: string): Verdict {
  if (!holder || (holder.status !== 'member' && holder.status !== 'retained')) return null
  if (holder.unionId === unionId) return refuse('members.already', '此人已经是本工会的会员')
  return refuse('members.elsewhere', `此人的会籍在“${holder.unionName}”，请办理会籍转移，不用重新入会`, ONE_MEMBERSHIP)
}

/** A second record of one person is never made. */
export function mayAdd(holder: Holder | undefined, isHere: boolean): Verdict {
  if (!holder) return null
  return refuse(
    'members.duplicate',
    isHere ? '这个证件号码已有档案，请打开原档案修改' : `这个证件号码的档案在“${holder.unionName}”，请办理转会或请上级核对`,
    ONE_MEMBERSHIP,
  )
}

const before: Record<Went, readonly MemberStatus[]> = {
  leave: ['member', 'retained'],
  expel: ['member', 'retained'],
  retain: ['member'],
  restore: ['retained'],
  dissolve: ['member', 'retained'],
  death: ['worker', 'member', 'retained'],
  transfer: ['worker', 'member', 'retained'],
  merge: ['worker', 'member', 'retained', 'left', 'expelled'],
  correct: ['member', 'retained'],
}

/** What may happen to a membership depends on how it stands; and nothing may end before it began. */
export function mayChange(status: MemberStatus, went: Went, days: { on: Day; since: Day | undefined; today: Day }): Verdict {
  if (!before[went].includes(status))
    return refuse('members.status', went === 'retain' ? '只有在会会员可以转为保留会籍' : '此人现在的会籍状态不能办这件事')
  if (days.since && days.on < days.since) return refuse('members.early', `日期不能早于本段会籍开始的 ${days.since}`)
  return days.on > days.today ? refuse('members.later', '日期不能在今天之后') : null
}

/** A member has joined on some day. */
export function mayLackJoining(status: MemberStatus, joinedOn: Day | null | undefined): Verdict {
  if (joinedOn !== null || (status !== 'member' && status !== 'retained')) return null
  return refuse('members.joined', '在会会员必须有入会日期')
}

/** Two cadres with the same record open: the second is told what the first changed instead of overwriting it. */
export function isCurrent(version: number, seen: number, changed: readonly MemberField[]): Verdict {
  if (version === seen) return null
  const what = changed.length ? `（改了${changed.map((field) => fieldNames[field]).join('、')}）` : ''
  return refuse('members.stale', `这条记录刚被别人改过${what}，请看清后再保存`)
}
