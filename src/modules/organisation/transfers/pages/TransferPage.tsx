import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Cite } from '#web/Cite'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { StateSteps } from '#web/StateSteps'
import type { Row } from '../contract.ts'
import { groundNames, sideNames, transferStateNames } from '../contract/words.ts'
import { maySpeak, mayWithdraw } from '../rules.ts'
import { stepsOf } from './steps.ts'
import './transfers.css'

const route = getRouteApi('/transfers/$id')

/** One transfer: where it stands, and what this side may say. Prints as 会员组织关系接转表 (DOC-04). */
export function TransferPage() {
  const { id } = route.useParams() as { id: string }
  const { data: row } = useSuspenseQuery(api.transfers.get.queryOptions({ input: { id } }))
  const { permissions } = useMe()
  const isRunning = row.waitsFor.length > 0
  return (
    <Page
      line={
        isRunning
          ? `${row.name}转会，等${row.waitsFor.map((side) => sideNames[side]).join('、')}确认。`
          : `${row.name}转会：${transferStateNames[row.state]}。`
      }
      above={<Link to={'/transfers' as '/'}>转会</Link>}
      acts={<Button onClick={() => print()}>打印接转表</Button>}
    >
      <Section title="会员组织关系接转" note={<Cite article={row.cite} />} padded>
        <StateSteps steps={stepsOf(row)} label="转会进度" />
        {isRunning && permissions.includes('members.decide') && <Acts row={row} />}
      </Section>
      <Section title="转会事项" padded>
        <Facts row={row} />
        {row.state === 'accepted' && row.mySides.includes('new') && (
          <Link to={`/members/${row.memberId}` as '/'} className="link no-print">
            打开会员档案，更正工作单位和岗位
          </Link>
        )}
      </Section>
    </Page>
  )
}

function Facts({ row }: { row: Row }) {
  const facts: [string, string | null][] = [
    ['姓名', row.name],
    ['转出', row.releasedBy ? `${row.fromName}（${row.releasedBy}）` : row.fromName],
    ['转入', row.takenBy ? `${row.toName}（${row.takenBy}）` : row.toName],
    ['事由', groundNames[row.ground]],
    ['说明', row.note],
    ['未办成的理由', row.reason],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value)
        .map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Acts({ row }: { row: Row }) {
  const { id, version, mySides } = row
  const release = useMutation(api.transfers.release.mutationOptions())
  const accept = useMutation(api.transfers.accept.mutationOptions())
  const refuse = useMutation(api.transfers.refuse.mutationOptions())
  const withdraw = useMutation(api.transfers.withdraw.mutationOptions())
  const onPaper = useMutation(api.transfers.agreeOnPaper.mutationOptions())
  const canTakeBack = mayWithdraw(row.startedBy, mySides) === null
  const end = async () => {
    const reason = await ask({
      title: canTakeBack ? '撤回这件转会？' : '不同意这件转会？',
      body: '会籍留在原工会，各方都能看到理由。会员凭会籍证明转来的，新工会应当接收。',
      act: canTakeBack ? '撤回' : '不同意',
      reasons: ['不在本单位工作', '本人不转了', '填错了工会'],
    })
    if (reason) (canTakeBack ? withdraw : refuse).mutate({ id, version, reason })
  }
  const paper = async () => {
    const how = await ask({
      title: '登记本人书面同意？',
      act: '登记',
      reasons: ['本人签字的接转表', '本人当面口头同意，双人见证'],
    })
    if (how) onPaper.mutate({ id, version, paper: how })
  }
  const isMine = (side: 'old' | 'new') => row.waitsFor.includes(side) && mySides.includes(side)
  return (
    <div className="acts no-print">
      {row.waitsFor.includes('old') && (
        <RuledButton
          kind={isMine('old') ? 'primary' : 'plain'}
          verdict={maySpeak('old', mySides, row.releasedAt)}
          busy={release.isPending}
          onClick={() => release.mutate({ id, version })}
        >
          同意转出
        </RuledButton>
      )}
      {row.waitsFor.includes('new') && (
        <RuledButton
          kind={isMine('new') && !isMine('old') ? 'primary' : 'plain'}
          verdict={maySpeak('new', mySides, row.takenAt)}
          busy={accept.isPending}
          onClick={() => accept.mutate({ id, version })}
        >
          接收转入
        </RuledButton>
      )}
      {row.waitsFor.includes('member') && (
        <Button busy={onPaper.isPending} onClick={paper}>
          登记本人书面同意
        </Button>
      )}
      <Button kind="link" busy={refuse.isPending || withdraw.isPending} onClick={end}>
        {canTakeBack ? '撤回' : '不同意'}
      </Button>
    </div>
  )
}
