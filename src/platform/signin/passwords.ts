import { refuse, type Verdict } from '#law/verdict'

const SHORTEST = 10
const LONGEST = 128

// Words that the published lists of leaked passwords, Chinese ones among them, build their long entries of.
const WORDS =
  'password passw0rd pass admin administrator root qwerty qwertyuiop qwer asdfghjkl asdf zxcvbnm zxcv qazwsx qazwsxedc 1qaz2wsx 1q2w3e4r 1q2w3e4r5t iloveyou welcome letmein monkey dragon sunshine princess football baseball master superman batman trustno woaini woaiwojia wodemima mima zhongguo china beijing gonghui gongqiao union zonggonghui changeme secret default test demo abc abcd abc123 hello computer internet samsung iphone huawei xiaomi taobao weixin qq wechat 5201314 1314520 woaini1314 aini1314 nihao'.split(
    ' ',
  )
const ROWS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn',
]

const plain = (text: string) => text.normalize('NFKC').toLowerCase()
const reversed = (text: string) => [...text].reverse().join('')

/** Whether the password is one that lists of common passwords hold or that a guesser tries first: words, rows of keys, repeats, dates. */
export function isCommon(password: string): boolean {
  const text = plain(password)
  const kinds = new Set(text).size
  if (kinds < 5 || (kinds < 8 && /^(.{1,5}?)\1+.{0,4}$/u.test(text)) || inRow(text)) return true
  const spellings = [
    text,
    text
      .replaceAll('@', 'a')
      .replaceAll('$', 's')
      .replace(/(?<=[a-z])0(?=[a-z])/g, 'o'),
  ]
  return spellings.map((spelling) => spelling.replace(/[^a-z0-9]/g, '')).some(isGuessed)
}

function isGuessed(letters: string): boolean {
  const core = letters.replace(/^\d+|\d+$/g, '')
  if (core.length > 3 && inRow(core)) return true
  if (/^[a-z]{0,3}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[a-z]{0,3}$/.test(letters)) return true
  if (/^1[3-9]\d{9}$/.test(letters) || /^\d{17}[\dx]$/.test(letters)) return true
  return WORDS.some((word) => core === word || core === word + word || isAlmost(letters, word))
}

const isAlmost = (letters: string, word: string) => word.length > 3 && letters.includes(word) && letters.length - word.length < 4
const inRow = (text: string) => ROWS.some((row) => row.includes(text) || reversed(row).includes(text))

/** Whether a password will do for the person with these names (name, username, mobile number). */
export function mayUsePassword(password: string, names: readonly (string | null | undefined)[]): Verdict {
  const refused = (reason: string) => refuse('signin.weakPassword', reason)
  if ([...password].length < SHORTEST) return refused(`密码至少 ${SHORTEST} 个字符`)
  if (password.length > LONGEST) return refused(`密码最多 ${LONGEST} 个字符`)
  const own = names
    .filter((name) => name != null)
    .map(plain)
    .filter((name) => [...name].length > 1)
  if (own.some((name) => plain(password).includes(name) || plain(password).includes(reversed(name))))
    return refused('密码不能包含姓名、账号或手机号')
  if (isCommon(password)) return refused('这个密码太常见，容易被猜到，请换一个（例如几个不相干的词连在一起）')
  return null
}
