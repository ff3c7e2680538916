import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Project } from '../contract.ts'
import { approvalPaper, type Paper, requestPaper } from '../rules.ts'
import './founding.css'

const dayOf = (moment: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(moment)

/** 请示 (DOC-07) and 批复 (DOC-08), from what was filed and decided. */
export function PaperPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const isSuperior = useLocation({ select: ({ pathname }) => /^\/founding\/(?!own)/.test(pathname) })
  const own = useQuery({ ...api.founding.own.queryOptions({ input: { id } }), enabled: !isSuperior })
  const seen = useQuery({ ...api.founding.get.queryOptions({ input: { id } }), enabled: isSuperior })
  const project = own.data ?? seen.data
  return (
    <Page
      line="请示和批复。"
      above={project?.name}
      acts={
        <Button kind="primary" onClick={() => print()}>
          打印
        </Button>
      }
    >
      {project && papersOf(project).map((paper) => <Official key={paper.title} paper={paper} />)}
    </Page>
  )
}

function papersOf({ filings, superiorName, number, termYears, decidedAt }: Project): Paper[] {
  const last = filings.at(-1)
  if (!last) return []
  const request = requestPaper(last.content, { superiorName, day: dayOf(last.filedAt) })
  if (!number || !termYears || !decidedAt) return [request]
  return [request, approvalPaper(last.content, { superiorName, number, termYears, day: dayOf(decidedAt) })]
}

const Official = ({ paper: { title, number, to, paragraphs, from, day } }: { paper: Paper }) => (
  <Section title={title.includes('批复') ? '批复' : '请示'}>
    <article className="official">
      <h2>{title}</h2>
      {number && <p className="number">{number}</p>}
      <p>{to}：</p>
      {paragraphs.map((words) => (
        <p key={words} className="body">
          {words}
        </p>
      ))}
      <p className="sign">{from}</p>
      <p className="sign">{day}</p>
    </article>
  </Section>
)
