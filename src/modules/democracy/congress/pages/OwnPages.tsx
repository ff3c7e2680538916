import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Booth } from '#web/ballots'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Own } from '../contract.ts'
import { answerNames, itemKindNames, markNames, marks, sessionStateNames } from '../rules/names.ts'
import './congress.css'

/** The congresses a worker has to do with. */
export function OwnListPage() {
  const { data } = useQuery(api.congress.mine.queryOptions())
  return (
    <Page line={data?.some(({ isVoting }) => isVoting) ? '正在表决，请投票。' : '职工代表大会。'}>
      {data?.length === 0 && <EmptyState title="现在没有职代会">开会前材料会发给代表，会后决议在这里公布。</EmptyState>}
      {data?.map(({ id, title, unionName, opensOn, state, isDeputy, isVoting }) => (
        <Section key={id} title={title} note={sessionStateNames[state]} padded>
          <p>
            {unionName}，{opensOn} {isDeputy && <Chip>我是代表</Chip>} {isVoting && <Chip hue="red">正在表决</Chip>}
          </p>
          <Link to={`/congress/${id}` as '/'} className="btn plain">
            打开
          </Link>
        </Section>
      ))}
    </Page>
  )
}

/** One session: what is to be done now first, then papers, opinions, resolutions. */
export function OwnPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useQuery({ ...api.congress.own.queryOptions({ input: { id } }), refetchInterval: 5000 })
  if (error)
    return (
      <Page line="没有找到这次会议">
        <EmptyState title={inWords(error).title} />
      </Page>
    )
  if (!data) return <Page line="职代会" />
  return (
    <Page line={lineOf(data)} above={`${data.unionName} · ${data.opensOn} ${data.place ?? ''}`}>
      {data.isDeputy && !data.isPresent && (data.state === 'preparing' || data.state === 'open') && <Here id={id} />}
      <Voting session={data} />
      {data.isDeputy && data.state === 'open' && data.isPresent && <Speak session={data} />}
      {data.items.map((item) => (
        <Section key={item.id} title={item.title} note={itemKindNames[item.kind]} padded>
          {item.result?.passed != null && (
            <p>
              <Chip hue={item.result.passed ? 'green' : 'red'}>{item.result.passed ? '通过' : '没有通过'}</Chip>
            </p>
          )}
          {item.body && <p style={{ whiteSpace: 'pre-wrap' }}>{item.body}</p>}
          {item.resolution && <p>决议：{item.resolution}</p>}
        </Section>
      ))}
      {data.isDeputy && (data.state === 'preparing' || data.state === 'open') && <Say id={id} />}
      <Said list={data.opinions} />
      <Tasks session={data} />
    </Page>
  )
}

function lineOf({ items, isPresent, title, state, isDeputy }: Own) {
  const isVoting = items.some(({ openedAt, closedAt, way }) => openedAt && !closedAt && (way === 'phones' || way === 'secret'))
  if (isDeputy && isVoting) return isPresent ? '现在可以表决。' : '正在表决，请先签到。'
  return `${title}${sessionStateNames[state]}。`
}

function Here({ id }: { id: string }) {
  const { code } = useSearch({ strict: false }) as { code?: string | number }
  const [typed, setTyped] = useState(String(code ?? ''))
  const arrive = useMutation(
    api.congress.arriveMine.mutationOptions({ onSuccess: () => notify({ tone: 'good', title: '已签到' }) }),
  )
  return (
    <Section title="签到" note="扫大屏幕上的二维码，或输入签到码" padded>
      <label className="field">
        签到码
        <input maxLength={16} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <Button kind="primary" busy={arrive.isPending} onClick={() => arrive.mutate({ id, code: typed })}>
        签到
      </Button>
    </Section>
  )
}

