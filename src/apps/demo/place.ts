import { scopeOfDivision } from '#law/place'

/** The demonstration stands in Hangzhou, so that a city's and a province's rules are seen beside the national ones. */
export const division = '330100'
export const here = scopeOfDivision(division)
