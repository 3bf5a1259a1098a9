import { z } from 'zod'

/** One setting: its name in the environment, what it is taken as, and what it means to whoever runs the hub. */
type Setting = { readonly form: z.ZodType; readonly shown: string; readonly meaning: string }

const integer = (least: number, most: number) =>
  z.string().regex(/^\d+$/, 'It must be a whole number').transform(Number).pipe(z.number().min(least).max(most))
const address = z.url('It must be a URL')

/** `name=url,name=url` as a map. */
const addresses = z.string().transform((text, context): ReadonlyMap<string, string> => {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '')
  const map = new Map<string, string>()
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const [name, url] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    if (at < 1 || !URL.canParse(url)) {
      context.addIssue({ code: 'custom', message: `${JSON.stringify(pair)} is not of the form name=http://host:port` })
      return z.NEVER
    }
    map.set(name, url)
  }
  return map
})

/** `visa=acme,3528=beta,*=acme` as a map. */
const routes = z.string().transform((text, context): ReadonlyMap<string, string> => {
  const map = new Map<string, string>()
  for (const pair of text.split(',').filter((each) => each.trim() !== '')) {
    const [, from = '', company = ''] = /^\s*([a-z]{2,20}|\d{1,6}|\*)=([a-z0-9-]{1,40})\s*$/.exec(pair) ?? []
    if (company === '') {
      context.addIssue({ code: 'custom', message: `${JSON.stringify(pair)} is not of the form visa=company` })
      return z.NEVER
    }
    map.set(from, company)
  }
  return map
})

