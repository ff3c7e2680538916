import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InForce, Past as Version } from '#contracts/organisation/memberRules'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { EmptyState } from '#web/EmptyState'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { type Found, UnionFind } from '#web/UnionFind'
import { dayInWords, today } from '#web/words'
import { type Point, pointNames, type Setting } from '../contract/words.ts'
import { maySetAt, sayValue } from '../rules.ts'
import { RuleForm } from './RuleForm.tsx'
import './memberrules.css'

/** 会员管理制度: what holds at a union and from whom, what it ruled itself, and the form to rule anew. */
export function MemberRulesPage() {
  const { post } = useMe()
  const [union, setUnion] = useState<Found | null>(post ? { id: post.unionId, name: post.unionName, above: null } : null)
  const [changing, setChanging] = useState<Point>()
  if (!post) return null
  const unionId = union?.id ?? post.unionId
  return (
    <Page above={union?.name ?? post.unionName} line="档案要填哪些、几天答复，这里说了算。" side={<Past unionId={unionId} />}>
      <InForceNow key={unionId} unionId={unionId} changing={changing} change={setChanging} />
      <Section title="看别的工会" padded>
        <UnionFind
          label="本级或下级工会"
          value={union}
          pick={(found) => {
            setUnion(found)
            setChanging(undefined)
          }}
        />
      </Section>
    </Page>
  )
}

type Choosing = { changing: Point | undefined; change: (point: Point | undefined) => void }

function InForceNow({ unionId, changing, change }: { unionId: string } & Choosing) {
  const { data } = useQuery(api.memberRules.inForce.queryOptions({ input: { unionId } }))
  const { data: union } = useQuery(api.unions.get.queryOptions({ input: { id: unionId } }))
  const isAllowed = usePermission('unions.approve')
  const mayRule = isAllowed && union && !maySetAt(union)
  return (
    <Section title="现在执行的" note={mayRule ? '改了以后，下级工会没有另行规定的都照此执行' : '由上级工会规定，本级执行'}>
      <ul className="plain">
        {data?.map((rule) => (
          <li key={rule.point} className="member-rule">
            <Rule rule={rule} isHere={rule.by?.unionId === unionId} />
            {mayRule && changing !== rule.point && <Button onClick={() => change(rule.point)}>修改</Button>}
            {mayRule && changing === rule.point && (
              <RuleForm unionId={unionId} rule={rule} place={union} done={() => change(undefined)} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Rule({ rule, isHere }: { rule: InForce; isHere: boolean }) {
  return (
    <div>
      <p className="duty-title">
        {pointNames[rule.point]}{' '}
        <Chip hue={isHere ? 'green' : undefined}>{isHere ? '本级规定' : rule.by ? '上级规定' : '默认'}</Chip>
      </p>
      <p>{sayValue(rule as Setting)}</p>
      <p className="muted">
        <Cite article={rule.cite} />
      </p>
    </div>
  )
}

function Past({ unionId }: { unionId: string }) {
  const { data } = useQuery(api.memberRules.history.queryOptions({ input: { unionId } }))
  return (
    <Section title="本级规定的沿革" note={data?.length ? `${data.length} 次` : undefined}>
      {data?.length === 0 && <EmptyState title="本级还没有作过规定" />}
      <ul className="plain">
        {data?.map((past) => (
          <li key={past.id} className="member-rule">
            <Line past={past} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Line({ past }: { past: Version }) {
  return (
    <div>
      <p className="duty-title">
        {pointNames[past.point]} {past.fromOn > today() && <Chip hue="amber">还未施行</Chip>}
      </p>
      <p>{past.value === null ? '不再另行规定，照上级执行' : sayValue(past as Setting)}</p>
      <p className="muted">
        {dayInWords(past.fromOn)}起 · {past.reason} {past.byPost && `· ${past.byPost}`}
      </p>
    </div>
  )
}
