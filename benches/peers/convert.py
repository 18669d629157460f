"""Turns a site of bench-site into the same site for Hugo and for Eleventy: the releases as they are, with what each generator
calls its front matter, and the theme of the folder beside this file.

Bodies stay as they are, links to other releases too (`../2014/name.md`): Hugo's embedded link hook and Eleventy's plugin
"InputPath to URL" find their addresses. Only the dateline, which warta prints from front matter, is written into the body, and
a bare address that ends at a footnote is set in angle brackets.
"""

import datetime
import json
import re
import shutil
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
WIB = datetime.timezone(datetime.timedelta(hours=7))


class Item:
    """A release or a workshop: its lines of front matter by key, its body, and its address."""

    def __init__(self, site, path):
        self.path = path.relative_to(site / "content")
        _, front, self.body = path.read_text().split("---\n", 2)
        self.front = dict(line.split(": ", 1) for line in front.splitlines())
        written = self.front["date"]
        self.instant = datetime.datetime.fromisoformat(written if "T" in written else f"{written}T00:00:00+07:00")
        self.section, self.year, self.month = self.path.parts[0], f"{self.instant:%Y}", f"{self.instant:%m}"
        folder = f"{self.year}/{self.month}" if self.section == "siaran-pers" else self.year
        self.address = f"/{self.section}/{folder}/{path.stem}/"

    def text(self, renamed, added=()):
        """The file for a peer: keys of `renamed` under their new name, `added` at the end."""
        front = dict(self.front, date=self.instant.isoformat())
        lines = [f"{renamed.get(key, key)}: {value}" for key, value in front.items()] + list(added)
        return "---\n" + "\n".join(lines) + "\n---\n" + self.body


def read_items(site):
    items = [Item(site, path) for section in ("siaran-pers", "workshop") for path in sorted(site.glob(f"content/{section}/*/*.md"))]
    for item in items:
        if city := re.search(r"city: ([^,}]+)", item.front.get("dateline", "")):
            item.body = f"\n{city.group(1).strip().upper()} – {item.body.lstrip()}"
        # Both peers take `.[^1]` for a part of a bare address before it.
        item.body = re.sub(r"(?<![(<])(https://\S+?)\.\[\^", r"<\1>.[^", item.body)
    give_each_its_instant(items)
    return items


def give_each_its_instant(items):
    """warta orders items of one instant by address, each peer in its own way. Some seconds more make one order for all."""
    together = defaultdict(list)
    for item in items:
        together[item.instant].append(item)
    for same in together.values():
        for seconds, item in enumerate(sorted(same, key=lambda item: item.address, reverse=True)):
            item.instant += datetime.timedelta(seconds=seconds)


def read_terms(site, taxonomy):
    """`id: { name: Name, … }` of the taxonomy's data file, as {id: Name}."""
    return dict(re.findall(r"^([\w-]+): \{ name: ([^,}]+?)(?:,.*)? ?\}$", (site / f"data/{taxonomy}.yaml").read_text(), re.MULTILINE))


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def introduction(site, name):
    """Front matter and text of a section or page; `kind` means something else to Hugo."""
    return re.sub(r"^kind: .*\n", "", (site / "content" / name).read_text(), flags=re.MULTILINE)


def to_hugo(site, destination):
    items = read_items(site)
    shutil.copytree(HERE / "hugo", destination)
    content = destination / "content"
    renamed = {"summary": "description", "topics": "topik", "organizations": "instansi"}
    for item in items:
        added = [f'tahun: ["{item.year}"]', f'bulan: ["{item.year}-{item.month}"]'] if item.section == "siaran-pers" else []
        write(content / item.path, item.text(renamed, added))
    for name in ("tentang.md", "siaran-pers/_index.md", "workshop/_index.md"):
        write(content / name, introduction(site, name).replace("summary: ", "description: "))
    # A term without items would be a page all the same.
    used = {term for item in items for key in ("topics", "organizations") for term in re.findall(r"[\w-]+", item.front.get(key, ""))}
    for taxonomy, title in (("tags", "tags"), ("topik", "topics"), ("instansi", "organizations")):
        write(content / taxonomy / "_index.md", f"---\ntitle: {title}\n---\n")
        for term, name in read_terms(site, title).items() if title != "tags" else ():
            if term in used:
                write(content / taxonomy / term / "_index.md", f"---\ntitle: {name}\n---\n")
    # Years and months are terms too: Hugo has no archives of its own, and a taxonomy is its quickest way to group.
    for taxonomy in ("tahun", "bulan"):
        write(content / taxonomy / "_index.md", "---\ntitle: Siaran Pers\nbuild: { render: never }\n---\n")
    months = sorted({(item.year, item.month) for item in items if item.section == "siaran-pers"})
    for year in sorted({year for year, _ in months}):
        write(content / "tahun" / year / "_index.md", f"---\ntitle: \"{year}\"\nurl: /siaran-pers/{year}/\noutputs: [html]\n---\n")
    for year, month in months:
        front = f"title: {MONTHS[int(month) - 1]} {year}\nurl: /siaran-pers/{year}/{month}/\noutputs: [html]\nof: \"{year}\"\n"
        write(content / "bulan" / f"{year}-{month}" / "_index.md", f"---\n{front}---\n")


def to_eleventy(site, destination):
    shutil.copytree(HERE / "eleventy", destination)
    content = destination / "content"
    for item in read_items(site):
        # `tags` would make a collection of each tag, for nothing: the theme groups all terms in one place.
        write(content / item.path, item.text({"tags": "labels"}))
    write(content / "tentang.md", introduction(site, "tentang.md").replace("---\n", "---\nlayout: page.njk\npermalink: /tentang/\n", 1))
    for section in ("siaran-pers", "workshop"):
        text = introduction(site, f"{section}/_index.md")
        write(content / section / "_index.md", text.replace("---\n", f"---\nintroduces: {section}\nlayout: false\npermalink: false\n", 1))
    names = {taxonomy: read_terms(site, taxonomy) for taxonomy in ("topics", "organizations")}
    write(destination / "_data" / "names.json", json.dumps(names))
