import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { PersonPick } from '#web/PersonPick'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { ContestShown, Round } from '../contract.ts'
import { roundKindNames } from '../rules/names.ts'
import { outcomeNames } from '../rules/result.ts'
import type { Shown } from './ElectionPage.tsx'
import { Whole } from './fields.tsx'
import { stateAt } from './parts.tsx'
import { RoundResult } from './RoundResult.tsx'

const isAssembly = ({ electorate }: ContestShown) => electorate === 'assembly' || electorate === 'unit'

/** Ballots of the meeting, then of the first meetings of the new bodies; announcement between them. */
export function BallotSection({ election, isOurs }: Shown) {
  const announce = useMutation(api.elections.announce.mutationOptions())
  const { id, version, contests, announcedAt } = election
  const [first, later] = [contests.filter(isAssembly), contests.filter((one) => !isAssembly(one))]
  const isVoting = ['now', 'done'].includes(stateAt(election, 'ballot')) || stateAt(election, 'primary') === 'now'
  if (!isVoting) return null
  return (
    <>
      <Section title="投票和计票" note={announcedAt ? '结果已宣布' : undefined}>
        <Contests
          list={first}
          election={election}
          isOurs={isOurs}
          isOpen={stateAt(election, 'ballot') === 'now' || stateAt(election, 'primary') === 'now'}
        />
        {isOurs && stateAt(election, 'announcement') === 'now' && (
          <p className="card-body padded">
            <Button kind="primary" busy={announce.isPending} onClick={() => announce.mutate({ id, version })}>
              宣布选举结果
            </Button>
          </p>
        )}
      </Section>
      {later.length > 0 && stateAt(election, 'firstMeeting') !== 'later' && (
        <Section title="第一次全体会议" note="由新当选的人选举">
          <Contests list={later} election={election} isOurs={isOurs} isOpen={stateAt(election, 'firstMeeting') === 'now'} />
        </Section>
      )}
    </>
  )
}

type ContestsProps = Shown & { list: readonly ContestShown[]; isOpen: boolean }

function Contests({ list, election, isOurs, isOpen }: ContestsProps) {
  const open = useMutation(api.elections.openRounds.mutationOptions())
  const { id } = election
  const ready = list.filter((one) => one.settledAt === null && one.rounds.every(({ settledAt }) => settledAt) && isAssembly(one))
  const isFresh = ready.length > 1 && ready.every(({ rounds }) => rounds.length === 0)
  return (
    <>
      {isOurs && isOpen && isFresh && (
        <p className="card-body padded">
          <Button
            kind="primary"
            busy={open.isPending}
            onClick={() => open.mutate({ electionId: id, contestIds: ready.map((one) => one.id) })}
          >
            全部开始投票（一张选票）
          </Button>
        </p>
      )}
      {list.map((one) => (
        <Contest key={one.id} contest={one} election={election} isOurs={isOurs} isOpen={isOpen} />
      ))}
    </>
  )
}

function Contest({ contest, election, isOurs, isOpen }: Shown & { contest: ContestShown; isOpen: boolean }) {
  const last = contest.rounds.at(-1)
  const mayOpen = isOurs && isOpen && contest.settledAt === null && (!last || last.settledAt !== null)
  return (
    <div className="card-body padded">
      <h3>
        {contest.title}{' '}
        <Chip hue={contest.settledAt ? 'green' : undefined}>
          {contest.settledAt ? `选出 ${contest.elected.length}` : `应选 ${contest.seats}`}
        </Chip>
      </h3>
      {contest.rounds.map((round) => (
        <OneRound key={round.id} round={round} isOurs={isOurs} election={election} />
      ))}
      {mayOpen && <Next contest={contest} election={election} />}
    </div>
  )
}

