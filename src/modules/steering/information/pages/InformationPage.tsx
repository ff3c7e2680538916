import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { useMe, usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { momentInWords } from '#web/words'
import type { Information } from '../contract.ts'
import { informationStateNames, mayCorrect, mayEdit, mayWithdraw, wayNames } from '../rules.ts'
import { Official } from './Official.tsx'
import { Pending } from './Pending.tsx'
import { Receipts } from './Receipts.tsx'
import { Replies } from './Replies.tsx'
import './information.css'

/** One piece of work information: the paper itself, its receipts, what was answered, and its trail. */
export function InformationPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const found = useQuery({ ...api.information.get.queryOptions({ input: { id } }), throwOnError: true }).data
  useReceipt(found)
  if (!found) return <Bones />
  return (
    <Page line={lineOf(found)} above={found.unionName} acts={<Acts found={found} />} side={<Aside found={found} />}>
      {found.pending && <Pending found={found} pending={found.pending} />}
      {found.version > 0 && (
        <section className="card" aria-label="正文">
          <Official found={found} />
        </section>
      )}
      <Replies found={found} />
      {found.isOwn && found.version > 0 && <Receipts id={id} />}
    </Page>
  )
}

/** To open it is to give the receipt: once for a wording. */
function useReceipt(found: Information | undefined) {
  const open = useMutation({ ...api.information.open.mutationOptions(), meta: { quiet: true } })
  const given = useRef('')
  const due = found?.receipt && !found.receipt.isCurrent && found.state === 'released' ? `${found.id} ${found.version}` : ''
  useEffect(() => {
    if (!due || given.current === due) return
    given.current = due
    open.mutate({ id: due.slice(0, 36) })
  })
}

function lineOf({ state, isOwn, counts, receipt, title }: Information) {
  if (state === 'withdrawn') return <em>已撤回：{title}</em>
  if (isOwn && state === 'released' && counts) return `${counts.to} 个工会，${counts.opened} 个签收，${counts.replied} 个回复。`
  if (isOwn) return `${informationStateNames[state]}：${title}`
  return receipt?.isCopy ? `抄送：${title}` : title
}

function Acts({ found }: { found: Information }) {
  const mayWrite = usePermission('unions.file')
  const withdraw = useMutation(api.information.withdraw.mutationOptions())
  const submit = useMutation(api.information.submit.mutationOptions())
  const { id, state, isOwn, pending, version } = found
  const take = async () => {
    const why = await ask({
      title: '撤回这份工作信息？',
      body: '收到的工会还能看到它和撤回的原因，不再提醒。',
      act: '撤回',
      reasons: ['内容有误，另行通知', '事项取消'],
      danger: true,
    })
    if (why) withdraw.mutate({ id, why })
  }
  const send = () =>
    submit.mutate({ id }, { onSuccess: ({ isReleased }) => notify({ tone: 'good', title: isReleased ? '已发布' : '已送审签' }) })
  return (
    <>
      {version > 0 && <Button onClick={() => print()}>打印</Button>}
      {isOwn && mayWrite && (
        <>
          {version > 0 && (
            <RuledLink verdict={mayCorrect(state, pending?.state === 'waiting')} to={`/information/${id}/write`}>
              更正
            </RuledLink>
          )}
          {version > 0 && (
            <RuledButton verdict={mayWithdraw(state)} busy={withdraw.isPending} onClick={take}>
              撤回
            </RuledButton>
          )}
          {version === 0 && (
            <RuledLink verdict={mayEdit(state)} to={`/information/${id}/write`}>
              修改
            </RuledLink>
          )}
          {version === 0 && (
            <RuledButton kind="primary" verdict={mayEdit(state)} busy={submit.isPending} onClick={send}>
              发布
            </RuledButton>
          )}
        </>
      )}
    </>
  )
}

function RuledLink({ verdict, to, children }: { verdict: ReturnType<typeof mayEdit>; to: string; children: string }) {
  if (verdict) return <RuledButton verdict={verdict}>{children}</RuledButton>
  return (
    <Link to={to as '/'} className="btn plain">
      {children}
    </Link>
  )
}

function Aside({ found }: { found: Information }) {
  const { post } = useMe()
  const { files, way, receipt, versions, withdrawnWhy, madeName, replyBy } = found
  return (
    <>
      <Section title="要求" padded>
        <p>
          {wayNames[way]}
          {replyBy ? `，${replyBy} 前回复` : '，不要求回复'}
          {receipt?.openedAt && (
            <>
              <br />
              <span className="faint small">
                {post?.unionName} {momentInWords(receipt.openedAt)} 签收
              </span>
            </>
          )}
          <br />
          <span className="faint small">起草：{madeName}</span>
        </p>
        {withdrawnWhy && <p className="late">撤回原因：{withdrawnWhy}</p>}
      </Section>
      {files.length > 0 && (
        <Section title={`${files.filter(({ untilVersion }) => !untilVersion).length} 个附件`}>
          <ul className="duties">
            {files.map((file) => (
              <FileRow key={file.id} file={file} />
            ))}
          </ul>
        </Section>
      )}
      {versions.length > 1 && <Trail versions={versions} />}
    </>
  )
}

function FileRow({ file: { id, name, size, untilVersion } }: { file: Information['files'][number] }) {
  const file = useMutation(api.information.file.mutationOptions())
  const fetchIt = () => file.mutate({ id }, { onSuccess: (ticket) => location.assign(`/files/${ticket.id}`) })
  return (
    <li className="duty plain">
      <div>
        <p className="duty-title">{name}</p>
        <p className="faint small">
          {Math.max(1, Math.round(size / 1024)).toLocaleString('zh-CN')} KB{untilVersion && `，第 ${untilVersion} 稿以后不用`}
        </p>
      </div>
      <Button busy={file.isPending} aria-label={`下载 ${name}`} onClick={fetchIt}>
        下载
      </Button>
    </li>
  )
}

const Trail = ({ versions }: Pick<Information, 'versions'>) => (
  <Section title="更正记录" note="发布过的每一稿都留着">
    <ul className="duties">
      {versions.map(({ version, why, madeName, decidedName, at, title, body }) => (
        <li key={version} className="duty plain">
          <details>
            <summary>
              第 {version} 稿，{momentInWords(at)}
              {why && `：${why}`}
            </summary>
            <p className="faint small">
              {madeName}起草{decidedName && `，${decidedName}审签`}
            </p>
            <p>
              <b>{title}</b>
            </p>
            <p className="written">{body}</p>
          </details>
        </li>
      ))}
    </ul>
  </Section>
)
