import type { Identifier, Party } from '../../domain/matching/index.ts'
import { aggregate, aggregates, basic, basics, textOf, valueOf } from './reader.ts'
import type { XmlElement } from './xml.ts'

/** Codes of ISO 6523 and UN/ECE 3055 that mean what has a name of its own here. */
const SCHEME_NAMES: ReadonlyMap<string, string> = new Map([
  ['0088', 'GLN'],
  ['0160', 'GTIN'],
  ['EAN', 'GTIN'],
  ['EAN13', 'GTIN'],
])

/** A UBL CustomerParty or SupplierParty: identifiers, electronic address, accounts, tax and company numbers, each in its scheme. */
export function readParty(role: XmlElement | null): Party {
  const party = aggregate(role, 'Party')
  const identifiers = [
    ...aggregates(party, 'PartyIdentification').flatMap((id) => identifier(basic(id, 'ID'), '', 'UNQUALIFIED')),
    ...identifier(basic(party, 'EndpointID'), 'ENDPOINT:', 'UNQUALIFIED'),
    ...identifier(basic(role, 'CustomerAssignedAccountID'), '', 'CUSTOMER-ACCOUNT'),
    ...identifier(basic(role, 'SupplierAssignedAccountID'), '', 'SUPPLIER-ACCOUNT'),
    ...aggregates(party, 'PartyLegalEntity').flatMap((id) =>
      identifier(basic(id, 'CompanyID'), 'LEGAL:', 'UNQUALIFIED'),
    ),
    ...aggregates(party, 'PartyTaxScheme').flatMap(taxIdentifier),
  ]
  const names = aggregates(party, 'PartyName').map((name) => textOf(name, 'Name'))
  const registered = aggregates(party, 'PartyLegalEntity').map((entity) => textOf(entity, 'RegistrationName'))
  return { identifiers, name: [...names, ...registered].find((name) => name !== null) ?? null }
}

/** An id in the scheme it names, in `fallback` when it names none; empty ids are left out. */
export function identifier(element: XmlElement | null, prefix: string, fallback: string): Identifier[] {
  const value = valueOf(element)
  if (element === null || value === null) return []
  return [{ scheme: prefix + schemeName(element, fallback), value }]
}

/** The identifier scheme of an element: its schemeID, GLN and GTIN by whichever code. */
export function schemeName(element: XmlElement, fallback: string): string {
  const stated = (element.attributes.get('schemeID') ?? '').trim().toUpperCase()
  return stated === '' ? fallback : (SCHEME_NAMES.get(stated) ?? stated)
}

/** Lines of an address as one text; empty ones are left out. */
export function readAddress(address: XmlElement | null): string | null {
  const parts = ADDRESS_PARTS.flatMap((name) => basics(address, name).map(valueOf))
  const lines = aggregates(address, 'AddressLine').map((line) => textOf(line, 'Line'))
  const country = textOf(aggregate(address, 'Country'), 'IdentificationCode')
  const text = [...parts, ...lines, country].filter((part) => part !== null).join(', ')
  return text === '' ? null : text
}

const ADDRESS_PARTS: readonly string[] = [
  'Postbox',
  'Floor',
  'Room',
  'StreetName',
  'AdditionalStreetName',
  'BuildingName',
  'BuildingNumber',
  'PlotIdentification',
  'CitySubdivisionName',
  'CityName',
  'PostalZone',
  'CountrySubentity',
  'Region',
  'District',
]

function taxIdentifier(scheme: XmlElement): Identifier[] {
  const name = textOf(aggregate(scheme, 'TaxScheme'), 'ID') ?? 'UNQUALIFIED'
  const value = textOf(scheme, 'CompanyID')
  return value === null ? [] : [{ scheme: `TAX:${name.toUpperCase()}`, value }]
}
