import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip, type Hue } from '#web/Chip'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { useQueuedMutation } from '#web/queue'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import { refuse } from '#law/verdict'

const states: Record<'waiting' | 'withdrawn' | 'accepted' | 'refused', readonly [string, Hue | undefined]> = {
  waiting: ['等工会答复', 'blue'],
  withdrawn: ['已撤回', undefined],
  accepted: ['采纳了', 'green'],
  refused: ['没有采纳', 'amber'],
}

/** 推荐积极分子: a worker names a colleague, and reads the answer. */
export function NominatePage() {
  const { data } = useSuspenseQuery(api.activists.myNominations.queryOptions())
  const nominate = useQueuedMutation(api.activists.nominate, '推荐积极分子')
  const takeBack = useMutation(api.activists.takeBack.mutationOptions())
  const [facts, setFacts] = useState({ nomineeName: '', nomineePlace: '', reason: '' })
  const verdict =
    facts.nomineeName.trim().length < 2
      ? refuse('name', '请写同事的姓名')
      : facts.reason.trim().length < 4
        ? refuse('reason', '请写推荐理由，至少 4 个字')
        : null
  const send = async () => {
    const how = await nominate.send({ ...facts, nomineePlace: facts.nomineePlace || null })
    setFacts({ nomineeName: '', nomineePlace: '', reason: '' })
    notify({ tone: 'good', title: how === 'sent' ? '谢谢，工会会答复您' : '没有网络，先存在手机里，联网后自动发出' })
  }
  const field = (key: keyof typeof facts, label: string, max: number) => (
    <label className="field">
      {label}
      <input value={facts[key]} maxLength={max} onChange={({ target }) => setFacts({ ...facts, [key]: target.value })} />
    </label>
  )
  return (
    <Page line="身边谁最热心，大家信得过？" above="推荐积极分子">
      <Section title="推荐一位同事" padded>
        {field('nomineeName', '姓名', 60)}
        {field('nomineePlace', '哪个部门、班组（可以不写）', 60)}
        <label className="field">
          他（她）做过什么
          <textarea
            rows={3}
            maxLength={300}
            value={facts.reason}
            onChange={({ target }) => setFacts({ ...facts, reason: target.value })}
          />
        </label>
        <p className="faint">谁推荐的只有工会知道，被推荐的人看不到。</p>
        <RuledButton kind="primary" verdict={verdict} onClick={send}>
          推荐
        </RuledButton>
      </Section>
      {data.length > 0 && (
        <Section title="我推荐过的">
          <ul className="duties">
            {data.map(({ id, nomineeName, reason, at, state, decisionReason }) => (
              <li key={id} className="duty plain">
                <div>
                  <p className="duty-title">
                    {nomineeName} <Chip hue={states[state][1]}>{states[state][0]}</Chip>
                  </p>
                  <p className="muted">
                    {momentInWords(at)}：{reason}
                    {decisionReason && `；答复：${decisionReason}`}
                  </p>
                </div>
                {state === 'waiting' && <Button onClick={() => takeBack.mutate({ id })}>撤回</Button>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
