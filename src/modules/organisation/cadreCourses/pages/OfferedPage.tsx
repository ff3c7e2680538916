import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { EmptyState } from '#web/EmptyState'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Offer } from '../contract.ts'
import { CourseChip, daysInWords, TrainingChip, useSubjects } from './words.tsx'

/** 干部培训 on the phone: enrol, sign in, one's certificates. */
export function OfferedPage() {
  const { data } = useSuspenseQuery(api.cadreCourses.offered.queryOptions())
  const { data: own } = useSuspenseQuery(api.cadreCourses.mine.queryOptions())
  const done = own.filter(({ completedOn }) => completedOn)
  return (
    <Page line={data.length ? `有 ${data.length} 门课可以参加。` : '现在没有可以报名的课。'} above="干部培训">
      {data.length === 0 && <EmptyState title="没有课程">上级工会开课后会出现在这里。</EmptyState>}
      {data.map((offer) => (
        <OfferCard key={offer.id} offer={offer} />
      ))}
      {done.length > 0 && (
        <Section title="我的证书">
          <ul className="duties">
            {done.map(({ id, title, completedOn, hours }) => (
              <li key={id} className="duty plain">
                <div>
                  <p className="duty-title">{title}</p>
                  <p className="muted">
                    {completedOn} 结业 · {hours} 学时
                  </p>
                </div>
                <Link to={`/certificates/${id}` as '/'} className="btn plain">
                  看证书
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function OfferCard({ offer }: { offer: Offer }) {
  const { named } = useSubjects()
  const enrol = useMutation(api.cadreCourses.enrol.mutationOptions())
  const { id, title, unionName, subjects, startsOn, endsOn, place, hours, seated, capacity, waiting, state, mine } = offer
  const join = () =>
    enrol.mutate(
      { courseId: id },
      { onSuccess: ({ isSeated }) => notify({ tone: 'good', title: isSeated ? '报上了' : '名额已满，先替您候补' }) },
    )
  return (
    <Section
      title={title}
      note={mine ? <TrainingChip state={mine.state} queue={mine.queue} /> : <CourseChip state={state} />}
      padded
    >
      <p>
        {daysInWords(startsOn, endsOn)}
        {place && `，${place}`}
      </p>
      <p className="muted">
        {unionName} · {named(subjects)} · {hours} 学时 · 名额 {seated}/{capacity}
        {waiting > 0 && `，候补 ${waiting}`}
      </p>
      {mine ? (
        <Mine offer={offer} mine={mine} />
      ) : (
        (state === 'open' || state === 'full') && (
          <Button kind="primary" busy={enrol.isPending} onClick={join}>
            {state === 'full' ? '候补报名' : '报名'}
          </Button>
        )
      )}
    </Section>
  )
}

function Mine({ offer, mine }: { offer: Offer; mine: NonNullable<Offer['mine']> }) {
  const leave = useMutation(api.cadreCourses.leave.mutationOptions())
  const out = async () => {
    const yes = await ask({ title: `不参加“${offer.title}”了？`, body: '名额会让给候补的同志。', act: '退出' })
    if (yes !== false) leave.mutate({ id: mine.id })
  }
  if (offer.state === 'running' && mine.state === 'seated')
    return mine.days.includes(today()) ? <p>今天已经签到。</p> : <SignIn courseId={offer.id} />
  if (today() < offer.startsOn) return <Button onClick={out}>退出</Button>
  return <p className="faint">到课 {mine.days.length} 天，等举办单位办理结业。</p>
}

function SignIn({ courseId, given = '' }: { courseId: string; given?: string }) {
  const [code, setCode] = useState(given)
  const signIn = useMutation(api.cadreCourses.signIn.mutationOptions())
  const send = () => signIn.mutate({ courseId, code }, { onSuccess: () => notify({ tone: 'good', title: '签到成功' }) })
  return (
    <form onSubmit={(event) => (event.preventDefault(), send())}>
      <label className="field">
        今天的签到码
        <input
          value={code}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          onChange={({ target }) => setCode(target.value)}
        />
      </label>
      <Button type="submit" kind="primary" busy={signIn.isPending}>
        签到
      </Button>
    </form>
  )
}

/** Where the code in the room leads: course and code are filled in already. */
export function SignInPage() {
  const { course, code }: { course?: string; code?: string | number } = useSearch({ strict: false })
  const { data } = useSuspenseQuery(api.cadreCourses.offered.queryOptions())
  const offer = data.find(({ id }) => id === course)
  if (!offer?.mine)
    return (
      <Page line="没有您的报名。" above="培训签到">
        <EmptyState title="这门课没有您的名额" act={<Link to={'/courses' as '/'}>看可以报名的课</Link>} />
      </Page>
    )
  return (
    <Page line={offer.title} above="培训签到">
      <Section title={daysInWords(offer.startsOn, offer.endsOn)} padded>
        {offer.mine.days.includes(today()) ? (
          <p>今天已经签到。</p>
        ) : (
          <SignIn courseId={offer.id} given={String(code ?? '').padStart(code === undefined ? 0 : 6, '0')} />
        )}
      </Section>
    </Page>
  )
}
