import { decimal, divide, type Fraction, multiply } from './fraction.ts'
import type { Identifier, Price, Quantity } from './terms.ts'
import { normaliseIdentifier } from './text.ts'
import type { AgreedFactor } from './tolerance.ts'

/**
 * UN/ECE Recommendation 20 codes with exact factors to the first unit of their dimension. Boxes, packs and rolls are not
 * here on purpose: how much is in one is agreed between members, never known (A5, rule 5).
 */
const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mass: {
    KGM: '1',
    GRM: '0.001',
    MGM: '0.000001',
    MC: '0.000000001',
    HGM: '0.1',
    DG: '0.0001',
    CGM: '0.00001',
    DJ: '0.01',
    TNE: '1000',
    KTN: '1000000',
    DTN: '100',
    LBR: '0.45359237',
    ONZ: '0.028349523125',
    APZ: '0.0311034768',
    STN: '907.18474',
    LTN: '1016.0469088',
  },
  length: {
    MTR: '1',
    MMT: '0.001',
    CMT: '0.01',
    DMT: '0.1',
    HMT: '100',
    KMT: '1000',
    '4H': '0.000001',
    INH: '0.0254',
    FOT: '0.3048',
    YRD: '0.9144',
    SMI: '1609.344',
    NMI: '1852',
  },
  area: {
    MTK: '1',
    MMK: '0.000001',
    CMK: '0.0001',
    DMK: '0.01',
    KMK: '1000000',
    ARE: '100',
    HAR: '10000',
    INK: '0.00064516',
    FTK: '0.09290304',
    YDK: '0.83612736',
  },
  volume: {
    LTR: '1',
    MLT: '0.001',
    CLT: '0.01',
    DLT: '0.1',
    HLT: '100',
    A44: '10',
    K6: '1000',
    MTQ: '1000',
    DMQ: '1',
    CMQ: '0.001',
    MMQ: '0.000001',
    INQ: '0.016387064',
    FTQ: '28.316846592',
    YDQ: '764.554857984',
    GLL: '3.785411784',
    GLI: '4.54609',
    PTI: '0.56826125',
    QTI: '1.1365225',
  },
  time: { SEC: '1', MIN: '60', HUR: '3600', DAY: '86400', WEE: '604800' },
  energy: { JOU: '1', KJO: '1000', '3B': '1000000', GV: '1000000000', WHR: '3600', KWH: '3600000', MWH: '3600000000' },
  count: { C62: '1', EA: '1', H87: '1', DZN: '12', CEN: '100', GRO: '144', MIL: '1000' },
}

type KnownUnit = { dimension: string; factor: Fraction; base: string }

const UNITS: ReadonlyMap<string, KnownUnit> = new Map(
  Object.entries(TABLE).flatMap(([dimension, units]) =>
    Object.entries(units).map(([code, factor]): [string, KnownUnit] => [
      code,
      { dimension, factor: decimal(factor), base: Object.keys(units)[0] ?? code },
    ]),
  ),
)

/** A number in one named unit. Two of them can be compared only when `unit` is the same. */
export type Measure = { value: Fraction; unit: string | null }

/**
 * The quantity in the first unit of its dimension (g as kg, dozens as pieces). A unit outside the table stays as it is,
 * unless `factors` holds one that both members agreed for this unit and item. Refuses nothing.
 */
export function measure(quantity: Quantity, factors: readonly AgreedFactor[], itemIds: readonly Identifier[]): Measure {
  return convert({ value: decimal(quantity.value), unit: normaliseUnit(quantity.unit) }, factors, itemIds)
}

/** A unit code in capitals without white space. */
export function normaliseUnit(unit: string | null): string | null {
  return unit === null ? null : unit.trim().toUpperCase()
}

/** Price per one unit, `amount / base`, as an exact fraction in the first unit of the dimension (A5, rule 6). */
export function unitPrice(
  price: Price,
  factors: readonly AgreedFactor[],
  itemIds: readonly Identifier[],
): Measure | null {
  const base = measure(price.base, factors, itemIds)
  return base.value.n === 0n ? null : { value: divide(decimal(price.amount), base.value), unit: base.unit }
}

function convert(from: Measure, factors: readonly AgreedFactor[], itemIds: readonly Identifier[]): Measure {
  const ids = itemIds.map(sameForm)
  const ofUnit = factors.filter((factor) => factor.unit === from.unit)
  const agreed =
    ofUnit.find((factor) => factor.item !== null && ids.includes(sameForm(factor.item))) ??
    ofUnit.find((factor) => factor.item === null)
  const value = agreed === undefined ? from.value : multiply(from.value, decimal(agreed.contains))
  const unit = agreed === undefined ? from.unit : agreed.of
  const known = unit === null ? undefined : UNITS.get(unit)
  return known === undefined ? { value, unit } : { value: multiply(value, known.factor), unit: known.base }
}

/** Is it converted by the fixed table? Then no member may agree another factor for it. */
export function isFixedUnit(unit: string): boolean {
  return UNITS.has(unit)
}

function sameForm(id: Identifier): string {
  return `${id.scheme} ${normaliseIdentifier(id)}`
}
