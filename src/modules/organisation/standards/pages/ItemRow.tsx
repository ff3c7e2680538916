import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ChangeEvent, useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Button } from '#web/RuledButton'
import { addDays } from '#kit/dates'
import { today } from '#web/words'
import type { Answer, Sheet } from '../contract.ts'
import type { Item } from '../rules/shapes.ts'

type Props = { item: Item; answer: Answer; sheet: Sheet }
const MEND_DAYS = 60

/** One thing asked: what the records say or what the union answers, its evidence, and the superior's word. */
export function ItemRow({ item, answer, sheet }: Props) {
  const { state, check, fromAbove, standard } = sheet
  const [mayFile, mayApprove] = [usePermission('unions.file'), usePermission('unions.approve')]
  const isOpen = check !== null && (state === 'open' || state === 'returned') && mayFile
  const isReviewed = state === 'handedIn' && mayApprove && fromAbove
  const met = answer.review ? answer.review === 'met' : answer.isMet
  return (
    <div className="item-row">
      <p className="item-head">
        <b>{item.asks}</b>
        {standard.scoring === 'points' && <span className="faint">{item.points} 分</span>}
        {item.isVeto && <Chip hue="red">一票否决</Chip>}
        {met === true && <Chip hue="green">做到</Chip>}
        {met === false && <Chip hue="amber">没有做到</Chip>}
        {met === null && <Chip>没有回答</Chip>}
        {item.cite && <Cite article={item.cite} />}
      </p>
      {answer.says && (
        <p className="muted">
          系统记录：{answer.says}
          {item.least !== null && `（要求 ${item.least}）`}{' '}
          {answer.to && (
            <Link to={answer.to as '/'} className="link">
              看记录
            </Link>
          )}
        </p>
      )}
      {isOpen && item.answer !== 'fact' && <Answering item={item} answer={answer} checkId={check.id} />}
      {!isOpen && answer.note && <p className="muted">说明：{answer.note}</p>}
      <Files item={item} answer={answer} checkId={check?.id} isOpen={isOpen && item.answer !== 'fact'} />
      {answer.reviewReason && <p className="muted">核验意见：{answer.reviewReason}</p>}
      {answer.dueOn && !answer.mendedOn && <p className="muted">整改期限：{answer.dueOn}</p>}
      {answer.mendedOn && (
        <p className="muted">
          {answer.mendedOn} 已整改：{answer.mendedHow}
        </p>
      )}
      {isReviewed && <Reviewing item={item} answer={answer} checkId={check!.id} />}
    </div>
  )
}

type Part = { item: Item; answer: Answer; checkId: string }

function Answering({ item, answer, checkId }: Part) {
  const [note, setNote] = useState(answer.note ?? '')
  const say = useMutation(api.standards.answer.mutationOptions())
  const put = (isMet: boolean) => say.mutate({ checkId, item: item.key, isMet, note })
  return (
    <>
      <label className="field">
        {item.answer === 'word' ? '说明' : '说明（可以不写）'}
        <textarea
          rows={2}
          maxLength={1000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          onBlur={() => answer.isMet !== null && note !== (answer.note ?? '') && put(answer.isMet)}
        />
      </label>
      <div className="usual" role="group" aria-label={item.asks}>
        <button type="button" className="pill" aria-pressed={answer.isMet === true} onClick={() => put(true)}>
          做到了
        </button>
        <button type="button" className="pill" aria-pressed={answer.isMet === false} onClick={() => put(false)}>
          还没有
        </button>
      </div>
    </>
  )
}

function Files({ item, answer, checkId, isOpen }: { item: Item; answer: Answer; checkId: string | undefined; isOpen: boolean }) {
  const attach = useMutation(api.standards.attach.mutationOptions())
  const detach = useMutation(api.standards.detach.mutationOptions())
  const openFile = useMutation(api.standards.openEvidence.mutationOptions())
  const send = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (!file || !checkId) return
    const sent = await fetch(`/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
    const answered = (await sent.json()) as { id: string; message?: string }
    if (sent.ok) attach.mutate({ checkId, item: item.key, upload: answered.id })
    else notify({ tone: 'bad', title: answered.message ?? '没有传上去，请再试一次' })
    target.value = ''
  }
  const look = (id: string) => openFile.mutate({ id }, { onSuccess: (ticket) => location.assign(`/files/${ticket.id}`) })
  if (answer.files.length === 0 && !isOpen) return null
  return (
    <div className="acts">
      {answer.files.map(({ id, name, size }) => (
        <span key={id}>
          <Button kind="link" onClick={() => look(id)}>
            {name}
          </Button>{' '}
          <span className="faint">{Math.max(1, Math.round(size / 1024))} KB</span>{' '}
          {isOpen && (
            <Button kind="link" onClick={() => detach.mutate({ id })}>
              去掉
            </Button>
          )}
        </span>
      ))}
      {isOpen && (
        <label className="btn plain file-pick">
          上传材料
          <input type="file" accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx" onChange={send} aria-label={`${item.asks}：上传材料`} />
        </label>
      )}
    </div>
  )
}

function Reviewing({ item, answer, checkId }: Part) {
  const mark = useMutation(api.standards.mark.mutationOptions())
  const put = async (review: 'met' | 'notMet') => {
    const isAgainst = (review === 'met') !== (answer.isMet === true)
    const reason = isAgainst
      ? await ask({
          title: review === 'met' ? '认为做到了？' : '认为没有做到？',
          body: '与自查或系统记录不一致，要写明理由。',
          act: review === 'met' ? '认为做到' : '认为没有做到',
          reasons: ['实地查看后认定', '材料不能证明'],
        })
      : ''
    if (reason === false) return
    mark.mutate({
      ...{ checkId, item: item.key, review, reason },
      ...(review === 'notMet' && { dueOn: addDays(today(), MEND_DAYS) }),
    })
  }
  return (
    <div className="usual no-print" role="group" aria-label={`核验：${item.asks}`}>
      <button type="button" className="pill" aria-pressed={answer.review === 'met'} onClick={() => put('met')}>
        核验做到
      </button>
      <button type="button" className="pill" aria-pressed={answer.review === 'notMet'} onClick={() => put('notMet')}>
        核验没有做到
      </button>
    </div>
  )
}
