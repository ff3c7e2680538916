import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { usePermission } from '#web/me'
import { QrCode } from '#web/QrCode'
import type { Item, Session } from '../contract.ts'
import { itemKindNames, wayNames } from '../rules/names.ts'
import { quorum } from '../rules/voting.ts'
import './congress.css'

/** What the hall sees: presence and the code to scan, the matter and its vote, the result at once, who speaks. 1920×1080. */
export function ScreenPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useQuery({ ...api.congress.get.queryOptions({ input: { id } }), refetchInterval: 900 })
  if (!data) return <main className="congress-screen" aria-busy="true" />
  const speaking = data.speakers.find(({ calledAt }) => calledAt)
  return (
    <main className="congress-screen">
      <header>
        <p>{data.unionName}</p>
        <h1>{data.title}</h1>
      </header>
      <Middle session={data} />
      <footer>
        {speaking && (
          <p>
            发言：{speaking.unitName} {speaking.name}
          </p>
        )}
        {data.speakers.length > 1 && (
          <p>
            等候发言：
            {data.speakers
              .filter(({ calledAt }) => !calledAt)
              .slice(0, 5)
              .map(({ name }) => name)
              .join('、')}
          </p>
        )}
      </footer>
    </main>
  )
}

function Middle({ session }: { session: Session }) {
  const open = session.items.find(({ openedAt, closedAt }) => openedAt && !closedAt)
  if (session.state === 'preparing') return <Presence session={session} />
  if (open) return <Voting item={open} session={session} />
  const last = session.items.filter(({ closedAt }) => closedAt).sort((a, b) => b.closedAt!.getTime() - a.closedAt!.getTime())[0]
  if (last) return <Outcome item={last} />
  return <Presence session={session} />
}

function Presence({ session: { id, expected, deputies, presentNow, state } }: { session: Session }) {
  const mayShow = usePermission('democracy.manage') && (state === 'preparing' || state === 'open')
  const { data } = useQuery({
    ...api.congress.doorCode.queryOptions({ input: { id } }),
    refetchInterval: 10_000,
    enabled: mayShow,
  })
  const all = expected ?? deputies
  const { met, needed } = quorum(presentNow, all)
  return (
    <div className="congress-pair">
      <div>
        <p>应到代表 {all} 人，已签到</p>
        <p className="congress-big">{presentNow}</p>
        <p>{met ? '已达到三分之二，可以开会' : `至少 ${needed} 人到会才能开会`}</p>
      </div>
      {data && (
        <div>
          <QrCode text={`${location.origin}/m/congress/${id}?code=${data.code}`} label="签到二维码" />
          <p>扫码签到，或到签到处</p>
        </div>
      )}
    </div>
  )
}

/** What is being dealt with; never who has voted. */
const Voting = ({ item, session }: { item: Item; session: Session }) => (
  <div className="congress-pair">
    <div>
      <p>
        {itemKindNames[item.kind]} · {wayNames[item.way]}
      </p>
      <h2>{item.title}</h2>
      {item.choices.length > 0 && <p>{item.choices.map(({ name }) => name).join('　')}</p>}
      <p>
        {item.way === 'none' ? '正在审议' : `正在表决，须全体代表 ${item.expected} 人过半数通过；到会 ${session.presentNow} 人`}
      </p>
    </div>
    {(item.way === 'phones' || item.way === 'secret') && (
      <div>
        <QrCode text={`${location.origin}/m/congress/${session.id}`} label="表决二维码" />
        <p>打开手机表决</p>
      </div>
    )}
  </div>
)

const Outcome = ({ item: { title, result, expected, kind } }: { item: Item }) => (
  <div>
    <p>{itemKindNames[kind]}</p>
    <h2>{title}</h2>
    {result?.passed === null ? (
      <p>{result.working || '审议结束'}</p>
    ) : (
      <>
        <p className="congress-big">{result?.passed ? '通过' : '没有通过'}</p>
        {result?.lines.length ? (
          <p>{result.lines.map(({ name, yes, isElected }) => `${name} ${yes} 票${isElected ? '，当选' : ''}`).join('　')}</p>
        ) : (
          <p>
            赞成 {result?.yes}　反对 {result?.no}　弃权 {result?.abstain}（全体代表 {expected} 人）
          </p>
        )}
      </>
    )}
  </div>
)
