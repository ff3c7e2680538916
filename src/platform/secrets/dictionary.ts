import { getTableColumns } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'

/** Lawful bases of processing (个人信息保护法 第13条, PI-01): what the screen says of each. */
export const bases = {
  consent: '取得个人同意',
  contract: '订立、履行合同所必需',
  personnel: '依法制定的规章制度或集体合同实施人力资源管理所必需',
  duty: '履行法定职责或者法定义务所必需',
  emergency: '应对突发公共卫生事件或紧急情况下保护生命健康和财产安全所必需',
  news: '为公共利益实施新闻报道、舆论监督，在合理范围内处理',
  disclosed: '个人自行公开或其他已经合法公开的信息，在合理范围内处理',
  otherLaw: '法律、行政法规规定的其他情形',
} as const
export type Basis = keyof typeof bases

/** What the law wants known of a personal field: what it is, why it is kept, on which basis, and how long (PI-01, PI-03, PI-04). */
export type PersonalField = {
  title: string
  purpose: string
  basis: Basis
  retention: string
  /** Sensitive personal information (PI-05): wants separate consent and an impact assessment. */
  sensitive?: boolean
  /** Encrypted with `seal('table.column', …)`. */
  sealed?: boolean
  /** The property of the same table that holds the blind index, and how the plain value is normalised for it. */
  index?: string
  normalise?: (plain: string) => string
}

export type DictionaryEntry = PersonalField & { table: string; column: string; field: string; source: PgTable }
export type Dictionary = { personal: readonly DictionaryEntry[]; impersonal: readonly string[] }

type Columns<T extends PgTable> = Extract<keyof T['_']['columns'], string>

/** The column's name in the database: modules leave names to drizzle's snake case. */
const named = (column: PgColumn) => (column.keyAsName ? toSnakeCase(column.name) : column.name)
const fieldsOf = (table: PgTable) =>
  Object.entries(getTableColumns(table)).map(([key, column]) => {
    const name = named(column as PgColumn)
    return { key, name, field: `${getTableConfig(table).name}.${name}`, type: (column as PgColumn).getSQLType() }
  })

function fieldOf(table: PgTable, key: string) {
  const found = fieldsOf(table).find((column) => column.key === key)
  if (!found) throw new Error(`${getTableConfig(table).name} has no column ${key}`)
  return found
}

/**
 * Declares the personal columns of a table; each module's `tables.ts` exports it as `dictionary` (an array when it has several
 * tables). A column that looks personal and is declared in neither `personal` nor `impersonal` fails the build.
 */
export function personal<T extends PgTable>(table: T, columns: Partial<Record<Columns<T>, PersonalField>>): Dictionary {
  const entries = Object.entries(columns) as [string, PersonalField][]
  const made: Dictionary = {
    impersonal: [],
    personal: entries.map(([key, entry]) => {
      if (entry.index) fieldOf(table, entry.index)
      const { name, field } = fieldOf(table, key)
      return { ...entry, table: getTableConfig(table).name, column: name, field, source: table }
    }),
  }
  all.push(made)
  return made
}

const all: Dictionary[] = []
/** Every dictionary of the modules that this process has loaded; `src/dictionary.ts` loads them all. */
export const declared = (): readonly Dictionary[] => all

/** Says of columns that look personal why they are not, e.g. `impersonal(unions, { name: '单位名称' })`. */
export function impersonal<T extends PgTable>(table: T, columns: Partial<Record<Columns<T>, string>>): Dictionary {
  return { personal: [], impersonal: Object.keys(columns).map((key) => fieldOf(table, key).field) }
}

const LOOKS_PERSONAL =
  /(^|_)(phone|mobile|telephone|tel|e?mail|address|birth\w*|born\w*|age|sex|gender|ethnic\w*|nationality|native|party|political|religio\w*|id_number|id_?card|identity\w*|passport|bank\w*|card_number|account_number|photo|avatar|face|finger\w*|health|illness|disease|disabilit\w*|medical|diagnosis|pregnan\w*|income|salary|wages?|family|spouse|child\w*|marital|education|household|hukou|wechat|qq|ip|ip_address|user_agent|password\w*|emergency_contact|given_name|full_name|person_name|pinyin|initials|sealed|signature)(_|$)/
const NAME = /(^|_)name$/
const FREE_FORM = /(^|_)(row|rows|raw|cells|payload|snapshot|person|before|after|answers)$/
const OF_PEOPLE =
  /(^|_)(persons?|people|members?|workers?|accounts?|users?|deput(y|ies)|candidates?|applicants?|contacts?|cadres?|dependants?|supporters?)(_|$)/

/** Columns of `tables` that look personal, or are sealed, but that no dictionary explains: `table.column`, sorted. */
export function unexplained(tables: readonly PgTable[], dictionaries: readonly Dictionary[]): string[] {
  const explained = new Set(
    dictionaries.flatMap(({ personal: fields, impersonal: cleared }) => [
      ...cleared,
      ...fields.flatMap((entry) => [entry.field, ...(entry.index ? [fieldOf(entry.source, entry.index).field] : [])]),
    ]),
  )
  return tables
    .flatMap((table) => fieldsOf(table).filter((column) => looksPersonal(column, getTableConfig(table).name)))
    .map(({ field }) => field)
    .filter((field) => !explained.has(field))
    .sort()
}

function looksPersonal({ name, type }: { name: string; type: string }, table: string): boolean {
  if (name.endsWith('_id') || name === 'id' || type === 'boolean') return false
  if (type === 'json' || type === 'jsonb') return FREE_FORM.test(name) || LOOKS_PERSONAL.test(name)
  return LOOKS_PERSONAL.test(name) || (NAME.test(name) && OF_PEOPLE.test(table))
}
