//! What a file is: what templates say of it, and that it is read once.

use std::fs;

use crate::site::TestSite;

const PAGE: &str = "{% for file in page.attachments %}[{{ file.title }}|{{ file.format }}|{{ file.media }}|{{ file.size }}|{{ file.pages }}|{{ file.sha256 }}]{% endfor %}{{ page.content }}";

/// A PDF file of so many pages, with tags, a title and letters.
pub(crate) fn pdf(pages: usize) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 4 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [] /Count {pages} /Resources << /Font << /F1 4 0 R >> >> >>"),
        "<< /Title (Surat) >>".to_owned(),
        "<< >>".to_owned(),
    ];
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut table = String::from("xref\n0 5\n0000000000 65535 f \n");
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let end = format!("trailer\n<< /Size 5 /Root 1 0 R /Info 3 0 R >>\nstartxref\n{}\n%%EOF\n", bytes.len());
    bytes.extend(table.bytes().chain(end.bytes()));
    bytes
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
    for damage in [&kept[..], &kept[..20], b"warta-facts 1\n{}", b"\0"] {
        fs::write(&facts, damage).unwrap();
        site = site.build().expect_written(&[]).expect_text("berita/a/index.html", "|15|");
    }
    fs::remove_file(&facts).unwrap();
    site.build().expect_written(&[]).expect_text("berita/a/index.html", "|15|");
}
