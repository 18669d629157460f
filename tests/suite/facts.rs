//! What a file is: what templates say of it, and that it is read once.

use std::fs;

use crate::site::TestSite;

const PAGE: &str = "{% for file in page.attachments %}[{{ file.title }}|{{ file.format }}|{{ file.media }}|{{ file.size }}|{{ file.pages }}|{{ file.sha256 }}]{% endfor %}{{ page.content }}";

/// A PDF file of these objects, numbered from 1: the catalogue, the pages, information.
pub(crate) fn document(objects: &[&str]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let size = objects.len() + 1;
    let end = format!("trailer\n<< /Size {size} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{}\n%%EOF\n", bytes.len());
    bytes.extend(table.bytes().chain(end.bytes()));
    bytes
}

/// The catalogue of a file with tags.
pub(crate) const TAGGED: &str = "<< /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 3 0 R >>";
/// One page of letters.
pub(crate) const LETTERS: &str = "<< /Type /Pages /Kids [4 0 R] /Count 1 /Resources << /Font << /F1 3 0 R >> >> >>";
/// One page that is a picture.
pub(crate) const PICTURE: &str = "<< /Type /Pages /Kids [4 0 R] /Count 1 /Resources << /XObject << /I 5 0 R >> >> >>";
/// The title.
pub(crate) const TITLED: &str = "<< /Title (Surat) >>";
/// The page, and the picture in it.
pub(crate) const REST: [&str; 2] = ["<< /Type /Page >>", "<< /Subtype /Image /Length 0 >>\nstream\n\nendstream"];

/// A PDF file of so many pages, with tags, a title and letters.
pub(crate) fn pdf(pages: usize) -> Vec<u8> {
    let letters = LETTERS.replace("/Count 1", &format!("/Count {pages}"));
    document(&[TAGGED, &letters, TITLED, REST[0], REST[1]])
}

/// A JPEG file in which something is said.
pub(crate) fn jpeg(said: &[u8]) -> Vec<u8> {
    let length = u16::try_from(said.len() + 2).unwrap().to_be_bytes();
    let pixels = b"\xff\xda\0\x02\x12\x34\xff\xd9";
    [b"\xff\xd8\xff\xe1", &length[..], said, &pixels[..]].concat()
}

fn site() -> TestSite {
    TestSite::new()
        .file("templates/page.html", PAGE)
        .release("a", "title: Surat edaran\nattachments:\n  - { file: surat.pdf, title: Surat }\n  - { file: data.csv, title: Data }\n  - { url: \"https://b.example/\", title: Jauh }", "")
        .file("content/berita/surat.pdf", pdf(14))
        .file("content/berita/data.csv", "a,b\n")
}

#[test]
fn attachments_say_what_they_are() {
    let size = pdf(14).len();
    site()
        .build()
        .expect_text("berita/a/index.html", &format!("[Surat|PDF|application/pdf|{size}|14|"))
        .expect_text("berita/a/index.html", "[Data|CSV||4||5be08c9684a1")
        .expect_text("berita/a/index.html", "[Jauh|||||]");
}

#[test]
fn a_touched_file_is_read_again_and_the_memory_may_be_lost() {
    let site = site().build();
    let facts = site.path(".warta/facts");
    let kept = fs::read(&facts).unwrap();
    let site = site.build().expect_written(&[]);
    assert_eq!(fs::read(&facts).unwrap(), kept);
    let site = site.file("content/berita/surat.pdf", pdf(15)).build();
    let site = site.expect_written(&["berita/a/index.html", "berita/surat.pdf"]);
    let mut site = site.expect_text("berita/a/index.html", "|15|");
    // A memory of another file's, cut, replaced, or gone.
    for damage in [&kept[..], &kept[..20], b"warta-facts 2\n{}", b"\0"] {
        fs::write(&facts, damage).unwrap();
        site = site.build().expect_written(&[]).expect_text("berita/a/index.html", "|15|");
    }
    fs::remove_file(&facts).unwrap();
    site.build().expect_written(&[]).expect_text("berita/a/index.html", "|15|");
}

/// The codes that a site with one attachment gets.
fn judged(name: &str, bytes: impl AsRef<[u8]>) -> Vec<String> {
    let fields = format!("title: Surat edaran\nattachments: [{{ file: {name}, title: Surat }}]");
    let site = TestSite::new().release("a", &fields, "").file(&format!("content/berita/{name}"), bytes).try_build();
    site.last().codes().into_iter().filter(|code| code.starts_with("E05") || code.starts_with("W01")).collect()
}

#[test]
fn what_is_sound_or_not_known_is_not_judged() {
    assert!(judged("surat.pdf", pdf(3)).is_empty());
    assert!(judged("SURAT.PDF", pdf(3)).is_empty());
    // Encrypted, so that its title is not known; cut off, so that nothing is.
    let text = String::from_utf8(pdf(3)).unwrap();
    assert!(judged("surat.pdf", text.replace("/Info 3 0 R", "/Encrypt 3 0 R")).is_empty());
    assert!(judged("surat.pdf", &pdf(3)[..40]).is_empty());
    for (name, bytes) in [
        ("data.csv", &b"a,b"[..]),
        ("peta.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("catatan.txt", b""),
        ("lagu.mp3", b"\xff\xfb\x90"),
        ("arsip.zip", b"PK\x03\x04"),
        ("paparan.pptx", b"PK\x03\x04"),
        ("lain.xyz", b"%PDF-1.4"),
        ("foto.jpg", b"\xff\xd8\xff\xda\0\x02\xff\xd9"),
    ] {
        assert!(judged(name, bytes).is_empty(), "{name}");
    }
    for (name, bytes) in
        [("surat.docx", pdf(1)), ("data.csv", pdf(1)), ("foto.pdf", jpeg(b"")), ("data.xlsx", vec![b'a'])]
    {
        assert_eq!(judged(name, bytes), ["E050"], "{name}");
    }
}

#[test]
fn old_files_of_imported_items_are_information_and_a_warning_can_be_accepted() {
    let untagged = document(&[&TAGGED.replace("true", "false"), LETTERS, "<< >>", REST[0], REST[1]]);
    let with = |more: &str| {
        let fields = format!("title: Surat edaran\n{more}\nattachments: [{{ file: surat.pdf, title: Surat }}]");
        TestSite::new().release("a", &fields, "").file("content/berita/surat.pdf", &untagged).flags(&["--strict"])
    };
    with("summary: Isi surat edaran yang dikirim ke semua dinas tentang jam kerja.\nimport: { from: arsip }").build();
    let site = with("ignore: [{ code: W010, reason: lama }]").try_build();
    assert!(site.last().codes().contains(&"W011".to_owned()) && !site.last().codes().contains(&"W010".to_owned()));
}

/// A file of ten million bytes is not large yet.
#[test]
fn a_large_file_is_one_of_more_than_ten_million_bytes() {
    for (size, wanted) in [(10_000_000, &[][..]), (10_000_001, &["W013"])] {
        let fields = "title: Film\nattachments: [{ file: film.mp4, title: Film }]";
        let site = TestSite::new().release("a", fields, "").file("content/berita/film.mp4", "");
        fs::File::create(site.path("content/berita/film.mp4")).unwrap().set_len(size).unwrap();
        let codes = site.try_build().last().codes();
        assert_eq!(codes.into_iter().filter(|code| code == "W013").collect::<Vec<_>>(), wanted);
    }
}
