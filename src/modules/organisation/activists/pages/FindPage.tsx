import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { PersonPick, type Person } from '#web/PersonPick'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import { refuse } from '#law/verdict'
import type { Finding, Nomination } from '../contract.ts'

const nobody: Person = { personId: null, personName: '' }

/** Nominations that wait for an answer, and people who take part and are not known as activists yet. */
export function FindPage() {
  const { data } = useQuery(api.activists.nominations.queryOptions({ input: { size: 50 } }))
  return (
    <Page
      above="积极分子"
      line={data ? (data.total ? `职工推荐了 ${data.total} 位同事，等您答复。` : '没有等答复的推荐。') : '发现和推荐'}
    >
      {data?.rows.map((row) => (
        <Answering key={row.id} row={row} />
      ))}
      <Section title="直接登记" padded>
        <Adding />
      </Section>
      <Section title="参与中发现" note="参加筹建、培训、当过小组长或承办过决定，还不是干部和积极分子的；按组织顺序">
        <DataTable<Finding>
          name="activist-findings"
          unit="名职工"
          columns={columns}
          query={({ page, size }) => api.activists.findings.queryOptions({ input: { page, size } })}
          rowKey={({ memberId }) => memberId}
          empty={<EmptyState title="还没有发现">职工参加筹建、培训、小组工作后会出现在这里。</EmptyState>}
        />
      </Section>
    </Page>
  )
}

const columns: Column<Finding>[] = [
  { key: 'personName', title: '姓名', always: true },
  { key: 'unionName', title: '工会' },
  { key: 'took', title: '参与了什么', render: ({ took }) => took.map(({ what, onDay }) => `${what}（${onDay}）`).join('；') },
  { key: 'act', title: '办理', render: (row) => <AddFound row={row} /> },
]

function AddFound({ row }: { row: Finding }) {
  const add = useMutation(api.activists.add.mutationOptions())
  const file = async () => {
    const reason = await ask({
      title: `把${row.personName}登记为积极分子？`,
      act: '登记',
      reasons: ['热心帮助工友，群众信任', '积极参加工会工作'],
    })
    if (reason !== false)
      add.mutate(
        { memberId: row.memberId, foundHow: 'participation', reason },
        { onSuccess: () => notify({ tone: 'good', title: `${row.personName}已登记为积极分子` }) },
      )
  }
  return <Button onClick={file}>登记</Button>
}

function Adding() {
  const [person, setPerson] = useState(nobody)
  const [reason, setReason] = useState('')
  const add = useMutation(api.activists.add.mutationOptions())
  const verdict =
    person.personId === null
      ? refuse('who', '请从名单里选人')
      : reason.trim().length < 4
        ? refuse('why', '请写理由，至少 4 个字')
        : null
  const file = () =>
    add.mutate(
      { memberId: person.personId!, foundHow: 'union', reason },
      {
        onSuccess: () => (
          notify({ tone: 'good', title: `${person.personName}已登记为积极分子` }), setPerson(nobody), setReason('')
        ),
      },
    )
  return (
    <>
      <PersonPick label="职工" value={person} pick={setPerson} />
      <label className="field">
        理由
        <input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
      </label>
      <div className="acts">
        <RuledButton verdict={verdict} busy={add.isPending} onClick={file}>
          登记
        </RuledButton>
      </div>
    </>
  )
}

function Answering({ row }: { row: Nomination }) {
  const [person, setPerson] = useState<Person>({ personId: null, personName: row.nomineeName })
  const decide = useMutation(api.activists.decide.mutationOptions())
  const accept = () =>
    decide.mutate(
      { id: row.id, decision: 'accepted', memberId: person.personId!, reason: '核实情况属实，登记为积极分子' },
      { onSuccess: () => notify({ tone: 'good', title: '已采纳并登记' }) },
    )
  const refusing = async () => {
    const reason = await ask({ title: '不采纳这件推荐？', act: '不采纳', reasons: ['已经是工会干部', '情况还要再了解'] })
    if (reason !== false) decide.mutate({ id: row.id, decision: 'refused', reason })
  }
  return (
    <Section title={`${row.byName}推荐${row.nomineeName}`} note={`${row.unionName} · ${momentInWords(row.at)}`} padded>
      <p>
        {row.nomineePlace && <span className="muted">{row.nomineePlace}：</span>}
        {row.reason}
      </p>
      <PersonPick label="是哪一位" value={person} pick={setPerson} />
      <div className="acts">
        <Button onClick={refusing}>不采纳</Button>
        <RuledButton
          kind="primary"
          verdict={person.personId ? null : refuse('who', '请从名单里选出被推荐的人')}
          busy={decide.isPending}
          onClick={accept}
        >
          采纳
        </RuledButton>
      </div>
    </Section>
  )
}
