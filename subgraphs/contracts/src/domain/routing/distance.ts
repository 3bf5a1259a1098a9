/** A place on the earth (WGS 84) in ten-millionths of a degree, as whole numbers: a hundredth of a metre. */
export type Place = { readonly latitudeE7: number; readonly longitudeE7: number }

/** The mean radius of the earth in metres (IUGG). */
export const earthRadiusMetres = 6_371_008.8

const radians = (e7: number): number => (e7 / 1e7) * (Math.PI / 180)

/** The great-circle distance in whole metres, by the haversine formula: within 0.6 % of the ellipsoid's, which decides between outlets well enough (B20). */
export function metresBetween(a: Place, b: Place): number {
  const [latitudeA, latitudeB] = [radians(a.latitudeE7), radians(b.latitudeE7)]
  const half = (angle: number): number => Math.sin(angle / 2) ** 2
  const h =
    half(latitudeB - latitudeA) +
    Math.cos(latitudeA) * Math.cos(latitudeB) * half(radians(b.longitudeE7) - radians(a.longitudeE7))
  return Math.round(2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(h))))
}

const degreesForm = /^(-?)(\d{1,3})(?:\.(\d{1,7}))?$/

/** Degrees as a decimal text in ten-millionths; null when it is no such text, or beyond `most` degrees. */
export function degreesE7(text: string, most: 90 | 180): number | null {
  const match = degreesForm.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', fraction = ''] = match
  const e7 = Number(whole + fraction.padEnd(7, '0'))
  if (e7 > most * 1e7) return null
  return sign && e7 > 0 ? -e7 : e7
}

/** Ten-millionths of a degree as a decimal text with seven decimals. */
export function degreesText(e7: number): string {
  const digits = Math.abs(e7).toString().padStart(8, '0')
  return `${e7 < 0 ? '-' : ''}${digits.slice(0, -7)}.${digits.slice(-7)}`
}
