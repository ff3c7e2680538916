import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import { ChangeWords, MemberLink } from './words.tsx'
import './members.css'

const stateNames = { asked: '等处理', withdrawn: '本人撤回', accepted: '已改', refused: '未同意' } as const

/** 更正申请: what members asked to have put right. */
export function CorrectionsPage() {
  const [isOpen, setOpen] = useState(true)
  const { data } = useSuspenseQuery(api.members.corrections.queryOptions({ input: { isOpen, size: 50 } }))
  return (
    <Page
      line={
        isOpen
          ? data.total
            ? `${data.total} 份更正申请等着处理。`
            : '没有等着处理的更正申请。'
          : `处理过 ${data.total} 份更正申请。`
      }
      acts={<Button onClick={() => setOpen(!isOpen)}>{isOpen ? '看处理过的' : '看等处理的'}</Button>}
    >
      <Section title={isOpen ? '等处理的' : '处理过的'} note={isOpen ? '先到的在前，承诺 15 日内答复' : '最近的在前'}>
        {data.rows.length === 0 ? (
          <EmptyState title={isOpen ? '都处理完了' : '还没有处理过'}>会员在手机上“我的资料”里可以申请更正。</EmptyState>
        ) : (
          <ol className="course">
            {data.rows.map((row) => (
              <li key={row.id}>
                <p className="when">
                  {momentInWords(row.askedAt)} · {row.unionName}
                </p>
                <p>
                  <MemberLink id={row.memberId} name={row.memberName} /> 申请更正{' '}
                  {!isOpen && <Chip>{stateNames[row.state]}</Chip>}
                </p>
                {row.changes.map((change) => (
                  <p key={change.field}>
                    <ChangeWords {...change} />
                  </p>
                ))}
                {row.note && <p className="muted">本人说：{row.note}</p>}
                {row.reason && <p className="muted">答复：{row.reason}</p>}
                {row.state === 'asked' && <Decide id={row.id} name={row.memberName} />}
              </li>
            ))}
          </ol>
        )}
      </Section>
    </Page>
  )
}

function Decide({ id, name }: { id: string; name: string }) {
  const decide = useMutation(api.members.decideCorrection.mutationOptions())
  const submit = async (isAccepted: boolean) => {
    const reason = await ask({
      title: isAccepted ? `按申请更正${name}的资料？` : `不同意${name}的更正申请？`,
      body: isAccepted ? '档案马上改好，本人能看到。' : '本人会看到您写的理由。',
      act: isAccepted ? '更正' : '不同意',
      reasons: isAccepted ? ['已核对证件', '已与单位核对', '电话核对无误'] : ['与证件不符', '请补充证明材料', '与单位花名册不符'],
    })
    if (reason) decide.mutate({ id, isAccepted, reason })
  }
  return (
    <div className="acts">
      <Button busy={decide.isPending} onClick={() => submit(true)}>
        同意更正
      </Button>
      <Button kind="link" onClick={() => submit(false)}>
        不同意
      </Button>
    </div>
  )
}
