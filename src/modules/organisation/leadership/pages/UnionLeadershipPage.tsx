import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { type Person, PersonPick } from '#web/PersonPick'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { UnionTabs } from '#desk/organisation/unions'
import type { Party, Side } from '../contract.ts'
import { mayRelease } from '../rules.ts'
import { sideNames } from '../rules/names.ts'
import { Outcome } from './OverviewPage.tsx'

/** One union's four sides, and the log of what was decided. */
export function UnionLeadershipPage() {
  const { unionId } = useParams({ strict: false }) as { unionId: string }
  const union = useQuery({ ...api.unions.get.queryOptions({ input: { id: unionId } }), throwOnError: true })
  const parties = useQuery(api.leadership.parties.queryOptions({ input: { unionId } }))
  const mayFile = usePermission('unions.file')
  const now = parties.data?.filter(({ untilOn }) => !untilOn) ?? []
  const missing = (Object.keys(sideNames) as Side[]).filter((side) => !now.some((party) => party.side === side))
  return (
    <Page
      line={missing.length ? `还没有明确${missing.map((side) => sideNames[side]).join('、')}的责任人。` : '四方责任人都明确了。'}
      above={union.data?.name}
    >
      <UnionTabs id={unionId} />
      <Section title="四方责任人" note="谁对本工会的工作负责">
        {now.length === 0 && <EmptyState title="还没有登记">登记四方各由谁负责，决定才有人执行。</EmptyState>}
        <ul className="duties">
          {now.map((party) => (
            <PartyRow key={party.id} party={party} mayFile={mayFile} />
          ))}
        </ul>
        {mayFile && <NameForm unionId={unionId} />}
      </Section>
      <Decisions unionId={unionId} parties={now} mayFile={mayFile} />
    </Page>
  )
}

function PartyRow({ party, mayFile }: { party: Party; mayFile: boolean }) {
  const release = useMutation(api.leadership.release.mutationOptions())
  const { id, side, personName, title, organisation, open } = party
  return (
    <li className="duty plain">
      <div>
        <p className="duty-title">
          {personName} <Chip>{sideNames[side]}</Chip>
        </p>
        <p className="muted">{[organisation, title, open > 0 && `${open} 件决定没有办结`].filter(Boolean).join(' · ')}</p>
      </div>
      {mayFile && (
        <RuledButton
          verdict={mayRelease(party, today())}
          busy={release.isPending}
          onClick={() => release.mutate({ id, untilOn: today() })}
        >
          卸任
        </RuledButton>
      )}
    </li>
  )
}

const entries = (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault()
  return Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
}

const nobody: Person = { personId: null, personName: '' }

function NameForm({ unionId }: { unionId: string }) {
  const [round, setRound] = useState(0)
  const [person, pick] = useState<Person>(nobody)
  const onSuccess = () => {
    setRound(round + 1)
    pick(nobody)
  }
  const name = useMutation(api.leadership.name.mutationOptions({ onSuccess }))
  return (
    <form
      key={round}
      className="card-body padded"
      onSubmit={(event) => {
        const { side, title = '', organisation } = entries(event)
        name.mutate({
          unionId,
          side: side as Side,
          ...person,
          title,
          organisation: organisation || null,
          fromOn: today(),
        })
      }}
    >
      <div className="two">
        <label className="field">
          哪一方
          <select name="side">
            {Object.entries(sideNames).map(([side, title]) => (
              <option key={side} value={side}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <PersonPick label="姓名" value={person} pick={pick} isOpenToOthers required />
        <label className="field">
          职务
          <input name="title" required minLength={2} maxLength={40} />
        </label>
        <label className="field">
          单位或部门
          <input name="organisation" maxLength={60} />
        </label>
      </div>
      <div className="acts">
        <Button type="submit" busy={name.isPending}>
          登记责任人
        </Button>
        <span className="faint">换人也在这里登记，没办结的决定转给新责任人</span>
      </div>
    </form>
  )
}

function Decisions({ unionId, parties, mayFile }: { unionId: string; parties: Party[]; mayFile: boolean }) {
  const { data } = useQuery(api.leadership.decisions.queryOptions({ input: { unionId, size: 100 } }))
  const finish = useMutation(api.leadership.finish.mutationOptions())
  const done = async (id: string, version: number) => {
    const outcome = await ask({ title: '这件决定办结了？', act: '办结', reasons: ['已经落实到位'] })
    if (outcome !== false) finish.mutate({ id, version, doneOn: today(), outcome })
  }
  return (
    <Section title="领导决定" note="没办结的在前，按期限">
      {data?.rows.length === 0 && <EmptyState title="还没有记录">会议作出的决定，写明谁执行、到哪天。</EmptyState>}
      <ul className="duties">
        {data?.rows.map((decision) => (
          <li key={decision.id} className="duty plain">
            <div>
              <p className="duty-title">
                {decision.decision} <Outcome decision={decision} />
              </p>
              <p className="muted">
                {`${decision.decidedOn} ${decision.meeting} · ${decision.executorName}（${sideNames[decision.executorSide]}）执行 · ${decision.dueOn} 前`}
              </p>
            </div>
            {mayFile && !decision.doneOn && <Button onClick={() => done(decision.id, decision.version)}>办结</Button>}
          </li>
        ))}
      </ul>
      {mayFile && parties.length > 0 && <DecideForm unionId={unionId} parties={parties} />}
    </Section>
  )
}

function DecideForm({ unionId, parties }: { unionId: string; parties: Party[] }) {
  const [round, setRound] = useState(0)
  const [decidedOn, setDecidedOn] = useState<string | undefined>(today())
  const [dueOn, setDueOn] = useState<string>()
  const decide = useMutation(api.leadership.decide.mutationOptions({ onSuccess: () => setRound(round + 1) }))
  return (
    <form
      key={round}
      className="card-body padded"
      onSubmit={(event) => {
        const { decision = '', meeting = '', executorId = '' } = entries(event)
        if (decidedOn && dueOn) decide.mutate({ unionId, decision, meeting, decidedOn, dueOn, executorId })
      }}
    >
      <label className="field">
        决定的事项
        <input name="decision" required minLength={4} maxLength={1000} />
      </label>
      <div className="two">
        <label className="field">
          会议
          <input name="meeting" required minLength={2} maxLength={80} />
        </label>
        <DayField label="会议日期" isStacked max={today()} value={decidedOn} pick={setDecidedOn} />
        <label className="field">
          执行人
          <select name="executorId">
            {parties.map(({ id, personName, side }) => (
              <option key={id} value={id}>{`${personName}（${sideNames[side]}）`}</option>
            ))}
          </select>
        </label>
        <DayField label="完成期限" isStacked value={dueOn} pick={setDueOn} />
      </div>
      <div className="acts">
        <Button type="submit" kind="primary" busy={decide.isPending} aria-disabled={!decidedOn || !dueOn}>
          记下决定
        </Button>
      </div>
    </form>
  )
}
