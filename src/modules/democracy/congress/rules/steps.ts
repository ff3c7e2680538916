import type { Day } from '#kit/dates'
import type { Calendar } from '#law/calendar'
import { due, dueBefore, type Period } from '#law/deadlines'
import { citeOf, type Place, type Statute, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import { type SessionKind, type SessionState, type Step, stepNames, steps } from './names.ts'

export type StepFacts = {
  kind: SessionKind
  opensOn: Day
  openedOn: Day | null
  closedOn: Day | null
  publishedOn: Day | null
  reportedOn: Day | null
  /** Deputies of the running term, items, those not settled, opinions not answered, the presidium's size. */
  deputies: number
  items: number
  unsettled: number
  unanswered: number
  presidium: number
  marked: readonly { step: Step; doneOn: Day; skippedWhy: string | null; note: string | null }[]
}
export type StepLine = {
  step: Step
  title: string
  state: 'done' | 'skipped' | 'now' | 'later'
  dueOn: Day | null
  doneOn: Day | null
  skippedWhy: string | null
  note: string | null
  isLate: boolean
  says: string
  cite: string | null
  /** Whether a cadre ticks it off; the others follow from what is on record. */
  isManual: boolean
}

const manual: readonly Step[] = ['ask', 'topics', 'agenda', 'papers', 'discuss', 'archive']
const law = {
  ask: 'WC-20.ask',
  deputies: 'WC-20.deputies',
  topics: 'WC-20.topics',
  agenda: 'WC-17.agenda',
  papers: 'WC-17.papers',
  discuss: 'WC-20.discuss',
  answers: 'WC-20.answers',
  open: 'WC-14.quorum',
  publish: 'WC-23.publish',
  report: 'WC-23.report',
  archive: 'WC-24.archive',
} as const
type Ruled = keyof typeof law
const isRuled = (step: Step): step is Ruled => step in law
const says: Record<Exclude<Step, Ruled>, string> = {
  presidium: '预备会议通过主席团名单',
  items: '每项议题都有结果',
  close: '宣布闭幕',
}
const periodOf = ({ value, unit }: Statute): Period => ({ n: value as number, unit: unit as Period['unit'] })

/** Every step with its last day, counted from the opening day (D19) and from the closing (D20, D21), and what became of it. */
export function stepsOf(facts: StepFacts, day: Day, calendar: Calendar, place?: Place): StepLine[] {
  const rule = (step: Ruled): Statute => statuteOn(law[step], facts.opensOn, place)
  const before = (step: Ruled) => dueBefore(facts.opensOn, periodOf(rule(step)), calendar)
  const after = (step: Ruled) => (facts.closedOn ? due(facts.closedOn, periodOf(rule(step)), calendar) : null)
  const dueOn: Record<Step, Day | null> = {
    ask: before('ask'),
    deputies: before('deputies'),
    topics: before('topics'),
    agenda: before('agenda'),
    papers: before('papers'),
    discuss: before('discuss'),
    answers: before('answers'),
    presidium: facts.opensOn,
    open: facts.opensOn,
    items: facts.opensOn,
    close: facts.opensOn,
    publish: after('publish'),
    report: after('report'),
    archive: after('archive'),
  }
  const own =
    facts.kind === 'joint' ? steps.filter((step) => !['ask', 'deputies', 'agenda', 'discuss', 'presidium'].includes(step)) : steps
  let isNowFound = false
  return own.map((step) => {
    const mark = facts.marked.find((one) => one.step === step)
    const doneOn = mark?.doneOn ?? derived(step, facts)
    const state = mark?.skippedWhy ? 'skipped' : doneOn !== null ? 'done' : isNowFound ? 'later' : 'now'
    if (state === 'now') isNowFound = true
    const last = dueOn[step]
    const statute = isRuled(step) ? rule(step) : null
    return {
      ...{
        step,
        title: stepNames[step],
        state,
        dueOn: last,
        doneOn: doneOn || null,
        says: isRuled(step) ? rule(step).says : says[step],
      },
      ...{ skippedWhy: mark?.skippedWhy ?? null, note: mark?.note ?? null, isManual: manual.includes(step) },
      isLate: last !== null && state !== 'skipped' && (doneOn ?? day) > last,
      cite: statute ? citeOf(statute) : null,
    }
  })
}

/** What stands in the records already, with the day where the records have one; empty where they hold no day. */
function derived(step: Step, facts: StepFacts): Day | '' | null {
  const yes = (holds: boolean) => (holds ? '' : null)
  if (step === 'deputies') return yes(facts.deputies > 0)
  if (step === 'answers') return yes(facts.unanswered === 0 && facts.marked.some((one) => one.step === 'discuss'))
  if (step === 'presidium') return yes(facts.presidium > 0)
  if (step === 'open') return facts.openedOn
  if (step === 'items') return yes(facts.openedOn !== null && facts.items > 0 && facts.unsettled === 0)
  if (step === 'close') return facts.closedOn
  if (step === 'publish') return facts.publishedOn
  return step === 'report' ? facts.reportedOn : null
}

const before: readonly Step[] = ['ask', 'deputies', 'topics', 'agenda', 'papers', 'discuss', 'answers', 'presidium']

/** No step of the preparation may be missing at the opening: each is done, or skipped with its reason on record. */
export function mayBegin(lines: readonly StepLine[]): Verdict {
  const open = lines.filter(({ step, state }) => before.includes(step) && state !== 'done' && state !== 'skipped')
  return open.length
    ? refuse('congress.steps', `还有步骤没有办完，也没有写明跳过的理由：${open.map(({ title }) => title).join('、')}`)
    : null
}

/** Presence, a vote and the closing are not to be skipped; what is done is not skipped either. */
export function maySkip(line: StepLine): Verdict {
  if (line.state === 'done' || line.state === 'skipped') return refuse('congress.done', '这一步已经办过')
  return ['open', 'items', 'close', 'deputies'].includes(line.step)
    ? refuse('congress.needed', `“${line.title}”不能跳过`, line.cite ?? undefined)
    : null
}

export const stateOf = (s: { cancelledOn: Day | null; closedAt: Date | null; openedAt: Date | null }): SessionState =>
  s.cancelledOn ? 'cancelled' : s.closedAt ? 'closed' : s.openedAt ? 'open' : 'preparing'
