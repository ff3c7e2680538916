import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { DayField } from '#web/DayField'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Election } from '../contract.ts'
import type { Shown } from './ElectionPage.tsx'
import { Text } from './fields.tsx'
import { stateAt } from './parts.tsx'

/** The candidates put up in order of strokes, at least as long as the law asks. */
export function NoticeSection({ election, isOurs }: Shown) {
  const publish = useMutation(api.elections.publishCandidates.mutationOptions())
  const state = stateAt(election, 'notice')
  const [until, setUntil] = useState<string>()
  if (state === 'later' || state === 'notNeeded') return null
  const { id, version, noticeOn, noticeUntil, noticeLeast, contests } = election
  const day = until ?? noticeUntil ?? noticeLeast
  return (
    <Section
      title="候选人公示"
      note={noticeOn ? `${noticeOn} 起，到 ${noticeUntil}` : state === 'skipped' ? '已略过' : '还没有公示'}
      padded
    >
      {contests.map((one) => (
        <p key={one.id}>
          {one.title}（按姓氏笔画）：
          {one.candidates
            .filter(({ isShortlisted, droppedOn }) => isShortlisted && !droppedOn)
            .map(({ name }) => name)
            .join('、') || '无'}
        </p>
      ))}
      {isOurs && state === 'now' && (
        <div className="acts">
          <DayField label="公示到" value={day} pick={setUntil} min={noticeLeast} />
          <Button
            kind={noticeOn ? 'plain' : 'primary'}
            busy={publish.isPending}
            onClick={() => publish.mutate({ id, version, until: day })}
          >
            {noticeOn ? '改公示日期' : '开始公示'}
          </Button>
          <span className="muted">至少到 {noticeLeast}；公示期满、意见都答复后才能开大会。</span>
        </div>
      )}
    </Section>
  )
}

/** What was said against the roll or a candidate. */
export function Challenges({ election: { id, challenges, contests }, isOurs }: Shown) {
  const enter = useMutation(api.elections.challenge.mutationOptions())
  const [said, setSaid] = useState({ who: '', body: '' })
  const [about, setAbout] = useState('roll')
  if (!isOurs && !challenges.length) return null
  const listed = contests.flatMap((one) =>
    one.candidates
      .filter(({ isShortlisted, droppedOn }) => isShortlisted && !droppedOn)
      .map((each) => ({ id: each.id, name: `${each.name}（${one.title}）` })),
  )
  const submit = () =>
    enter.mutate(
      { electionId: id, about: about === 'roll' ? 'roll' : 'candidate', candidateId: about === 'roll' ? null : about, ...said },
      { onSuccess: () => setSaid({ who: '', body: '' }) },
    )
  return (
    <Section title="意见" note={`${challenges.filter(({ answeredOn }) => !answeredOn).length} 件未答复`}>
      <ul className="elections-rows">
        {challenges.map((one) => (
          <Said key={one.id} one={one} isOurs={isOurs} />
        ))}
      </ul>
      {isOurs && (
        <details className="card-body padded">
          <summary>登记当面或书面提的意见</summary>
          <label className="field">
            对谁
            <select value={about} onChange={({ target }) => setAbout(target.value)}>
              <option value="roll">选民名册</option>
              {listed.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <Text label="提意见人" value={said.who} change={(who) => setSaid({ ...said, who })} />
          <Text label="意见" isLong value={said.body} change={(body) => setSaid({ ...said, body })} />
          <Button busy={enter.isPending} onClick={submit}>
            登记意见
          </Button>
        </details>
      )}
    </Section>
  )
}

function Said({ one, isOurs }: { one: Election['challenges'][number]; isOurs: boolean }) {
  const answer = useMutation(api.elections.answerChallenge.mutationOptions())
  const say = async (word: 'accepted' | 'refused') => {
    const reply = await ask({
      title: word === 'accepted' ? '采纳这条意见？' : '不采纳这条意见？',
      act: '答复',
      reasons: ['经核对属实，已更正', '经核对不属实'],
    })
    if (typeof reply === 'string') answer.mutate({ id: one.id, answer: word, reply })
  }
  return (
    <li>
      <div className="grow">
        <p>{one.body}</p>
        <p className="muted">
          {one.about === 'roll' ? '对名册' : '对候选人'} · {one.who} · {one.onDay}
        </p>
        {one.reply && (
          <p>
            {one.answer === 'accepted' ? '采纳' : '不采纳'}：{one.reply}
          </p>
        )}
      </div>
      {isOurs && !one.answeredOn && (
        <div className="acts">
          <Button onClick={() => say('accepted')}>采纳</Button>
          <Button onClick={() => say('refused')}>不采纳</Button>
        </div>
      )}
    </li>
  )
}
