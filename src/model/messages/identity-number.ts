/** First two digits of the provinces (11 Aceh … 97 Papua). */
const PROVINCE = /^(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])/

/**
 * Could these 16 digits be a NIK? Province, regency, district, birth date (day + 40 for women) and a serial that is not 0000.
 * Text in: as a JavaScript number the last digit of a Papuan NIK would be lost.
 */
export function isIdentityNumber(digits: string): boolean {
  const match = /^\d{6}(\d\d)(\d\d)\d\d(\d{4})$/.exec(digits)
  if (!match || !PROVINCE.test(digits) || match[3] === '0000') return false
  const day = Number(match[1])
  const month = Number(match[2])
  const isDay = (day >= 1 && day <= 31) || (day >= 41 && day <= 71)
  return isDay && month >= 1 && month <= 12
}
