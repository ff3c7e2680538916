import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { type Step, StateSteps } from '#web/StateSteps'
import type { Detail } from '../contract.ts'
import {
  kindFacts,
  mayClose,
  mayFeedBack,
  sideNames,
  skipWarning,
  type Stage,
  stages,
  type StageState,
  stageWords,
} from '../rules.ts'
import './decisions.css'
import { factsOf } from './facts.ts'
import { ConsultSection, DecisionSection, MeetingSection } from './StageSections.tsx'
import { Tasks } from './Tasks.tsx'

const steps: Record<StageState, Step['state']> = { done: 'done', skipped: 'stopped', now: 'now', later: 'later' }

/** One matter through its four stages. */
export function MatterPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useSuspenseQuery(api.decisions.get.queryOptions({ input: { id } }))
  const close = useMutation(api.decisions.close.mutationOptions())
  const mayAct = data.isOwn && data.side !== null
  const note = (stage: Stage) =>
    data.stages[stage] === 'skipped'
      ? '略过'
      : { consult: data.positionOn, deliberate: data.metOn, feedback: data.feedbackOn, share: data.closedOn }[stage]
  return (
    <Page
      above={`${data.unionName} · ${kindFacts[data.kind].title}`}
      line={data.title}
      acts={
        mayAct &&
        data.decidedOn &&
        !data.closedOn && (
          <RuledButton verdict={mayClose(factsOf(data))} busy={close.isPending} onClick={() => close.mutate({ id })}>
            办结
          </RuledButton>
        )
      }
    >
      <Section title="四个环节" note={data.noticeDays === null ? undefined : `草案比会议早 ${data.noticeDays} 日给工会`} padded>
        <StateSteps
          label="四个环节"
          steps={stages.map((stage) => ({ title: stageWords[stage], state: steps[data.stages[stage]], note: note(stage) }))}
        />
        {data.warning && (
          <p>
            <Chip hue="red">期限不足</Chip> {data.warning}
            {data.warningCite && <Cite article={data.warningCite} />}
          </p>
        )}
        {mayAct && <SkipButtons data={data} />}
      </Section>
      <Section title="草案" note={`${data.registeredOn} 由${sideNames[data.registeredSide]}登记`} padded>
        <p className="decisions-written">{data.draft}</p>
        {data.plannedOn && <p className="muted">打算 {data.plannedOn} 起实行</p>}
      </Section>
      <ConsultSection data={data} mayAct={mayAct} />
      <MeetingSection data={data} mayAct={mayAct} />
      <DecisionSection data={data} mayAct={mayAct} />
      <Feedback data={data} mayAct={mayAct} />
      <Tasks data={data} mayAct={mayAct} />
      <Skips data={data} />
    </Page>
  )
}

function SkipButtons({ data }: { data: Detail }) {
  const skip = useMutation(api.decisions.skip.mutationOptions())
  const stage = stages.find((one) => data.stages[one] === 'now')
  if (!stage || data.closedOn || ((stage === 'feedback' || stage === 'share') && !data.decidedOn)) return null
  const warning = skipWarning(data.kind, stage, data.registeredOn)
  const over = async () => {
    const reason = await ask({
      title: `略过${stageWords[stage]}？`,
      body: `${warning ? `${warning}。` : ''}略过的环节和理由会列入“没有工会参加的决策”，上级工会看得到，以后不能去掉。`,
      act: '略过',
      reasons: ['情况紧急，来不及按程序办理', '事项不涉及职工利益'],
      danger: true,
    })
    if (reason !== false) skip.mutate({ id: data.id, stage, reason })
  }
  return (
    <p className="no-print">
      <Button onClick={over}>略过{stageWords[stage]}…</Button>
    </p>
  )
}

function Feedback({ data, mayAct }: { data: Detail; mayAct: boolean }) {
  const feedBack = useMutation(api.decisions.feedBack.mutationOptions())
  if (!data.decidedOn) return null
  const { counts, total, words } = data.reactions
  return (
    <Section title="反馈" note={data.feedbackOn ? `${data.feedbackOn} 向职工公布` : undefined} padded>
      {!data.feedbackOn && <p className="muted">把决定和理由公布给职工，提过意见的人会收到通知。</p>}
      {data.feedbackOn && (
        <p>
          {total === 0 && '还没有职工评价。'}
          {counts
            ? `${total} 人评价：满意 ${counts.satisfied}，基本满意 ${counts.partly}，不满意 ${counts.unsatisfied}。`
            : total > 0 && `${total} 人评价，人数少，不分开显示。`}
        </p>
      )}
      {words.map((body) => (
        <p key={body} className="muted">
          {body}
        </p>
      ))}
      {mayAct && !data.feedbackOn && data.stages.feedback !== 'skipped' && (
        <RuledButton
          verdict={mayFeedBack(factsOf(data))}
          busy={feedBack.isPending}
          onClick={() => feedBack.mutate({ id: data.id })}
        >
          向职工反馈
        </RuledButton>
      )}
    </Section>
  )
}

function Skips({ data }: { data: Detail }) {
  if (data.skips.length === 0) return null
  return (
    <Section title="略过的环节">
      <ul className="duties">
        {data.skips.map(({ id, stage, side, reason, skippedOn, explanation }) => (
          <li key={id} className="duty plain">
            <div>
              <p className="duty-title">
                {stageWords[stage]} <Chip hue="red">略过</Chip>
              </p>
              <p className="muted">
                {skippedOn} {sideNames[side]}：{reason}；主席说明：{explanation ?? '还没有说明'}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
