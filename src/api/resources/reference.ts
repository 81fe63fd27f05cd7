import type { RequestContext } from '../http/route.ts'

/** `GET /offices`: every office. */
export async function listOffices({ desk }: RequestContext) {
  const offices = await desk.reference.offices()
  return {
    items: offices.map(({ code, name, city, province, zone }) => ({ code, name, city, province, zone })),
  }
}

/** `GET /categories`: what a complaint can be about. */
export async function listCategories({ desk }: RequestContext) {
  const categories = await desk.reference.categories()
  return {
    items: categories.map(({ code, group, servqual, sla, confidential }) => ({
      code,
      group,
      servqual,
      sla,
      confidential,
    })),
  }
}

/** `GET /officers`: colleagues a ticket can be given to: everybody's for who works everywhere, else those of the same office and of all. */
export async function listOfficers({ desk, officer }: RequestContext) {
  const all = await desk.officers.list()
  return {
    items: all.filter(
      (one) => officer.office === null || one.office === null || one.office === officer.office,
    ),
  }
}
