import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { firstOf, refuse } from '#law/verdict'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { Figure } from '#web/Figure'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count, today, yuan } from '#web/words'
import type { Item } from '../contract.ts'
import { type Answer, answerNames, answers, type CoreTask, coreTaskNames, coreTasks, mayAgree } from '../rules.ts'
import './decisions.css'
import { Box } from './StageSections.tsx'

const means = (people: string | null, fen: number | null, things: string | null) =>
  [people && `人：${people}`, fen ? `钱：${yuan(fen)}` : null, things && `物：${things}`].filter(Boolean).join('；') ||
  '不要人财物'

/** 行政计划: union items in the administration's yearly plan, and the core task each serves (DEC-09, DEC-10). */
export function ItemsPage() {
  const { post } = useMe()
  const isUnion = usePermission('democracy.manage')
  const mayAct = [isUnion, usePermission('democracy.answer')].some(Boolean)
  const { data: figures } = useQuery(api.decisions.figures.queryOptions())
  const agree = useMutation(api.decisions.agreeItem.mutationOptions())
  const finish = useMutation(api.decisions.finishItem.mutationOptions())
  const [isWriting, setWriting] = useState(false)
  const [answering, setAnswering] = useState<Item>()
  const end = async ({ id, title }: Item) => {
    const effect = await ask({ title: `“${title}”有什么成效？`, act: '登记成效', reasons: ['按计划完成'] })
    if (effect !== false) finish.mutate({ id, effect })
  }
  const actsOf = (row: Item) =>
    !mayAct || row.unionId !== post?.unionId ? null : (
      <span className="acts">
        {!row.agreedOn && <Button onClick={() => setAnswering(row)}>行政答复</Button>}
        {isUnion && row.answer && row.answer !== 'refused' && !row.agreedOn && (
          <RuledButton verdict={mayAgree(row)} onClick={() => agree.mutate({ id: row.id })}>
            工会确认
          </RuledButton>
        )}
        {row.agreedOn && !row.doneOn && <Button onClick={() => end(row)}>登记成效</Button>}
      </span>
    )
  const columns: Column<Item>[] = [
    {
      key: 'title',
      title: '工会项目',
      always: true,
      render: ({ year, title }) => <div className="decisions-cell">{`${year} 年：${title}`}</div>,
    },
    { key: 'unionName', title: '工会' },
    {
      key: 'core',
      title: '服务的中心工作',
      render: ({ coreTask, coreWords }) =>
        coreTask ? `${coreTaskNames[coreTask]}：${coreWords}` : <Chip hue="amber">没有对应</Chip>,
    },
    {
      key: 'asked',
      title: '提出',
      render: (row) => <div className="decisions-cell">{means(row.askedPeople, row.askedFen, row.askedThings)}</div>,
    },
    {
      key: 'answer',
      title: '行政答复',
      render: (row) =>
        row.answer ? (
          <div className="decisions-cell">
            <Chip hue={row.answer === 'refused' ? 'red' : 'green'}>{answerNames[row.answer]}</Chip> {row.answerText}
            {row.answer !== 'refused' && <p className="muted">{means(row.grantedPeople, row.grantedFen, row.grantedThings)}</p>}
          </div>
        ) : (
          '等答复'
        ),
    },
    {
      key: 'state',
      title: '双方确认与成效',
      render: (row) => (
        <div className="decisions-cell">
          {row.agreedOn && <Chip hue="green">{row.agreedOn} 已列入</Chip>}
          {row.effect && <p className="muted">{row.effect}</p>}
          {actsOf(row)}
        </div>
      ),
    },
  ]
  return (
    <Page
      above="行政计划"
      line={
        figures && figures.items > 0
          ? `${count(figures.items)} 个工会项目，${count(figures.linked)} 个对应单位的中心工作。`
          : '工会工作列入行政年度计划'
      }
      acts={
        isUnion && (
          <Button kind="primary" onClick={() => setWriting(true)}>
            报请列入
          </Button>
        )
      }
    >
      {isWriting && <ItemForm done={() => setWriting(false)} />}
      {answering && <AnswerForm key={answering.id} row={answering} done={() => setAnswering(undefined)} />}
      <Section title="项目">
        <div className="figures">
          <Figure label="对应中心工作" value={figures?.linked} unit={figures ? `/ ${count(figures.items)} 个` : ''} />
        </div>
        <DataTable<Item>
          name="decisions-items"
          unit="个项目"
          rowKey={({ id }) => id}
          query={({ page, size }) => api.decisions.items.queryOptions({ input: { page, size } })}
          empty={<EmptyState title="还没有报请列入的项目">工会提出项目和要的人财物，行政方答复，双方确认后列入。</EmptyState>}
          columns={columns}
        />
      </Section>
    </Page>
  )
}