/** All settings there are. The README's table is made from this; nothing else is read from the environment. */
export const settingForms = {
  PORT: {
    form: integer(0, 65_535).default(4000),
    shown: '4000',
    meaning: 'Port of the API, GraphiQL and the dashboards.',
  },
  HOST: { form: z.string().default('127.0.0.1'), shown: '127.0.0.1', meaning: 'Address to listen on.' },
  DATA_DIR: {
    form: z.string().default('.data'),
    shown: '.data',
    meaning: 'Where the hub keeps its data when it runs its own Postgres and Redis.',
  },
  MAIL_DIR: {
    form: z.string().optional(),
    shown: '`mail` in DATA_DIR',
    meaning:
      'Where mail to members is put while SMTP_URL is not set, a file each under `new`; administrators read it at /mail.',
  },
  SMTP_URL: {
    form: z.url({ protocol: /^smtps?$/, error: 'It must be smtp://… or smtps://…' }).optional(),
    shown: 'none: MAIL_DIR',
    meaning:
      'The mail system that takes mail to members, such as `smtps://name:password@mail.example.org`. Needs MAIL_FROM.',
  },
  MAIL_FROM: {
    form: z
      .string()
      .regex(
        /^(?:[\x20-\x3b\x3d\x3f-\x7e]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
        'It must be `name@host` or `Name <name@host>`',
      )
      .optional(),
    shown: '`Torihiki <no-reply@torihiki.invalid>`',
    meaning: 'Whom mail to members is from. Must be set with SMTP_URL.',
  },
  DATABASE_URL: {
    form: address.optional(),
    shown: 'its own Postgres',
    meaning: 'A PostgreSQL 18 database and a role that may create roles and schemas in it.',
  },
  REDIS_URL: {
    form: address.optional(),
    shown: 'its own Redis',
    meaning: 'A Redis or Valkey, 6.2 or later, with maxmemory-policy noeviction.',
  },
  HUB_SECRET: {
    form: z.string().min(32, 'It must have at least 32 characters').optional(),
    shown: 'generated in DATA_DIR',
    meaning: 'The one secret from which all keys are derived. Must be set in production.',
  },
  HUB_SECRETS_BEFORE: {
    form: z
      .string()
      .default('')
      .transform((t) => t.split(',').filter(Boolean)),
    shown: 'none',
    meaning:
      'Earlier secrets, comma-separated: their access tokens are still taken until they run out, and the transparency log is signed by their key until it is rotated.',
  },
  ADMIN_PASSWORD: {
    form: z.string().min(12, 'It must have at least 12 characters').optional(),
    shown: 'generated in DATA_DIR',
    meaning: 'Password of the login name `admin`. Must be set in production.',
  },
  SUBGRAPH_URLS: {
    form: addresses.default(new Map()),
    shown: 'in the same process',
    meaning: 'Where the subgraphs run when each has its own process: `members=http://host:port/graphql,…`.',
  },
  HUB_MODE: {
    form: z.enum(['hub', 'institution']).default('hub'),
    shown: 'hub',
    meaning:
      '`institution`: no hub between; the payment institution keeps members and reservations itself, and pays sellers in its own book. Needs INSTITUTION_NAME.',
  },
  INSTITUTION_NAME: {
    form: z.string().trim().min(1).max(200).optional(),
    shown: 'none',
    meaning: 'What the payment institution is called when it is one itself (HUB_MODE).',
  },
  UPSTREAM_HUB: {
    form: address.optional(),
    shown: 'none',
    meaning:
      'Of an institution: the hub to which it reports purchases whose amount that hub must not know, such as `https://hub.example.org`.',
  },
  UPSTREAM_HUB_KEY: {
    form: z.string().min(1).optional(),
    shown: 'none',
    meaning: 'The API key (scope TRADE) by which the institution signs in at UPSTREAM_HUB.',
  },
  CARD_COMPANIES: {
    form: addresses.default(new Map()),
    shown: 'none',
    meaning: 'Card companies by the code that card tokens name: `acme=http://host:port,…`.',
  },
  CARD_VAULT: {
    form: address.optional(),
    shown: 'none: no cards are taken at /cards',
    meaning:
      'The vault in which cards are kept, such as `http://host:port`. What a card is registered with is asked there.',
  },
  CARD_ROUTES: {
    form: routes.default(new Map()),
    shown: 'none: members name the company',
    meaning:
      'Which card company authorizes which cards, by brand, first digits of the number, or `*` for all others: `visa=acme,3528=beta,*=acme`. Needs CARD_VAULT.',
  },
  ACQUIRER_NUMBER: {
    form: z
      .string()
      .regex(/^\d{1,11}$/, 'It must be 1 to 11 digits')
      .default('1'),
    shown: '1',
    meaning: 'The number by which card companies know the payment institution (field 32 of ISO 8583).',
  },
  CARD_COMPANY_TIMEOUT_SECONDS: {
    form: integer(1, 25).default(10),
    shown: '10',
    meaning: 'How long a card company may take to answer. Then the answer is unknown, and it is inquired.',
  },
  AUTHORIZATION_SYSTEM: {
    form: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'It must be 1 to 40 of a–z, 0–9, hyphen')
      .default('first'),
    shown: 'first',
    meaning:
      'The authorization system to which the worker `authorization` of this process belongs; what each takes is set by operators (`setAuthorizationSystem`).',
  },
  SETTLEMENT_AGENTS: {
    form: addresses.default(new Map()),
    shown: 'none',
    meaning:
      'Where settlement agents take instructions, by member id: `<id>=http://host:port,…`. Others fetch theirs by the API.',
  },
  ALLOWED_ORIGINS: {
    form: z
      .string()
      .default('')
      .transform((t) => t.split(',').filter(Boolean)),
    shown: 'its own',
    meaning: 'Origins of front ends that may use the API from a browser, comma-separated.',
  },
  SUPERGRAPH: {
    form: z.string().optional(),
    shown: 'the one of this version',
    meaning: 'A file with another supergraph of the same subgraphs; served anew when it changes and on SIGHUP.',
  },
  INTROSPECTION: {
    form: z.stringbool().default(true),
    shown: 'true',
    meaning: 'Whether the schema may be asked for. GraphiQL needs it.',
  },
  SUGGESTIONS: {
    form: z.stringbool().optional(),
    shown: 'not in production',
    meaning: 'Whether errors suggest names of the schema ("Did you mean …?").',
  },
  CLIENT_LIMITS: {
    form: z.string().optional(),
    shown: 'none',
    meaning:
      'A JSON file with limits of single clients and members; read again when it changes. Its form is in `gateway/README.md`.',
  },
  TRUSTED_DOCUMENTS: {
    form: z.string().optional(),
    shown: 'none',
    meaning:
      'A manifest of operations that clients send by hash, made by `npm run trusted`; read again when it changes.',
  },
  TRUSTED_MODE: {
    form: z.enum(['off', 'also', 'only']).default('also'),
    shown: 'also',
    meaning: 'Whether trusted documents are taken: `off`, `also` (besides all others), `only` (nothing else runs).',
  },
  PROXIES: {
    form: integer(0, 10).default(0),
    shown: '0',
    meaning: 'How many proxies stand before the gateway: limits by address then go by `x-forwarded-for`.',
  },
  WEBHOOK_ALLOW_PRIVATE: {
    form: z.stringbool().default(false),
    shown: 'false',
    meaning:
      'For development and tests: webhooks may go to http:// and to addresses that are not public. Refused in production.',
  },
  PUBLIC_URL: {
    form: z
      .url({ protocol: /^https?$/, error: 'It must be https://…' })
      .transform((text) => new URL(text))
      .refine(({ pathname, search, hash }) => pathname === '/' && search === '' && hash === '', 'It has a host alone')
      .transform(({ origin }) => origin)
      .optional(),
    shown: 'its own, not in production',
    meaning:
      'The address at which browsers and merchants’ sites reach the hub, such as `https://hub.example`: who signs members in there, and where links in mails lead. Without it nobody is passed on in production, and mails have no links.',
  },
  SITES_ALLOW_LOOPBACK: {
    form: z.stringbool().default(false),
    shown: 'false',
    meaning: 'For development and tests: merchants’ sites may be at http:// on this machine. Refused in production.',
  },
  DELAY_SCAN_SECONDS: {
    form: integer(1, 86_400).default(60),
    shown: '60',
    meaning: 'How often late deliveries and settlements are looked for.',
  },
  LOG_MONITOR_SECONDS: {
    form: integer(1, 86_400).default(10),
    shown: '10',
    meaning: 'How often the next thousand entries of the transparency log are read again and verified.',
  },
  COOLING_OFF_DAYS: {
    form: integer(0, 365).default(14),
    shown: '14',
    meaning:
      'How many days after its settlement a purchase can be given back at least, whatever the law says; then a guest’s personal data is destroyed.',
  },
  WORKERS: {
    form: z
      .string()
      .default('')
      .transform((t) => t.split(',').filter(Boolean)),
    shown: 'all',
    meaning: 'Which workers this process runs, comma-separated; the names are in `workers/README.md`.',
  },
  WORKERS_NICENESS: {
    form: integer(0, 19).default(5),
    shown: '5',
    meaning:
      'How far workers let others on their machine go first, 0 for not at all: whoever waits for an answer of the hub should not wait for what can be done a moment later.',
  },
  LOG_LEVEL: {
    form: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    shown: 'info',
    meaning: 'Least level that is logged.',
  },
  NODE_ENV: {
    form: z.string().default('development'),
    shown: 'development',
    meaning: '`production` demands secrets to be set.',
  },
} as const satisfies Record<string, Setting>

