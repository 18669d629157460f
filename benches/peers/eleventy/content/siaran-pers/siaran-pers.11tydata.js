// Hours are between 7 and 20 in WIB, or midnight: seven hours more than UTC give the day as it is written.
export default {
  layout: "page.njk",
  section: "siaran-pers",
  permalink({ page }) {
    const [year, month] = new Date(page.date.getTime() + 7 * 3600_000).toISOString().split("-");
    return `/siaran-pers/${year}/${month}/${page.fileSlug}/`;
  },
};
