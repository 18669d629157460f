"""The Python half of the judge `feeds`: feedparser, and the rules of RFC 4287 that a grammar cannot say.

Arguments: the output folder, its base address, then feed files relative to the folder. Prints a JSON list of findings.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"


def main() -> None:
    root, base, *files = sys.argv[1:]
    findings = []
    for file in files:
        data = (Path(root) / file).read_bytes()
        judge = json_feed if file.endswith(".json") else xml_feed
        findings += [{"file": file, "message": message} for message in judge(data, base.rstrip("/") + "/" + file)]
    folders = {}
    for file in files:
        folder, _, name = file.rpartition("/")
        folders.setdefault(folder, {})[name] = (file, (Path(root) / file).read_bytes())
    for named in folders.values():
        findings += [{"file": file, "message": message} for file, message in differences(named)]
    json.dump(findings, sys.stdout)


def differences(named):
    """What the other feeds of a folder say otherwise than its Atom feed."""
    if "atom.xml" not in named:
        return
    try:
        atom = atom_entries(named["atom.xml"][1])
        others = {name: read(named[name][1]) for name, read in (("rss.xml", rss_entries), ("feed.json", json_entries)) if name in named}
    except (ElementTree.ParseError, ValueError, KeyError):
        return  # not well-formed: others have said so
    if None in atom or len(atom) < named["atom.xml"][1].count(b"</entry>"):
        return  # an id that is missing or occurs twice: others have said so
    for name, entries in others.items():
        file = named[name][0]
        if list(entries) != list(atom):
            yield file, "has other entries than atom.xml, or in another order"
            continue
        for identity, values in entries.items():
            for field, value in values.items():
                if atom[identity][field] is not None and value != atom[identity][field]:
                    yield file, f"says another {field} of {identity} than atom.xml"


def atom_entries(data: bytes):
    def content(entry):
        element = entry.find(ATOM + "content")
        return element.text if element is not None and element.get("type") == "html" else None

    return {
        entry.findtext(ATOM + "id"): {"title": entry.findtext(ATOM + "title"), "content": content(entry)}
        for entry in ElementTree.fromstring(data).findall(ATOM + "entry")
    }


def rss_entries(data: bytes):
    encoded = "{http://purl.org/rss/1.0/modules/content/}encoded"
    return {
        item.findtext("guid"): {"title": item.findtext("title"), "content": item.findtext(encoded)}
        for item in ElementTree.fromstring(data).find("channel").findall("item")
    }


def json_entries(data: bytes):
    return {item["id"]: {"title": item.get("title"), "content": item.get("content_html")} for item in json.loads(data)["items"]}


def xml_feed(data: bytes, address: str):
    # Bytes and not a path: feedparser would take a string for an address or a file name.
    parsed = feedparser.parse(data, response_headers={"content-type": "application/xml; charset=utf-8"})
    if parsed.bozo:
        yield f"feedparser: {parsed.bozo_exception}"
    if not parsed.version:
        yield "feedparser does not know what kind of feed this is"
    if not parsed.feed.get("title"):
        yield "the feed has no title"
    for entry in parsed.entries:
        name = entry.get("id") or entry.get("link") or "an entry"
        if not (entry.get("published_parsed") or entry.get("updated_parsed")):
            yield f"feedparser reads no date in {name}"
        if not entry.get("link"):
            yield f"feedparser reads no link in {name}"
    yield from twice(entry.get("id") for entry in parsed.entries)
    if parsed.version == "atom10":
        try:
            yield from atom(ElementTree.fromstring(data), address)
        except ElementTree.ParseError:
            pass  # not well-formed: feedparser and jing have said so


def atom(feed: ElementTree.Element, address: str):
    entries = feed.findall(ATOM + "entry")
    for entry in entries:
        name = entry.findtext(ATOM + "id")
        # The two Schematron rules of appendix B.
        if all(place.find(ATOM + "author") is None for place in (feed, entry, *entry.findall(ATOM + "source"))):
            yield f"neither {name} nor the feed has an author (RFC 4287 section 4.1.2)"
        alternates = [link for link in entry.findall(ATOM + "link") if link.get("rel", "alternate") == "alternate"]
        if not alternates and entry.find(ATOM + "content") is None:
            yield f"{name} has neither a link rel=alternate nor content (section 4.1.2)"
        for pair, count in Counter((link.get("type"), link.get("hreflang")) for link in alternates).items():
            if count > 1:
                yield f"{name} has {count} links rel=alternate of type {pair[0]} and language {pair[1]} (section 4.1.2)"
    # xsd:dateTime leaves the zone open; RFC 3339 does not.
    for element in feed.iter():
        if element.tag in (ATOM + "updated", ATOM + "published"):
            text = element.text or ""
            if not (text.endswith("Z") or (len(text) > 6 and text[-6] in "+-" and text[-3] == ":")):
                yield f"the date {text} has no zone (section 3.3)"
    selves = [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self"]
    if selves != [address]:
        yield f"link rel=self is {selves}, the feed lies at {address} (section 4.1.1)"


def json_feed(data: bytes, address: str):
    try:
        feed = json.loads(data)
    except ValueError as error:
        yield f"not JSON: {error}"
        return
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version is {feed.get('version')!r}"
    if not feed.get("title"):
        yield "no title"
    if feed.get("feed_url") != address:
        yield f"feed_url is {feed.get('feed_url')!r}, the feed lies at {address}"
    for item in feed.get("items", ()):
        if not isinstance(item.get("id"), str) or not item["id"]:
            yield f"an item without id: {item.get('url')}"
        if "content_html" not in item and "content_text" not in item:
            yield f"{item.get('id')} has neither content_html nor content_text"
    if not isinstance(feed.get("items"), list):
        yield "no list of items"
    yield from twice(item.get("id") for item in feed.get("items", ()))


def twice(ids):
    for identity, count in Counter(ids).items():
        if identity is not None and count > 1:
            yield f"the id {identity} occurs {count} times"


main()
