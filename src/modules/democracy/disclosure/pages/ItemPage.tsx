import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { QrCode } from '#web/QrCode'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import type { ItemDetail, Question } from '../contract/shapes.ts'
import { mayReopen, mayTakeDown } from '../rules.ts'
import { audienceNames, guide, headingNames, kindNames, sideNames, stateNames, stepNames, versionNames } from '../rules/names.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { Deciding } from './Deciding.tsx'
import { DraftForm } from './DraftForm.tsx'
import { hues } from './hues.ts'
import { QuestionList } from './Questions.tsx'
import { VersionText } from './Text.tsx'

/** One item on the desk: its way from draft to publication, what was asked, and the print for the board. */
export function ItemPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: item } = useQuery({ ...api.disclosure.get.queryOptions({ input: { id } }), throwOnError: true })
  const mayManage = usePermission('democracy.manage')
  const takeDown = useMutation(api.disclosure.takeDown.mutationOptions())
  if (!item) return <Page line="正在打开。" />
  const down = async () => {
    const body = '没满公开期限就撤下的，视为没有公开，要重新公开。'
    const reason = await ask({ title: '撤下公开栏？', body, act: '撤下', reasons: ['公开期限已满'] })
    if (reason !== false) takeDown.mutate({ id, reason })
  }
  return (
    <Page
      line={`${item.title}（${item.label}）`}
      above={`${item.unionName} · ${kindNames[item.kind]}`}
      acts={
        item.publishedOn && (
          <>
            {mayManage && (
              <RuledButton verdict={mayTakeDown(item)} busy={takeDown.isPending} onClick={down}>
                撤下
              </RuledButton>
            )}
            <Button onClick={() => print()}>打印上栏</Button>
          </>
        )
      }
      side={<Facts item={item} />}
    >
      <Text item={item} />
      <Deciding item={item} />
      <DraftForm key={`${item.versions[0]?.number} ${item.versions[0]?.state}`} item={item} />
      <Asked item={item} />
    </Page>
  )
}

function Facts({ item }: { item: ItemDetail }) {
  const next = item.versions[0]?.state ?? 'none'
  return (
    <>
      <Section title="目录要求" padded>
        <p>
          <Chip hue={hues[item.state]}>{stateNames[item.state]}</Chip> <Chip>{headingNames[item.heading]}</Chip>
        </p>
        <p>{item.content}</p>
        <p className="muted">{`${item.dueOn} 前公开 · ${sideNames[item.side]} ${item.responsible} · 向${audienceNames[item.audience]}公开`}</p>
        {item.article && <p className="muted">{item.article}</p>}
        {item.shownUntil && <p className="muted">{`公开栏至少保留到 ${item.shownUntil}`}</p>}
        {item.takenDownOn && <p className="muted">{`${item.takenDownOn} 撤下：${item.takenDownWhy}`}</p>}
        {item.reach && <p>{item.reach.says}</p>}
      </Section>
      <Section title="这一步怎么办" padded>
        <p>{guide[next]}</p>
      </Section>
      <Section title="经过" padded>
        {item.steps.length === 0 && <p className="muted">还没有送审。</p>}
        <ol className="numbered">
          {item.steps.map((step, at) => (
            <li key={`${step.onDay}${step.step}${at}`}>
              {`${step.onDay} 第 ${step.number} 版 ${stepNames[step.step]}（${step.byTitle}${step.paper ? `，${step.paper}` : ''}）`}
              {step.note && `：${step.note}`}
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

function Text({ item }: { item: ItemDetail }) {
  if (!item.versions.length)
    return (
      <Section title="原文">
        <EmptyState title="还没有起草">{item.procedure}</EmptyState>
      </Section>
    )
  return item.versions.map((version) => (
    <Section
      key={version.number}
      title={version.title}
      note={version.publishedAt ? `第 ${version.number} 版 ${momentInWords(version.publishedAt)}` : versionNames[version.state]}
      padded
    >
      <VersionText version={version} />
      {version.state === 'published' && (
        <div className="disclosure-print">
          <QrCode text={`${location.origin}/board/disclosure/${item.id}`} label="核对原文的二维码" />
          <p>扫码核对：校验码一致的才是公开的原文。</p>
        </div>
      )}
    </Section>
  ))
}

function Asked({ item }: { item: ItemDetail }) {
  const reopen = useMutation(api.disclosure.reopen.mutationOptions())
  if (!item.questions.length) return null
  const again = async (question: Question) => {
    const reason = await ask({ title: '退回重新答复？', act: '退回重办', reasons: ['没有答到所问的事'] })
    if (reason !== false) reopen.mutate({ id: question.id, reason })
  }
  return (
    <Section title="职工的意见" note="不署名的，谁问的任何人都看不到">
      <QuestionList
        questions={item.questions}
        acts={(question) =>
          question.answer === null ? (
            <AnswerForm question={question} side={item.side} />
          ) : (
            <RuledButton verdict={mayReopen(question, true)} onClick={() => again(question)}>
              退回重办
            </RuledButton>
          )
        }
      />
    </Section>
  )
}
