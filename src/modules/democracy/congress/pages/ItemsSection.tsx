import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Working } from '#web/Working'
import type { Item, Session } from '../contract.ts'
import { itemKindNames, type ItemKind, type Matter, matterNames, type Way, wayNames } from '../rules/names.ts'
import { mayAddItem, waysFor } from '../rules/voting.ts'
import { today } from '#web/words'

const optionsOf = (names: Record<string, string>, keys: readonly string[] = Object.keys(names)) =>
  keys.map((key) => (
    <option key={key} value={key}>
      {names[key]}
    </option>
  ))

/** The agenda: each matter by its legal kind, its vote and its resolution. */
export function ItemsSection({ session }: { session: Session }) {
  const mayManage = usePermission('democracy.manage')
  const [isNew, setNew] = useState(false)
  const isLive = session.state === 'preparing' || session.state === 'open'
  return (
    <Section title="议题" note={`${session.items.length} 项`}>
      {!session.items.length && (
        <EmptyState title="还没有议题">议题按法定类别登记，表决方式和过半数的基数由类别决定。</EmptyState>
      )}
      <ul className="duties">
        {session.items.map((item) => (
          <li key={item.id} className="duty plain">
            <div>
              <p className="duty-title">
                {item.position + 1}. {item.title} <Chip>{itemKindNames[item.kind]}</Chip> <Chip>{matterNames[item.matter]}</Chip>{' '}
                <span className="muted">{wayNames[item.way]}</span>
              </p>
              {item.wayWhy && <p className="muted">不用无记名投票的理由：{item.wayWhy}</p>}
              {item.body && <p className="muted">{item.body}</p>}
              <Result item={item} />
              {item.resolution && <p>决议：{item.resolution}</p>}
            </div>
            {mayManage && <ItemActs item={item} session={session} />}
          </li>
        ))}
      </ul>
      {mayManage && isLive && (
        <div className="padded">
          {isNew ? (
            <NewItem session={session} done={() => setNew(false)} />
          ) : (
            <Button onClick={() => setNew(true)}>加议题</Button>
          )}
        </div>
      )}
    </Section>
  )
}

function Result({ item: { result, expected, present, openedAt } }: { item: Item }) {
  if (!result) return openedAt ? <Chip hue="blue">正在进行</Chip> : null
  if (result.passed === null) return <p>{result.working || '已审议，意见见下。'}</p>
  return (
    <>
      <Working
        lines={[
          {
            label: result.passed ? '通过' : '没有通过',
            figures: result.lines.length
              ? result.lines.map(({ name, yes, isElected }) => `${name} ${yes} 票${isElected ? '（当选）' : ''}`).join('，')
              : `赞成 ${result.yes}，反对 ${result.no}，弃权 ${result.abstain}（全体代表 ${expected}，到会 ${present}）`,
            holds: result.passed,
            reason: result.working,
            cite: result.cite ?? undefined,
          },
        ]}
      />
      {result.fingerprint && <p className="faint">票箱校验值 {result.fingerprint.slice(0, 16)}</p>}
    </>
  )
}

function ItemActs({ item, session }: { item: Item; session: Session }) {
  const open = useMutation(api.congress.openItem.mutationOptions())
  const close = useMutation(api.congress.closeItem.mutationOptions())
  const remove = useMutation(api.congress.removeItem.mutationOptions())
  const { id, openedAt, closedAt } = item
  if (session.state === 'preparing')
    return (
      <Button kind="link" aria-label={`移除${item.title}`} onClick={() => remove.mutate({ id })}>
        移除
      </Button>
    )
  if (closedAt) return item.result?.passed === false || session.publishedOn ? null : <Resolve item={item} />
  if (session.state !== 'open') return null
  if (!openedAt)
    return (
      <Button busy={open.isPending} onClick={() => open.mutate({ id })}>
        {item.way === 'none' ? '开始审议' : '开始表决'}
      </Button>
    )
  if (item.way === 'hands') return <Hands id={id} />
  return (
    <Button busy={close.isPending} onClick={() => close.mutate({ id })}>
      {item.way === 'none' ? '审议结束' : '结束表决、计票'}
    </Button>
  )
}

