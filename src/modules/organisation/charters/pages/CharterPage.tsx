import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { DayField } from '#web/DayField'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { UnionTabs } from '#desk/organisation/unions'
import type { Adoption, Charter } from '../contract.ts'
import { draftFor, mayAdopt } from '../rules.ts'

/** A union's charter: the one in force, the next in draft, all versions. */
export function CharterPage() {
  const { unionId } = useParams({ strict: false }) as { unionId: string }
  const union = useQuery({ ...api.unions.get.queryOptions({ input: { id: unionId } }), throwOnError: true })
  const { data } = useQuery(api.charters.list.queryOptions({ input: { unionId } }))
  const mayFile = usePermission('unions.file')
  const now = today()
  const inForce = data?.filter(({ inForceOn }) => inForceOn && inForceOn <= now).at(0)
  const draft = data?.find(({ publishedAt }) => !publishedAt)
  return (
    <Page line={inForce ? `第 ${inForce.number} 版章程在施行。` : '还没有施行的章程。'} above={union.data?.name}>
      <UnionTabs id={unionId} />
      {mayFile && data && union.data && (
        <Drafting key={draft?.version ?? 0} unionId={unionId} name={union.data.name} draft={draft} />
      )}
      {inForce && (
        <Section title={inForce.title} note={`自 ${inForce.inForceOn} 起施行`} padded>
          <p style={{ whiteSpace: 'pre-wrap' }}>{inForce.body}</p>
        </Section>
      )}
      <Section title="历次版本">
        {data?.length === 0 && <EmptyState title="还没有章程">起草后提交会员大会（会员代表大会）通过，再公布。</EmptyState>}
        <ul className="duties">
          {data?.map(({ id, number, title, adoptedOn, inForceOn, inFavour, expected }) => (
            <li key={id} className="duty plain">
              <div>
                <p className="duty-title">
                  第 {number} 版 {title}{' '}
                  {inForceOn ? <Chip hue="green">已公布</Chip> : <Chip>{adoptedOn ? '已通过' : '草稿'}</Chip>}
                </p>
                <p className="muted">
                  {[adoptedOn && `${adoptedOn} 通过（应到 ${expected}，赞成 ${inFavour}）`, inForceOn && `${inForceOn} 起施行`]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Drafting({ unionId, name, draft }: { unionId: string; name: string; draft: Charter | undefined }) {
  const [title, setTitle] = useState(draft?.title ?? `${name}章程`)
  const [body, setBody] = useState(draft?.body ?? draftFor(name))
  const [isOpen, setOpen] = useState(draft !== undefined)
  const save = useMutation(api.charters.save.mutationOptions())
  if (!isOpen)
    return (
      <div className="acts">
        <Button kind="primary" onClick={() => setOpen(true)}>
          起草新版
        </Button>
      </div>
    )
  if (draft?.adoptedOn) return <Publishing draft={draft} />
  return (
    <Section title={draft ? `第 ${draft.number} 版草稿` : '起草'} padded>
      <label className="field">
        名称
        <input value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label className="field">
        正文
        <textarea rows={16} value={body} onChange={(event) => setBody(event.target.value)} />
      </label>
      <div className="acts">
        <Button
          kind={draft ? 'plain' : 'primary'}
          busy={save.isPending}
          onClick={() => save.mutate({ unionId, version: draft?.version ?? 0, title, body })}
        >
          保存草稿
        </Button>
      </div>
      {draft && <Adopting draft={draft} />}
    </Section>
  )
}

function Adopting({ draft: { id, version } }: { draft: Charter }) {
  const adopt = useMutation(api.charters.adopt.mutationOptions())
  const [facts, setFacts] = useState({
    meeting: 'assembly' as Adoption['meeting'],
    adoptedOn: today(),
    expected: 0,
    present: 0,
    inFavour: 0,
  })
  const number = (key: 'expected' | 'present' | 'inFavour', label: string) => (
    <label className="field">
      {label}
      <input
        type="number"
        min={0}
        value={facts[key]}
        onChange={(event) => setFacts({ ...facts, [key]: Number(event.target.value) })}
      />
    </label>
  )
  return (
    <>
      <h3>登记通过</h3>
      <div className="two">
        <label className="field">
          会议
          <select
            value={facts.meeting}
            onChange={(event) => setFacts({ ...facts, meeting: event.target.value as Adoption['meeting'] })}
          >
            <option value="assembly">会员大会</option>
            <option value="congress">会员代表大会</option>
          </select>
        </label>
        <DayField
          label="日期"
          isStacked
          max={today()}
          value={facts.adoptedOn}
          pick={(adoptedOn) => setFacts({ ...facts, adoptedOn: adoptedOn ?? '' })}
        />
        {number('expected', '应到')}
        {number('present', '实到')}
        {number('inFavour', '赞成')}
      </div>
      <div className="acts">
        <RuledButton
          verdict={mayAdopt(facts, today())}
          kind="primary"
          busy={adopt.isPending}
          onClick={() => adopt.mutate({ id, version, ...facts })}
        >
          登记通过
        </RuledButton>
      </div>
    </>
  )
}

function Publishing({ draft: { id, version, number } }: { draft: Charter }) {
  const publish = useMutation(api.charters.publish.mutationOptions())
  const [inForceOn, setDay] = useState(today())
  return (
    <Section title={`第 ${number} 版已经通过，等公布`} padded>
      <DayField label="施行日期" isStacked value={inForceOn} pick={(day) => day && setDay(day)} />
      <div className="acts">
        <Button kind="primary" busy={publish.isPending} onClick={() => publish.mutate({ id, version, inForceOn })}>
          公布章程
        </Button>
      </div>
    </Section>
  )
}
