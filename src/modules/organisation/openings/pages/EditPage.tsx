import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { firstOf, refuse } from '#law/verdict'
import { addDays } from '#kit/dates'
import { isAdministration, type Kind, kinds, postKinds } from '#rules/organisation/posts'
import type { Draft } from '../contract.ts'
import { openingWays, wayNames } from '../rules/names.ts'

const offered = kinds.filter((kind) => !isAdministration(kind) && postKinds[kind].body !== 'employer')
const none = ''

export function NewPage() {
  const { post } = useMe()
  const fresh: Draft = {
    ...{ unionId: post?.unionId ?? '', title: '', kind: null, way: 'recruitment', seats: 1, fullTime: true, duties: [] },
    ...{ profile: '', vacantSince: today(), applyUntil: addDays(today(), 14) },
  }
  return <Form draft={fresh} line="开一个岗位" />
}

export function EditPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useSuspenseQuery(api.openings.get.queryOptions({ input: { id } }))
  return <Form draft={data} line={`修改“${data.title}”`} />
}

function Form({ draft, line }: { draft: Draft; line: string }) {
  const [facts, setFacts] = useState(draft)
  const [duties, setDuties] = useState(draft.duties.join('\n'))
  const navigate = useNavigate()
  const save = useMutation(api.openings.save.mutationOptions())
  const put = (more: Partial<Draft>) => setFacts({ ...facts, ...more })
  const list = duties.split('\n').flatMap((each) => each.trim() || [])
  const choose = (key: string) => {
    const kind = key === none ? null : (key as Kind)
    put({ kind, ...(kind && { title: postKinds[kind].title }) })
    if (kind) setDuties(postKinds[kind].duties.join('\n'))
  }
  const verdict = firstOf(
    facts.title.trim().length < 2 ? refuse('title', '请写岗位名称') : null,
    list.length === 0 ? refuse('duties', '请写职责，一行一条') : null,
    facts.profile.trim().length < 4 ? refuse('profile', '请写任职条件，至少 4 个字') : null,
    facts.applyUntil < today() ? refuse('until', '报名截止不能早于今天') : null,
  )
  const send = () => {
    const { id, unionId, title, kind, way, seats, fullTime, profile, vacantSince, applyUntil } = facts
    const input = {
      unionId,
      title,
      kind,
      way,
      seats,
      fullTime,
      profile,
      vacantSince,
      applyUntil,
      duties: list,
      ...(id && { id }),
    }
    save.mutate(input, { onSuccess: (row) => void navigate({ to: `/openings/${row.id}` as '/' }) })
  }
  return (
    <Page above="岗位招聘与选任" line={line}>
      <Section title="什么岗位" padded>
        <div className="two">
          <label className="field">
            工会职务
            <select value={facts.kind ?? none} onChange={({ target }) => choose(target.value)}>
              <option value={none}>不是工会职务（社会化工作者、律师等）</option>
              {offered.map((kind) => (
                <option key={kind} value={kind}>
                  {postKinds[kind].title}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            岗位名称
            <input value={facts.title} maxLength={40} onChange={({ target }) => put({ title: target.value })} />
          </label>
        </div>
        <div className="usual" role="group" aria-label="选人的方式">
          {openingWays.map((way) => (
            <button key={way} type="button" className="pill" aria-pressed={facts.way === way} onClick={() => put({ way })}>
              {wayNames[way]}
            </button>
          ))}
        </div>
        <div className="two">
          <label className="field">
            人数
            <input
              type="number"
              min={1}
              max={50}
              value={facts.seats}
              onChange={({ target }) => put({ seats: Math.min(50, Math.max(1, Number(target.value))) })}
            />
          </label>
          <label className="field">
            专兼职
            <select
              value={facts.fullTime ? 'full' : 'part'}
              onChange={({ target }) => put({ fullTime: target.value === 'full' })}
            >
              <option value="full">专职</option>
              <option value="part">兼职</option>
            </select>
          </label>
        </div>
      </Section>
      <Section title="职责和条件" padded>
        <label className="field">
          职责（一行一条）
          <textarea rows={4} value={duties} maxLength={2000} onChange={({ target }) => setDuties(target.value)} />
        </label>
        <label className="field">
          任职条件（政治、组织管理、业务、群众基础）
          <textarea rows={4} value={facts.profile} maxLength={1000} onChange={({ target }) => put({ profile: target.value })} />
        </label>
      </Section>
      <Section title="时间" padded>
        <div className="two">
          <div className="field">
            <DayField label="空缺自" value={facts.vacantSince} pick={(day) => day && put({ vacantSince: day })} />
          </div>
          <div className="field">
            <DayField label="报名截止" value={facts.applyUntil} pick={(day) => day && put({ applyUntil: day })} />
          </div>
        </div>
        <div className="acts">
          <RuledButton kind="primary" verdict={verdict} busy={save.isPending} onClick={send}>
            保存
          </RuledButton>
        </div>
      </Section>
    </Page>
  )
}
