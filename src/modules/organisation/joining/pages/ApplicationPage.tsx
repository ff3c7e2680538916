import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { DutyList, DutyRow } from '#web/DutyRow'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { dayInWords, momentInWords } from '#web/words'
import type { Detail } from '../contract.ts'
import { applicationStateNames, bases, channelNames, employmentForms, idTypes, newForms } from '../contract/words.ts'
import { MatchChip } from './ListPage.tsx'
import './joining.css'

const route = getRouteApi('/joining/$id')

/** One application at a glance: who, where, how he compares, by when, and the decision. */
export function ApplicationPage() {
  const { id } = route.useParams() as { id: string }
  const { data } = useSuspenseQuery(api.joining.get.queryOptions({ input: { id } }))
  const mayDecide = usePermission('members.decide')
  return (
    <Page
      line={`${data.name}申请加入${data.unionName}。`}
      above={<Link to={'/joining' as '/'}>入会审批</Link>}
      acts={
        <Link to={`/joining/${id}/paper` as '/'} className="btn plain">
          打印申请书、登记表
        </Link>
      }
    >
      {data.state === 'applied' ? <Waiting data={data} mayDecide={mayDecide} /> : <Decided data={data} />}
      <Section title="申请人填的" padded>
        <Facts data={data} />
      </Section>
      {data.others.length > 0 && (
        <Section title="同一人的其他申请" padded>
          <ul>
            {data.others.map((other) => (
              <li key={other.id}>
                <Link to={`/joining/${other.id}` as '/'}>{dayInWords(other.appliedOn)}</Link> {applicationStateNames[other.state]}{' '}
                {other.reason}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function Waiting({ data, mayDecide }: { data: Detail; mayDecide: boolean }) {
  return (
    <Section title="等答复">
      <DutyList>
        <DutyRow
          title={
            <>
              {data.match && <MatchChip match={data.match} />} {data.says}
            </>
          }
          note={`${momentInWords(data.appliedAt)} 提交，承诺 3 个工作日内答复`}
          cite="平台默认值（没有法定期限）"
          dueOn={data.dueOn}
          act={mayDecide && <Acts data={data} />}
        />
      </DutyList>
    </Section>
  )
}

function Acts({ data: { id, version, name, match, unionName } }: { data: Detail }) {
  const approve = useMutation(api.joining.approve.mutationOptions())
  const refuse = useMutation(api.joining.refuse.mutationOptions())
  const transfer = useMutation(api.joining.asTransfer.mutationOptions())
  const yes = async () => {
    const isSame = match === 'same'
    const checkedHow = await ask({
      title: `批准${name}入会？`,
      body: `从今天起是${unionName}的会员，马上发会员证号。`,
      act: '批准入会',
      ...(!isSame && { reasons: ['看过身份证原件', '看过劳动合同', '向班组核实过', '电话核实过'] }),
    })
    if (checkedHow === false) return
    approve.mutate(
      { id, version, ...(checkedHow && { checkedHow }) },
      { onSuccess: ({ number }) => notify({ tone: 'good', title: `已批准，会员证号 ${number}` }) },
    )
  }
  const no = async () => {
    const reasons = ['不是本单位职工', '填写的身份信息有误，请更正后重新申请', '请向劳动关系所在单位的工会申请']
    const reason = await ask({
      title: `不批准${name}的入会申请？`,
      body: '申请人会看到理由，可以重新申请。',
      act: '不批准',
      reasons,
    })
    if (reason) refuse.mutate({ id, version, reason })
  }
  return (
    <div className="acts">
      {match === 'elsewhere' ? (
        <Button kind="primary" busy={transfer.isPending} onClick={() => transfer.mutate({ id, version })}>
          改办转会
        </Button>
      ) : (
        <Button kind="primary" busy={approve.isPending} onClick={yes}>
          批准
        </Button>
      )}
      <Button busy={refuse.isPending} onClick={no}>
        不批准
      </Button>
    </div>
  )
}

const Decided = ({ data }: { data: Detail }) => (
  <Section title={applicationStateNames[data.state]} padded>
    <p>
      {data.decidedOn && dayInWords(data.decidedOn)} {data.byPost}
      {data.number && ` · 会员证号 ${data.number}`}
    </p>
    {data.reason && <p>理由：{data.reason}</p>}
    {data.checkedHow && <p>核对：{data.checkedHow}</p>}
    {data.state === 'approved' && data.memberId && (
      <Link to={`/members/${data.memberId}` as '/'} className="link">
        打开会员档案
      </Link>
    )}
  </Section>
)

function Facts({ data }: { data: Detail }) {
  const rows: [string, string | null][] = [
    ['姓名', data.name],
    ['性别', data.sex && { male: '男', female: '女' }[data.sex]],
    ['出生日期', data.birthOn],
    [idTypes[data.idType], data.idNumber],
    ['手机号', data.mobile],
    ['工作单位', data.employer],
    ['岗位', data.job],
    [
      '用工形式',
      data.newForm
        ? `${employmentForms[data.employmentForm]}（${newForms[data.newForm]}）`
        : employmentForms[data.employmentForm],
    ],
    ['入会依据', bases[data.basis]],
    ['来路', data.paper ? `${channelNames[data.channel]}，${data.paper}` : channelNames[data.channel]],
    ['同意章程、个人信息说明', `第 ${data.charterVersion} 版、第 ${data.privacyVersion} 版`],
  ]
  return (
    <dl className="facts">
      {rows.map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value ?? '未填'}</dd>
        </div>
      ))}
    </dl>
  )
}
