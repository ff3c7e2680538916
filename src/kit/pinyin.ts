import { pinyin } from 'pinyin-pro'
import { normaliseName } from './names.ts'

/** How a name is typed on a keyboard: 张三 → { full: 'zhangsan', initials: 'zs' }; ü is v. */
export type Pinyin = { full: string; initials: string }

/** Pinyin of a person's name, with the surname's own reading where it has one (曾 zeng, 单 shan, 解 xie, 仇 qiu, 查 zha). */
export function pinyinOf(name: string): Pinyin {
  const syllables = pinyin(normaliseName(name), {
    surname: 'head',
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
  })
  const typed =
    syllables
      .join(' ')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return { full: typed.join(''), initials: typed.map((syllable) => syllable.charAt(0)).join('') }
}
