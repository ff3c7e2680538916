import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { refuse } from '#law/verdict'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { useQueuedMutation } from '#web/queue'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Mine } from '../contract.ts'
import { type Choice, choiceNames, choices, kindFacts, type Mark, markNames, marks } from '../rules.ts'
import './decisions.css'

/** 单位大事: what asks for my opinion now, and what became of the others. */
export function OwnListPage() {
  const { data } = useSuspenseQuery(api.decisions.mine.queryOptions())
  const [open, rest] = [data.filter(({ isOpen }) => isOpen), data.filter(({ isOpen }) => !isOpen)]
  return (
    <Page line={open.length ? `${open.length} 件大事，等您说句话。` : '现在没有要征求意见的事。'} above="单位大事">
      {data.length === 0 && <EmptyState title="还没有征求意见的事">有了会通知您。</EmptyState>}
      {open.length > 0 && <Matters title="正在征求意见" rows={open} />}
      {rest.length > 0 && <Matters title="以前的" rows={rest} />}
    </Page>
  )
}

const Matters = ({ title, rows }: { title: string; rows: Mine[] }) => (
  <Section title={title}>
    <ul className="duties">
      {rows.map((row) => (
        <li key={row.id} className="duty plain">
          <div>
            <p className="duty-title">
              <Link to={`/decisions/${row.id}` as '/'} className="link">
                {row.title}
              </Link>{' '}
              {row.choice && <Chip hue="green">我说了</Chip>} {row.feedbackOn && <Chip hue="blue">有结果</Chip>}
            </p>
            <p className="muted">
              {row.unionName}
              {row.isOpen && `，${row.opinionsUntil} 前`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  </Section>
)

/** One matter on the phone: the draft, my word, and the answer. */
export function OwnPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useSuspenseQuery(api.decisions.mine.queryOptions())
  const row = data.find((one) => one.id === id)
  if (!row) return <EmptyState title="没有找到这件事">可能不是您单位的事。</EmptyState>
  return (
    <Page above={kindFacts[row.kind].title} line={row.title}>
      <Section title="草案" padded>
        <p className="decisions-written">{row.draft}</p>
      </Section>
      {row.isOpen ? <SayForm key={row.id} row={row} /> : row.choice && <Said row={row} />}
      {row.position && (
        <Section title="工会的意见" padded>
          <p className="decisions-written">{row.position}</p>
          {row.takenUp && <p className="muted">采纳了：{row.takenUp}</p>}
          {row.notTaken && <p className="muted">没有采纳：{row.notTaken}</p>}
        </Section>
      )}
      {row.feedbackOn && (
        <Section title="结果" note={`${row.decidedOn} 决定`} padded>
          <p className="decisions-written">{row.decision}</p>
          <p className="muted">理由：{row.reasons}</p>
          <ReactForm row={row} />
        </Section>
      )}
    </Page>
  )
}

const Said = ({ row }: { row: Mine }) => (
  <Section title="我说的" padded>
    <p>
      <Chip>{choiceNames[row.choice!]}</Chip> {row.body}
    </p>
  </Section>
)

function SayForm({ row }: { row: Mine }) {
  const [choice, setChoice] = useState<Choice | null>(row.choice)
  const [body, setBody] = useState(row.body ?? '')
  const say = useQueuedMutation(api.decisions.say, '对单位大事的意见')
  const send = async () => {
    const how = await say.send({ id: row.id, choice: choice!, body: body || null })
    notify({ tone: 'good', title: how === 'sent' ? '收到了，结果会告诉您' : '没有网络，先存在手机里，联网后自动发出' })
  }
  return (
    <Section title="您怎么看？" note={`${row.opinionsUntil} 前可以改`} padded>
      <div className="chips" role="group" aria-label="您怎么看">
        {choices.map((one) => (
          <Button key={one} className="pill" aria-pressed={choice === one} onClick={() => setChoice(one)}>
            {choiceNames[one]}
          </Button>
        ))}
      </div>
      <label className="field">
        有什么话（可以不写）
        <textarea rows={4} maxLength={1000} value={body} onChange={({ target }) => setBody(target.value)} />
      </label>
      <p className="faint">不显示您的姓名。您写的话工会和行政方看得到，请不要写出自己是谁。</p>
      <RuledButton kind="primary" verdict={choice ? null : refuse('choice', '请先选一项')} onClick={send}>
        {row.choice ? '改成这样' : '提交意见'}
      </RuledButton>
    </Section>
  )
}

function ReactForm({ row }: { row: Mine }) {
  const react = useQueuedMutation(api.decisions.react, '对决定的评价')
  const send = async (mark: Mark) => {
    await react.send({ id: row.id, mark, body: null })
    notify({ tone: 'good', title: '谢谢，记下了' })
  }
  return (
    <>
      <p>您对这个结果满意吗？</p>
      <div className="chips" role="group" aria-label="满意吗">
        {marks.map((mark) => (
          <Button key={mark} className="pill" aria-pressed={row.mark === mark} onClick={() => send(mark)}>
            {markNames[mark]}
          </Button>
        ))}
      </div>
    </>
  )
}
