import { contract as unions } from '#contracts/organisation/unions'
import { contract as me } from '#contracts/organisation/me'

/** Every call, for the browser (types only) and for the OpenAPI document. */
export const contracts = { unions, me }
