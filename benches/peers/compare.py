#!/usr/bin/env python3
"""Compares what warta wrote with what a peer wrote: addresses, what a reader sees on each page, and where its links lead.

A measurement is worth nothing when one program does less. Anything that is not said here in `ALONE`, `RELATED` or `TIDY` counts as
a difference, and none is allowed. `compare.py --self-test` breaks samples and sees that each is found.
"""

import html
import re
import sys
from collections import Counter

# Outputs of warta that its site cannot be told to leave out. No peer makes them: all of these favour the peers.
ALONE = {
    "lists of public information by class": r"informasi-publik/.*",
    "feeds of each kind of items": r"jenis/[^/]+/atom\.xml",
    "feeds as RSS and JSON Feed": r"(.*/)?(rss\.xml|feed\.json)",
    "calendars": r"(.*/)?[^/]+\.ics",
    "open data": r"api/.*",
    "news sitemap": r"sitemap-news\.xml",
    "robots.txt": r"robots\.txt",
}

# Who chooses related items by a rule of its own: there, only their number is compared.
RELATED = {"hugo"}

# What each program words in its own way around the text of a page: marks of footnotes and headings; and one line of feeds.
TIDY = [
    (r"\A\s*<p>[^<·]* · Lantai \d+, [^<]*</p>", ""),  # warta, at the start of an event in a feed: when and where it is
    (r"(?s)<head>.*?</head>", ""),
    (r'(?s)<a class="anchor".*?</a>', ""),  # warta: link to a heading
    (r'<span class="vh">.*?</span>', ""),  # warta: words for those who hear the page
    (r'<a href="[^"#]*#rujukan-[^"]*">.*?</a>', ""),  # warta: from the footnote back to the text
    (r'(&#160;|\u00a0|\s)*<a href="[^"#]*#fnref[^"]*".*?</a>', ""),  # the peers: the same
]
INLINE = re.compile(r"</?(a|abbr|code|em|span|strong|sup|time)\b[^>]*>")
LINK = re.compile(r'<a\b[^>]*?\bhref="(?:https://humas\.example)?([^"#][^"]*)"[^>]*>')
ASIDE = re.compile(r"(?s)<aside>.*?</aside>")
TAG = re.compile(r"<[^>]*>")


def tidy(markup):
    for pattern, put in TIDY:
        markup = re.sub(pattern, put, markup)
    return markup


def words(markup):
    """Space is one blank, wherever there is any."""
    return " ".join(html.unescape(TAG.sub(" ", INLINE.sub("", markup))).split())


def seen(markup, with_related=True):
    """What is read on a page, and in brackets where each link leads."""
    markup = tidy(markup)
    if not with_related:
        markup = ASIDE.sub(lambda aside: f"<aside>terkait: {aside.group().count('<li>')}</aside>", markup)
    return words(LINK.sub(r" [\1] ", markup))


def coloured(markup):
    """How many blocks of code are highlighted: parts of them have a class. Spans of whole lines do not count."""
    blocks = re.findall(r"(?s)<pre\b.*?</pre>", markup)
    return sum(1 for block in blocks if re.search(r'<span class="(?!line"|cl"|err")', block))


def head(markup):
    """What the head of an item says: title, description, address."""
    patterns = [r"(?s)<title>(.*?)</title>", r'<meta name="description" content="([^"]*)"', r'<link rel="canonical" href="([^"]*)"']
    return [html.unescape(found.group(1)) if (found := re.search(pattern, markup)) else None for pattern in patterns]


def entries(feed):
    """Titles, addresses and text of the entries of an Atom feed, in their order."""
    found = []
    for entry in re.findall(r"(?s)<entry>(.*?)</entry>", feed):
        title = html.unescape(re.search(r"(?s)<title[^>]*>(.*?)</title>", entry).group(1))
        link = next(tag for tag in re.findall(r"<link[^>]*>", entry) if 'rel="alternate"' in tag)
        content = html.unescape(re.search(r"(?s)<content[^>]*>(.*?)</content>", entry).group(1))
        # Addresses within may be whole, from the root, or those of files: the text is what counts.
        found.append((title, re.search(r'href="([^"]*)"', link).group(1), words(tidy(content))))
    return found


def locations(sitemap):
    return {html.unescape(address) for address in re.findall(r"<loc>(.*?)</loc>", sitemap)}


def files(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.name != ".warta-manifest"}


ITEMS = "releases and workshops"


