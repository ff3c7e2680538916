import { eq } from 'drizzle-orm'
import {
  educations,
  employmentForms,
  households,
  memberStatusNames,
  newForms,
  politicals,
  skillLevels,
} from '#contracts/organisation/members'
import {
  admitMany,
  foreseeMany,
  holders,
  removeMany,
  type Revision,
  reviseMany,
  unreviseMany,
} from '#modules/organisation/members'
import { namesBelow } from '#modules/organisation/unions'
import { blindIndexes, open, seal } from '#platform/secrets'
import { choice, day, type Field, idNumber, mobile, personName, sex, text, yesNo } from '#platform/sheets'
import type { Session } from '#platform/session'
import { importUpdates } from '../tables.ts'
import { type Adapter, finder, type Good, objectionsTo, type Outcome } from './adapter.ts'

const words = <V extends string>(names: Readonly<Record<V, string>>, more: Partial<Record<V, readonly string[]>> = {}) =>
  choice(
    Object.fromEntries(Object.entries(names).map(([key, name]) => [key, [name, ...(more[key as V] ?? [])]])) as unknown as Record<
      V,
      string[]
    >,
  )

const fields = [
  { key: 'name', title: '姓名', also: ['职工姓名', '会员姓名', '名字'], required: true, parse: personName() },
  {
    key: 'idNumber',
    title: '身份证号',
    also: ['身份证号码', '公民身份号码', '证件号码', '证件号', '身份证'],
    required: true,
    unique: true,
    parse: idNumber(),
  },
  { key: 'sex', title: '性别', parse: sex() },
  { key: 'birthOn', title: '出生日期', also: ['出生年月', '出生年月日', '生日'], parse: day({ past: true }) },
  { key: 'mobile', title: '手机号', also: ['手机', '手机号码', '联系电话', '电话', '联系方式', '移动电话'], parse: mobile() },
  {
    key: 'union',
    title: '所在工会',
    also: ['工会', '工会名称', '所属工会', '工会组织', '分会', '工会小组', '车间', '部门工会'],
    parse: text(80),
  },
  { key: 'employer', title: '工作单位', also: ['单位', '单位名称', '用人单位', '企业名称', '所在单位'], parse: text(100) },
  { key: 'job', title: '岗位', also: ['职务', '工种', '岗位名称', '职位', '职业'], parse: text(40) },
  {
    key: 'education',
    title: '文化程度',
    also: ['学历', '最高学历', '教育程度'],
    parse: words(educations, {
      primary: ['小学', '文盲'],
      vocational: ['中专', '技校', '职高', '中技'],
      senior: ['高中毕业'],
      college: ['专科', '大学专科'],
      bachelor: ['大学', '大学本科', '学士'],
      master: ['研究生', '硕士研究生'],
      doctor: ['博士研究生'],
    }),
  },
  {
    key: 'political',
    title: '政治面貌',
    parse: words(politicals, { party: ['党员', '共产党员', '中共'], league: ['团员'], none: ['无', '无党派', '群众'] } as never),
  },
  {
    key: 'household',
    title: '户籍性质',
    also: ['户口性质', '户籍类型', '户口类型', '户口'],
    parse: words(households, { rural: ['农业', '农村'], urban: ['非农', '非农业', '城镇'] } as never),
  },
  {
    key: 'employmentForm',
    title: '用工形式',
    also: ['就业形式', '用工性质', '劳动关系'],
    parse: words(employmentForms, {
      contract: ['合同', '合同工', '合同制'],
      dispatch: ['派遣', '劳务'],
      newForm: ['新就业'],
      permanent: ['在编', '正式', '编制'],
    } as never),
  },
  {
    key: 'newForm',
    title: '新就业类别',
    also: ['新就业形态类别', '新业态'],
    parse: words(newForms, { delivery: ['外卖员', '骑手', '送餐员'], ride: ['网约车'], truck: ['卡车司机'] } as never),
  },
  {
    key: 'skillLevel',
    title: '技能等级',
    also: ['职业技能等级', '技术等级'],
    parse: words(skillLevels, {
      junior: ['五级'],
      middle: ['四级'],
      senior: ['三级'],
      technician: ['二级'],
      seniorTechnician: ['一级'],
    } as never),
  },
  { key: 'number', title: '会员证号', also: ['会员号', '会员编号', '会员卡号', '证号'], unique: true, parse: text(30) },
  { key: 'isMember', title: '是否会员', also: ['是否入会', '是否工会会员', '会员'], parse: yesNo() },
  {
    key: 'joinedOn',
    title: '入会日期',
    also: ['入会时间', '入会年月', '加入工会时间', '加入工会日期'],
    parse: day({ past: true }),
  },
] as const satisfies readonly Field[]
type Row = Good<typeof fields>

