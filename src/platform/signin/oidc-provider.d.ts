/** As much of the package as the tests use; it comes without types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'
  type Claims = { sub: string; [claim: string]: unknown }
  export class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: { client_id: string; client_secret: string; redirect_uris: string[] }[]
        claims: Record<string, string[]>
        findAccount: (context: unknown, id: string) => { accountId: string; claims: () => Claims }
        pkce: { required: () => boolean }
      },
    )
    callback(): RequestListener
  }
}
