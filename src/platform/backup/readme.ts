import type { ExportIndex } from './export.ts'

/** The words that go with an export, for whoever opens the folder years later. */
export function readme({ madeAt, tables, files, leftOut }: ExportIndex): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const sealed = tables.reduce((sum, table) => sum + table.sealed, 0)
  const lines = tables
    .toSorted((a, b) => a.file.localeCompare(b.file))
    .map(({ file, rows: count, sealed: kept }) => `| ${file} | ${count} | ${kept} |`)
  return `# 工桥数据导出

导出时间：${madeAt}（UTC）。共 ${tables.length} 张表 ${rows} 行，文件 ${files.length} 个，均为同一时刻的数据。

- \`tables/\` 每张表一个 CSV 文件：UTF-8（带 BOM，Excel 可直接打开），第一行是列名，逗号分隔，按 RFC 4180 加引号。什么都不写表示“无”（null），\`""\` 表示空文字。
- 时间一律为 UTC，日期为“年-月-日”，金额单位为分，\`json\` 列是 JSON 文字。
- \`files/\` 上传的文件，原样。
- \`index.json\` 目录：每张表的列、类型、说明、行数和 SHA-256 校验值。
- 表名前缀 \`shared\` 是全系统共用的数据（账号、地区），\`region_…\` 是各地区的数据。

${sealed > 0 ? `有 ${sealed} 个加密字段没有解开（形如 \`v1.…\`）。导出时给出密钥即可得到明文。` : '加密字段均已解开。**本目录含个人信息，请按个人信息保护的规定保管，用毕销毁。**'}
${leftOut.length > 0 ? `\n为安全起见未导出：${leftOut.join('、')}（口令、会话一类，换系统后需要重新设置）。\n` : ''}
| 文件 | 行数 | 未解开的加密值 |
|---|---:|---:|
${lines.join('\n')}
`
}
