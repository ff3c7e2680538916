import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { type Column, DataTable } from '#web/DataTable'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { useView, type View } from '#web/useView'
import { count, dayInWords } from '#web/words'
import type { ListInput, Row } from '../contract.ts'
import { ageBands, employmentForms, educations, memberStatusNames, problemNames, sexes, tags } from '../contract/words.ts'
import { ClearExport, useMemberExport } from './exporting.tsx'
import { MemberLink, optionsOf, StatusChip } from './words.tsx'
import './members.css'

/** 会员: everybody in one's subtree. */
export function ListPage() {
  const { post, permissions } = useMe()
  const navigate = useNavigate()
  const mayManage = permissions.includes('members.manage')
  const units = useQuery({ ...api.unions.children.queryOptions({ input: { id: post?.unionId ?? '' } }), enabled: !!post })
  const below = units.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const fetch = useMemberExport()
  const [view] = useView(columnsWith(below).flatMap(({ key, options }) => (options ? [key] : [])))
  const { data: checks } = useQuery(api.members.problems.queryOptions({ input: {} }))
  return (
    <Page
      line={checks ? `${count(checks.total)} 名职工和会员在册。` : '会员'}
      above={post?.unionName}
      acts={
        mayManage && (
          <>
            <Link to={'/members/duplicates' as '/'} className="btn plain">
              查重复
            </Link>
            <Link to={'/members/add' as '/'} className="btn primary">
              登记职工
            </Link>
          </>
        )
      }
    >
      {checks && (checks.broken > 0 || checks.stale > 0) && <Checks {...checks} />}
      <div className="card">
        <DataTable<Row>
          name="members"
          unit="人"
          columns={columnsWith(below)}
          query={(view) => api.members.list.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/members/${id}` as '/' })}
          acts={<ClearExport input={inputOf(view)} />}
          {...(fetch && { download: (shown: View) => fetch(inputOf(shown)) })}
          findBy="姓名、拼音首字母、手机号、证件号、会员证号、单位"
          empty={
            <EmptyState
              title="还没有登记职工"
              act={
                mayManage && (
                  <Link to={'/members/add' as '/'} className="btn primary">
                    登记第一名职工
                  </Link>
                )
              }
            >
              有现成的花名册，可以整份导入。
            </EmptyState>
          }
        />
      </div>
    </Page>
  )
}

/** What in the records wants mending, each a way into the list. */
const Checks = ({
  broken,
  stale,
  codes,
}: {
  broken: number
  stale: number
  codes: { code: keyof typeof problemNames; count: number }[]
}) => (
  <p className="checks">
    {broken > 0 && (
      <Link
        to={'/members' as '/'}
        search={{ problems: 'any' } as never}
        className="link"
      >{`${count(broken)} 份档案不全或有误`}</Link>
    )}
    {codes.slice(0, 4).map(({ code, count: many }) => (
      <Link key={code} to={'/members' as '/'} search={{ problems: code } as never} className="faint">
        {problemNames[code]} {count(many)}
      </Link>
    ))}
    {stale > 0 && (
      <Link
        to={'/members' as '/'}
        search={{ checkedOn: 'stale' } as never}
        className="link"
      >{`${count(stale)} 份一年没有核对`}</Link>
    )}
  </p>
)

const tagOptions = Object.entries(tags).map(([value, { name }]) => ({ value, label: name }))
const bandOptions = Object.keys(ageBands).map((value) => ({
  value,
  label: value === '60-' ? '60 岁以上' : `${value.replace('-', '–')} 岁`,
}))

const columnsWith = (below: { value: string; label: string }[]): Column<Row>[] => [
  {
    key: 'name',
    title: '姓名',
    always: true,
    sortable: true,
    width: 110,
    render: ({ id, name }) => <MemberLink id={id} name={name} />,
  },
  {
    key: 'status',
    title: '会籍',
    options: optionsOf(memberStatusNames),
    width: 110,
    render: ({ status }) => <StatusChip status={status} />,
  },
  { key: 'sex', title: '性别', options: optionsOf(sexes), width: 92, render: ({ sex }) => (sex ? sexes[sex] : '') },
  { key: 'age', title: '年龄', sortable: true, align: 'right', width: 108, options: bandOptions },
  {
    key: 'union',
    title: '所在工会',
    sortable: true,
    ...(below.length > 0 && { options: below }),
    render: ({ unionName }) => unionName,
  },
  { key: 'employer', title: '工作单位', render: ({ employer }) => employer },
  {
    key: 'employmentForm',
    title: '用工形式',
    options: optionsOf(employmentForms),
    render: ({ employmentForm }) => employmentForm && employmentForms[employmentForm],
  },
  { key: 'mobile', title: '手机号' },
  { key: 'idNumber', title: '证件号码', hidden: true },
  { key: 'number', title: '会员证号', sortable: true, hidden: true },
  { key: 'job', title: '岗位', hidden: true },
  { key: 'education', title: '文化程度', hidden: true, options: optionsOf(educations), render: () => null },
  {
    key: 'tags',
    title: '标签',
    options: tagOptions,
    render: ({ tags: codes }) => (
      <span className="chips">
        {codes.map((code) => (
          <Chip key={code}>{tags[code].name}</Chip>
        ))}
      </span>
    ),
  },
  { key: 'joinedOn', title: '入会日期', sortable: true, render: ({ joinedOn }) => joinedOn },
  {
    key: 'problems',
    title: '档案问题',
    options: [{ value: 'any', label: '有任何问题' }, ...optionsOf(problemNames)],
    render: ({ problems }) =>
      problems.length > 0 && (
        <Chip hue="amber">{problems.length === 1 ? problemNames[problems[0]!] : `${problems.length} 处`}</Chip>
      ),
  },
  {
    key: 'checkedOn',
    title: '上次核对',
    sortable: true,
    hidden: true,
    options: [{ value: 'stale', label: '一年没有核对' }],
    render: ({ checkedOn }) => checkedOn && dayInWords(checkedOn),
  },
]

type Input = Partial<ListInput>
/** The call's input for a view: the address holds the names of the columns. */
function inputOf({ filters, page, size, sort, descending, find }: View): Input {
  const of = <T,>(key: string) => filters[key] as T[] | undefined
  const [sex, ...otherSex] = of<keyof typeof sexes>('sex') ?? []
  return {
    page,
    size,
    descending,
    ...(sort && { sort: sort as NonNullable<Input['sort']> }),
    ...(find && { text: find }),
    ...(filters.union && { unionId: filters.union[0]! }),
    ...(filters.status && { status: of('status') }),
    ...(sex && otherSex.length === 0 && { sex }),
    ...(filters.age && { age: of('age') }),
    ...(filters.employmentForm && { employmentForm: of('employmentForm') }),
    ...(filters.education && { education: of('education') }),
    ...(filters.tags && { tag: of('tags') }),
    ...(filters.problems && { problem: of('problems') }),
    ...(filters.checkedOn && { isStale: true }),
  } as Input
}
