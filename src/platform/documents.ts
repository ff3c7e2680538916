import type { Writable } from 'node:stream'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  PageNumber,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Authority } from '#kit/powers'
import { type Download, download } from '#platform/files'
import type { Session } from '#platform/session'

/**
 * What stands in a paper between its title and its signature, in order: a paragraph; a heading (1 一、黑体, 2 （一）楷体, 3 仿宋加粗);
 * a line in the middle or at the right; a table (`widths` in per cent, equal without); blanks to be filled in by hand; a new page.
 */
export type Block =
  | string
  | { heading: string; level: 1 | 2 | 3 }
  | { centred: string }
  | { right: string }
  | { table: readonly (readonly string[])[]; head?: readonly string[]; widths?: readonly number[] }
  | { blanks: readonly string[] }
  | { newPage: true }

/** An official paper (公文): red head, number, title, addressee, body, annexes, signature with its day written out. */
export type Paper = {
  title: string
  /** Makes the red head (发文机关标志): `恒达机械有限公司工会委员会文件`. */
  issuer?: string
  /** 发文字号: `恒工〔2026〕3号`. */
  number?: string
  /** 主送机关, without the colon. */
  to?: string
  body: readonly Block[]
  /** 附件说明, one name each. */
  annexes?: readonly string[]
  /** 署名 and 成文日期 (`2026年11月25日`). */
  signed?: { by: string; on: string }
}

// GB/T 9704—2012: A4, 版心 156 mm × 225 mm, 22 lines of 28 characters; 3号仿宋, title 2号小标宋, page number 4号.
const MM = 56.7
const twips = (mm: number) => Math.round(mm * MM)
const page = { margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26), footer: twips(28) } }
const LINE = 579
const [BODY, TITLE, HEAD, FOOT, CELL] = [32, 44, 64, 28, 24]
const INDENT = 2 * 16 * 20
const faces = { body: '仿宋', title: '方正小标宋简体', 1: '黑体', 2: '楷体', 3: '仿宋' } as const
const RED = 'C8102E'

/** The paper as a Word file. */
export async function wordOf(paper: Paper): Promise<Buffer> {
  const { title, issuer, number, to, body, annexes = [], signed } = paper
  const children = [
    ...(issuer ? redHead(issuer, number) : []),
    line(title, { size: TITLE, face: faces.title, align: AlignmentType.CENTER, after: LINE }),
    ...(to ? [line(`${to}：`, { indent: 0 })] : []),
    ...body.flatMap(blockOf),
    ...annexes.map((name, at) =>
      line(`${at ? '　　　' : '附件：'}${annexes.length > 1 ? `${at + 1}．` : ''}${name}`, { before: at ? 0 : LINE }),
    ),
    ...(signed
      ? [
          line(signed.by, { align: AlignmentType.RIGHT, before: 2 * LINE, right: INDENT }),
          line(signed.on, { align: AlignmentType.RIGHT, right: 2 * INDENT }),
        ]
      : []),
  ]
  const document = new Document({
    title,
    creator: issuer ?? signed?.by ?? '工桥',
    styles: { default: { document: { run: { size: BODY, font: fontOf(faces.body) } } } },
    sections: [
      {
        properties: { page: { size: { width: twips(210), height: twips(297) }, ...page } },
        footers: { default: numbered() },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** A download that answers with a Word file of that name (`选举结果报告`, without `.docx`); `make` reads the records in the caller's scope. */
export const documentDownload = <I>(
  authority: Authority,
  name: string | ((input: I) => string),
  make: (session: Session, input: I) => Promise<Paper>,
): Download =>
  download<I>({
    authority,
    title: ({ today }, input) => `${typeof name === 'string' ? name : name(input)} ${today}.docx`,
    write: async (session: Session, input: I, out: Writable) => {
      out.end(await wordOf(await make(session, input)))
    },
  })

const fontOf = (face: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: face })

type Look = {
  size?: number
  face?: string
  bold?: boolean
  colour?: string
  align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  indent?: number
  right?: number
  before?: number
  after?: number
}

function line(
  text: string,
  { size = BODY, face = faces.body, bold, colour, align, indent, right, before = 0, after = 0 }: Look = {},
) {
  const isBody = align === undefined
  return new Paragraph({
    alignment: align ?? AlignmentType.BOTH,
    spacing: { line: size > BODY ? size * 13 : LINE, lineRule: LineRuleType.EXACT, before, after },
    indent: { firstLine: indent ?? (isBody ? INDENT : 0), ...(right && { right }) },
    children: [
      new TextRun({ text, size, font: fontOf(face), ...(bold && { bold }), ...(colour && { color: colour }) }),
    ] satisfies ParagraphChild[],
  })
}

const redHead = (issuer: string, number?: string) => [
  line(issuer.endsWith('文件') ? issuer : `${issuer}文件`, {
    size: issuer.length > 14 ? HEAD - 16 : HEAD,
    face: faces.title,
    colour: RED,
    align: AlignmentType.CENTER,
    after: LINE,
  }),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 2 * LINE },
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 6 } },
    children: [new TextRun({ text: number ?? '', size: BODY, font: fontOf(faces.body) })],
  }),
]

function blockOf(block: Block): (Paragraph | Table)[] {
  if (typeof block === 'string') return block.split('\n').map((text) => line(text))
  if ('heading' in block) return [line(block.heading, { face: faces[block.level], bold: block.level === 3 })]
  if ('centred' in block) return [line(block.centred, { align: AlignmentType.CENTER })]
  if ('right' in block) return [line(block.right, { align: AlignmentType.RIGHT })]
  if ('blanks' in block) return block.blanks.map((label) => line(`${label}：${'＿'.repeat(12)}`, { before: LINE / 2 }))
  if ('newPage' in block) return [new Paragraph({ pageBreakBefore: true, children: [] })]
  return [tableOf(block), line('')]
}

function tableOf({ table, head, widths }: Extract<Block, { table: unknown }>) {
  const columns = (head ?? table[0] ?? []).length
  const shares = widths ?? Array.from({ length: columns }, () => 100 / columns)
  const total = twips(156)
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: shares.map((share, at) => cellOf(cells[at] ?? '', Math.round((total * share) / 100), isHead)),
    })
  return new Table({
    width: { size: total, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: shares.map((share) => Math.round((total * share) / 100)),
    rows: [...(head ? [row(head, true)] : []), ...table.map((cells) => row(cells, false))],
  })
}

const cellOf = (text: string, width: number, isHead: boolean) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: text.split('\n').map(
      (words) =>
        new Paragraph({
          alignment: isHead ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text: words, size: CELL, font: fontOf(isHead ? faces[1] : faces.body) })],
        }),
    ),
  })

const numbered = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: FOOT, font: fontOf('宋体') })],
      }),
    ],
  })
