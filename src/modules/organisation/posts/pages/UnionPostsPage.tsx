import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DayField } from '#web/DayField'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { today } from '#web/words'
import { type Appointment, appointmentStateNames, cameNames, type Committee, endedNames } from '../contract.ts'
import { bodyNames, isAdministration, type Kind } from '../rules.ts'
import { CommitteeCell } from './committees.tsx'
import { stateHues } from './HoldersPage.tsx'

const route = getRouteApi('/posts/$unionId')

/** One union: its five committees, who is in office on a day, who was before, and the acts on them. */
export function UnionPostsPage() {
  const { unionId } = route.useParams()
  const [on, setOn] = useState(today())
  const seen = useQuery({ ...api.posts.ofUnion.queryOptions({ input: { unionId, on } }), throwOnError: true })
  const mayManage = usePermission('posts.manage')
  if (!seen.data) return <Bones />
  const { unionName, committees, appointments, past } = seen.data
  const vacant = committees.filter(({ state }) => state === 'vacant' || state === 'never')
  const thin = committees.filter(({ state }) => state === 'thin')
  return (
    <Page
      above={unionName}
      line={
        vacant.length ? (
          <>
            五委缺 <em>{vacant.length}</em>：{vacant.map(({ body }) => bodyNames[body]).join('、')}。
          </>
        ) : thin.length ? (
          <>
            {thin.map(({ body }) => bodyNames[body]).join('、')}
            <em>人数不足</em>。
          </>
        ) : (
          '五委健全。'
        )
      }
      acts={
        mayManage && (
          <Link to="/posts/$unionId/appoint" params={{ unionId }} className="btn primary">
            登记任职
          </Link>
        )
      }
    >
      <Section title="五委" note={on === today() ? '今天' : on}>
        <ul className="duties">
          {committees.map((committee) => (
            <CommitteeRow key={committee.body} committee={committee} />
          ))}
        </ul>
      </Section>
      <Section
        title={`${appointments.length} 个任职`}
        note={<DayField label="看哪一天" value={on} pick={(day) => day && setOn(day)} />}
      >
        {appointments.length === 0 && <EmptyState title="这一天没有人任职">登记以后，权限从任职日起生效。</EmptyState>}
        <ul className="duties">
          {appointments.map((each) => (
            <HolderRow key={each.id} appointment={each} mayManage={mayManage && !isAdministration(each.kind as Kind)} />
          ))}
        </ul>
      </Section>
      {past.length > 0 && (
        <Section title="历任" note={`${past.length} 人次`}>
          <ul className="duties">
            {past.map((each) => (
              <HolderRow key={each.id} appointment={each} mayManage={false} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

const CommitteeRow = ({ committee }: { committee: Committee }) => (
  <li className="duty plain">
    <div>
      <p className="duty-title">{bodyNames[committee.body]}</p>
      <p className="muted">
        {committee.reason} <Cite article={committee.cite} />
      </p>
    </div>
    <CommitteeCell committee={committee} />
  </li>
)

function HolderRow({ appointment, mayManage }: { appointment: Appointment; mayManage: boolean }) {
  const { id, unionId, personName, title, portfolio, fullTime, fromOn, untilOn, came, basis, endedOn, endedWhy, state } =
    appointment
  const end = useMutation(api.posts.end.mutationOptions())
  const resign = async () => {
    const reason = await ask({
      title: `${personName}不再担任${title}？`,
      body: '今天起卸任，权限随即停止；手上的事请用“交接”转给接手的人。',
      act: '办理卸任',
      reasons: ['本人辞职', '退休', '岗位变动'],
      danger: true,
    })
    if (reason === false) return
    const why = reason.includes('退休') ? 'retired' : reason.includes('变动') ? 'moved' : 'resigned'
    end.mutate(
      { id, on: today(), why, basis: reason },
      { onSuccess: () => notify({ tone: 'good', title: `${personName}已卸任` }) },
    )
  }
  return (
    <li className="duty plain">
      <div>
        <p className="duty-title">
          {personName} · {title} <Chip hue={stateHues[state]}>{appointmentStateNames[state]}</Chip>
        </p>
        <p className="muted">
          {fullTime ? '专职' : '兼职'}，{cameNames[came]}，{fromOn} 起
          {endedOn ? `，${endedOn} 卸任（${endedNames[endedWhy!]}）` : untilOn ? `，任期至 ${untilOn}` : '，未定任期'}
          {portfolio && `，分工：${portfolio}`}
          {basis && <span className="faint">（{basis}）</span>}
        </p>
      </div>
      {mayManage && (
        <span className="acts">
          <Link to="/posts/$unionId/hand-over/$id" params={{ unionId, id }} className="btn plain">
            交接
          </Link>
          <Button busy={end.isPending} onClick={resign}>
            卸任
          </Button>
        </span>
      )}
    </li>
  )
}
