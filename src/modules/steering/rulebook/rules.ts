export {
  areaCodes,
  areaOf,
  areas,
  basisNames,
  levelNames,
  sayFigure,
  scopeName,
  scopeNames,
  senseNames,
  unitName,
} from './contract/words.ts'
export { fixedOf, isFresh, mayBegin, mayRule, mayRuleAt, mayWithdraw, ruledAs, stricter } from './rules/adjusting.ts'
export { changedDays, mayLoadYear, mayLoadYearAt, thenDue } from './rules/years.ts'
export { mayEnd } from './rules/filing.ts'
export { articlesIn, noticeIn } from './rules/reading.ts'
