import type { Asked } from './route.ts'

export async function offices({ desk }: Asked) {
  const offices = await desk.reference.offices()
  return {
    items: offices.map(({ code, name, city, province, zone }) => ({ code, name, city, province, zone })),
  }
}

export async function categories({ desk }: Asked) {
  const categories = await desk.reference.categories()
  return {
    items: categories.map(({ code, group, servqual, sla, sealed }) => ({
      code,
      group,
      servqual,
      sla,
      sealed,
    })),
  }
}

/** Colleagues a ticket can be given to: everybody's for who works everywhere, else those of the same office and of all. */
export async function officers({ desk, officer }: Asked) {
  const all = await desk.officers.list()
  return {
    items: all.filter(
      (one) => officer.office === null || one.office === null || one.office === officer.office,
    ),
  }
}
