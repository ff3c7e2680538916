import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Sheet } from '../contract.ts'
import { mayConclude, mayHandIn } from '../rules.ts'
import { ItemRow } from './ItemRow.tsx'
import { CheckChip } from './words.tsx'
import './standards.css'

/** One union's check against a standard: what the records say, what is asked, the superior's review. */
export function SheetPage() {
  const { id, unionId } = useParams({ strict: false }) as { id: string; unionId: string }
  const { data } = useSuspenseQuery(api.standards.sheet.queryOptions({ input: { standardId: id, unionId } }))
  const { standard, check, state, score } = data
  const sections = [...new Set(standard.items.map(({ section }) => section))]
  const unit = standard.scoring === 'points' ? '分' : '%'
  const outcome = score.level ?? (score.vetoes.length ? `有一票否决项没有做到（${score.vetoes.join('、')}）` : '还达不到最低等次')
  return (
    <Page
      above={`${standard.title}${check ? ` · ${check.cycle}` : ''}`}
      line={
        <>
          {data.unionName} <CheckChip state={state} level={check?.level ?? null} />
        </>
      }
      acts={
        <>
          <Button onClick={() => print()}>打印</Button>
          <Acts data={data} />
        </>
      }
    >
      <Section title={check?.concludedAt ? '认定结果' : '按现在的情况'} padded>
        <p>
          {check?.concludedAt ? `${check.points} ${unit}，${check.level ?? '未达标'}` : `${score.points} ${unit}，${outcome}`}
          {check?.validUntil && `，有效期至 ${check.validUntil}`}
        </p>
        {check?.remark && <p className="muted">核验意见：{check.remark}</p>}
        {state === 'returned' && <p className="muted">退回原因：{check?.returnReason}</p>}
        {check?.revokeReason && <p className="muted">撤销原因：{check.revokeReason}</p>}
        {state === 'none' && <p className="muted">系统有的记录已经核对好，开始自查后只要补充其余各项。</p>}
      </Section>
      {sections.map((section) => (
        <Section key={section} title={section}>
          {standard.items
            .filter((item) => item.section === section)
            .map((item) => (
              <ItemRow key={item.key} item={item} answer={data.answers.find(({ key }) => key === item.key)!} sheet={data} />
            ))}
        </Section>
      ))}
    </Page>
  )
}

function Acts({ data }: { data: Sheet }) {
  const { standard, check, state, unionId, fromAbove, answers } = data
  const [mayFile, mayApprove] = [usePermission('unions.file'), usePermission('unions.approve')]
  const open = useMutation(api.standards.open.mutationOptions())
  const handIn = useMutation(api.standards.handIn.mutationOptions())
  const conclude = useMutation(api.standards.conclude.mutationOptions())
  const sendBack = useMutation(api.standards.sendBack.mutationOptions())
  const revoke = useMutation(api.standards.revoke.mutationOptions())
  const start = () => open.mutate({ standardId: standard.id, unionId })
  if (!check || ['below', 'expired', 'revoked'].includes(state))
    return mayFile && !standard.withdrawnAt ? (
      <Button kind="primary" busy={open.isPending} onClick={start}>
        {check ? '再次自查' : '开始自查'}
      </Button>
    ) : null
  const { id, version } = check
  if (state === 'open' || state === 'returned') {
    const said = new Map(answers.map(({ key, isMet, note, files }) => [key, { isMet, note, files: files.length }]))
    const send = () => handIn.mutate({ id, version }, { onSuccess: () => notify({ tone: 'good', title: '已提交上级核验' }) })
    return mayFile ? (
      <RuledButton kind="primary" verdict={mayHandIn(state, standard.items, said)} busy={handIn.isPending} onClick={send}>
        提交核验
      </RuledButton>
    ) : null
  }
  if (!mayApprove || !fromAbove) return state === 'handedIn' ? <Chip hue="blue">等上级核验</Chip> : null
  if (state === 'accredited') {
    const take = async () => {
      const reason = await ask({ title: '撤销认定？', act: '撤销认定', reasons: ['发生重大劳动争议', '材料不实'], danger: true })
      if (reason !== false) revoke.mutate({ id, version, reason })
    }
    return <Button onClick={take}>撤销认定</Button>
  }
  const reviewed = new Set(answers.filter(({ review }) => review !== null).map(({ key }) => key))
  const back = async () => {
    const reason = await ask({ title: '退回补充？', act: '退回', reasons: ['请补充佐证材料', '材料与要求不符'] })
    if (reason !== false) sendBack.mutate({ id, version, reason })
  }
  const end = () =>
    conclude.mutate(
      { id, version },
      { onSuccess: ({ points, level }) => notify({ tone: 'good', title: `${points}，${level ?? '未达标'}` }) },
    )
  return (
    <>
      <Button onClick={back}>退回补充</Button>
      <RuledButton
        kind="primary"
        verdict={mayConclude({ state, fromAbove }, standard.items, reviewed)}
        busy={conclude.isPending}
        onClick={end}
      >
        认定
      </RuledButton>
    </>
  )
}
