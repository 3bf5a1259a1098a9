import { settingForms } from './setting-forms.ts'
import { flagOf, variableOf } from './settings.ts'

/** What `--help` prints. */
export function helpText(): string {
  const rows = Object.entries(settingForms).map(
    ([name, { many, value, shown, meaning }]) =>
      [
        `${flagOf(name)} <${value}>`,
        `${meaning}${many ? ' May be given several times.' : ''}${shown === '' ? '' : ` [${shown}]`}`,
      ] as const,
  )
  const all = [
    ...rows,
    ['--config <file>', 'A JSON file with any of these settings, by their names in camel case.'] as const,
    ['--help', 'Prints this.'] as const,
  ]
  const width = Math.max(...all.map(([flag]) => flag.length))
  const lines = all.map(([flag, meaning]) => `  ${flag.padEnd(width)}  ${meaning.replaceAll('`', '')}`)
  return `torihiki-gateway: a GraphQL gateway for a federated supergraph (Apollo Federation 1 and 2)

  torihiki-gateway --supergraph supergraph.graphql

${lines.join('\n')}

A flag counts before its variable (${variableOf('allowedOrigin')}; lists with commas), and that before the config file.
Traces are sent where OTEL_EXPORTER_OTLP_ENDPOINT says. SIGHUP reads the supergraph again, SIGTERM and SIGINT drain.
`
}

/** The settings as a table in Markdown, for the README. */
export function gatewaySettingsTable(): string {
  const rows = Object.entries(settingForms).map(
    ([name, { value, many, shown, meaning }]) =>
      `| \`${flagOf(name)} <${value.replaceAll('|', '\\|')}>\`${many ? ' …' : ''} | \`${variableOf(name)}\` | \`${name}\` | ${shown === '' ? 'must be given' : shown} | ${meaning} |`,
  )
  return [
    '| flag | variable | in a config file | default | meaning |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
