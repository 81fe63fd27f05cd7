import locale from '../../locales/id.json' with { type: 'json' }

const CATEGORIES: Readonly<Record<string, string>> = locale.category

/** A complaint category in the words the applicants chose it by; its code when there are none. */
export const categoryName = (code: string): string => CATEGORIES[code] ?? code
