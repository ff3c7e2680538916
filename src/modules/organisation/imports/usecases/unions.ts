import { type UnionKind, unionKindNames, type UnitType, unitTypeNames } from '#contracts/organisation/unions'
import { namesBelow, plant, uproot } from '#modules/organisation/unions'
import { choice, creditCode, day, type Field, text } from '#platform/sheets'
import { Refused } from '#platform/session'
import { type Adapter, finder, type Good, type Objection } from './adapter.ts'

const also: Partial<Record<UnionKind, string[]>> = {
  federation: ['地方总工会'],
  town: ['乡镇工会', '街道工会', '镇街工会', '乡镇总工会', '街道总工会'],
  trade: ['产业工会', '行业工会', '行业工会联合会'],
  regional: ['区域工会', '工会联合会'],
  joint: ['联合工会'],
  basic: ['单独基层工会', '基层', '企业工会'],
  branch: ['分会', '车间工会', '分工会'],
  group: ['小组', '班组'],
  newEmployment: ['新就业形态工会', '新业态工会'],
}
const kindWords = Object.fromEntries(
  Object.entries(unionKindNames).map(([kind, name]) => [kind, [name, ...(also[kind as UnionKind] ?? [])]]),
) as Record<UnionKind, string[]>
const typeAlso: Partial<Record<UnitType, string[]>> = {
  stateEnterprise: ['国企', '国有'],
  privateEnterprise: ['非公', '私营企业', '民营企业', '企业'],
  office: ['党政机关'],
  town: ['镇街', '园区'],
}
const typeWords = Object.fromEntries(
  Object.entries(unitTypeNames).map(([type, name]) => [type, [name, ...(typeAlso[type as UnitType] ?? [])]]),
) as Record<UnitType, string[]>

const fields = [
  { key: 'name', title: '工会名称', also: ['名称', '组织名称', '工会组织名称', '工会全称'], required: true, parse: text(80) },
  { key: 'kind', title: '组织类型', also: ['工会类型', '类型', '工会类别', '层级'], required: true, parse: choice(kindWords) },
  { key: 'parent', title: '上级工会', also: ['上级', '上级组织', '隶属工会', '上级工会名称'], parse: text(80) },
  { key: 'unitType', title: '单位类型', also: ['单位性质', '所在单位类型'], parse: choice(typeWords) },
  { key: 'shortName', title: '简称', parse: text(20) },
  { key: 'code', title: '组织编码', also: ['工会编码', '工会代码', '编码'], unique: true, parse: text(40) },
  {
    key: 'creditCode',
    title: '工会法人代码',
    also: ['统一社会信用代码', '法人资格证书号', '社会信用代码'],
    unique: true,
    parse: creditCode(),
  },
  { key: 'sector', title: '行业', also: ['所属行业'], parse: text(30) },
  { key: 'foundedOn', title: '成立日期', also: ['建会日期', '成立时间', '建会时间'], parse: day({ past: true }) },
] as const satisfies readonly Field[]
type Row = Good<typeof fields>

/** The organisation network, as its files have it: a union may stand above or below its own superior in the list. */
export const unionAdapter: Adapter<typeof fields> = {
  fields,
  async writer(session, target) {
    const known = await namesBelow(session, target.path)
    return async (rows) => {
      const before = known.length
      const standing = finder(known)
      const [objections, ids]: [Objection[], string[]] = [[], []]
      let waiting = rows.filter((row) => !standing(row.values.name!))
      const same = rows.length - waiting.length
      for (let round = -1; waiting.length && round !== waiting.length; ) {
        round = waiting.length
        const unionOf = finder(known)
        const left: Row[] = []
        for (const row of waiting) {
          const parentId = row.values.parent ? unionOf(row.values.parent) : target.id
          if (!parentId) left.push(row)
          else {
            const made = await plantRow(row, parentId)
            if (typeof made === 'string') objections.push({ ...row, key: 'kind', reason: made })
            else {
              known.push(made)
              ids.push(made.id)
            }
          }
        }
        waiting = left
      }
      for (const row of waiting)
        objections.push({
          ...row,
          key: 'parent',
          reason: `没有找到上级“${row.values.parent}”，请写全称，并确认它在${target.name}之下`,
        })
      return {
        made: known.length - before,
        ids,
        updated: 0,
        same,
        objections: objections.map(({ sheetIndex, row, key, reason }) => ({ sheetIndex, row, key, reason })),
      }
    }
    async function plantRow({ values: { parent: _parent, ...values } }: Row, parentId: string) {
      try {
        return await plant(session, {
          ...values,
          name: values.name!,
          kind: values.kind!,
          unitType: values.unitType ?? 'privateEnterprise',
          parentId,
          effectiveOn: values.foundedOn ?? session.today,
        })
      } catch (error) {
        if (error instanceof Refused) return error.refusal.reason
        throw error
      }
    }
  },
  async undo(session, _importId, made) {
    const { removed, kept } = await uproot(session, made)
    return { removed: removed.length, kept: kept.length }
  },
}
