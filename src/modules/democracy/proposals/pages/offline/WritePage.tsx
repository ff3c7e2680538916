import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useId, useState } from 'react'
import { api, randomId } from '#web/api'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { smallPicture } from '#web/offline/picture'
import { useDraft } from '#web/offline/useDraft'
import { Page } from '#web/Page'
import { useQueuedMutation } from '#web/queue'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { today } from '#web/words'
import { firstOf } from '#law/verdict'
import { categories, type Category, longest } from '../../contract/words.ts'
import { isWhole, maySubmit } from '../../rules/collecting.ts'
import { Alikes } from '../Alikes.tsx'
import { useMyProposals } from './MyProposalsPage.tsx'
import { Recorder } from './Recorder.tsx'
import './proposals.css'

type Attached = { id: string; kind: 'voice' | 'photo'; type: string; body: string; seconds: number | null }
type Said = { title: string; wrong: string; proposed: string; benefit: string; category: Category; isConfidential: boolean }
const blank: Said = { title: '', wrong: '', proposed: '', benefit: '', category: 'production', isConfidential: false }

/** A proposal in plain words: what it is, what is wrong, what to do, what it would bring; or a voice note. */
export function WritePage() {
  const { window: windowId } = useSearch({ strict: false }) as { window?: string }
  const { data } = useMyProposals()
  if (!data) return <Bones />
  const window = data.value.windows.find(({ id }) => id === windowId) ?? data.value.windows[0]
  if (!window) return <Page line="现在不在征集期。" above="写提案" />
  return <Form key={window.id} window={window} />
}

type Window = NonNullable<ReturnType<typeof useMyProposals>['data']>['value']['windows'][number]

function Form({ window }: { window: Window }) {
  const draft = useDraft(`proposals/${window.id}`, undefined, false)
  const said = { ...blank, ...(draft.values as Partial<Said>) }
  const files = (draft.extra as Attached[] | undefined) ?? []
  const hasVoice = files.some(({ kind }) => kind === 'voice')
  const { send, isBusy } = useSending(window.id, said, files, draft)
  const text = useDeferredValue(`${said.title} ${said.proposed}`.trim().slice(0, 400))
  const alike = useQuery({ ...api.proposals.likely.queryOptions({ input: { text } }), enabled: text.length >= 4, retry: false })
  if (draft.state === 'opening') return <Bones />
  const field = (name: 'title' | 'wrong' | 'proposed' | 'benefit', label: string, hint: string, rows?: number) => (
    <TextField
      {...{ label, hint, rows }}
      max={longest[name]}
      value={said[name]}
      change={(value) => draft.change({ [name]: value })}
    />
  )
  return (
    <Page line="哪里不对，怎么改更好？" above={window.title}>
      <fieldset className="proposal-form" disabled={!draft.isReady}>
        <Section title="说是什么事" padded>
          {field('title', '一句话说是什么事', '例：夜班增设热饭窗口')}
          <Categories chosen={said.category} pick={(category) => draft.change({ category })} />
        </Section>
        <Alikes rows={alike.data ?? []} face="pocket" />
        <Section title="说清楚" note={hasVoice ? '录了音，可以不写字' : '不方便打字，可以录一段话'} padded>
          {field('wrong', '哪里不对', '在哪里、什么时候、影响了谁', 4)}
          {field('proposed', '我建议怎么办', '谁来办、怎么办', 4)}
          {field('benefit', '预计有什么好处（可以不写）', '省多少、快多少、安全了哪里', 2)}
        </Section>
        <Attachments files={files} set={(next) => draft.change({ files: next.length }, next)} />
        <label className="check">
          <input
            type="checkbox"
            checked={said.isConfidential}
            onChange={(event) => draft.change({ isConfidential: event.target.checked })}
          />
          请为我保密：只有提案委员会知道是我提的，别的职工看不到这件
        </label>
      </fieldset>
      <div className="proposal-acts">
        <p className="muted small" role="status">
          写一个字存一个字，没电、没网也不丢
        </p>
        <RuledButton
          kind="primary"
          busy={isBusy}
          verdict={firstOf(maySubmit(window, window.isDeputy, today()), isWhole(said, hasVoice))}
          onClick={send}
        >
          交提案
        </RuledButton>
      </div>
    </Page>
  )
}

