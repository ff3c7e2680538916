import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { useMe } from '#web/me'
import { Button, RuledButton } from '#web/RuledButton'
import { count, today } from '#web/words'
import { UnionPick } from '#desk/organisation/unions'
import type { Change } from '../contract.ts'
import { mayEdit, mayEnd, mayFile, mayWithdraw } from '../rules.ts'

const returns = ['材料不全，请补充', '名称不符合规定', '未经会员大会通过'] as const

/** What the viewer can do with a change, by where it stands and who he is. */
export function ChangeActs({ change }: { change: Change }) {
  const { post, permissions } = useMe()
  const isFiler = post?.unionId === change.filedByUnion
  if (isFiler && permissions.includes('unions.file')) return <FilerActs change={change} />
  if (permissions.includes('unions.approve')) return <DeciderActs change={change} />
  return <p className="muted">这件变更由{change.waitsForName ?? '报送的工会'}办理。</p>
}

function FilerActs({ change }: { change: Change }) {
  const { id, version, state } = change
  const file = useMutation(api.changes.file.mutationOptions())
  const withdraw = useMutation(api.changes.withdraw.mutationOptions())
  const register = useMutation(api.changes.register.mutationOptions())
  const record = useMutation(api.changes.record.mutationOptions())
  const [paper, setPaper] = useState('')
  const isOpen = mayEdit(state, true) === null
  return (
    <>
      {isOpen && (
        <div className="acts">
          <RuledButton
            verdict={mayFile(change, change.papers, today())}
            kind="primary"
            busy={file.isPending}
            onClick={() => file.mutate({ id, version })}
          >
            报送上级
          </RuledButton>
          <Link to={`/changes/${id}/edit` as '/'} className="btn plain">
            修改
          </Link>
        </div>
      )}
      {state === 'filed' && change.isOutside && (
        <div className="beside">
          <label className="field">
            上级批文文号
            <input value={paper} maxLength={80} onChange={(event) => setPaper(event.target.value)} />
          </label>
          <Button kind="primary" busy={record.isPending} onClick={() => record.mutate({ id, version, paper })}>
            登记批文
          </Button>
        </div>
      )}
      {mayWithdraw(state, true) === null && (
        <Button kind="link" busy={withdraw.isPending} onClick={() => withdraw.mutate({ id, version })}>
          撤回
        </Button>
      )}
      {change.registerBy && !change.registeredOn && (
        <Button kind="primary" busy={register.isPending} onClick={() => register.mutate({ id, on: today() })}>
          今天已办好登记
        </Button>
      )}
      {(state === 'approved' || state === 'undone' || state === 'withdrawn') && !change.registerBy && (
        <p className="muted">已经办结。</p>
      )}
    </>
  )
}

function DeciderActs({ change }: { change: Change }) {
  const { id, version, state, people, below, kind } = change
  const approve = useMutation(api.changes.approve.mutationOptions())
  const sendBack = useMutation(api.changes.sendBack.mutationOptions())
  const undo = useMutation(api.changes.undo.mutationOptions())
  const ends = kind === 'merge' || kind === 'dissolve'
  const verdict = change.decidable ?? (ends ? mayEnd({ people, below }, today()) : null)
  const back = async () => {
    const reason = await ask({ title: '退回这件变更？', body: '报送的工会补正后可以再报。', act: '退回', reasons: returns })
    if (reason !== false) sendBack.mutate({ id, version, reason })
  }
  const takeBack = async () => {
    const reason = await ask({
      title: '撤销批准？',
      body: '组织恢复到批准以前的样子，历史里两次都留着。',
      act: '撤销批准',
      reasons: ['批准有误'],
      danger: true,
    })
    if (reason !== false) undo.mutate({ id, reason })
  }
  if (state === 'approved')
    return (
      <RuledButton verdict={change.undoable} kind="danger" busy={undo.isPending} onClick={takeBack}>
        撤销批准
      </RuledButton>
    )
  return (
    <>
      {ends && people > 0 && state === 'filed' && <Relocation change={change} />}
      <div className="acts">
        <RuledButton verdict={verdict} kind="primary" busy={approve.isPending} onClick={() => approve.mutate({ id, version })}>
          批准
        </RuledButton>
        <RuledButton verdict={change.decidable} busy={sendBack.isPending} onClick={back}>
          退回
        </RuledButton>
      </div>
    </>
  )
}

/** Everybody left goes first: to another union, or retained at the superior. */
function Relocation({ change: { id, version, people, asked, was } }: { change: Change }) {
  const relocate = useMutation(api.changes.relocate.mutationOptions())
  const [to, setTo] = useState<string | undefined>(asked.kind === 'merge' ? asked.intoId : (was.parentId ?? undefined))
  const go = async (how: 'transfer' | 'retain') => {
    const title = how === 'retain' ? `把 ${people} 人的会籍保留在所选工会？` : `把 ${people} 人转到所选工会？`
    if (to && (await ask({ title, body: '每个人的档案和会籍经历一起过去。', act: '转移' })) !== false)
      relocate.mutate({ id, version, toUnionId: to, how })
  }
  return (
    <>
      <p>
        还有 <b>{count(people)}</b> 人在这里，先转走才能批准。
      </p>
      <UnionPick {...(to !== undefined && { value: to })} onChange={setTo} />
      <div className="acts">
        <Button busy={relocate.isPending} onClick={() => go('transfer')}>
          整体转会
        </Button>
        <Button busy={relocate.isPending} onClick={() => go('retain')}>
          保留会籍
        </Button>
      </div>
    </>
  )
}
