import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Cite } from '#web/Cite'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { StateSteps } from '#web/StateSteps'
import { changeKindNames } from '../contract/words.ts'
import { stepsOf } from './steps.ts'

/** 退会、保留会籍 */
export function MyStandingPage() {
  const { data } = useSuspenseQuery(api.standing.mine.queryOptions())
  const { data: card } = useSuspenseQuery(api.joining.card.queryOptions())
  const leave = useMutation(api.standing.leaveMine.mutationOptions())
  const stay = useMutation(api.standing.stayMine.mutationOptions())
  const open = data.find(({ state }) => state === 'open')
  const isIn = card.status === 'member' || card.status === 'retained'
  const tell = async () => {
    const body = '退会自由。工会宣布后会员证失效，不再享受会员服务；以后可以重新申请入会。退休、失业的，可以保留会籍，不用退。'
    if ((await ask({ title: '要退会吗？', body, act: '告诉工会我要退会', danger: true })) !== false) leave.mutate({ note: null })
  }
  return (
    <Page
      line={open ? `${changeKindNames[open.kind]}正在办理。` : isIn ? '您的会籍一切正常。' : '您现在不在会。'}
      above={card.unionName}
    >
      {data.map((row) => (
        <Section key={row.id} title={changeKindNames[row.kind]} padded>
          <StateSteps steps={stepsOf(row)} label={changeKindNames[row.kind]} />
          <Cite article={row.cite} />
          {row.reason && <p>理由：{row.reason}</p>}
          {row.state === 'open' && row.startedBy === 'member' && (
            <Button busy={stay.isPending} onClick={() => stay.mutate({ id: row.id })}>
              不退了，收回
            </Button>
          )}
        </Section>
      ))}
      {isIn && !open && (
        <>
          <Section title="保留会籍" padded>
            <p>
              退休、失业、长期离岗的，可以保留会籍：不用交会费，会员证仍有效；保留期间没有选举权、被选举权和表决权。请告诉工会小组长，由工会办理。内部退养、待岗的会籍不变。
            </p>
            <Cite article="《中国工会章程》第八条（待核对）" />
          </Section>
          <Section title="退会" padded>
            <p>
              入会自愿，退会自由。告诉工会就可以，不用谁批准。 <Cite article="《中国工会章程》第六条（待核对）" />
            </p>
            <Button kind="danger" busy={leave.isPending} onClick={tell}>
              我要退会
            </Button>
          </Section>
        </>
      )}
      {!isIn && data.length === 0 && <EmptyState title="还没有入会">入会后，在这里办保留会籍和退会。</EmptyState>}
    </Page>
  )
}