function Hands({ id }: { id: string }) {
  const [tally, set] = useState({ yes: 0, no: 0, abstain: 0 })
  const count = useMutation(api.congress.countHands.mutationOptions())
  const number = (label: string, key: keyof typeof tally) => (
    <label className="field">
      {label}
      <input
        type="number"
        min={0}
        value={tally[key]}
        onChange={(event) => set({ ...tally, [key]: Number(event.target.value) })}
      />
    </label>
  )
  return (
    <div>
      {number('赞成', 'yes')}
      {number('反对', 'no')}
      {number('弃权', 'abstain')}
      <Button busy={count.isPending} onClick={() => count.mutate({ id, ...tally })}>
        登记票数
      </Button>
    </div>
  )
}

function Resolve({ item }: { item: Item }) {
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState(item.resolution ?? '')
  const resolve = useMutation(api.congress.resolve.mutationOptions({ onSuccess: () => setOpen(false) }))
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{item.resolution ? '改决议文字' : '登记决议'}</Button>
  return (
    <div>
      <label className="field">
        决议
        <textarea rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <Button busy={resolve.isPending} onClick={() => resolve.mutate({ id: item.id, resolution: text })}>
        保存决议
      </Button>
    </div>
  )
}

function NewItem({ session, done }: { session: Session; done: () => void }) {
  const [facts, set] = useState({
    ...{ kind: 'hear' as ItemKind, matter: 'report' as Matter, title: '', body: '', reporter: '' },
    ...{ way: 'none' as Way, wayWhy: '', seats: 1, names: '' },
  })
  const add = useMutation(api.congress.addItem.mutationOptions({ onSuccess: done }))
  const choices = facts.names.split(/[、，,\s]+/).filter(Boolean)
  const draft = { ...facts, wayWhy: facts.wayWhy || null, choices }
  const wantsNames = facts.kind === 'elect' || facts.kind === 'appraise'
  const ways = waysFor(facts.kind)
  const { names: _, ...sent } = draft
  return (
    <>
      <div className="two">
        <label className="field">
          类别
          <select
            value={facts.kind}
            onChange={(event) =>
              set({ ...facts, kind: event.target.value as ItemKind, way: waysFor(event.target.value as ItemKind)[0]! })
            }
          >
            {optionsOf(itemKindNames)}
          </select>
        </label>
        <label className="field">
          事项
          <select value={facts.matter} onChange={(event) => set({ ...facts, matter: event.target.value as Matter })}>
            {optionsOf(matterNames)}
          </select>
        </label>
        <label className="field">
          议题
          <input maxLength={80} value={facts.title} onChange={(event) => set({ ...facts, title: event.target.value })} />
        </label>
        <label className="field">
          报告人
          <input maxLength={60} value={facts.reporter} onChange={(event) => set({ ...facts, reporter: event.target.value })} />
        </label>
        <label className="field">
          表决方式
          <select value={facts.way} onChange={(event) => set({ ...facts, way: event.target.value as Way })}>
            {optionsOf(wayNames, ways)}
          </select>
        </label>
        {wantsNames && (
          <label className="field">
            {facts.kind === 'elect' ? '候选人（用顿号隔开）' : '评议对象（用顿号隔开）'}
            <input value={facts.names} onChange={(event) => set({ ...facts, names: event.target.value })} />
          </label>
        )}
        {facts.kind === 'elect' && (
          <label className="field">
            应选人数
            <input
              type="number"
              min={1}
              value={facts.seats}
              onChange={(event) => set({ ...facts, seats: Math.max(1, Number(event.target.value)) })}
            />
          </label>
        )}
        {(facts.kind === 'adopt' || facts.kind === 'decide') && facts.way !== 'secret' && (
          <label className="field">
            不用无记名投票的理由
            <input maxLength={400} value={facts.wayWhy} onChange={(event) => set({ ...facts, wayWhy: event.target.value })} />
          </label>
        )}
      </div>
      <label className="field">
        材料
        <textarea rows={4} value={facts.body} onChange={(event) => set({ ...facts, body: event.target.value })} />
      </label>
      <div className="acts">
        <Button onClick={done}>先不加</Button>
        <RuledButton
          verdict={mayAddItem(draft, session, today())}
          busy={add.isPending}
          onClick={() => add.mutate({ ...sent, sessionId: session.id, reporter: facts.reporter || null })}
        >
          加入议程
        </RuledButton>
      </div>
    </>
  )
}
