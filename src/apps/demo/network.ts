import type { UnionKind, UnitType } from '#contracts/organisation/unions'

/** A union of the demonstration: its people, and what is below it. */
export type Place = {
  name: string
  kind: UnionKind
  unitType: UnitType
  shortName?: string
  sector?: string
  /** Workers registered directly here. */
  people?: number
  since?: string
  chair?: string
  /** Its people joined long ago: what happened to it later finds them all in membership. */
  isSettled?: boolean
  below?: Place[]
}

const firm = (name: string, people: number, sector: string, more: Partial<Place> = {}): Place => ({
  name: `${name}工会委员会`,
  kind: 'basic',
  unitType: 'privateEnterprise',
  people,
  sector,
  ...more,
})
const joint = (name: string, people: number): Place => ({
  ...{ name: `${name}联合工会委员会`, kind: 'joint', unitType: 'privateEnterprise', people, sector: '综合' },
})
const town = (name: string, below: Place[], chair?: string): Place => ({
  name: `${name}总工会`,
  kind: 'town',
  unitType: 'town',
  people: 6,
  below,
  ...(chair ? { chair } : {}),
})

const hengda: Place = firm('恒达机械有限公司', 18, '机械装备', {
  shortName: '恒达机械',
  since: '2008-05-12',
  chair: '王建国',
  below: [
    {
      name: '恒达机械一车间分会',
      kind: 'branch',
      unitType: 'privateEnterprise',
      people: 20,
      below: [
        { name: '一车间甲班工会小组', kind: 'group', unitType: 'privateEnterprise', people: 48 },
        { name: '一车间乙班工会小组', kind: 'group', unitType: 'privateEnterprise', people: 45 },
      ],
    },
    {
      name: '恒达机械二车间分会',
      kind: 'branch',
      unitType: 'privateEnterprise',
      people: 22,
      below: [
        { name: '二车间甲班工会小组', kind: 'group', unitType: 'privateEnterprise', people: 56 },
        { name: '二车间夜班工会小组', kind: 'group', unitType: 'privateEnterprise', people: 52 },
      ],
    },
    { name: '恒达机械装配车间分会', kind: 'branch', unitType: 'privateEnterprise', people: 96 },
    { name: '恒达机械行政后勤分会', kind: 'branch', unitType: 'privateEnterprise', people: 55 },
  ],
})

/** The federation: a district of 40-odd unions and some 3,000 workers. All names are invented. */
export const federation: Place = {
  name: '永安区总工会',
  kind: 'federation',
  unitType: 'town',
  people: 18,
  since: '1984-03-01',
  chair: '李国华',
  below: [
    town(
      '永丰镇',
      [
        hengda,
        firm('锦绣服饰有限公司', 260, '纺织服装', { shortName: '锦绣服饰' }),
        firm('明辉电器有限公司', 145, '电气制造', { shortName: '明辉电器' }),
        firm('同力轴承有限公司', 88, '机械装备'),
        firm('永丰印染有限公司', 120, '纺织服装'),
        joint('永丰镇小微企业', 64),
        {
          name: '永丰镇南桥村区域工会联合会',
          kind: 'regional',
          unitType: 'town',
          people: 4,
          below: [firm('南桥竹木制品厂', 28, '木业'), firm('南桥食品有限公司', 41, '食品')],
        },
      ],
      '周明',
    ),
    town('东城街道', [
      { name: '南桥小学工会委员会', kind: 'basic', unitType: 'school', people: 74, sector: '教育', shortName: '南桥小学' },
      { name: '永安区人民医院工会委员会', kind: 'basic', unitType: 'institution', people: 210, sector: '卫生' },
      firm('东城百货有限公司', 96, '商贸服务'),
      firm('华泰物业服务有限公司', 132, '物业服务'),
      firm('青禾软件有限公司', 68, '信息技术'),
      joint('东城街道商务楼宇', 44),
    ]),
    town('临江街道', [
      firm('临江化纤有限公司', 190, '化工'),
      firm('江畔酒店管理有限公司', 83, '住宿餐饮'),
      firm('江畔餐饮服务部', 14, '住宿餐饮', { since: '2016-04-18', isSettled: true }),
      firm('远航物流有限公司', 156, '物流运输', { shortName: '远航物流' }),
      firm('百川仓储有限公司', 47, '物流运输'),
      firm('新港建材有限公司', 52, '建材'),
      joint('临江街道沿江商贸', 37),
    ]),
    town('河上镇', [
      firm('河上纸业有限公司', 118, '造纸'),
      firm('青山茶叶专业合作社', 31, '农业'),
      joint('河上镇小微企业', 33),
      firm('河上砖瓦厂', 23, '建材', { since: '2011-09-06', isSettled: true }),
      { name: '河上中学工会委员会', kind: 'basic', unitType: 'school', people: 58, sector: '教育' },
    ]),
    {
      name: '纺织服装行业工会联合会',
      kind: 'trade',
      unitType: 'town',
      people: 5,
      below: [firm('云裳针织有限公司', 104, '纺织服装'), firm('金梭织造有限公司', 77, '纺织服装')],
    },
    {
      name: '永安区机关工会联合会',
      kind: 'trade',
      unitType: 'office',
      people: 8,
      below: [
        { name: '区财政局机关工会委员会', kind: 'basic', unitType: 'office', people: 42, sector: '机关' },
        { name: '区人力资源和社会保障局机关工会委员会', kind: 'basic', unitType: 'office', people: 51, sector: '机关' },
      ],
    },
    {
      name: '永安国有资产经营集团工会委员会',
      kind: 'basic',
      unitType: 'stateEnterprise',
      people: 88,
      sector: '国有资产',
      below: [
        { name: '国资集团水务公司分会', kind: 'branch', unitType: 'stateEnterprise', people: 67 },
        { name: '国资集团公交公司分会', kind: 'branch', unitType: 'stateEnterprise', people: 140 },
      ],
    },
    {
      name: '永安区新就业形态劳动者工会',
      kind: 'newEmployment',
      unitType: 'town',
      people: 48,
      since: '2021-11-08',
      sector: '物流运输',
      below: [
        { name: '外卖配送员分会', kind: 'branch', unitType: 'town', people: 86 },
        { name: '网约车司机分会', kind: 'branch', unitType: 'town', people: 59 },
      ],
    },
  ],
}
