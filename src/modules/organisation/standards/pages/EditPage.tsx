import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { firstOf, refuse } from '#law/verdict'
import type { UnionKind } from '#contracts/organisation/unions'
import { unionKindNames } from '#rules/organisation/unions'
import type { Draft, Standard } from '../contract.ts'
import { mayPublish, presets } from '../rules.ts'
import { cycleNames, cycles, scoringNames, scorings } from '../rules/shapes.ts'
import { ItemsEdit } from './ItemsEdit.tsx'
import { LevelsEdit } from './LevelsEdit.tsx'

const fresh: Draft = {
  ...{ title: '', programme: '规范化建设', purpose: '', forKinds: ['basic', 'joint'], forUnitTypes: [], scoring: 'points' },
  ...{ cycle: 'year', levels: [], validMonths: 12, items: [], follows: null },
}
const asDraft = ({
  title,
  programme,
  purpose,
  forKinds,
  forUnitTypes,
  scoring,
  cycle,
  levels,
  validMonths,
  items,
}: Standard): Draft => ({
  ...{ title, programme, purpose, forKinds, forUnitTypes, scoring, cycle, levels, validMonths, items, follows: null },
})

/** A new standard: from a sample, from the version before, or from nothing. */
export function NewPage() {
  const { follows }: { follows?: string } = useSearch({ strict: false })
  const { data } = useQuery({ ...api.standards.get.queryOptions({ input: { id: follows ?? '' } }), enabled: !!follows })
  if (follows && !data) return null
  return (
    <Form
      key={follows}
      draft={data ? { ...asDraft(data), follows: data.id } : fresh}
      line={data ? `${data.title}：另起一版` : '发布一个标准'}
    />
  )
}

export function EditPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useSuspenseQuery(api.standards.get.queryOptions({ input: { id } }))
  return (
    <Form
      key={data.version}
      draft={{ ...asDraft(data), follows: data.follows, id, version: data.version }}
      line={`起草“${data.title}”`}
    />
  )
}

function Form({ draft, line }: { draft: Draft; line: string }) {
  const [facts, setFacts] = useState(draft)
  const navigate = useNavigate()
  const save = useMutation(api.standards.save.mutationOptions())
  const publish = useMutation(api.standards.publish.mutationOptions())
  const put = (more: Partial<Draft>) => setFacts({ ...facts, ...more })
  const named = facts.title.trim().length < 2 ? refuse('title', '请写标准名称') : null
  const keep = () =>
    save.mutate(facts, {
      onSuccess: ({ id }) => {
        notify({ tone: 'good', title: '草稿已保存' })
        void navigate({ to: `/standards/${id}/edit` as '/' })
      },
    })
  const send = async () => {
    const yes = await ask({ title: `发布“${facts.title}”？`, body: '发布后不能再改，要改请另起一版。', act: '发布标准' })
    if (yes === false) return
    const { id } = await save.mutateAsync(facts)
    await publish.mutateAsync({ id, version: draft.version === undefined ? 1 : draft.version + 1 })
    notify({ tone: 'good', title: '已发布，下级工会可以对照自查' })
    void navigate({ to: `/standards/${id}` as '/' })
  }
  const turn = (kind: UnionKind) =>
    put({ forKinds: facts.forKinds.includes(kind) ? facts.forKinds.filter((each) => each !== kind) : [...facts.forKinds, kind] })
  return (
    <Page
      above="规范化建设"
      line={line}
      acts={
        <>
          <RuledButton verdict={named} busy={save.isPending} onClick={keep}>
            保存草稿
          </RuledButton>
          <RuledButton kind="primary" verdict={firstOf(named, mayPublish(facts))} busy={publish.isPending} onClick={send}>
            发布
          </RuledButton>
        </>
      }
    >
      {facts.items.length === 0 && (
        <Section title="从样本开始" note="样本是通行做法，不是法律规定，可以随意改" padded>
          <div className="usual">
            {presets.map((preset) => (
              <Button key={preset.title} onClick={() => put({ ...preset, levels: [...preset.levels], items: [...preset.items] })}>
                {preset.title}
              </Button>
            ))}
          </div>
        </Section>
      )}
      <Section title="标准" padded>
        <div className="two">
          <label className="field">
            名称
            <input value={facts.title} maxLength={60} onChange={({ target }) => put({ title: target.value })} />
          </label>
          <label className="field">
            归属
            <input value={facts.programme} maxLength={20} onChange={({ target }) => put({ programme: target.value })} />
          </label>
          <label className="field">
            怎样评定
            <select value={facts.scoring} onChange={({ target }) => put({ scoring: target.value as Draft['scoring'] })}>
              {scorings.map((each) => (
                <option key={each} value={each}>
                  {scoringNames[each]}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            多久一次
            <select value={facts.cycle} onChange={({ target }) => put({ cycle: target.value as Draft['cycle'] })}>
              {cycles.map((each) => (
                <option key={each} value={each}>
                  {cycleNames[each]}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            认定后有效（月）
            <input
              type="number"
              min={1}
              max={60}
              value={facts.validMonths}
              onChange={({ target }) => put({ validMonths: Math.min(60, Math.max(1, Number(target.value))) })}
            />
          </label>
        </div>
        <label className="field">
          目的
          <textarea rows={2} maxLength={1000} value={facts.purpose} onChange={({ target }) => put({ purpose: target.value })} />
        </label>
        <div className="usual" role="group" aria-label="适用哪些工会">
          {(Object.keys(unionKindNames) as UnionKind[]).map((kind) => (
            <button
              key={kind}
              type="button"
              className="pill"
              aria-pressed={facts.forKinds.includes(kind)}
              onClick={() => turn(kind)}
            >
              {unionKindNames[kind]}
            </button>
          ))}
        </div>
      </Section>
      <LevelsEdit levels={facts.levels} scoring={facts.scoring} change={(levels) => put({ levels })} />
      <ItemsEdit items={facts.items} scoring={facts.scoring} change={(items) => put({ items })} />
    </Page>
  )
}
