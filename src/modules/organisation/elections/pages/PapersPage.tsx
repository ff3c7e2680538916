import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Election } from '../contract.ts'
import { officerRoleNames } from '../rules/names.ts'
import * as papers from '../rules/papers.ts'
import { scriptFor } from '../rules/script.ts'
import './elections.css'

const dayOf = (moment: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(moment)

/** The file of documents made from the records (DOC-10 to DOC-18), ballots, tellers' sheets, and the chairman's script. */
export function PapersPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useQuery(api.elections.get.queryOptions({ input: { id } }))
  const [shown, setShown] = useState<string>()
  const sets = data ? setsOf(data) : []
  const set = sets.find(({ title }) => title === shown) ?? sets[0]
  return (
    <Page
      line="文件和主持词。"
      above={data && <Link to={`/elections/${id}` as '/'}>{data.title}</Link>}
      acts={
        <Button kind="primary" onClick={() => print()}>
          打印
        </Button>
      }
    >
      <div className="chips no-print" role="group" aria-label="哪一份">
        {sets.map(({ title }) => (
          <button key={title} type="button" className="pill" aria-pressed={title === set?.title} onClick={() => setShown(title)}>
            {title}
          </button>
        ))}
      </div>
      {set && (
        <Section title={set.title}>
          {set.papers.map((paper, at) => (
            <Official key={at} paper={paper} />
          ))}
        </Section>
      )}
    </Page>
  )
}

type Set = { title: string; papers: papers.Paper[] }

function caseOf(election: Election): papers.Case {
  const { kind, unionName, unitName, superiorName, members, plan, contests } = election
  const listed = contests.map((one) => ({
    ...one,
    candidates: one.candidates.filter(({ isShortlisted, droppedOn }) => isShortlisted && !droppedOn),
  }))
  return { kind, unionName, unitName, superiorName, members, plan, contests: listed, today: election.electedOn ?? today() }
}

function setsOf(election: Election): Set[] {
  const one = caseOf(election)
  const signer = election.officers.find(({ role }) => role === 'chiefScrutineer')?.name ?? ''
  const elected = election.contests
    .filter((each) => each.elected.length)
    .map(({ title, elected: list }) => ({ title, names: list.map(({ name }) => name) }))
  const counted = election.contests.flatMap(({ title, rounds }) =>
    rounds.flatMap((round) =>
      round.sheet && round.result
        ? [
            {
              title,
              seats: round.seats,
              expected: round.expected,
              present: round.present,
              sheet: round.sheet,
              result: round.result,
            },
          ]
        : [],
    ),
  )
  const result = election.filings.findLast(({ what }) => what === 'result')
  const sets: (Set | null)[] = [
    { title: '请示', papers: [papers.requestPaper(one)] },
    { title: '方案', papers: [papers.planPaper(one)] },
    { title: '选举办法', papers: [papers.rulesPaper(one)] },
    election.noticeUntil ? { title: '候选人公示', papers: [papers.noticePaper(one, election.noticeUntil)] } : null,
    { title: '选票', papers: one.contests.map((contest) => papers.ballotPaper(one, contest)) },
    { title: '计票单（空白）', papers: one.contests.map((contest) => papers.blankCountPaper(one, contest)) },
    {
      title: '主持词',
      papers: [
        scriptFor(
          one,
          election.officers.map(({ role, name }) => `${officerRoleNames[role]}${name}`),
        ),
      ],
    },
    counted.length ? { title: '计票报告', papers: counted.map((each) => papers.countPaper(one, each, signer)) } : null,
    election.motion ? { title: '罢免案', papers: [papers.recallPaper(one, election.motion, counted[0] ?? null)] } : null,
    elected.length && election.electedOn
      ? { title: '结果报告', papers: [papers.reportPaper(one, elected, election.electedOn)] }
      : null,
    result?.answer === 'agreed' && result.answeredAt
      ? {
          title: '批复',
          papers: [papers.approvalPaper(one, elected, { number: result.number ?? '', day: dayOf(result.answeredAt) })],
        }
      : null,
  ]
  return sets.filter((set) => set !== null)
}

const Official = ({ paper: { title, number, to, paragraphs, table, from, day } }: { paper: papers.Paper }) => (
  <article className="elections-official">
    <h2>{title}</h2>
    {number && <p className="number">{number}</p>}
    {to && <p>{to}：</p>}
    {paragraphs.map((words, at) => (
      <p key={at} className="body">
        {words}
      </p>
    ))}
    {table && (
      <div className="elections-scroll">
        <table className="elections-table">
          <thead>
            <tr>
              {table.head.map((cell) => (
                <th key={cell}>{cell}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, n) => (
                  <td key={n}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    <p className="sign">{from}</p>
    <p className="sign">{day}</p>
  </article>
)