function Voting({ session }: { session: Own }) {
  const { person } = useMe()
  const vote = useMutation(api.congress.vote.mutationOptions({ onSuccess: () => notify({ tone: 'good', title: '已表决' }) }))
  if (!session.isDeputy || !session.isPresent) return null
  const open = session.items.filter(({ openedAt, closedAt }) => openedAt && !closedAt)
  return (
    <>
      {open.map((item) =>
        item.way === 'secret' && item.ballotId ? (
          <Booth key={item.id} ballotId={item.ballotId} owner={person?.id ?? ''} />
        ) : item.way === 'phones' ? (
          <Section key={item.id} title={`表决：${item.title}`} note="记名，投出不能改" padded>
            {item.myMark ? (
              <p>
                您已表决：<b>{markNames[item.myMark]}</b>
              </p>
            ) : (
              <div className="congress-votes">
                {marks.map((mark) => (
                  <Button
                    key={mark}
                    kind={mark === 'yes' ? 'primary' : 'plain'}
                    busy={vote.isPending}
                    onClick={() => vote.mutate({ itemId: item.id, mark })}
                  >
                    {markNames[mark]}
                  </Button>
                ))}
              </div>
            )}
          </Section>
        ) : null,
      )}
    </>
  )
}

function Speak({ session }: { session: Own }) {
  const speak = useMutation(api.congress.askToSpeak.mutationOptions())
  return (
    <Section title="发言" padded>
      {session.isWaitingToSpeak ? (
        <p>已申请发言，请等主持人点名。</p>
      ) : (
        <Button busy={speak.isPending} onClick={() => speak.mutate({ id: session.id })}>
          申请发言
        </Button>
      )}
    </Section>
  )
}

function Say({ id }: { id: string }) {
  const [body, setBody] = useState('')
  const say = useMutation(
    api.congress.say.mutationOptions({
      onSuccess: () => (setBody(''), notify({ tone: 'good', title: '已收到，每条意见都会答复' })),
    }),
  )
  return (
    <Section title="对材料提意见" padded>
      <label className="field">
        意见
        <textarea rows={3} maxLength={1000} value={body} onChange={(event) => setBody(event.target.value)} />
      </label>
      <Button busy={say.isPending} onClick={() => say.mutate({ sessionId: id, itemId: null, body })}>
        提交意见
      </Button>
    </Section>
  )
}

const Said = ({ list }: { list: Own['opinions'] }) =>
  list.length ? (
    <Section title="代表意见和答复" padded>
      {list.map(({ id, body, who, answer, reply }) => (
        <p key={id}>
          {body} <span className="muted">（{who}）</span>
          <br />
          {answer ? `${answerNames[answer]}：${reply}` : <span className="muted">等答复</span>}
        </p>
      ))}
    </Section>
  ) : null

function Tasks({ session }: { session: Own }) {
  const judge = useMutation(api.congress.judgeTask.mutationOptions())
  if (!session.tasks.length) return null
  const dispute = async (id: string, title: string) => {
    const note = await ask({ title: `“${title}”哪里没有落实？`, act: '提出异议', reasons: ['没有做完', '与决议不符'] })
    if (note !== false) judge.mutate({ id, confirms: false, note })
  }
  return (
    <Section title="决议落实" padded>
      {session.tasks.map(({ id, title, owner, dueOn, doneOn, evidence, myView }) => (
        <div key={id}>
          <p>
            <b>{title}</b> <Chip hue={doneOn ? 'green' : 'amber'}>{doneOn ? '已办结' : '办理中'}</Chip>
            <br />
            <span className="muted">
              {owner}，期限 {dueOn}
              {doneOn && `，${evidence}`}
            </span>
          </p>
          {doneOn && session.isDeputy && (
            <p className="acts">
              {myView !== null && <Chip>{myView ? '我已确认' : '我有异议'}</Chip>}
              <Button aria-label={`确认落实：${title}`} onClick={() => judge.mutate({ id, confirms: true, note: null })}>
                确认落实
              </Button>
              <Button kind="link" aria-label={`有异议：${title}`} onClick={() => dispute(id, title)}>
                有异议
              </Button>
            </p>
          )}
        </div>
      ))}
    </Section>
  )
}
