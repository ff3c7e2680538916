import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Row } from '../contract.ts'
import { memberStatusNames, tags } from '../contract/words.ts'
import { MemberLink, said } from './words.tsx'
import './members.css'

const why = { birth: '姓名和出生日期相同', mobile: '手机号相同', employer: '同一单位，姓名读音相同' } as const
type Record_ = Row & { createdAt: Date; stays: number }
type Pair = { by: keyof typeof why; records: Record_[] }

/** 疑似重复: pairs that may be one person, side by side. */
export function DuplicatesPage() {
  const { data: pairs } = useSuspenseQuery(api.members.duplicates.queryOptions({ input: {} }))
  return (
    <Page
      line={pairs.length ? `${pairs.length} 对档案可能是同一个人。` : '没有发现重复的档案。'}
      above="两个不同的证件号就是两个人；这里列出的每一对，至少有一份没填证件号。"
    >
      {pairs.length === 0 && (
        <div className="card">
          <EmptyState title="没有疑似重复">新登记、新导入之后会再查。</EmptyState>
        </div>
      )}
      {pairs.map((pair) => (
        <PairCard key={pair.records.map(({ id }) => id).join()} pair={pair} />
      ))}
    </Page>
  )
}

const lines: readonly [title: string, of: (record: Record_) => string][] = [
  ['所在工会', ({ unionName }) => unionName],
  ['会籍', ({ status, joinedOn }) => `${memberStatusNames[status]}${joinedOn ? `，${joinedOn} 入会` : ''}`],
  ['性别、年龄', ({ sex, age }) => [said('sex', sex), age === null ? '年龄未填' : `${age} 岁`].join('，')],
  ['证件号码', ({ idNumber }) => idNumber ?? '未填'],
  ['手机号', ({ mobile }) => mobile ?? '未填'],
  ['工作单位', ({ employer }) => employer ?? '未填'],
  ['岗位', ({ job }) => job ?? '未填'],
  ['会员证号', ({ number }) => number ?? '无'],
  ['会籍经过', ({ stays }) => `${stays} 段`],
  ['标签', ({ tags: codes }) => codes.map((code) => tags[code].name).join('、') || '无'],
]

function PairCard({ pair: { by, records } }: { pair: Pair }) {
  const [a, b] = records as [Record_, Record_]
  const [keepId, setKeep] = useState(a.idNumber || !b.idNumber ? a.id : b.id)
  const merge = useMutation(api.members.merge.mutationOptions())
  const dropId = keepId === a.id ? b.id : a.id
  const submit = async () => {
    const reason = await ask({
      title: '确认是同一个人，并成一份档案？',
      body: '两份档案的经过、标签和办过的事都合到保留的那一份；以后可以撤销。',
      act: '并档',
      reasons: ['已与本人核对', '已与单位核对', '两次登记，证件相同'],
    })
    if (reason) merge.mutate({ keepId, dropId, reason })
  }
  return (
    <Section title={`${a.name} · ${b.name}`} note={why[by]}>
      <table className="pair">
        <thead>
          <tr>
            <th scope="col">保留哪一份</th>
            {records.map((record) => (
              <th key={record.id} scope="col">
                <label className="check">
                  <input
                    type="radio"
                    name={records[0]!.id + records[1]!.id}
                    checked={keepId === record.id}
                    onChange={() => setKeep(record.id)}
                  />
                  <MemberLink {...record} />
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([title, of]) => (
            <tr key={title} className={of(a) === of(b) ? '' : 'differs'}>
              <th scope="row">{title}</th>
              {records.map((record) => (
                <td key={record.id}>{of(record)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="card-foot acts">
        <Button busy={merge.isPending} onClick={submit}>
          是同一个人，并档
        </Button>
        <span className="faint">保留的档案没填的，取另一份的。</span>
      </div>
    </Section>
  )
}
