import type { TagCode } from '#contracts/organisation/members'
import type { Chance } from './chance.ts'

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const compound = ['欧阳', '上官', '诸葛', '司马']
const male = '伟强磊军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢阳建国志东海山仁德松柏庆元培根水生金宝'
const female = '芳娜敏静丽艳娟霞秀英玲燕红梅兰凤琴云洁莹雪琳晶倩婷慧颖佳玉萍珍贞莉桂叶香月莺媛瑞凡嘉琼勤'

/** A believable name, by sex. */
export function nameOf(by: Chance, sex: 'male' | 'female') {
  const surname = by.yes(0.004) ? by.pick(compound) : surnames[Math.floor(by.next() ** 1.7 * surnames.length)]!
  const given = sex === 'male' ? male : female
  const one = given[by.whole(0, given.length - 1)]!
  return surname + (by.yes(0.18) ? one : one + given[by.whole(0, given.length - 1)]!)
}

/** A person as rosters have them. Numbers use the area code of a place that issues none (`999`-sequence, fictitious district). */
export function personOf(by: Chance, serial: number) {
  const sex = by.yes(0.42) ? 'female' : 'male'
  const age = by.weighted([
    [by.whole(18, 25), 12],
    [by.whole(26, 35), 30],
    [by.whole(36, 45), 27],
    [by.whole(46, 54), 22],
    [by.whole(55, 60), 9],
  ])
  const birthOn = `${2026 - age}-${pad(by.whole(1, 12))}-${pad(by.whole(1, 28))}`
  return {
    name: nameOf(by, sex),
    sex,
    birthOn,
    idNumber: idNumber(by.pick(areas), birthOn, serial, sex),
    mobile: `1${by.pick(['38', '39', '58', '59', '86', '77'])}${pad(serial % 100_000_000, 8)}`,
    education: by.weighted([
      ['junior', 18],
      ['senior', 17],
      ['vocational', 20],
      ['college', 24],
      ['bachelor', 18],
      ['master', 3],
    ] as const),
    political: by.weighted([
      ['none', 68],
      ['party', 14],
      ['league', 16],
      ['democratic', 2],
    ] as const),
    household: by.weighted([
      ['rural', 52],
      ['urban', 48],
    ] as const),
    employmentForm: by.weighted([
      ['contract', 82],
      ['dispatch', 9],
      ['newForm', 5],
      ['flexible', 4],
    ] as const),
    skillLevel: by.weighted([
      [null, 55],
      ['junior', 12],
      ['middle', 16],
      ['senior', 11],
      ['technician', 5],
      ['seniorTechnician', 1],
    ] as const),
  } as const
}

const tagShares: readonly (readonly [TagCode, number])[] = [
  ['frontLine', 0.15],
  ['migrant', 0.12],
  ['skilled', 0.06],
  ['modelWorker', 0.003],
  ['hardship', 0.012],
  ['illness', 0.004],
  ['disabled', 0.006],
  ['singleParent', 0.008],
]

/** The groups a person belongs to, sensitive ones among them. */
export const tagsOf = (by: Chance, birthOn: string): TagCode[] => [
  ...tagShares.flatMap(([tag, share]) => (by.yes(share) ? [tag] : [])),
  ...(birthOn >= '1995' ? (['newGeneration'] as const) : []),
]

const areas = ['330109', '330104', '341221', '411525', '520221', '360429', '422822', '511681']
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/** A formally right, invented identity number: the serial spreads over area, birthday and sequence. */
function idNumber(area: string, birthOn: string, serial: number, sex: 'male' | 'female') {
  const sequence = pad(((serial * 2) % 1000) + (sex === 'male' ? 1 : 0), 3)
  const body = area + birthOn.replaceAll('-', '') + sequence
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return body + '10X98765432'[sum % 11]
}