/** The next ballot of a contest: the election, a run-off, the seats left; or leaving them open. */
function Next({ contest, election }: Pick<Shown, 'election'> & { contest: ContestShown }) {
  const open = useMutation(api.elections.openRounds.mutationOptions())
  const leave = useMutation(api.elections.leaveOpen.mutationOptions())
  const [present, setPresent] = useState(0)
  const [nominee, setNominee] = useState({ personId: null as string | null, personName: '' })
  const last = contest.rounds.at(-1)
  const outcome = last?.result?.outcome
  const begin = () =>
    open.mutate({
      electionId: election.id,
      contestIds: [contest.id],
      ...(!isAssembly(contest) && { present }),
      ...(nominee.personId && { nominees: [nominee.personId] }),
    })
  const stay = async (isReduced: boolean) => {
    const reason = await ask({
      title: isReduced ? '减少名额？' : '保留缺额，以后补选？',
      act: '记下',
      reasons: ['接近应选名额，大会同意减少', '候选人不足，以后补选'],
    })
    if (typeof reason === 'string')
      leave.mutate({ contestId: contest.id, reason, yes: isReduced ? (election.presentNow ?? 0) : null })
  }
  const word =
    outcome === 'tied'
      ? '就得票相等的人再选'
      : outcome === 'short'
        ? '补足名额再选'
        : outcome === 'void' || outcome === 'noQuorum'
          ? '重新投票'
          : '开始投票'
  return (
    <div className="elections-grid">
      {!isAssembly(contest) && <Whole label="到会人数" value={present} change={setPresent} />}
      {(outcome === 'short' || !isAssembly(contest)) && (
        <PersonPick label="当场提名（没有候选人时）" value={nominee} pick={setNominee} />
      )}
      <div className="acts">
        <Button busy={open.isPending} onClick={begin}>
          {word}
        </Button>
        {outcome === 'short' && (
          <>
            <Button onClick={() => stay(true)}>减少名额（到会的都同意）</Button>
            <Button kind="link" onClick={() => stay(false)}>
              保留缺额
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function OneRound({ round, isOurs, election }: Shown & { round: Round }) {
  const close = useMutation(api.elections.closeRounds.mutationOptions())
  const settle = useMutation(api.elections.settle.mutationOptions())
  const stop = async () => {
    const isSure = await ask({ title: '投票截止？', body: '截止后不能再开，也不能再收选票。', act: '截止' })
    if (isSure !== false) close.mutate({ id: round.id })
  }
  const fix = async () => {
    const isOver = round.sheet!.returned > round.sheet!.issued
    const reason = isOver
      ? await ask({
          title: '收回多于发出，按规定选举无效',
          body: '重新投票请直接确定结果；确有理由仍要计票的，写明理由。',
          act: '确定结果',
          reasons: ['选举无效，重新选举'],
        })
      : ''
    if (reason !== false) settle.mutate({ id: round.id, letStand: isOver && !reason.startsWith('选举无效') ? reason : '' })
  }
  return (
    <div>
      <p>
        <b>{roundKindNames[round.kind]}</b> 应到 {round.expected}，实到 {round.present}
        {round.result && <> · {outcomeNames[round.result.outcome]}</>}
      </p>
      {isOurs && !round.closedAt && (
        <div className="acts">
          <Chip hue="amber">正在投票</Chip>
          <Link to={`/elections/${election.id}/roll` as '/'} className="btn plain">
            发选票
          </Link>
          <Button kind="primary" busy={close.isPending} onClick={stop}>
            投票截止
          </Button>
        </div>
      )}
      {isOurs && round.closedAt && !round.sheet && (
        <p>
          {round.counted.length ? `${round.counted.map(({ name }) => name).join('、')}已录入。` : '等两名计票人录入。'}
          {round.differences?.length ? <span className="late"> {round.differences.length} 处不一致。</span> : null}{' '}
          <Link to={`/elections/${election.id}/station` as '/'}>去计票台</Link>
        </p>
      )}
      {isOurs && round.sheet && !round.settledAt && (
        <Button kind="primary" busy={settle.isPending} onClick={fix}>
          确定结果
        </Button>
      )}
      {round.result && <RoundResult round={round} />}
    </div>
  )
}
