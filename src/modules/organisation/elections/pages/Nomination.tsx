import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { PersonPick } from '#web/PersonPick'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { CandidateShown, ContestShown } from '../contract.ts'
import { blockOf } from '../rules/findings.ts'
import { Checked } from './Checked.tsx'
import type { Shown } from './ElectionPage.tsx'
import { Whole } from './fields.tsx'
import { Findings, stateAt } from './parts.tsx'

/** Recommendation by branches and groups, the shortlist of each post, what is found out, consent. */
export function Nomination({ election, isOurs }: Shown) {
  const state = stateAt(election, 'nomination')
  const complete = useMutation(api.elections.completeNomination.mutationOptions())
  const file = useMutation(api.elections.file.mutationOptions())
  if (state === 'later' || state === 'notNeeded') return null
  const { id, version, contests } = election
  const isOpen = isOurs && state === 'now'
  const mayReport =
    isOurs &&
    stateAt(election, 'review') === 'now' &&
    !election.filings.some(({ what, answeredAt }) => what === 'candidates' && !answeredAt)
  return (
    <>
      {contests.map((contest) => (
        <Post key={contest.id} contest={contest} isOpen={isOpen} isOurs={isOurs} unionId={election.unionId} />
      ))}
      {(isOpen || mayReport) && (
        <div className="acts">
          {isOpen ? (
            <RuledButton
              kind="primary"
              verdict={blockOf(contests.flatMap(({ findings }) => findings))}
              busy={complete.isPending}
              onClick={() => complete.mutate({ id, version })}
            >
              名单定稿
            </RuledButton>
          ) : (
            <Button kind="primary" busy={file.isPending} onClick={() => file.mutate({ id, version, what: 'candidates' })}>
              候选人报上级审查
            </Button>
          )}
        </div>
      )}
    </>
  )
}

type PostProps = { contest: ContestShown; isOpen: boolean; isOurs: boolean; unionId: string }

function Post({ contest, isOpen, isOurs, unionId }: PostProps) {
  const shortlist = useMutation(api.elections.shortlist.mutationOptions())
  const listed = contest.candidates.filter(({ isShortlisted, droppedOn }) => isShortlisted && !droppedOn)
  const turn = ({ id }: CandidateShown) => {
    const ids = listed.map((one) => one.id)
    shortlist.mutate({ contestId: contest.id, candidateIds: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id] })
  }
  return (
    <Section
      title={`${contest.title}候选人`}
      note={`应选 ${contest.seats}，需 ${contest.candidatesWanted} 名候选人，已列 ${listed.length}`}
    >
      <ul className="elections-rows">
        {contest.candidates.map((one) => (
          <li key={one.id}>
            <div className="grow">
              <p>
                <b>{one.name}</b> {one.isShortlisted && !one.droppedOn && <Chip hue="green">列入名单</Chip>}
                {one.isFrontLine && <Chip>一线</Chip>}
                {one.isModel && <Chip>先进</Chip>}
                {one.consentedOn && <Chip hue="blue">本人同意</Chip>}
                {one.droppedOn && <Chip hue="red">{one.droppedWhy}</Chip>}
              </p>
              <p className="muted">
                {[
                  one.unitName,
                  one.job,
                  one.recommended.map(({ unitName, supporters }) => `${unitName} ${supporters} 人推荐`).join('，'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {isOurs && !one.droppedOn && <RowActs one={one} isOpen={isOpen} turn={() => turn(one)} />}
          </li>
        ))}
      </ul>
      {isOpen && <Recommend contestId={contest.id} unionId={unionId} />}
      {contest.findings.length > 0 && isOpen && <Findings title="名单对照规定" list={contest.findings} />}
    </Section>
  )
}

function RowActs({ one, isOpen, turn }: { one: CandidateShown; isOpen: boolean; turn: () => void }) {
  const consent = useMutation(api.elections.consent.mutationOptions())
  const drop = useMutation(api.elections.drop.mutationOptions())
  const [isChecking, setChecking] = useState(false)
  const out = async () => {
    const reason = await ask({
      title: `取消${one.name}的候选人资格？`,
      act: '取消资格',
      reasons: ['本人提出', '审查未通过', '公示期有意见经查属实'],
      danger: true,
    })
    if (typeof reason === 'string') drop.mutate({ id: one.id, reason })
  }
  return (
    <div className="acts">
      {isOpen && (
        <>
          <Button onClick={turn}>{one.isShortlisted ? '移出名单' : '列入名单'}</Button>
          <Button kind="link" onClick={() => setChecking(!isChecking)}>
            核对情况
          </Button>
        </>
      )}
      {one.isShortlisted && !one.consentedOn && (
        <Button busy={consent.isPending} onClick={() => consent.mutate({ id: one.id, isWilling: true })}>
          登记书面同意
        </Button>
      )}
      {one.isShortlisted && (
        <Button kind="link" onClick={out}>
          取消资格
        </Button>
      )}
      {isChecking && <Checked one={one} done={() => setChecking(false)} />}
    </div>
  )
}

const nobody = { personId: null as string | null, personName: '' }

function Recommend({ contestId, unionId }: { contestId: string; unionId: string }) {
  const recommend = useMutation(api.elections.recommend.mutationOptions())
  const [person, setPerson] = useState(nobody)
  const [unit, setUnit] = useState(unionId)
  const [supporters, setSupporters] = useState(1)
  const say = () =>
    person.personId &&
    recommend.mutate({ contestId, memberId: person.personId, unitId: unit, supporters }, { onSuccess: () => setPerson(nobody) })
  return (
    <div className="card-body padded elections-grid">
      <PersonPick label="推荐" value={person} pick={setPerson} />
      <UnitPick unionId={unionId} unit={unit} pick={setUnit} />
      <Whole label="推荐人数" value={supporters} change={setSupporters} />
      <div className="acts">
        <Button busy={recommend.isPending} onClick={say}>
          记下推荐
        </Button>
      </div>
    </div>
  )
}

/** The branches and groups of the union itself. */
function UnitPick({ unionId, unit, pick }: { unionId: string; unit: string; pick: (unit: string) => void }) {
  const { data } = useQuery(api.unions.outline.queryOptions({ input: { id: unionId } }))
  return (
    <label className="field">
      由哪个分会（小组）推荐
      <select value={unit} onChange={({ target }) => pick(target.value)}>
        {data?.rows.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
