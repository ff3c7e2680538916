import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { firstOf, refuse } from '#law/verdict'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Right } from '../contract.ts'
import { Box } from './StageSections.tsx'

/** 权利义务: the list, who owns each, its evidence, checked once a year (DEC-08). */
export function RightsPage() {
  const year = Number(today().slice(0, 4))
  const {
    data: { rows: data, mayLoad },
  } = useSuspenseQuery(api.decisions.rights.queryOptions({ input: { year } }))
  const mayCheck = usePermission('democracy.manage')
  const [isLoading, setLoading] = useState(false)
  const [checking, setChecking] = useState<Right>()
  const checked = data.filter(({ owner }) => owner).length
  return (
    <Page
      above="权利义务"
      line={data.length ? `${data.length} 条权利义务，${year} 年核对了 ${checked} 条。` : '工会的权利义务清单'}
      acts={mayLoad && <Button onClick={() => setLoading(true)}>载入清单</Button>}
    >
      {isLoading && <LoadForm done={() => setLoading(false)} />}
      {checking && <CheckForm key={checking.id} right={checking} year={year} done={() => setChecking(undefined)} />}
      <Section title={`${year} 年`}>
        {data.length === 0 && (
          <EmptyState title="还没有载入清单">由本区域最上一级工会按工会条例的原文载入，各级工会每年逐条核对。</EmptyState>
        )}
        <ul className="duties">
          {data.map((right) => (
            <li key={right.id} className="duty plain">
              <div>
                <p className="duty-title">
                  {right.number}．{right.title} <Chip>{right.kind === 'right' ? '权利' : '义务'}</Chip>{' '}
                  {right.isKey && <Chip hue="blue">关键环节</Chip>} {right.wasUsed === true && <Chip hue="green">行使过</Chip>}
                  {right.wasUsed === false && <Chip hue="red">没有行使</Chip>}
                </p>
                <p className="muted">
                  {right.owner ? `${right.owner}负责${right.evidence ? `；依据：${right.evidence}` : ''}` : '今年还没有核对'}
                </p>
              </div>
              {mayCheck && <Button onClick={() => setChecking(right)}>核对</Button>}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function CheckForm({ right, year, done }: { right: Right; year: number; done: () => void }) {
  const [owner, setOwner] = useState(right.owner ?? '')
  const [wasUsed, setUsed] = useState(right.wasUsed ?? true)
  const [evidence, setEvidence] = useState(right.evidence ?? '')
  const act = useMutation(api.decisions.checkRight.mutationOptions())
  const verdict = firstOf(
    owner.trim().length < 2 ? refuse('owner', '请写由谁负责') : null,
    wasUsed && evidence.trim().length < 4 ? refuse('evidence', '行使过的，请写明依据') : null,
  )
  return (
    <Section title={`核对第 ${right.number} 条`} note={right.title} padded>
      <label className="field">
        由谁负责
        <input value={owner} maxLength={60} onChange={({ target }) => setOwner(target.value)} />
      </label>
      <label className="field">
        今年行使过吗
        <select value={wasUsed ? 'yes' : 'no'} onChange={({ target }) => setUsed(target.value === 'yes')}>
          <option value="yes">行使过</option>
          <option value="no">没有行使</option>
        </select>
      </label>
      <Box label="依据（文件、会议或记录）" value={evidence} change={setEvidence} rows={2} max={500} />
      <div className="acts">
        <Button onClick={done}>先不核对</Button>
        <RuledButton
          verdict={verdict}
          busy={act.isPending}
          onClick={() => act.mutate({ id: right.id, year, owner, wasUsed, evidence }, { onSuccess: done })}
        >
          记下核对
        </RuledButton>
      </div>
    </Section>
  )
}

/** One a line: 权利 or 义务, a space, the text; a star at its end marks a key one. */
const parsed = (text: string) =>
  text
    .split('\n')
    .map((line) => /^(权利|义务)\s+(.{2,300}?)(\*)?$/.exec(line.trim()))
    .flatMap((found) =>
      found ? [{ kind: found[1] === '权利' ? ('right' as const) : ('duty' as const), title: found[2]!, isKey: !!found[3] }] : [],
    )

function LoadForm({ done }: { done: () => void }) {
  const [text, setText] = useState('')
  const items = parsed(text)
  const lines = text.split('\n').filter((line) => line.trim()).length
  const act = useMutation(api.decisions.loadRights.mutationOptions())
  const verdict = !items.length
    ? refuse('none', '请一行写一条')
    : items.length < lines
      ? refuse('lines', `有 ${lines - items.length} 行看不懂，每行以“权利”或“义务”和空格开头`)
      : null
  return (
    <Section title="载入清单" note="新清单代替原来的；已做的核对保留" padded>
      <Box label="一行一条：权利（或义务） 空格 内容；关键环节在末尾加 *" value={text} change={setText} rows={8} max={20_000} />
      <div className="acts">
        <Button onClick={done}>先不载入</Button>
        <RuledButton verdict={verdict} busy={act.isPending} onClick={() => act.mutate({ items }, { onSuccess: done })}>
          载入 {items.length} 条
        </RuledButton>
      </div>
    </Section>
  )
}
