import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { firstOf, refuse } from '#law/verdict'
import { api } from '#web/api'
import { Chip, type Hue } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { daysBetween, today } from '#web/words'
import type { Instrument } from '../contract.ts'
import { type InstrumentPower, instrumentNames, powerNames, powers, type Reply, replies, replyNames } from '../rules.ts'
import './decisions.css'
import { Box } from './StageSections.tsx'

const hues: Record<Reply, Hue> = { accepted: 'green', partly: 'amber', refused: 'red' }

/** 工会职权: the four powers as instruments with a day of reply (DEC-07). */
export function InstrumentsPage() {
  const { post } = useMe()
  const mayIssue = usePermission('democracy.manage')
  const mayReply = [mayIssue, usePermission('democracy.answer')].some(Boolean)
  const [isWriting, setWriting] = useState(false)
  const [answering, setAnswering] = useState<Instrument>()
  const columns: Column<Instrument>[] = [
    {
      key: 'title',
      title: '文书',
      always: true,
      render: ({ power, number, title, body }) => (
        <div className="decisions-cell">
          <b>
            {instrumentNames[power]} 第 {number} 号
          </b>
          <br />
          {title}
          <p className="faint decisions-written">{body}</p>
        </div>
      ),
    },
    { key: 'unionName', title: '工会' },
    { key: 'power', title: '职权', hidden: true, render: ({ power }) => powerNames[power] },
    { key: 'addressee', title: '送达' },
    { key: 'issuedOn', title: '发出日' },
    { key: 'replyBy', title: '答复期限' },
    {
      key: 'reply',
      title: '答复',
      render: (row) =>
        row.reply ? (
          <div className="decisions-cell">
            <Chip hue={hues[row.reply]}>{replyNames[row.reply]}</Chip>
            <p className="muted">
              {row.repliedOn} {row.replyText}
            </p>
          </div>
        ) : (
          <span className="chips">
            {daysBetween(row.replyBy, today()) > 0 && <Chip hue="red">逾期未答复</Chip>}
            {mayReply && row.unionId === post?.unionId && <Button onClick={() => setAnswering(row)}>答复</Button>}
          </span>
        ),
    },
  ]
  return (
    <Page
      above="工会职权"
      line="工会的四项职权，用正式文书行使，行政方按期答复。"
      acts={
        mayIssue && (
          <Button kind="primary" onClick={() => setWriting(true)}>
            发出文书
          </Button>
        )
      }
    >
      {isWriting && <IssueForm done={() => setWriting(false)} />}
      {answering && <ReplyForm key={answering.id} row={answering} done={() => setAnswering(undefined)} />}
      <Section title="发出的文书">
        <DataTable<Instrument>
          name="decisions-instruments"
          unit="件文书"
          rowKey={({ id }) => id}
          query={({ page, size }) => api.decisions.instruments.queryOptions({ input: { page, size } })}
          empty={<EmptyState title="还没有发出文书">组织职工、人事建议、列席会议、争取福利，都可以用文书提出来。</EmptyState>}
          columns={columns}
        />
      </Section>
    </Page>
  )
}

function IssueForm({ done }: { done: () => void }) {
  const [power, setPower] = useState<InstrumentPower>('seat')
  const [title, setTitle] = useState('')
  const [body, setBody] = useState('')
  const [addressee, setAddressee] = useState('')
  const [replyBy, setReplyBy] = useState<string>()
  const act = useMutation(api.decisions.issue.mutationOptions())
  const verdict = firstOf(
    title.trim().length < 4 ? refuse('title', '请写标题，至少 4 个字') : null,
    body.trim().length < 10 ? refuse('body', '请写内容，至少 10 个字') : null,
    addressee.trim().length < 2 ? refuse('addressee', '请写送给谁') : null,
    replyBy ? null : refuse('replyBy', '请写答复期限'),
  )
  return (
    <Section title="发出文书" padded>
      <label className="field">
        哪一项职权
        <select value={power} onChange={({ target }) => setPower(target.value as InstrumentPower)}>
          {powers.map((one) => (
            <option key={one} value={one}>
              {powerNames[one]}：{instrumentNames[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        标题
        <input value={title} maxLength={80} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <Box label="内容" value={body} change={setBody} rows={5} max={4000} />
      <label className="field">
        送给谁
        <input value={addressee} maxLength={60} onChange={({ target }) => setAddressee(target.value)} />
      </label>
      <div className="field">
        <DayField label="答复期限" value={replyBy} min={today()} pick={setReplyBy} />
      </div>
      <div className="acts">
        <Button onClick={done}>先不发</Button>
        <RuledButton
          verdict={verdict}
          busy={act.isPending}
          onClick={() => act.mutate({ power, title, body, addressee, replyBy: replyBy! }, { onSuccess: done })}
        >
          发出
        </RuledButton>
      </div>
    </Section>
  )
}

function ReplyForm({ row, done }: { row: Instrument; done: () => void }) {
  const [reply, setReply] = useState<Reply>('accepted')
  const [replyText, setText] = useState('')
  const act = useMutation(api.decisions.reply.mutationOptions())
  return (
    <Section title={`答复：${row.title}`} padded>
      <label className="field">
        结果
        <select value={reply} onChange={({ target }) => setReply(target.value as Reply)}>
          {replies.map((one) => (
            <option key={one} value={one}>
              {replyNames[one]}
            </option>
          ))}
        </select>
      </label>
      <Box label="答复和理由" value={replyText} change={setText} />
      <div className="acts">
        <Button onClick={done}>先不答复</Button>
        <RuledButton
          verdict={replyText.trim().length < 4 ? refuse('text', '请写答复和理由，至少 4 个字') : null}
          busy={act.isPending}
          onClick={() => act.mutate({ id: row.id, reply, replyText }, { onSuccess: done })}
        >
          提交答复
        </RuledButton>
      </div>
    </Section>
  )
}
