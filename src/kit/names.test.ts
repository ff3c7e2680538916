import { expect, test } from 'vitest'
import { checkName, normaliseName, strokeOrder } from './names.ts'
import { pinyinOf } from './pinyin.ts'

test.for([
  ['张　三', '张三'],
  [' 李 四 ', '李四'],
  ['买买提•艾力', '买买提·艾力'],
  ['买买提 . 艾力', '买买提·艾力'],
  ['Ｄａｖｉｄ  Ｌｉ', 'David Li'],
  ['王\u200b五', '王五'],
] as const)('%s is filed as %s', ([text, name]) => expect(normaliseName(text)).toBe(name))

test.for([
  ['', '没有填写'],
  ['张3', '数字'],
  ['张', '一个字'],
  ['张三（女）', '符号'],
] as const)('%s: %s', ([text, why]) => expect(checkName(text)).toMatchObject({ problem: expect.stringContaining(why) }))

test('names stand by strokes of the surname, single given names first, then strokes of the next character', () => {
  const names = ['曾一', '王大力', '李大鸣', '高大富', '丁小宁', '欧阳少东', '高富', '李一鸣', '洪少东']
  expect(names.sort(strokeOrder)).toEqual([
    '丁小宁',
    '王大力',
    '李一鸣',
    '李大鸣',
    '欧阳少东',
    '洪少东',
    '高富',
    '高大富',
    '曾一',
  ])
})

test.for([
  ['张三', 'zhangsan', 'zs'],
  ['曾国藩', 'zengguofan', 'zgf'],
  ['单田芳', 'shantianfang', 'stf'],
  ['解晓东', 'xiexiaodong', 'xxd'],
  ['仇英', 'qiuying', 'qy'],
  ['查良镛', 'zhaliangyong', 'zly'],
  ['任长霞', 'renchangxia', 'rcx'],
  ['区大志', 'oudazhi', 'odz'],
  ['尉迟恭', 'yuchigong', 'ycg'],
  ['吕布', 'lvbu', 'lb'],
  ['买买提·艾力', 'maimaitiaili', 'mmtal'],
  ['David Li', 'davidli', 'dl'],
] as const)('%s is typed %s or %s', ([name, full, initials]) => expect(pinyinOf(name)).toEqual({ full, initials }))
