/**
 * The first words of the portal. They stand in the page itself as well (first-load.ts), so that on a slow line they are
 * read while the program is still on its way.
 */
export const homeWords = {
  heading: ['遇到什么事，', '照平常话说就行'],
  lead: '不用先弄清该找哪个部门。要多久、花不花钱、带什么，都先写明白；政府手里已有的材料，不再跟您要。',
} as const