const fenOf = (text: string) => (/^\d+(\.\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text) * 100) : null)
const amount = (text: string) => (fenOf(text) === null ? refuse('money', '请写金额（元），不要钱写 0') : null)

type Means = { people: string; money: string; things: string }
const MeansFields = ({ means: given, change }: { means: Means; change: (means: Means) => void }) => (
  <>
    <label className="field">
      人（可以不写）
      <input value={given.people} maxLength={200} onChange={({ target }) => change({ ...given, people: target.value })} />
    </label>
    <label className="field">
      钱（元）
      <input
        value={given.money}
        inputMode="decimal"
        maxLength={12}
        onChange={({ target }) => change({ ...given, money: target.value })}
      />
    </label>
    <label className="field">
      物（可以不写）
      <input value={given.things} maxLength={200} onChange={({ target }) => change({ ...given, things: target.value })} />
    </label>
  </>
)

function ItemForm({ done }: { done: () => void }) {
  const [title, setTitle] = useState('')
  const [coreTask, setTask] = useState<CoreTask | ''>('')
  const [coreWords, setWords] = useState('')
  const [asked, setAsked] = useState<Means>({ people: '', money: '0', things: '' })
  const act = useMutation(api.decisions.submitItem.mutationOptions())
  const verdict = firstOf(
    title.trim().length < 4 ? refuse('title', '请写工作项目，至少 4 个字') : null,
    coreTask && coreWords.trim().length < 2 ? refuse('core', '请写清服务哪一项中心工作') : null,
    amount(asked.money),
  )
  const send = () =>
    act.mutate(
      {
        ...{ year: Number(today().slice(0, 4)), title, coreTask: coreTask || null, coreWords: coreTask ? coreWords : null },
        ...{ askedPeople: asked.people, askedFen: fenOf(asked.money)!, askedThings: asked.things },
      },
      { onSuccess: done },
    )
  return (
    <Section title="报请列入行政计划" padded>
      <label className="field">
        工作项目
        <input value={title} maxLength={80} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label className="field">
        服务哪一类中心工作
        <select value={coreTask} onChange={({ target }) => setTask(target.value as CoreTask | '')}>
          <option value="">没有对应</option>
          {coreTasks.map((one) => (
            <option key={one} value={one}>
              {coreTaskNames[one]}
            </option>
          ))}
        </select>
      </label>
      {coreTask && (
        <label className="field">
          具体是哪一项任务
          <input value={coreWords} maxLength={200} onChange={({ target }) => setWords(target.value)} />
        </label>
      )}
      <MeansFields means={asked} change={setAsked} />
      <div className="acts">
        <Button onClick={done}>先不报</Button>
        <RuledButton verdict={verdict} busy={act.isPending} onClick={send}>
          报送
        </RuledButton>
      </div>
    </Section>
  )
}

function AnswerForm({ row, done }: { row: Item; done: () => void }) {
  const [answer, setAnswer] = useState<Answer>('accepted')
  const [answerText, setText] = useState('')
  const [granted, setGranted] = useState<Means>({
    ...{ people: row.askedPeople ?? '', money: String(row.askedFen / 100), things: row.askedThings ?? '' },
  })
  const act = useMutation(api.decisions.answerItem.mutationOptions())
  const verdict = firstOf(
    answerText.trim().length < 4 ? refuse('text', '请写理由或说明，至少 4 个字') : null,
    amount(granted.money),
  )
  const none = answer === 'refused'
  const send = () =>
    act.mutate(
      {
        ...{ id: row.id, answer, answerText, grantedPeople: none ? null : granted.people },
        ...{ grantedFen: none ? 0 : fenOf(granted.money)!, grantedThings: none ? null : granted.things },
      },
      { onSuccess: done },
    )
  return (
    <Section title={`行政答复：${row.title}`} padded>
      <label className="field">
        结果
        <select value={answer} onChange={({ target }) => setAnswer(target.value as Answer)}>
          {answers.map((one) => (
            <option key={one} value={one}>
              {answerNames[one]}
            </option>
          ))}
        </select>
      </label>
      <Box label="理由或说明" value={answerText} change={setText} rows={2} max={500} />
      {!none && <MeansFields means={granted} change={setGranted} />}
      <div className="acts">
        <Button onClick={done}>先不答复</Button>
        <RuledButton verdict={verdict} busy={act.isPending} onClick={send}>
          提交答复
        </RuledButton>
      </div>
    </Section>
  )
}
