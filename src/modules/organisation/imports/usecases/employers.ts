import { unitKinds } from '#contracts/organisation/employers'
import { undoMany, upsertMany } from '#modules/organisation/employers'
import { namesBelow } from '#modules/organisation/unions'
import { choice, creditCode, day, type Field, number, text } from '#platform/sheets'
import { type Adapter, finder, type Good, objectionsTo, type Outcome } from './adapter.ts'

const kindWords: Record<(typeof unitKinds)[number], string[]> = {
  enterprise: ['企业', '公司', '企业法人'],
  institution: ['事业单位', '事业', '学校', '医院'],
  office: ['机关', '机关单位'],
  social: ['社会组织', '社会团体', '民办非企业'],
  individual: ['个体工商户', '个体'],
  other: ['其他'],
}

const fields = [
  {
    key: 'name',
    title: '单位名称',
    also: ['企业名称', '用人单位', '单位', '名称', '法人单位名称'],
    required: true,
    parse: text(100),
  },
  {
    key: 'creditCode',
    title: '统一社会信用代码',
    also: ['信用代码', '社会信用代码', '组织机构代码'],
    unique: true,
    parse: creditCode(),
  },
  { key: 'unitKind', title: '单位类型', also: ['单位性质', '机构类型', '类型'], parse: choice(kindWords) },
  { key: 'ownership', title: '经济类型', also: ['所有制', '企业类型', '登记注册类型'], parse: text(30) },
  { key: 'sector', title: '行业', also: ['所属行业', '行业类别'], parse: text(30) },
  { key: 'address', title: '地址', also: ['单位地址', '注册地址', '经营地址'], parse: text(120) },
  {
    key: 'headcount',
    title: '职工人数',
    also: ['从业人数', '人数', '员工人数', '职工数', '用工人数'],
    parse: number({ min: 0, max: 9_999_999 }),
  },
  { key: 'setUpOn', title: '成立日期', also: ['成立时间', '登记日期', '注册日期', '设立日期'], parse: day({ past: true }) },
  { key: 'place', title: '所属镇街', also: ['镇街', '街道', '乡镇', '所属街道', '所属地区', '所属工会'], parse: text(60) },
] as const satisfies readonly Field[]
type Row = Good<typeof fields>

/** Employers, with or without a union: a known credit code is brought up to date, an empty cell wipes nothing. */
export const employerAdapter: Adapter<typeof fields> = {
  fields,
  async writer(session, target, { importId }) {
    const unions = await namesBelow(session, target.path)
    const [placeOf, paths] = [finder(unions), new Map(unions.map(({ id, path }) => [id, path]))]
    const place = ({ values }: Row) => (values.place ? (placeOf(values.place) ?? placeOf(`${values.place}总工会`)) : target.id)
    return async (rows) => {
      const objections = objectionsTo(rows, 'place', (row) =>
        place(row) ? undefined : `没有找到“${row.values.place}”，请写${target.name}下的镇街或行业工会名称，或留空`,
      )
      const refused = new Set(objections.map(({ sheetIndex, row }) => `${sheetIndex}/${row}`))
      const good = rows.filter(({ sheetIndex, row }) => !refused.has(`${sheetIndex}/${row}`))
      const { imported, updated, unchanged } = await upsertMany(
        session,
        good.map((row) => asFacts(row, place(row)!, paths)),
        importId,
      )
      return { made: imported, updated, same: unchanged, objections } satisfies Outcome
    }
  },
  async undo(session, importId) {
    const { removed, restored, kept } = await undoMany(session, importId)
    return { removed: removed + restored, kept }
  },
}

function asFacts({ values: { place: _place, name, unitKind, ...rest } }: Row, unionId: string, paths: Map<string, string>) {
  return { ...rest, name: name!, unitKind: unitKind ?? unitKinds[0], source: '导入', unionId, unionPath: paths.get(unionId)! }
}
