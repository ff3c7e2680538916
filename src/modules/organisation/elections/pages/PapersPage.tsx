import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { paperSets } from '../rules/dossier.ts'
import type { Paper } from '../rules/papers.ts'
import './elections.css'

/** So many lines of a roll on a page; all of them in the Word file. */
const SHOWN = 200

/** The file of documents made from the records (DOC-10 to DOC-18), ballots, tellers' sheets, and the chairman's script. */
export function PapersPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useQuery(api.elections.get.queryOptions({ input: { id } }))
  const [shown, setShown] = useState<string>()
  const { data: roll } = useQuery({
    ...api.elections.roll.queryOptions({ input: { id, size: SHOWN } }),
    enabled: data !== undefined && data.rollCount > 0,
  })
  const write = useMutation(api.elections.document.mutationOptions())
  const sets = data ? paperSets(data, today(), roll?.rows) : []
  const set = sets.find(({ title }) => title === shown) ?? sets[0]
  const word = (title: string) => write.mutateAsync({ id, set: title }).then((ticket) => location.assign(`/files/${ticket.id}`))
  return (
    <Page
      line="文件和主持词。"
      above={data && <Link to={`/elections/${id}` as '/'}>{data.title}</Link>}
      acts={
        set && (
          <>
            <Button busy={write.isPending} onClick={() => word('')}>
              整套 Word
            </Button>
            <Button busy={write.isPending} onClick={() => word(set.title)}>
              本份 Word
            </Button>
            <Button kind="primary" onClick={() => print()}>
              打印
            </Button>
          </>
        )
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
          {set.title === '选民名册' && (data?.rollCount ?? 0) > SHOWN && (
            <p className="muted padded no-print">
              这里显示前 {SHOWN} 人，共 {data?.rollCount} 人；完整名册请下载 Word。
            </p>
          )}
          {set.papers.map((paper, at) => (
            <Official key={at} paper={paper} />
          ))}
        </Section>
      )}
    </Page>
  )
}

const Official = ({ paper: { title, number, to, paragraphs, table, from, day } }: { paper: Paper }) => (
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
