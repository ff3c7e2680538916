import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Cite } from '#web/Cite'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { StateSteps } from '#web/StateSteps'
import { type Found, UnionFind } from '#web/UnionFind'
import { dayInWords } from '#web/words'
import type { Row } from '../contract.ts'
import { type Ground, groundNames } from '../contract/words.ts'
import { stepsOf } from './steps.ts'

const isOpen = ({ state }: Row) => state === 'started' || state === 'released'

/** 转会 */
export function MyTransferPage() {
  const { data } = useSuspenseQuery(api.transfers.mine.queryOptions())
  const open = data.find(isOpen)
  return (
    <Page line={open ? lineOf(open) : '换了单位，会籍跟着走，什么都不用重新填。'}>
      {open ? <UnderWay row={open} /> : <Start />}
      {data
        .filter((row) => row !== open)
        .map((row) => (
          <Section key={row.id} title={`${dayInWords(row.startedOn)} 转往 ${row.toName}`} padded>
            <StateSteps steps={stepsOf(row)} label="转会进度" />
          </Section>
        ))}
    </Page>
  )
}

function lineOf({ toName, dueOn, isLate, waitsFor }: Row) {
  if (waitsFor.includes('member')) return `工会想把您的会籍转到${toName}，您同意吗？`
  return isLate ? `转往${toName}，已过承诺的日子，上级工会会催办。` : `正在转往${toName}，${dayInWords(dueOn)}前办好。`
}

function UnderWay({ row }: { row: Row }) {
  const agree = useMutation(api.transfers.agree.mutationOptions())
  const stop = useMutation(api.transfers.stop.mutationOptions())
  const mustAnswer = row.waitsFor.includes('member')
  const end = async () => {
    const isSure = await ask({
      title: mustAnswer ? '不同意转会？' : '撤回转会？',
      body: '会籍留在原来的工会。',
      act: mustAnswer ? '不同意' : '撤回',
    })
    if (isSure !== false) stop.mutate({ id: row.id })
  }
  return (
    <Section title={`${row.fromName} → ${row.toName}`} padded>
      <StateSteps steps={stepsOf(row)} label="转会进度" />
      <p className="muted small">
        办结期限：
        <Cite article={row.cite} />
      </p>
      <div className="acts">
        {mustAnswer && (
          <Button kind="primary" busy={agree.isPending} onClick={() => agree.mutate({ id: row.id })}>
            同意转会
          </Button>
        )}
        <Button kind="link" busy={stop.isPending} onClick={end}>
          {mustAnswer ? '不同意' : '不转了，撤回'}
        </Button>
      </div>
    </Section>
  )
}

function Start() {
  const [union, setUnion] = useState<Found | null>(null)
  const [ground, setGround] = useState<Ground>('newEmployer')
  const start = useMutation(api.transfers.start.mutationOptions())
  const submit = () =>
    union &&
    start.mutate(
      { unionId: union.id, ground },
      { onSuccess: () => notify({ tone: 'good', title: '交上去了，两边工会确认后就转好' }) },
    )
  return (
    <Section title="转到哪里" padded>
      <fieldset className="field plain">
        <legend>为什么转</legend>
        <div className="chips">
          {(Object.entries(groundNames) as [Ground, string][]).map(([code, name]) => (
            <button key={code} type="button" className="pill" aria-pressed={ground === code} onClick={() => setGround(code)}>
              {name}
            </button>
          ))}
        </div>
      </fieldset>
      <UnionFind
        key={ground}
        label={ground === 'noUnion' ? '居住地的乡镇、街道工会，或行业、新就业形态工会' : '新单位的工会'}
        value={union}
        pick={setUnion}
        {...(ground === 'noUnion' && { kinds: ['town', 'trade', 'regional', 'joint', 'newEmployment'] as const })}
      />
      <Button kind="primary" busy={start.isPending} aria-disabled={!union} onClick={submit}>
        申请转会
      </Button>
    </Section>
  )
}
