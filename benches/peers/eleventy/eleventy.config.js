// The plain theme for Eleventy. What templates cannot say in few words (groups, pagers, neighbours, related items) is computed
// here, once for all pages; templates are Nunjucks.

import { InputPathToUrlTransformPlugin } from "@11ty/eleventy";
import syntaxHighlight from "@11ty/eleventy-plugin-syntaxhighlight";
import footnotes from "markdown-it-footnote";

const PAGE_SIZE = 20;
const FEED_SIZE = 20;
const REACH = 12; // neighbours looked at on each side in each term, for related items
const WEIGHTS = { topics: 3, labels: 2 };
const MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");
const TAXONOMIES = [
  { key: "labels", path: "/tags/", heading: "tags" },
  { key: "topics", path: "/topik/", heading: "topics", names: "topics" },
  { key: "organizations", path: "/instansi/", heading: "organizations", names: "organizations" },
];

const slug = (name) => name.replaceAll(" ", "-");
// Dates stand in WIB, and none is so early that the day would be another one in UTC.
const local = (date) => new Date(date.getTime() + 7 * 3600_000);
const year = (item) => String(local(item.date).getUTCFullYear());
const month = (item) => String(local(item.date).getUTCMonth() + 1).padStart(2, "0");
const monthName = (number) => MONTHS[Number(number) - 1];

function groupBy(items, keys) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keys(item)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
  }
  return groups;
}

// The pages of one list: what the template needs for each of them.
function paged(list) {
  const total = Math.max(1, Math.ceil(list.items.length / PAGE_SIZE));
  const at = (number) => (number === 1 ? list.url : `${list.url}halaman/${number}/`);
  return Array.from({ length: total }, (_, index) => {
    const number = index + 1;
    return {
      ...list,
      count: list.items.length,
      items: list.items.slice(index * PAGE_SIZE, number * PAGE_SIZE),
      url: at(number),
      feed: list.hasFeed && `${list.url}atom.xml`,
      number,
      total,
      first: number > 1 && at(1),
      newer: number > 1 && at(number - 1),
      older: number < total && at(number + 1),
      last: number < total && at(total),
    };
  });
}

// Everything that is made of more than one item, from the items alone.
function relate(all) {
  const items = all.filter((item) => item.data.section && !item.data.introduces).sort((a, b) => b.date - a.date);
  const names = all[0].data.names;
  const sections = groupBy(items, (item) => [item.data.section]);
  const releases = sections.get("siaran-pers") ?? [];
  const byYear = groupBy(releases, (item) => [year(item)]);
  const byMonth = groupBy(releases, (item) => [`${year(item)}/${month(item)}`]);
  const years = [...byYear].map(([name, group]) => ({ name, url: `/siaran-pers/${name}/`, count: group.length }));

  const lists = [];
  for (const introduction of all.filter((item) => item.data.introduces)) {
    const section = introduction.data.introduces;
    const list = { heading: introduction.data.title, url: `/${section}/`, items: sections.get(section) ?? [], hasFeed: true };
    lists.push({ ...list, introduction, parts: section === "siaran-pers" ? years : [] });
  }
  const months = [...byMonth].map(([key, group]) => ({ key, group, name: `${monthName(key.slice(5))} ${key.slice(0, 4)}` }));
  const addArchive = (key, name, items) => {
    const own = months.filter((month) => month.key.startsWith(key.slice(0, 4)));
    const parts = own.map((month) => ({ name: month.name, url: `/siaran-pers/${month.key}/`, count: month.group.length }));
    lists.push({ heading: `Siaran Pers: ${name}`, url: `/siaran-pers/${key}/`, items, parts });
  };
  for (const [name, group] of byYear) addArchive(name, name, group);
  for (const { key, name, group } of months) addArchive(key, name, group);

  const taxonomies = TAXONOMIES.map((taxonomy) => {
    const groups = groupBy(items, (item) => item.data[taxonomy.key] ?? []);
    const terms = [...groups].map(([id, group]) => {
      const name = taxonomy.names ? names[taxonomy.names][id] : id;
      return { id, name, url: `${taxonomy.path}${slug(id)}/`, count: group.length, items: group };
    });
    terms.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const term of terms) {
      lists.push({ heading: `${taxonomy.heading}: ${term.name}`, url: term.url, items: term.items, hasFeed: true });
    }
    return { ...taxonomy, terms, groups };
  });

  const feeds = [{ heading: null, url: "/", items }, ...lists.filter((list) => list.hasFeed)].map(({ heading, url, items: all }) => {
    return { title: heading, url, items: all.slice(0, FEED_SIZE) };
  });
  const redirects = items.flatMap((item) => (item.data.aliases ?? []).map((from) => ({ from, to: item.url })));
  return {
    items,
    lists: lists.flatMap(paged),
    latest: releases.slice(0, PAGE_SIZE),
    addresses: ["/", "/tentang/", ...lists.map((list) => list.url), ...taxonomies.map((taxonomy) => taxonomy.path)],
    taxonomies,
    feeds,
    redirects,
    beside: beside(items, sections, taxonomies),
  };
}

// For each item by address: the newer and the older one of its section, and five that share the most with it.
function beside(items, sections, taxonomies) {
  const rank = new Map(items.map((item, index) => [item, index]));
  const near = taxonomies.filter((taxonomy) => WEIGHTS[taxonomy.key]);
  for (const taxonomy of near) {
    const places = (group) => new Map(group.map((item, index) => [item, index]));
    taxonomy.places = new Map([...taxonomy.groups].map(([id, group]) => [id, places(group)]));
  }
  const related = (item) => {
    const scores = new Map();
    for (const taxonomy of near) {
      for (const term of item.data[taxonomy.key] ?? []) {
        const from = Math.max(0, taxonomy.places.get(term).get(item) - REACH);
        for (const other of taxonomy.groups.get(term).slice(from, from + 2 * REACH + 1)) {
          if (other !== item) scores.set(other, (scores.get(other) ?? 0) + WEIGHTS[taxonomy.key]);
        }
      }
    }
    const best = [...scores].sort(([a, x], [b, y]) => y - x || rank.get(a) - rank.get(b));
    return best.slice(0, 5).map(([other]) => other);
  };
  const found = {};
  for (const group of sections.values()) {
    group.forEach((item, index) => {
      found[item.url] = { newer: group[index - 1], older: group[index + 1], related: related(item) };
    });
  }
  return found;
}

export default function (config) {
  config.addPlugin(syntaxHighlight);
  config.addPlugin(InputPathToUrlTransformPlugin);
  config.amendLibrary("md", (markdown) => {
    markdown.set({ html: false, linkify: true });
    markdown.use(footnotes);
    // As plain a mark as that of the others: the number, without brackets.
    markdown.renderer.rules.footnote_caption = (tokens, index) => String(tokens[index].meta.id + 1);
  });
  config.addFilter("slug", slug);
  config.addFilter("iso", (date) => date.toISOString());
  config.addFilter("longDate", (date) => `${local(date).getUTCDate()} ${monthName(month({ date }))} ${local(date).getUTCFullYear()}`);

  let known;
  config.on("eleventy.before", () => (known = null));
  for (const name of ["items", "latest", "lists", "addresses", "taxonomies", "feeds", "redirects", "beside"]) {
    config.addCollection(name, (api) => (known ??= relate(api.getAll()))[name]);
  }
  return { dir: { input: ".", includes: "_includes" }, markdownTemplateEngine: false };
}
