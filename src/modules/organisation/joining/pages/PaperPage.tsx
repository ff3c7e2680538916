import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '#web/api'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Detail } from '../contract.ts'
import { bases, employmentForms, newForms, texts } from '../contract/words.ts'
import './joining.css'

const route = getRouteApi('/joining/$id/paper')

/** 入会申请书 and 会员登记表 (DOC-01, DOC-02) from the record, for signature and the file. */
export function PaperPage() {
  const { id } = route.useParams() as { id: string }
  const { data } = useSuspenseQuery(api.joining.get.queryOptions({ input: { id } }))
  return (
    <Page
      line={`${data.name}的入会申请书和登记表`}
      acts={
        <Button kind="primary" onClick={() => print()}>
          打印
        </Button>
      }
    >
      <Section title="中华全国总工会入会申请书" padded>
        <p>本人自愿加入中华全国总工会。{texts.charter.text}</p>
        <Grid
          rows={[
            ['申请加入', data.unionName, '申请日期', data.appliedOn],
            ['姓名', data.name, '工作单位', data.employer],
            ['签名', '', '日期', ''],
          ]}
        />
      </Section>
      <Section title="工会会员登记表" padded>
        <Grid rows={rowsOf(data)} />
        <table className="paper">
          <tbody>
            {['工会小组意见', '基层工会委员会意见'].map((title) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td className="room">
                  {title.startsWith('基层') && data.state === 'approved' && `${data.decidedOn} 批准入会（${data.byPost ?? ''}）`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="muted small">证件号码已遮住中间几位，需要全号时由本人填写。</p>
      </Section>
    </Page>
  )
}

type Cells = [string, string | null, string, string | null]
const rowsOf = (data: Detail): Cells[] => [
  ['姓名', data.name, '性别', data.sex && { male: '男', female: '女' }[data.sex]],
  ['出生日期', data.birthOn, '民族', null],
  ['证件号码', data.idNumber, '手机号', data.mobile],
  ['文化程度', null, '政治面貌', null],
  ['工作单位', data.employer, '岗位', data.job],
  ['用工形式', data.newForm ? newForms[data.newForm] : employmentForms[data.employmentForm], '入会依据', bases[data.basis]],
  ['入会日期', data.state === 'approved' ? data.decidedOn : null, '会员证号', data.number],
]

const Grid = ({ rows }: { rows: readonly Cells[] }) => (
  <table className="paper">
    <tbody>
      {rows.map(([a, one, b, two]) => (
        <tr key={a}>
          <th scope="row">{a}</th>
          <td>{one}</td>
          <th scope="row">{b}</th>
          <td>{two}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
