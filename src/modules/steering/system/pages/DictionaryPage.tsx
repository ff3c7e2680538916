import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import type { PersonalEntry } from '../contract.ts'

/** Whole sentences: they wrap, so that all of a row is seen and printed. */
const wrapping = () => ({ style: { whiteSpace: 'normal' as const } })

/** 数据字典: every personal field, why it is kept, on which basis, how long. Made from the declarations the program itself runs by. */
export function DictionaryPage() {
  const entries = useQuery({ ...api.system.dictionary.queryOptions(), throwOnError: true }).data
  if (!entries) return <Bones />
  const tables = new Set(entries.map(({ table }) => table)).size
  const count = (kept: (entry: PersonalEntry) => boolean) => entries.filter(kept).length
  return (
    <Page
      above="个人信息保护法 第十三条、第十七条、第二十八条"
      line={`平台保存 ${entries.length} 项个人信息，其中敏感信息 ${count(({ isSensitive }) => isSensitive)} 项，加密保存 ${count(({ isSealed }) => isSealed)} 项。`}
      acts={<Button onClick={() => print()}>打印</Button>}
    >
      <Section title={`${tables} 张表`} note="字段没有写明用途的，程序不能发布">
        <div className="list">
          <Table<PersonalEntry> rowKey={({ table, column }) => `${table}.${column}`} dataSource={entries} pagination={false}>
            <Table.Column<PersonalEntry>
              title="信息"
              render={(_, { table, column, title, isSensitive, isSealed }) => (
                <>
                  {title} {isSensitive && <Chip hue="amber">敏感</Chip>} {isSealed && <Chip hue="blue">加密</Chip>}
                  <p className="faint small">
                    <code>
                      {table}.{column}
                    </code>
                  </p>
                </>
              )}
            />
            <Table.Column<PersonalEntry> title="用途" dataIndex="purpose" onCell={wrapping} />
            <Table.Column<PersonalEntry> title="合法依据" dataIndex="basis" onCell={wrapping} />
            <Table.Column<PersonalEntry> title="保存期限" dataIndex="retention" onCell={wrapping} />
          </Table>
        </div>
      </Section>
    </Page>
  )
}
