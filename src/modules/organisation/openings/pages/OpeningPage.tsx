import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { type Person, PersonPick } from '#web/PersonPick'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { StateSteps, type Step } from '#web/StateSteps'
import { today } from '#web/words'
import { refuse } from '#law/verdict'
import type { Detail } from '../contract.ts'
import { type Came, cameHows, cameNames, mayAdd, mayAnnounce, mayWrite, stateNames, wayNames } from '../rules.ts'
import { CandidateCard } from './CandidateCard.tsx'

const order = ['prepared', 'announced', 'choosing', 'chosen', 'filled'] as const
const titles = { prepared: '开岗位', announced: '公告报名', choosing: '考察选定', chosen: '公示', filled: '到岗' }
function stepsOf({ state, announcedOn, applyUntil, endedOn }: Detail): Step[] {
  const at = state === 'calledOff' ? -1 : order.indexOf(state)
  const notes: Partial<Record<(typeof order)[number], string | null>> = {
    announced: announcedOn && `${announcedOn} 公告，${applyUntil} 截止`,
    filled: endedOn,
  }
  return order.map((step, n) => ({
    title: titles[step],
    note: notes[step],
    state: at < 0 ? 'stopped' : n < at || state === 'filled' ? 'done' : n === at ? 'now' : 'later',
  }))
}

/** One opening: what is asked for, who the candidates are, what is to be done next. */
export function OpeningPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useSuspenseQuery(api.openings.get.queryOptions({ input: { id } }))
  const mayManage = usePermission('posts.manage')
  return (
    <Page
      above={`${data.unionName} · ${wayNames[data.way]} · ${data.fullTime ? '专职' : '兼职'} ${data.seats} 名`}
      line={`${data.title}：${stateNames[data.state]}`}
      acts={mayManage && <Acts opening={data} />}
    >
      <StateSteps label="选任的步骤" steps={stepsOf(data)} />
      {data.endedWhy && <p className="muted">不再办理的原因：{data.endedWhy}</p>}
      <Section title="职责和条件" note={`空缺自 ${data.vacantSince}`} padded>
        <ul>
          {data.duties.map((duty) => (
            <li key={duty}>{duty}</li>
          ))}
        </ul>
        <p>{data.profile}</p>
      </Section>
      {data.candidateList.map((candidate) => (
        <CandidateCard key={candidate.id} opening={data} candidate={candidate} mayManage={mayManage} />
      ))}
      {data.candidateList.length === 0 && (
        <Section title="人选">
          <EmptyState title="还没有人选">公告后，职工可以在手机上报名；推荐、物色的人选在下面登记。</EmptyState>
        </Section>
      )}
      {mayManage && !mayAdd(data.state) && <Adding openingId={id} />}
    </Page>
  )
}

function Acts({ opening: { id, state, title, applyUntil } }: { opening: Detail }) {
  const announce = useMutation(api.openings.announce.mutationOptions())
  const callOff = useMutation(api.openings.callOff.mutationOptions())
  const start = async () => {
    const yes = await ask({
      title: `公告“${title}”？`,
      body: '公告后，本会和下级的职工都能看到并报名，岗位条件不能再改。',
      act: '公告',
    })
    if (yes !== false) announce.mutate({ id })
  }
  const end = async () => {
    const why = await ask({ title: '不再办理这个岗位？', act: '不再办理', reasons: ['编制收回', '没有合适人选'], danger: true })
    if (why !== false) callOff.mutate({ id, why })
  }
  if (mayWrite(state, false)) return null
  return (
    <>
      <Button onClick={end}>不再办理</Button>
      {state === 'prepared' && (
        <>
          <Link to={`/openings/${id}/edit` as '/'} className="btn plain">
            修改
          </Link>
          <RuledButton kind="primary" verdict={mayAnnounce(state, applyUntil, today())} busy={announce.isPending} onClick={start}>
            公告
          </RuledButton>
        </>
      )}
    </>
  )
}

const nobody: Person = { personId: null, personName: '' }
function Adding({ openingId }: { openingId: string }) {
  const [person, setPerson] = useState(nobody)
  const [came, setCame] = useState<Came>('recommended')
  const [statement, setStatement] = useState('')
  const add = useMutation(api.openings.addCandidate.mutationOptions())
  const verdict =
    person.personName.trim().length < 2
      ? refuse('who', '请写人选的姓名')
      : statement.trim().length < 4
        ? refuse('what', '请写基本情况，至少 4 个字')
        : null
  const send = () =>
    add.mutate(
      { openingId, memberId: person.personId, personName: person.personName.trim(), came, statement },
      { onSuccess: () => (setPerson(nobody), setStatement('')) },
    )
  return (
    <Section title="登记人选" padded>
      <div className="two">
        <PersonPick label="人选" value={person} pick={setPerson} isOpenToOthers />
        <label className="field">
          怎么来的
          <select value={came} onChange={({ target }) => setCame(target.value as Came)}>
            {cameHows.map((how) => (
              <option key={how} value={how}>
                {cameNames[how]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="field">
        基本情况
        <textarea rows={3} value={statement} maxLength={1000} onChange={({ target }) => setStatement(target.value)} />
      </label>
      <div className="acts">
        <RuledButton verdict={verdict} busy={add.isPending} onClick={send}>
          登记人选
        </RuledButton>
      </div>
    </Section>
  )
}
