import { z } from 'zod'
import { trustModes } from '../trusted/trusted-documents.ts'

/** One setting of the gateway that starts alone. */
type Setting = {
  /** Takes what was given as text, or as texts where there may be `many`; nothing when it was not given. */
  readonly form: z.ZodType
  readonly many: boolean
  /** What stands for its value in the help. */
  readonly value: string
  readonly shown: string
  readonly meaning: string
}

const integer = (least: number, most: number, byDefault: number) =>
  z
    .string()
    .regex(/^\d+$/, 'It must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `It must be ${least} or more`).max(most, `It must be ${most} or less`))
    .default(byDefault)
const onOff = (byDefault: boolean) => z.stringbool({ error: 'Say on or off' }).default(byDefault)
const list = z.array(z.string()).default([])
const subgraphUrls = list.transform((pairs, context): ReadonlyMap<string, string> => {
  const found = pairs.map((pair) => {
    const at = pair.indexOf('=')
    const [name, url] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    if (at < 1 || !/^https?:/.test(url) || !URL.canParse(url))
      context.addIssue({
        code: 'custom',
        message: `${JSON.stringify(pair)} is not of the form name=http://host:port/path`,
      })
    return [name, url] as const
  })
  return new Map(found)
})
const origins = list.transform((given, context): readonly string[] => {
  for (const each of given)
    if (!URL.canParse(each) || new URL(each).origin !== each)
      context.addIssue({ code: 'custom', message: `${JSON.stringify(each)} is no origin such as https://shop.example` })
  return given
})
const headers = list.transform((given, context): readonly string[] => {
  for (const each of given)
    if (!/^[\w-]+$/.test(each))
      context.addIssue({ code: 'custom', message: `${JSON.stringify(each)} is no name of a header` })
  return given.map((each) => each.toLowerCase())
})

const one = { many: false } as const

/** All settings of the gateway that starts alone, by the name that they have in a config file. */
export const settingForms = {
  supergraph: {
    ...one,
    form: z.string({ error: 'Say which supergraph to serve' }),
    value: 'file',
    shown: '',
    meaning: 'The composed supergraph: a file that Apollo composition or Rover wrote.',
  },
  port: {
    ...one,
    form: integer(0, 65_535, 4000),
    value: 'number',
    shown: '4000',
    meaning: 'Port to listen on; 0 for a free one.',
  },
  host: {
    ...one,
    form: z.string().default('127.0.0.1'),
    value: 'address',
    shown: '127.0.0.1',
    meaning: 'Address to listen on.',
  },
  subgraph: {
    form: subgraphUrls,
    many: true,
    value: 'name=url',
    shown: 'the supergraph’s',
    meaning: 'Where a subgraph runs, in place of the address in the supergraph.',
  },
  subgraphAuthority: {
    ...one,
    form: z.string().optional(),
    value: 'file',
    shown: 'those of Node',
    meaning:
      'A PEM file of certificate authorities that subgraphs reached by `https` may be of, besides those that Node trusts.',
  },
  allowedOrigin: {
    form: origins,
    many: true,
    value: 'origin',
    shown: 'its own',
    meaning: 'An origin of front ends that may use the API from a browser.',
  },
  passHeader: {
    form: headers,
    many: true,
    value: 'name',
    shown: 'none',
    meaning: 'A header of clients that subgraphs get, such as `authorization`.',
  },
  introspection: {
    ...one,
    form: onOff(true),
    value: 'on|off',
    shown: 'on',
    meaning: 'Whether the schema may be asked for. GraphiQL needs it.',
  },
  graphiql: {
    ...one,
    form: onOff(true),
    value: 'on|off',
    shown: 'on',
    meaning: 'Whether there is GraphiQL at `/graphiql`.',
  },
  maskErrors: {
    ...one,
    form: onOff(false),
    value: 'on|off',
    shown: 'off',
    meaning:
      'Whether errors of subgraphs that are not meant for callers are shown as INTERNAL. Stack traces never are.',
  },
  watch: {
    ...one,
    form: onOff(true),
    value: 'on|off',
    shown: 'on',
    meaning: 'Whether a supergraph file that changes is served at once. SIGHUP does that in any case.',
  },
  readyWhen: {
    ...one,
    form: z.enum(['all', 'any'], 'Say all or any').default('all'),
    value: 'all|any',
    shown: 'all',
    meaning: 'How many subgraphs must be in reach for `/health/ready` to answer 200.',
  },
  subgraphTimeout: {
    ...one,
    form: integer(1, 600_000, 20_000),
    value: 'ms',
    shown: '20000',
    meaning: 'How long a subgraph may take for one fetch.',
  },
  shareQueries: {
    ...one,
    form: onOff(false),
    value: 'on|off',
    shown: 'off',
    meaning: 'Whether equal queries of equal callers that are under way at the same time are run once.',
  },
  responseCache: {
    ...one,
    form: integer(0, 65_536, 0),
    value: 'MiB',
    shown: '0',
    meaning: 'Memory for answers that subgraphs allow to be kept (`@cacheControl`); 0 keeps none.',
  },
  limits: {
    ...one,
    form: z.string().optional(),
    value: 'file',
    shown: 'limits of single operations',
    meaning: 'A JSON file with limits of callers; read again when it changes.',
  },
  trusted: {
    ...one,
    form: z.string().optional(),
    value: 'file',
    shown: 'none',
    meaning: 'A manifest of operations that clients send by hash; read again when it changes.',
  },
  trustedMode: {
    ...one,
    form: z.enum(trustModes, `Say one of ${trustModes.join(', ')}`).default('also'),
    value: trustModes.join('|'),
    shown: 'also',
    meaning: 'Whether trusted documents are taken: not at all, besides all others, or nothing else.',
  },
  proxies: {
    ...one,
    form: integer(0, 10, 0),
    value: 'number',
    shown: '0',
    meaning: 'How many proxies stand before the gateway: limits by address then go by `x-forwarded-for`.',
  },
  logLevel: {
    ...one,
    form: z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
        'Say one of trace, debug, info, warn, error, fatal, silent',
      )
      .default('warn'),
    value: 'level',
    shown: 'warn',
    meaning: 'Least level that is logged, as JSON lines on standard error.',
  },
} as const satisfies Record<string, Setting>

/** All settings, parsed, by name. */
export type GatewaySettings = {
  readonly [K in keyof typeof settingForms]: z.infer<(typeof settingForms)[K]['form']>
}
