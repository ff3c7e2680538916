import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api } from '#web/api'
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
import { electionStateNames } from '../rules/names.ts'
import './elections.css'

/** The elections a worker has to do with. */
export function OwnListPage() {
  const { data } = useQuery(api.elections.mine.queryOptions())
  return (
    <Page line={data?.some(({ state }) => state === 'open') ? '有正在进行的选举。' : '工会选举。'}>
      {data?.length === 0 && <EmptyState title="现在没有选举">本单位工会选举时，名册、候选人和投票都在这里。</EmptyState>}
      {data?.map((row) => (
        <Section key={row.id} title={row.title} note={electionStateNames[row.state]} padded>
          <p>
            {row.unionName}
            {row.meetingOn && `，${row.meetingOn} 开会`} {row.presentHow && <Chip hue="green">已签到</Chip>}
          </p>
          <Link to={`/elections/${row.id}` as '/'} className="btn plain">
            打开
          </Link>
        </Section>
      ))}
    </Page>
  )
}

/** One election as its voter sees it: one thing to do at a time, in plain words. */
export function OwnPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useQuery({ ...api.elections.own.queryOptions({ input: { id } }), refetchInterval: 15_000 })
  if (error)
    return (
      <Page line="没有找到这次选举">
        <EmptyState title={inWords(error).title} />
      </Page>
    )
  if (!data) return <Page line="选举" />
  return (
    <Page line={lineOf(data)} above={data.unionName}>
      {data.asked.map(({ candidateId, title }) => (
        <Asked key={candidateId} candidateId={candidateId} title={title} />
      ))}
      <Voting election={data} />
      {data.contests.map((one) => (
        <Section key={one.id} title={one.title} note={`应选 ${one.seats} 人`} padded>
          {one.elected.length > 0 && (
            <p>
              <Chip hue="green">当选</Chip> {one.elected.join('、')}
            </p>
          )}
          {!one.elected.length &&
            (one.candidates.length ? <Candidates list={one.candidates} /> : <p className="muted">候选人还没有公示。</p>)}
        </Section>
      ))}
      {data.state === 'open' && !data.announcedAt && <Say election={data} />}
      {data.announcedAt && (
        <p>
          <a href={`/board/elections/${data.id}`}>看全部得票和核对方法</a>
        </p>
      )}
    </Page>
  )
}

function lineOf({ title, announcedAt, contests, isOnRoll, presentHow }: Own) {
  if (announcedAt) return `${title}结果已宣布。`
  if (contests.some(({ round }) => round?.isOpen)) return presentHow ? '现在可以投票。' : '正在投票，请先签到。'
  return isOnRoll ? `${title}，您在选民名册上。` : `${title}。`
}

/** One ballot holds everything that is open for him; the booth does the rest. */
function Voting({ election }: { election: Own }) {
  const { person } = useMe()
  const open = election.contests.flatMap(({ round }) => (round?.isOpen ? [round] : []))
  if (!open.length || !election.isOnRoll) return null
  if (election.paperGiven) return <Note text="您已领纸质选票，请把填好的选票投进票箱。" />
  if (!election.presentHow) return <Note text="请扫会场大屏幕上的二维码签到，或到签到处签到。签到后这里可以投票。" />
  const ballots = [...new Set(open.flatMap(({ ballotId }) => ballotId ?? []))]
  if (!ballots.length) return <Note text="这次用纸质选票，请到发票处领取。" />
  return (
    <>
      {ballots.map((ballotId) => (
        <Booth key={ballotId} ballotId={ballotId} owner={person?.id ?? ''} />
      ))}
    </>
  )
}

const Note = ({ text }: { text: string }) => (
  <Section title="投票" padded>
    <p>{text}</p>
  </Section>
)

const Candidates = ({ list }: { list: Own['contests'][number]['candidates'] }) => (
  <ul className="elections-rows">
    {list.map(({ id, name, sex, unitName, job }) => (
      <li key={id}>
        <b>{name}</b>{' '}
        <span className="muted">
          {[sex === 'female' ? '女' : sex === 'male' ? '男' : '', unitName, job].filter(Boolean).join(' · ')}
        </span>
      </li>
    ))}
  </ul>
)

function Asked({ candidateId, title }: { candidateId: string; title: string }) {
  const consent = useMutation(api.elections.consentMine.mutationOptions())
  return (
    <Section title={`您被推荐为${title}候选人`} padded>
      <p>愿意作候选人吗？</p>
      <div className="acts">
        <Button kind="primary" busy={consent.isPending} onClick={() => consent.mutate({ id: candidateId, isWilling: true })}>
          愿意
        </Button>
        <Button busy={consent.isPending} onClick={() => consent.mutate({ id: candidateId, isWilling: false })}>
          不愿意
        </Button>
      </div>
    </Section>
  )
}

function Say({ election: { id, rollHash, contests } }: { election: Own }) {
  const say = useMutation(api.elections.challengeMine.mutationOptions())
  const [about, setAbout] = useState(rollHash ? '' : 'roll')
  const [body, setBody] = useState('')
  const submit = () =>
    say.mutate(
      {
        electionId: id,
        about: about === 'roll' ? 'roll' : 'candidate',
        candidateId: about === 'roll' || about === '' ? null : about,
        body,
      },
      { onSuccess: () => (setBody(''), notify({ tone: 'good', title: '已收到，工会会答复' })) },
    )
  return (
    <Section title="对名册或候选人有意见" note="只有工会和上级看得到" padded>
      <label className="field">
        对谁
        <select value={about} onChange={({ target }) => setAbout(target.value)}>
          {!rollHash && <option value="roll">选民名册</option>}
          {rollHash && <option value="">候选人名单</option>}
          {contests.flatMap(({ candidates, title }) =>
            candidates.map(({ id: candidate, name }) => (
              <option key={candidate} value={candidate}>
                {name}（{title}）
              </option>
            )),
          )}
        </select>
      </label>
      <label className="field">
        意见
        <textarea rows={3} value={body} onChange={({ target }) => setBody(target.value)} />
      </label>
      <Button busy={say.isPending} onClick={submit}>
        提意见
      </Button>
    </Section>
  )
}

/** Where the code on the big screen leads: signs in and goes on to the election. */
export function HerePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { code = '' } = useSearch({ strict: false }) as { code?: string }
  const navigate = useNavigate()
  const arrive = useMutation({ ...api.elections.arriveMine.mutationOptions(), meta: { quiet: true } })
  const { mutate } = arrive
  useEffect(() => mutate({ electionId: id, code: String(code) }), [mutate, id, code])
  useEffect(() => {
    if (arrive.isSuccess) void navigate({ to: `/elections/${id}` as '/' })
  }, [arrive.isSuccess, navigate, id])
  return (
    <Page line={arrive.error ? '没有签上到。' : '正在签到。'}>
      {arrive.error && (
        <EmptyState title={inWords(arrive.error).title} act={<Link to={`/elections/${id}` as '/'}>看这次选举</Link>} />
      )}
    </Page>
  )
}
