/** Posts of the employer's side. */
export const EMPLOYER = ['administrationHead', 'administrationClerk'] as const
