import type { Election } from '../contract.ts'
import { officerRoleNames } from './names.ts'
import * as papers from './papers.ts'
import * as reports from './reports.ts'
import { outcomeNames } from './result.ts'
import * as results from './results.ts'
import { scriptFor } from './script.ts'

/** A group of papers that are printed together. */
export type PaperSet = { title: string; papers: papers.Paper[] }

type Facts = Pick<
  Election,
  | 'kind'
  | 'unionName'
  | 'unitName'
  | 'superiorName'
  | 'members'
  | 'women'
  | 'plan'
  | 'contests'
  | 'electedOn'
  | 'officers'
  | 'officersVote'
  | 'filings'
  | 'noticeUntil'
  | 'motion'
  | 'expected'
  | 'present'
  | 'rollHash'
  | 'termEndsOn'
>

const dayOf = (moment: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(moment)
const listed = (contest: Facts['contests'][number]) =>
  contest.candidates.filter(({ isShortlisted, droppedOn }) => isShortlisted && !droppedOn)

function caseOf(
  { kind, unionName, unitName, superiorName, members, plan, contests, electedOn, termEndsOn }: Facts,
  today: string,
): papers.Case {
  const shown = contests.map((one) => ({ ...one, candidates: listed(one) }))
  return { kind, unionName, unitName, superiorName, members, plan, contests: shown, termEndsOn, today: electedOn ?? today }
}

const countedIn = ({ contests }: Facts) =>
  contests.flatMap(({ title, rounds }) =>
    rounds.flatMap(({ seats, expected, present, sheet, result }) =>
      sheet && result ? [{ title, seats, expected, present, sheet, result }] : [],
    ),
  )

/** The file of documents made from the records (DOC-10 to DOC-18): what there is to write at this moment, in the order it is used. */
export function paperSets(election: Facts, today: string, roll: readonly reports.RollLine[] = []): PaperSet[] {
  const one = caseOf(election, today)
  const counted = countedIn(election)
  const isByUnit = election.kind === 'deputies' || election.kind === 'delegates'
  const sets: (PaperSet | null)[] = [
    { title: '请示', papers: [papers.requestPaper(one)] },
    { title: '方案', papers: [papers.planPaper(one)] },
    { title: '选举办法', papers: [papers.rulesPaper(one)] },
    isByUnit ? { title: '名额分配', papers: [reports.allocationPaper(one)] } : null,
    roll.length ? { title: '选民名册', papers: [reports.rollPaper(one, roll, election.rollHash)] } : null,
    one.contests.some(({ candidates }) => candidates.length)
      ? { title: '候选人请示', papers: [papers.proposalPaper(one)] }
      : null,
    election.noticeUntil ? { title: '候选人公示', papers: [papers.noticePaper(one, election.noticeUntil)] } : null,
    { title: '选票', papers: one.contests.map((contest) => results.ballotPaper(one, contest)) },
    { title: '计票单（空白）', papers: one.contests.map((contest) => results.blankCountPaper(one, contest)) },
    isByUnit || election.kind === 'recall' ? null : { title: '大会报告', papers: reportsOf(election, one) },
    {
      title: '主持词',
      papers: [
        scriptFor(
          one,
          election.officers.map(({ role, name }) => `${officerRoleNames[role]}${name}`),
        ),
      ],
    },
    ...after(election, one, counted),
  ]
  return sets.filter((set) => set !== null)
}

const reportsOf = ({ women, expected, present }: Facts, one: papers.Case) =>
  reports.reportPapers(one, { women, turnout: expected && present ? `本次大会应到 ${expected} 人，实到 ${present} 人。` : '' })

/** What is written once people have voted. */
function after(election: Facts, one: papers.Case, counted: readonly results.Counted[]): (PaperSet | null)[] {
  const signer = election.officers.find(({ role }) => role === 'chiefScrutineer')?.name ?? ''
  const chosen = election.contests
    .filter((each) => each.elected.length)
    .map(({ title, electorate, elected }) => ({ title, by: electorate, names: elected.map(({ name }) => name) }))
  const result = election.filings.findLast(({ what }) => what === 'result')
  const { expected, present, officers, officersVote, electedOn, motion } = election
  const held = counted.map(({ sheet, result: { elected, outcome }, ...each }) => ({
    ...each,
    returned: sheet.returned,
    elected: elected.map(({ name }) => name),
    outcome: outcomeNames[outcome],
  }))
  return [
    counted.length ? { title: '计票报告', papers: counted.map((each) => results.countPaper(one, each, signer)) } : null,
    motion ? { title: '罢免案', papers: [results.recallPaper(one, motion, counted[0] ?? null)] } : null,
    electedOn
      ? {
          title: '会议记录',
          papers: [reports.minutesPaper(one, { expected, present, officers, officersVote, electedOn, counted: held })],
        }
      : null,
    qualified(election, one),
    chosen.length && electedOn ? { title: '结果报告', papers: [results.reportPaper(one, chosen, electedOn)] } : null,
    result?.answer === 'agreed' && result.answeredAt
      ? {
          title: '批复',
          papers: [results.approvalPaper(one, chosen, { number: result.number ?? '', day: dayOf(result.answeredAt) })],
        }
      : null,
  ]
}

function qualified({ kind, contests }: Facts, one: papers.Case): PaperSet | null {
  if ((kind !== 'deputies' && kind !== 'delegates') || !contests.some(({ elected }) => elected.length)) return null
  const units = contests.map(({ unitName, title, seats, elected, candidates, findings }) => ({
    ...{ unitName: unitName ?? title, seats },
    elected: elected.map(({ name, memberId }) => {
      const known = candidates.find((each) => each.memberId === memberId)
      return known ?? { name, sex: null, isFrontLine: false, isModel: false, isManager: false }
    }),
    found: findings.filter(({ ok, level }) => !ok && level !== 'INFO').map(({ says }) => says),
  }))
  return { title: '资格审查', papers: [reports.qualificationPaper(one, units)] }
}
