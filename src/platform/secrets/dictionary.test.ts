import { boolean, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { impersonal, personal, unexplained } from './dictionary.ts'
import { sealedTables } from './rotation.ts'

const members = pgTable('members', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  idNumber: text(),
  idNumberIndex: text(),
  isPartyMember: boolean(),
  employer: text(),
})
const unions = pgTable('unions', { id: uuid().primaryKey(), name: text(), address: text() })
const staged = pgTable('import_rows', { id: uuid().primaryKey(), cells: jsonb() })

const why = { title: '姓名', purpose: '会员名册', basis: 'duty', retention: '会籍终止后 5 年' } as const

test('personal columns without a purpose are named, blind indexes and free-form rows among them', () => {
  expect(unexplained([members, unions, staged], [])).toEqual([
    'import_rows.cells',
    'members.id_number',
    'members.id_number_index',
    'members.name',
    'unions.address',
  ])
})

test('a declared column and its index are explained; a column that is not personal is cleared by saying why', () => {
  const dictionaries = [
    personal(members, {
      name: why,
      idNumber: { ...why, title: '身份证号', sensitive: true, sealed: true, index: 'idNumberIndex' },
    }),
    personal(staged, { cells: why }),
    impersonal(unions, { address: '工会办公地址' }),
  ]
  expect(unexplained([members, unions, staged], dictionaries)).toEqual([])
  expect(sealedTables(dictionaries)).toMatchObject([
    { table: 'members', key: [{ column: 'id', type: 'uuid' }], columns: [{ column: 'id_number', index: 'id_number_index' }] },
  ])
})

test('an index that the table does not have is refused where it is declared', () => {
  expect(() => personal(members, { idNumber: { ...why, index: 'idNumberIndx' } })).toThrow(/has no column idNumberIndx/)
})
