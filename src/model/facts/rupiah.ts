/** `1650000` → `Rp1.650.000`, as people here write it. */
export function rupiah(amount: number): string {
  return `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`
}
