import { getRouteApi } from '@tanstack/react-router'
import { changedFields } from '#kit/merge'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { useDraft } from '#web/offline/useDraft'
import { Page } from '#web/Page'
import { useQueuedMutation, useQueue } from '#web/queue'
import { Button, RuledButton } from '#web/RuledButton'
import { Bones } from '#web/Shelter'
import { ask } from '#web/ask'
import { dayInWords, momentInWords, today } from '#web/words'
import type { Mine, Visit, VisitRecord } from '../../contract.ts'
import { maySubmit } from '../../rules/recording.ts'
import { Arranging } from './Arranging.tsx'
import { Conflicts } from './Conflicts.tsx'
import { Photos } from './Photos.tsx'
import { RaisedHere } from './RaisedHere.tsx'
import { RecordForm } from './RecordForm.tsx'
import { type Begins, draftName, useMine } from './useMine.tsx'
import './visits.css'

const route = getRouteApi('/visits/$id')

/** One visit: the form, what two devices filled differently, photos, problems taken up. */
export function MyVisitPage() {
  const { id } = route.useParams()
  const { point } = route.useSearch()
  const { data, error } = useMine()
  if (!data) return error ? <Page line={inWords(error).title} /> : <Bones />
  const visit = data.value.visits.find((each) => each.id === id)
  return <VisitForm key={id} id={id} visit={visit} mine={data.value} at={data.at} point={visit?.pointId ?? point} />
}

type Props = { id: string; visit: Visit | undefined; mine: Mine; at: number; point: string | undefined }

function VisitForm({ id, visit, mine, at, point }: Props) {
  const queue = useQueue()
  const isWaiting = queue.some(({ about }) => about === id)
  const draft = useDraft(draftName(id), visit && { values: visit.record, at }, isWaiting)
  const record = draft.values as VisitRecord
  const { submit, save, isBusy } = useSending(id, draft, visit, point)
  const where = visit?.unionName ?? mine.points.find((each) => each.id === point)?.unionName
  if (draft.state === 'opening') return <Bones />
  const change = (patch: VisitRecord) => draft.change(patch, visit ? undefined : beginsOf(point, draft.extra))
  return (
    <Page line={where ? `走访${where}。` : '这次走访不在这部手机里。'} above={aboveOf(visit)}>
      {draft.state === 'elsewhere' && (
        <p className="warn">
          这份记录正在另一个页面里填，这里只能看。 <Button onClick={draft.take}>在这里填</Button>
        </p>
      )}
      {visit && <Conflicts conflicts={visit.conflictsOpen} about={id} />}
      <RecordForm
        record={record}
        change={change}
        themes={mine.themes}
        asked={visit?.themesAsked ?? []}
        isClosed={!draft.isReady}
      />
      <Photos visitId={id} photos={visit?.photos ?? []} beforehand={save} />
      <RaisedHere visitId={id} problems={visit?.problemsTaken ?? []} beforehand={save} />
      {visit && (visit.state === 'planned' || visit.state === 'overdue') && !draft.isDirty && <Arranging visit={visit} />}
      <div className="visit-acts">
        <p className="muted small" role="status">
          {saidOf(draft.isDirty, draft.savedAt, isWaiting)}
        </p>
        <Button busy={isBusy} aria-disabled={!draft.isReady} onClick={() => save().then(told)}>
          存下，有网就送
        </Button>
        {visit?.state !== 'submitted' && (
          <RuledButton kind="primary" verdict={maySubmit(record, visit?.conflicts ?? 0, today())} busy={isBusy} onClick={submit}>
            交走访记录
          </RuledButton>
        )}
      </div>
    </Page>
  )
}

const beginsOf = (point: string | undefined, kept: unknown): Begins | undefined =>
  (kept as Begins | undefined) ?? (point ? { pointId: point, plannedOn: today() } : undefined)

function aboveOf(visit: Visit | undefined) {
  if (!visit) return '新的走访'
  const day = visit.visitedOn ? dayInWords(visit.visitedOn) : `计划 ${dayInWords(visit.plannedOn)}`
  return [day, visit.companions.length ? `与${visit.companions.join('、')}` : null, visit.submittedAt ? '已交' : null]
    .filter(Boolean)
    .join(' · ')
}

function saidOf(isDirty: boolean, savedAt: number | undefined, isWaiting: boolean) {
  if (isDirty)
    return savedAt ? `已存在手机里 ${momentInWords(new Date(savedAt)).slice(-5)}，还没有送出` : '有没送出的改动，存在手机里'
  return isWaiting ? '存下了，等有网就送' : '写一个字存一个字，没电也不丢'
}

const told = (outcome: 'sent' | 'kept' | undefined) =>
  outcome && notify({ tone: 'good', title: outcome === 'sent' ? '送到了' : '存在手机里了，有网就送' })

type Drafting = ReturnType<typeof useDraft>

/** What was changed goes into the queue, then what depends on it. */
function useSending(id: string, draft: Drafting, visit: Visit | undefined, point: string | undefined) {
  const queue = useQueue()
  const saving = useQueuedMutation(api.visits.save, '走访记录')
  const submitting = useQueuedMutation(api.visits.submit, '交走访记录')
  const isBegun = visit !== undefined || queue.some((act) => act.about === id && act.path === 'visits.save')
  const save = async () => {
    const { base, values } = draft
    const fields = changedFields(base, values)
    const begins = isBegun ? undefined : beginsOf(point, draft.extra)
    if (fields.length === 0 && !begins) return undefined
    const pick = (from: object) => Object.fromEntries(fields.map((field) => [field, (from as never)[field] ?? null]))
    const outcome = saving.send({ id, base: pick(base) as VisitRecord, mine: pick(values) as VisitRecord, begins }, id)
    // Refused: it stays in the form. In every other case later changes begin from what was handed over.
    return outcome.then((said) => {
      draft.handedOver(values)
      return said
    }, shown)
  }
  const submit = async () => {
    const going = await ask({ title: '交这次走访的记录？', body: '交了以后被走访的工会能看到，还可以再补充。', act: '交' })
    if (going === false) return
    await save()
    await submitting.send({ id }, id).then(told, shown)
  }
  return { save, submit, isBusy: false }
}

function shown(error: unknown) {
  notify({ tone: 'bad', ...inWords(error) })
  return undefined
}
