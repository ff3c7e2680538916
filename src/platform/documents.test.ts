import { expect, test } from 'vitest'
import { inflateRawSync } from 'node:zlib'
import { type Paper, wordOf } from './documents.ts'

/** The parts of a .docx that matter here, read from its own directory. */
function partsOf(file: Buffer) {
  const parts = new Map<string, string>()
  const end = file.lastIndexOf('PK\x05\x06')
  for (let n = 0, at = file.readUInt32LE(end + 16); n < file.readUInt16LE(end + 10); n++) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [number, number, number]
    const [start, size, method] = [file.readUInt32LE(at + 42), file.readUInt32LE(at + 20), file.readUInt16LE(at + 10)]
    const begin = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28)
    const raw = file.subarray(begin, begin + size)
    parts.set(file.toString('utf8', at + 46, at + 46 + name), (method ? inflateRawSync(raw) : raw).toString('utf8'))
    at += 46 + name + extra + comment
  }
  return parts
}
const textOf = (xml: string) =>
  xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .filter((text) => text !== '')

const paper: Paper = {
  issuer: '恒达机械有限公司工会委员会',
  number: '恒工〔2026〕3号',
  title: '关于选举结果的报告',
  to: '永丰镇总工会',
  body: [
    '2026年11月20日召开会员大会，应到 300 人，实到 201 人。',
    { heading: '一、选举结果', level: 1 },
    {
      table: [
        ['王建国', '190', '是'],
        ['李<秀>英 & 子', '96', '否'],
      ],
      head: ['候选人', '赞成', '当选'],
      widths: [50, 25, 25],
    },
    { blanks: ['总监票人（签名）'] },
  ],
  annexes: ['计票报告单', '候选人名单'],
  signed: { by: '恒达机械有限公司工会委员会', on: '2026年11月25日' },
}

test('a paper is written in its order, whatever signs stand in it', async () => {
  const xml = partsOf(await wordOf(paper)).get('word/document.xml')!
  expect(textOf(xml)).toEqual([
    '恒达机械有限公司工会委员会文件',
    '恒工〔2026〕3号',
    '关于选举结果的报告',
    '永丰镇总工会：',
    '2026年11月20日召开会员大会，应到 300 人，实到 201 人。',
    '一、选举结果',
    ...['候选人', '赞成', '当选', '王建国', '190', '是', '李&lt;秀&gt;英 &amp; 子', '96', '否'],
    `总监票人（签名）：${'＿'.repeat(12)}`,
    '附件：1．计票报告单',
    '　　　2．候选人名单',
    '恒达机械有限公司工会委员会',
    '2026年11月25日',
  ])
})

test('the page is that of GB/T 9704: A4, 156 mm × 225 mm of text, 3号仿宋, title 2号小标宋, numbered', async () => {
  const parts = partsOf(await wordOf(paper))
  const xml = parts.get('word/document.xml')!
  const margin = xml.match(/<w:pgMar [^>]*>/)![0]
  const [width, height] = [/w:w="(\d+)"/, /w:h="(\d+)"/].map((at) => Number(xml.match(/<w:pgSz [^>]*>/)![0].match(at)![1]))
  const side = (name: string) => Number(margin.match(new RegExp(`w:${name}="(\\d+)"`))![1])
  const mm = (twips: number) => Math.round(twips / 56.7)
  expect([mm(width!), mm(height!)]).toEqual([210, 297])
  expect([mm(width! - side('left') - side('right')), mm(height! - side('top') - side('bottom'))]).toEqual([156, 225])
  const title = xml.split('</w:p>').find((paragraph) => paragraph.includes('关于选举结果的报告'))!
  expect(title).toContain('w:sz w:val="44"')
  expect(title).toContain('方正小标宋简体')
  expect(parts.get('word/styles.xml')).toMatch(/w:sz w:val="32"/)
  expect([...parts.keys()].some((name) => /footer/.test(name) && /PAGE/.test(parts.get(name)!))).toBe(true)
})