/** The proposal first, then what belongs to it; all of it waits on the phone until it has arrived. */
function useSending(windowId: string, said: Said, files: readonly Attached[], draft: ReturnType<typeof useDraft>) {
  const submitting = useQueuedMutation(api.proposals.submit, '提案')
  const attaching = useQueuedMutation(api.proposals.attach, '提案的录音、照片')
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    try {
      const id = randomId()
      const hasVoice = files.some(({ kind }) => kind === 'voice')
      const outcome = await submitting.send({ ...said, benefit: said.benefit.trim() || null, id, windowId, hasVoice }, id)
      for (const file of files) await attaching.send({ ...file, proposalId: id }, id)
      draft.change({ ...blank, files: 0 }, [])
      draft.handedOver({ ...blank, files: 0 })
      notify({ tone: 'good', title: outcome === 'sent' ? '提案交上去了' : '存在手机里了，有网就送' })
      void navigate({ to: (outcome === 'sent' ? `/proposals/${id}` : '/proposals') as '/' })
    } catch (error) {
      notify({ tone: 'bad', ...inWords(error) })
    }
    setBusy(false)
  }
  return { send, isBusy }
}

type TextProps = {
  label: string
  hint: string
  max: number
  rows?: number | undefined
  value: string
  change: (value: string) => void
}
function TextField({ label, hint, max, rows, value, change }: TextProps) {
  const id = useId()
  // Nothing is cut off silently: what is pasted too long stays, and is said.
  const over = value.trim().length - max
  const shared = { id, value, placeholder: hint, 'aria-invalid': over > 0 || undefined, 'aria-describedby': `${id}-over` }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea {...shared} rows={rows} onChange={(event) => change(event.target.value)} />
      ) : (
        <input {...shared} autoComplete="off" onChange={(event) => change(event.target.value)} />
      )}
      <span id={`${id}-over`} className="problem" role="status">
        {over > 0 && `最多 ${max} 个字，多了 ${over} 个`}
      </span>
    </div>
  )
}

const Categories = ({ chosen, pick }: { chosen: Category; pick: (category: Category) => void }) => (
  <div className="field" role="group" aria-label="关于什么">
    <span className="muted">关于什么</span>
    <span className="usual">
      {(Object.keys(categories) as Category[]).map((key) => (
        <button key={key} type="button" className="pill" aria-pressed={chosen === key} onClick={() => pick(key)}>
          {categories[key].title}
        </button>
      ))}
    </span>
  </div>
)

function Attachments({ files, set }: { files: readonly Attached[]; set: (files: Attached[]) => void }) {
  const id = useId()
  const add = async (chosen: FileList | null) => {
    const taken: Attached[] = []
    for (const file of chosen ?? []) taken.push({ id: randomId(), kind: 'photo', seconds: null, ...(await smallPicture(file)) })
    set([...files, ...taken].slice(0, 6))
  }
  return (
    <Section title="录音和照片" note="最多 6 个" padded>
      {files.map((file) => (
        <p key={file.id} className="attached">
          {file.kind === 'voice' ? (
            <audio controls src={`data:${file.type};base64,${file.body}`} aria-label={`录音 ${file.seconds} 秒`} />
          ) : (
            <img src={`data:${file.type};base64,${file.body}`} alt="附上的照片" height={72} />
          )}
          <Button kind="link" onClick={() => set(files.filter((each) => each.id !== file.id))}>
            去掉
          </Button>
        </p>
      ))}
      <div className="acts">
        <Recorder done={(voice) => set([...files, { id: randomId(), kind: 'voice', ...voice }])} />
        <label className="btn" htmlFor={id}>
          拍照或选照片
        </label>
        <input
          id={id}
          className="only-read"
          type="file"
          accept="image/*"
          multiple
          onChange={(event) => {
            void add(event.target.files).finally(() => {
              event.target.value = ''
            })
          }}
        />
      </div>
    </Section>
  )
}