type Forms = typeof settingForms
/** All settings, parsed, by name. */
export type Settings = { readonly [K in keyof Forms]: z.infer<Forms[K]['form']> }

/** A start that cannot go on; `message` is one sentence with the remedy, to be shown without a stack. */
export class StartRefused extends Error {}

/**
 * Reads all settings at once. An empty variable counts as not set.
 * @throws StartRefused with every fault together
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = []
  const values = Object.entries(settingForms).map(([name, { form, meaning }]) => {
    const result = form.safeParse(environment[name] || undefined)
    if (!result.success)
      faults.push(`${name}: ${result.error.issues.map((issue) => issue.message).join('; ')}. (${meaning})`)
    return [name, result.success ? result.data : undefined]
  })
  if (faults.length > 0) throw new StartRefused(`These settings cannot be used:\n  ${faults.join('\n  ')}`)
  const settings = Object.freeze(Object.fromEntries(values)) as Settings
  if (settings.HUB_MODE === 'institution' && settings.INSTITUTION_NAME === undefined)
    throw new StartRefused('HUB_MODE=institution needs INSTITUTION_NAME: members must know at whose book they are.')
  if ((settings.UPSTREAM_HUB === undefined) !== (settings.UPSTREAM_HUB_KEY === undefined))
    throw new StartRefused('UPSTREAM_HUB and UPSTREAM_HUB_KEY belong together: set both or neither.')
  if (settings.NODE_ENV === 'production' && settings.WEBHOOK_ALLOW_PRIVATE)
    throw new StartRefused('WEBHOOK_ALLOW_PRIVATE opens the inner net to every member. Leave it out in production.')
  if (settings.NODE_ENV === 'production' && settings.SITES_ALLOW_LOOPBACK)
    throw new StartRefused('SITES_ALLOW_LOOPBACK is for development and tests. Leave it out in production.')
  if (settings.NODE_ENV === 'production' && settings.PUBLIC_URL?.startsWith('http:'))
    throw new StartRefused('PUBLIC_URL must begin with https:// in production: sites are told there who a member is.')
  return settings
}

/** At which address browsers reach the hub: that of the setting, else in development its own when its port is set; null when nobody can know. */
export function publicUrl({ PUBLIC_URL, NODE_ENV, HOST, PORT }: Settings): string | null {
  if (PUBLIC_URL !== undefined) return PUBLIC_URL
  return NODE_ENV === 'production' || PORT === 0 ? null : `http://${HOST}:${PORT}`
}

/** What the payment institution is called when there is no hub between (B9); null when the hub is between. */
export function ownInstitution({ HUB_MODE, INSTITUTION_NAME }: Settings): string | null {
  return HUB_MODE === 'institution' ? (INSTITUTION_NAME ?? null) : null
}

/** Where an institution reports hidden purchases to (B16); null when nowhere. */
export function upstreamHub({ UPSTREAM_HUB, UPSTREAM_HUB_KEY }: Settings): { url: string; apiKey: string } | null {
  return UPSTREAM_HUB && UPSTREAM_HUB_KEY ? { url: UPSTREAM_HUB, apiKey: UPSTREAM_HUB_KEY } : null
}

/** The settings as a table in Markdown, for the README. */
export function settingsTable(): string {
  const rows = Object.entries(settingForms).map(
    ([name, { shown, meaning }]) => `| \`${name}\` | ${shown} | ${meaning} |`,
  )
  return ['| setting | default | meaning |', '| --- | --- | --- |', ...rows].join('\n')
}