def kind(path):
    if re.fullmatch(r"(siaran-pers/\d{4}/\d\d|workshop/\d{4})/[^/]+/index\.html", path):
        return ITEMS
    if path.startswith("berita/"):
        return "redirects"
    return "Atom feeds" if path.endswith("atom.xml") else "sitemap" if path == "sitemap.xml" else "lists and others"


def equal(path, ours, theirs, peer):
    """The pair that must be equal, for a path that both have."""
    if path.endswith("atom.xml"):
        return entries(ours), entries(theirs)
    if path == "sitemap.xml":
        # Pages of a list after the first are in warta's sitemap only, and so is what it makes alone.
        left_out = re.compile(r"/halaman/\d+/$|/informasi-publik/")
        return {place for place in locations(ours) if not left_out.search(place)}, locations(theirs)
    pair = [[seen(page, peer not in RELATED), coloured(page)] for page in (ours, theirs)]
    if kind(path) == ITEMS:
        for page, told in zip((ours, theirs), pair):
            told += head(page)
    return pair


def first_difference(ours, theirs):
    if isinstance(ours, set):
        return f"only warta: {sorted(ours - theirs)[:3]}; only the peer: {sorted(theirs - ours)[:3]}"
    ours, theirs = str(ours), str(theirs)
    at = next((index for index, (one, other) in enumerate(zip(ours, theirs)) if one != other), min(len(ours), len(theirs)))
    start = max(0, at - 40)
    return f"\n    warta: …{ours[start:at + 80]}\n    peer:  …{theirs[start:at + 80]}"


def compare(warta, peer, name):
    """Prints the counts and the first differences; true when there is none that is not documented."""
    ours, theirs = files(warta), files(peer)
    alone = {path: why for path in ours for why, pattern in ALONE.items() if re.fullmatch(pattern, path)}
    missing, more = ours - theirs - alone.keys(), theirs - ours
    same, different, examples = Counter(), Counter(), []
    for path in sorted(ours & theirs):
        one, other = equal(path, (warta / path).read_text(), (peer / path).read_text(), name)
        if one == other:
            same[kind(path)] += 1
            continue
        different[kind(path)] += 1
        if different[kind(path)] <= 3:
            examples.append(f"  differs: {path}: {first_difference(one, other)}")
    print(f"\n{name}: {len(ours & theirs)} addresses of both; {len(missing)} missing, {len(more)} more")
    for which in sorted(same | different):
        print(f"  {which}: {same[which]} equal, {different[which]} differ")
    print(f"  left out, documented: {len(alone)} ({', '.join(f'{count} {why}' for why, count in Counter(alone.values()).items())})")
    for word, paths in (("missing", missing), ("more", more)):
        examples += [f"  {word}: {path}" for path in sorted(paths)[:5]]
    print("\n".join(examples), end="\n" if examples else "")
    return not (missing or more or different)


def self_test():
    page = ('<html><head><title>x</title></head><body><p>Satu <em>dua</em>, <a href="/a/">tiga</a><a class="noteref" href="#c"><sup>1</sup></a>'
            '</p><aside><li><a href="/b/">B</a></li></aside></body></html>')
    broken = {
        "a word": page.replace("dua", "du"),
        "a link": page.replace("/a/", "/c/"),
        "a mark": page.replace("<sup>1</sup>", ""),
        "a related item": page.replace('<li><a href="/b/">B</a></li>', ""),
    }
    for related in (True, False):
        assert seen(page, related) == seen(page.replace("\n", " ").replace("<em>", "\n<em>").replace("</p>", " </p>\n"), related)
        for what, sample in broken.items():
            assert seen(page, related) != seen(sample, related), what
    other = page.replace("/b/", "/d/")
    assert seen(page) != seen(other) and seen(page, False) == seen(other, False)
    feed = '<entry><title>T</title><link rel="alternate" href="/a/"/><content type="html">&lt;p&gt;isi&lt;/p&gt;</content></entry>'
    code = '<pre><code><span class="line"><span class="a">x</span></span></code></pre>'
    assert coloured(code) == 1 and coloured(code.replace('class="a"', 'class="cl"')) == 0
    told = '<title>a</title><meta name="description" content="b"><link rel="canonical" href="c">'
    assert head(told) == ["a", "b", "c"] and head("") == [None, None, None]
    for part, put in (("T<", "U<"), ("/a/", "/b/"), ("isi", "")):
        assert entries(feed) != entries(feed.replace(part, put)), part
    assert entries(feed) != entries(feed + feed)
    assert first_difference("satu dua", "satu dia") and locations("<loc>a</loc>") != locations("<loc>b</loc>")
    print("self-test: every broken sample was found")


if __name__ == "__main__" and sys.argv[1:] == ["--self-test"]:
    self_test()