/** Workers and members: new people are filed, known ones of the same union brought up to date, nobody is taken from another union. */
export const memberAdapter: Adapter<typeof fields> = {
  fields,
  async writer(session, target, { importId, isDry }) {
    const unionOf = finder(await namesBelow(session, target.path))
    return async (rows) => {
      const place = (row: Row) => (row.values.union ? unionOf(row.values.union) : target.id)
      const objections = [
        ...objectionsTo(rows, 'union', (row) =>
          place(row) === undefined
            ? `没有找到“${row.values.union}”，请写${target.name}下的分会或小组全称，或留空`
            : place(row) === null
              ? `有几个组织都叫“${row.values.union}”，请写全称`
              : undefined,
        ),
        ...objectionsTo(rows, 'joinedOn', ({ values }) =>
          values.isMember && !values.joinedOn ? '写了是会员，还要填入会日期' : undefined,
        ),
      ]
      const known = await knownAs(session, rows)
      objections.push(...objectionsTo(rows, 'idNumber', (row) => elsewhere(known.get(row.values.idNumber!), target.path)))
      const refused = new Set(objections.map(at))
      const good = rows.filter((row) => !refused.has(at(row)))
      const fresh = good.filter((row) => !known.has(row.values.idNumber!))
      const roster = fresh.map((row) => ({ ...factsOf(row), unionId: place(row)! }))
      const { made, ids, met } = isDry ? await foreseen(session, roster) : await admitted(session, roster)
      for (const { row, by } of met)
        objections.push({
          sheetIndex: fresh[row]!.sheetIndex,
          row: fresh[row]!.row,
          key: by,
          reason: by === 'number' ? '这个会员证号已有人使用' : '这个身份证号已登记',
        })
      const standing = good.filter((row) => known.has(row.values.idNumber!))
      const updated = await revise(
        session,
        importId,
        standing.map((row) => ({ id: known.get(row.values.idNumber!)!.id, changes: factsOf(row) })),
      )
      return { made, ids, updated, same: standing.length - updated, objections } satisfies Outcome
    }
  },
  async undo(session, importId, made) {
    const changed = await session.db.select().from(importUpdates).where(eq(importUpdates.importId, importId))
    const back = await unreviseMany(
      session,
      changed.map(({ memberId, version, before }) => ({
        id: memberId,
        version,
        before: JSON.parse(open(FIELD, before)) as never,
      })),
      'imports.undo',
    )
    await session.db.delete(importUpdates).where(eq(importUpdates.importId, importId))
    const { removed, kept } = await removeMany(session, made)
    return { removed: removed.length + back.restored.length, kept: kept.length + back.kept.length }
  },
}

type Roster = Parameters<typeof admitMany>[1]
async function admitted(session: Session, roster: Roster) {
  const { ids, met } = await admitMany(session, roster)
  const made = ids.filter((id) => id !== null)
  return { made: made.length, ids: made, met }
}
async function foreseen(session: Session, roster: Roster) {
  const { fresh, met } = await foreseeMany(session, roster)
  return { made: fresh, ids: [], met }
}

const FIELD = 'import_updates.before'
const at = ({ sheetIndex, row }: { sheetIndex: number; row: number }) => `${sheetIndex}/${row}`

function factsOf({ values: { union: _union, isMember: _isMember, ...facts } }: Row) {
  // An empty cell says nothing: it wipes nothing either.
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Omit<typeof facts, 'name'> & {
    name: string
  }
}

type Known = Awaited<ReturnType<typeof holders>>[number]

async function knownAs(session: Session, rows: readonly Row[]) {
  const numbers = rows.map((row) => row.values.idNumber!)
  const found = new Map((await holders(session, numbers)).map((holder) => [holder.index, holder]))
  return new Map<string, Known>(
    numbers.flatMap((number) => {
      const holder = found.size
        ? blindIndexes('members.id_number', number)
            .map((index) => found.get(index))
            .find(Boolean)
        : undefined
      return holder ? [[number, holder] as const] : []
    }),
  )
}

function elsewhere(holder: Known | undefined, path: string) {
  if (!holder || holder.unionPath.startsWith(path)) return undefined
  return `此人已在“${holder.unionName}”登记（${memberStatusNames[holder.status]}），请办理转会，不要重复录入`
}

async function revise(session: Session, importId: string, revisions: Revision[]) {
  const revised = await reviseMany(session, revisions, 'imports.commit')
  if (revised.length)
    await session.db.insert(importUpdates).values(
      revised.map(({ id, unionId, unionPath, version, before }) => ({
        importId,
        memberId: id,
        unionId,
        unionPath,
        version,
        before: seal(FIELD, JSON.stringify(before)),
      })),
    )
  return revised.length
}
