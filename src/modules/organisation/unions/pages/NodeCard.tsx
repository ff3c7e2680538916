import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { Figure } from '#web/Figure'
import { usePermission } from '#web/me'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Detail } from '../contract.ts'
import { isOwnAffair, kindsBelow, mayClose, wordsOf } from '../rules.ts'
import { unionKindNames, unionStateNames, unitTypeNames } from '../rules/names.ts'

/** The node chosen in the tree: what it is, how large, what can be done here. */
export function NodeCard({ id }: { id: string }) {
  const { data: union } = useQuery(api.unions.get.queryOptions({ input: { id } }))
  const mayFile = usePermission('unions.file')
  if (!union) return <span className="bone row" />
  return (
    <Section title={union.name} note={union.above.map(({ name }) => name).join(' › ')}>
      <div className="figures">
        <Figure label="会员（含下级）" value={union.members} unit="人" to="/members" search={{ union: id }} />
        <Figure label="直属下级" value={union.children} unit="个" to="/unions/list" search={{ below: id }} />
      </div>
      <div className="card-body padded">
        <p className="chips">
          <Chip>{unionKindNames[union.kind]}</Chip>
          <Chip>{unitTypeNames[union.unitType]}</Chip>
          <Chip hue={union.state === 'active' ? 'green' : 'amber'}>{unionStateNames[union.state]}</Chip>
        </p>
        <div className="acts">
          <Link to={`/unions/${id}` as '/'} className="btn plain">
            打开
          </Link>
          {mayFile && isOwnAffair(union.kind) && <OwnAffairs union={union} />}
        </div>
        {mayFile && union.state !== 'dissolved' && <AddBelow union={union} />}
      </div>
    </Section>
  )
}

/** Renaming and closing a branch or group: its basic union does it without approval. */
function OwnAffairs({ union }: { union: Detail }) {
  const close = useMutation(api.unions.close.mutationOptions())
  const { id, version, name } = union
  const closing = async () => {
    const answer = await ask({
      title: `撤销“${name}”？`,
      body: '撤销后不能再登记人员，历史仍然可以查。',
      act: '撤销',
      danger: true,
    })
    if (answer !== false) close.mutate({ id, version })
  }
  return (
    <>
      <Renaming key={id} union={union} />
      <RuledButton verdict={mayClose(union)} kind="danger" busy={close.isPending} onClick={closing}>
        撤销
      </RuledButton>
    </>
  )
}

function Renaming({ union: { id, version, name, shortName } }: { union: Detail }) {
  const [typed, setTyped] = useState<string>()
  const rename = useMutation(api.unions.rename.mutationOptions({ onSuccess: () => setTyped(undefined) }))
  if (typed === undefined) return <Button onClick={() => setTyped(name)}>改名</Button>
  const isReady = typed.trim().length >= 2 && typed.trim() !== name
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) rename.mutate({ id, version, name: typed.trim(), shortName })
  }
  return (
    <form className="tools" onSubmit={submit}>
      <input
        className="find"
        aria-label="新名称"
        autoFocus
        value={typed}
        maxLength={80}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" aria-disabled={!isReady} busy={rename.isPending}>
        改名
      </Button>
      <Button onClick={() => setTyped(undefined)}>先不办</Button>
    </form>
  )
}

/** A basic union sets up branches and team groups itself (工会法 11). */
function AddBelow({ union }: { union: Detail }) {
  const kinds = kindsBelow(union.kind).filter(isOwnAffair) as ('branch' | 'group')[]
  const [name, setName] = useState('')
  const add = useMutation(api.unions.add.mutationOptions({ onSuccess: () => setName('') }))
  const { data: templates } = useQuery(api.unions.templates.queryOptions())
  const words = wordsOf(union.unitType, templates)
  if (kinds.length === 0) return null
  const isReady = name.trim().length >= 2
  return (
    <form className="tools" onSubmit={(event) => event.preventDefault()}>
      <input
        className="find"
        aria-label="新设分会或小组的名称"
        placeholder={`如：${words.branch}、${words.group}`}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
      />
      {kinds.map((kind) => (
        <Button
          key={kind}
          aria-disabled={!isReady}
          busy={add.isPending}
          onClick={() => isReady && add.mutate({ parentId: union.id, kind, name: name.trim(), shortName: null })}
        >
          {kind === 'branch' ? '设分会' : '设小组'}
        </Button>
      ))}
    </form>
  )
}
