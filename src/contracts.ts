import { contract as unions } from '#contracts/organisation/unions'

/** Every call, for the browser (types only) and for the OpenAPI document. */
export const contracts = { unions }
