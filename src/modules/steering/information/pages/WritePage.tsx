import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { today } from '#web/words'
import { refuse } from '#law/verdict'
import type { Audience, Information } from '../contract.ts'
import { mayAddress, mayAskBy } from '../rules.ts'
import { AudienceFields } from './AudienceFields.tsx'
import { Files, type Upload } from './Files.tsx'
import { type Draft, Facts, Wording } from './WriteFields.tsx'
import './information.css'

const nobody: Audience = { depth: 'all', kinds: [], unionIds: [], superiorId: null, reason: '' }
const fresh: Draft = {
  kind: 'notice',
  way: 'down',
  number: '',
  title: '',
  body: '',
  why: '',
  asksReceipt: true,
  replyBy: undefined,
  audience: nobody,
}

/** Writing something new, changing what is not out yet, or correcting what is. */
export function WritePage() {
  const { id } = useParams({ strict: false }) as { id?: string }
  const found = useQuery({
    ...api.information.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: !!id,
    throwOnError: true,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  if (id && !found) return <Bones />
  return <Form key={id ?? 'new'} found={found} />
}

function draftOf(found: Information | undefined): Draft {
  if (!found) return fresh
  const words = found.pending ?? found
  const { kind, way, number, asksReceipt, replyBy, audience } = found
  return {
    kind,
    way,
    asksReceipt,
    audience,
    number: number ?? '',
    title: words.title,
    body: words.body,
    why: found.pending?.why ?? '',
    replyBy: replyBy ?? undefined,
  }
}

function Form({ found }: { found: Information | undefined }) {
  const { post } = useMe()
  const [draft, set] = useState(() => draftOf(found))
  const [uploads, setUploads] = useState<Upload[]>([])
  const [keep, setKeep] = useState(() => (found?.files ?? []).filter(({ untilVersion }) => !untilVersion).map((file) => file.id))
  const change = (next: Partial<Draft>) => set((before) => ({ ...before, ...next }))
  const isCorrection = !!found && found.version > 0
  const goes = useQuery({
    ...api.information.audience.queryOptions({ input: { way: draft.way, audience: draft.audience } }),
    enabled: !isCorrection,
  }).data
  const sending = useSending(found, draft, { uploads: uploads.map(({ id }) => id), keep })
  const wording = wordingVerdict(draft, isCorrection)
  const target = isCorrection
    ? null
    : mayAddress({ way: draft.way, to: goes?.to ?? 1, isPassing: (goes?.copies.length ?? 0) > 0, reason: draft.audience.reason })
  return (
    <Page line={isCorrection ? `更正：${found.title}` : found ? '修改稿子。' : '写一份工作信息。'} above={post?.unionName}>
      <form className="stack" onSubmit={(event) => event.preventDefault()}>
        {!isCorrection && (
          <Section title="发给谁" note={goes && (goes.to ? `${goes.to} 个工会` : '没有符合的工会')} padded>
            <AudienceFields draft={draft} change={change} goes={goes} />
          </Section>
        )}
        <Section title="内容" padded>
          {!isCorrection && <Facts draft={draft} change={change} />}
          <Wording draft={draft} change={change} isCorrection={isCorrection} />
          <Files
            kept={(found?.files ?? []).filter(({ id }) => keep.includes(id))}
            drop={(id) => setKeep(keep.filter((each) => each !== id))}
            uploads={uploads}
            change={setUploads}
          />
        </Section>
        <p className="acts">
          {!isCorrection && (
            <RuledButton verdict={wording} busy={sending.isBusy} onClick={() => sending.save()}>
              存为草稿
            </RuledButton>
          )}
          <RuledButton kind="primary" verdict={wording ?? target} busy={sending.isBusy} onClick={() => sending.send()}>
            {isCorrection ? '发布更正' : '发布'}
          </RuledButton>
          <Button onClick={() => history.back()}>先不发</Button>
        </p>
      </form>
    </Page>
  )
}

function wordingVerdict({ title, body, why, replyBy }: Draft, isCorrection: boolean) {
  if (title.trim().length < 4) return refuse('information.title', '标题至少 4 个字')
  if (!body.trim()) return refuse('information.body', '请写正文')
  if (isCorrection && why.trim().length < 4) return refuse('information.why', '请写明为什么更正，至少 4 个字')
  return isCorrection ? null : mayAskBy(replyBy ?? null, today())
}

function useSending(found: Information | undefined, draft: Draft, files: { uploads: string[]; keep: string[] }) {
  const navigate = useNavigate()
  const save = useMutation(api.information.save.mutationOptions())
  const submit = useMutation(api.information.submit.mutationOptions())
  const correct = useMutation(api.information.correct.mutationOptions())
  const { why, number, replyBy, ...facts } = draft
  const go = (id: string) => navigate({ to: `/information/${id}` as '/' })
  const keepDraft = () =>
    save.mutateAsync({
      ...facts,
      ...files,
      ...(found && { id: found.id }),
      number: number.trim() || null,
      replyBy: replyBy ?? null,
    })
  const said = (isReleased: boolean) => notify({ tone: 'good', title: isReleased ? '已发布' : '已送审签，审签后发布' })
  return {
    isBusy: save.isPending || submit.isPending || correct.isPending,
    async save() {
      await keepDraft().then(
        ({ id }) => go(id),
        () => {},
      )
    },
    async send() {
      try {
        if (found && found.version > 0) {
          const { isReleased } = await correct.mutateAsync({ id: found.id, title: draft.title, body: draft.body, why, ...files })
          said(isReleased)
          return void (await go(found.id))
        }
        const { id } = await keepDraft()
        const { isReleased } = await submit.mutateAsync({ id })
        said(isReleased)
        await go(id)
      } catch {
        // The note at the foot of the screen says what was refused.
      }
    },
  }
}
