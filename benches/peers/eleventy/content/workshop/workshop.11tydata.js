export default {
  layout: "page.njk",
  section: "workshop",
  permalink: ({ page }) => `/workshop/${new Date(page.date.getTime() + 7 * 3600_000).getUTCFullYear()}/${page.fileSlug}/`,
};
