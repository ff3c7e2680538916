import { useMutation } from '@tanstack/react-query'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Section } from '#web/Section'
import type { Whole } from '../contract.ts'

/** Which column of the file was taken for what; the user's word goes before ours. */
export function Columns({ data: { id, found, fields, state } }: { data: Whole }) {
  const remap = useMutation(api.imports.remap.mutationOptions())
  const isOpen = state === 'read' || state === 'checked'
  const choose = (sheetIndex: number, column: number, key: string, before: string | null) =>
    remap.mutate({ id, mapping: key ? [{ sheetIndex, key, column }] : [{ sheetIndex, key: before!, column: null }] })
  return found.map((sheet) => (
    <Section
      key={sheet.sheetIndex}
      title={sheet.sheet ? `各列认成了什么（工作表“${sheet.sheet}”）` : '各列认成了什么'}
      note={
        sheet.header
          ? `表头在第 ${sheet.header.first === sheet.header.last ? sheet.header.first : `${sheet.header.first}–${sheet.header.last}`} 行`
          : '没有认出表头'
      }
    >
      {sheet.missing.length > 0 && (
        <ul className="missing" role="alert">
          {sheet.missing.map(({ key, reason }) => (
            <li key={key}>
              <Chip hue="red">缺</Chip> {reason}
            </li>
          ))}
        </ul>
      )}
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">列</th>
            <th scope="col">文件里的表头</th>
            <th scope="col">例子</th>
            <th scope="col">认成</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map(({ column, letter, title, key, sample }) => (
            <tr key={column}>
              <td className="faint">{letter}</td>
              <td>{title || '（空）'}</td>
              <td className="muted">{sample}</td>
              <td>
                <select
                  aria-label={`${title || letter} 列是什么`}
                  value={key ?? ''}
                  disabled={!isOpen || remap.isPending}
                  onChange={({ target }) => choose(sheet.sheetIndex, column, target.value, key)}
                >
                  <option value="">不导入</option>
                  {fields.map((field) => (
                    <option key={field.key} value={field.key}>
                      {field.title}
                      {field.required ? '（必需）' : ''}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  ))
}
