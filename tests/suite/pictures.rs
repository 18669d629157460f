//! Pictures are published without what they say of themselves, by every way that leads to the output.

use std::fs;
use std::os::unix::fs::MetadataExt;

use crate::facts::jpeg;
use crate::site::{TestSite, tree};

const SECRET: &str = "RAHASIA";

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length[..], name, data, &[0; 4]].concat()
}

fn png() -> Vec<u8> {
    let header = b"\0\0\0\x10\0\0\0\x09\x08\x02\0\0\0";
    let start = b"\x89PNG\r\n\x1a\n".to_vec();
    let text = chunk(b"tEXt", SECRET.as_bytes());
    [start, chunk(b"IHDR", header), text, chunk(b"IDAT", b"gambar"), chunk(b"IEND", b""), SECRET.into()].concat()
}

/// Pictures that say more than they show.
pub(crate) fn site() -> TestSite {
    TestSite::new()
        .release("a", "title: Foto\nimage: { src: foto.jpg, alt: Pasar }", "![Pasar](foto.jpg) ![Peta](/peta/peta.png)")
        .file("content/berita/foto.jpg", [jpeg(SECRET.as_bytes()), SECRET.into()].concat())
        .file("content/berita/LAIN.JPEG", jpeg(SECRET.as_bytes()))
        .file("content/berita/salah.jpg", png())
        .file("content/peta/peta.png", png())
}

fn holds_secret(folder: &std::path::Path) -> Vec<String> {
    let secret = |bytes: &[u8]| bytes.windows(SECRET.len()).any(|part| part == SECRET.as_bytes());
    tree(folder).into_iter().filter(|(_, bytes)| secret(bytes)).map(|(path, _)| path).collect()
}

#[test]
fn nothing_of_what_a_camera_wrote_is_published() {
    let site = site().build();
    assert!(holds_secret(site.output()).is_empty());
    let clean = fs::read(site.output().join("berita/foto.jpg")).unwrap();
    assert_eq!(clean, b"\xff\xd8\xff\xda\0\x02\x12\x34\xff\xd9");
    // The sources stay as they are.
    assert!(holds_secret(&site.path("content")).len() == 4);
}

#[test]
fn what_is_as_it_was_is_neither_read_nor_written() {
    let site = site().build();
    let inode = |site: &TestSite| fs::metadata(site.output().join("berita/foto.jpg")).unwrap().ino();
    let before = inode(&site);
    let site = site.build().expect_written(&[]);
    assert_eq!(inode(&site), before);
    // The bytes of a picture whose size, time and inode are the same are not looked at: here they are others.
    let source = site.path("content/berita/foto.jpg");
    let (metadata, bytes) = (fs::metadata(&source).unwrap(), fs::read(&source).unwrap());
    fs::write(&source, vec![b'x'; bytes.len()]).unwrap();
    fs::File::options().write(true).open(&source).unwrap().set_modified(metadata.modified().unwrap()).unwrap();
    let site = site.build().expect_written(&[]);
    // Where that is forgotten they are.
    fs::remove_dir_all(site.path(".warta")).unwrap();
    let site = site.try_build();
    assert!(site.last().codes().contains(&"W015".to_owned()) && site.last().codes().contains(&"E050".to_owned()));
}

#[test]
fn a_changed_or_damaged_picture_is_made_anew() {
    let mut site = site().build();
    for damage in [None, Some("rusak")] {
        let output = site.output().join("berita/foto.jpg");
        match damage {
            None => fs::remove_file(output).unwrap(),
            Some(damage) => fs::write(output, damage).unwrap(),
        }
        site = site.build().expect_written(&["berita/foto.jpg"]);
        assert!(holds_secret(site.output()).is_empty());
    }
    let other = jpeg(b"lebih panjang").into_iter().chain(*b"sisa").collect::<Vec<u8>>();
    // Only what it says of itself is another: what is published is the same.
    let site = site.file("content/berita/foto.jpg", other).build().expect_written(&[]);
    let mut turned = jpeg(b"");
    turned.splice(turned.len() - 4..turned.len() - 2, *b"piksel");
    site.file("content/berita/foto.jpg", turned).build().expect_written(&["berita/foto.jpg"]);
}

#[test]
fn a_picture_in_static_stays_as_it_is_and_its_place_is_told() {
    let place = jpeg(format!("exif:GPSLatitude {SECRET}").as_bytes());
    let site =
        TestSite::new().release("a", "", "").file("static/a.jpg", &place).file("static/b.jpg", jpeg(b"Exif")).build();
    assert_eq!(site.last().codes().into_iter().filter(|code| code == "W014").count(), 1);
    assert_eq!(fs::read(site.output().join("a.jpg")).unwrap(), place);
    // Each build tells it, and none reads it again.
    let site = site.build().expect_written(&[]);
    assert!(site.last().codes().contains(&"W014".to_owned()));
}

#[test]
fn what_cannot_be_cleaned_is_published_and_told() {
    let site = TestSite::new().release("a", "", "").file("content/berita/a.png", "bukan gambar").build();
    let site = site.expect_text("berita/a.png", "bukan gambar").build().expect_written(&[]);
    assert!(site.last().codes().contains(&"W015".to_owned()));
}

#[test]
fn a_picture_that_is_shown_on_its_side_has_the_size_that_is_shown() {
    // 16 wide and 9 high, and to be turned: orientation 6.
    let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let frame = b"\xff\xc0\0\x0b\x08\0\x09\0\x10\x01\x01\x11\0";
    let turned = [&b"\xff\xd8\xff\xe1"[..], &length, exif, frame, b"\xff\xda\0\x02\x12\x34\xff\xd9"].concat();
    let upright = [&b"\xff\xd8"[..], frame, b"\xff\xda\0\x02\x12\x34\xff\xd9"].concat();
    let site = TestSite::new().release("a", "title: Foto pasar", "![Pasar](a.jpg)\n\n![Pasar](b.jpg)");
    let site = site.file("content/berita/a.jpg", turned).file("content/berita/b.jpg", upright).build();
    let page = site.text("berita/a/index.html");
    assert!(page.contains("src=\"/berita/a.jpg\" alt=\"Pasar\" width=\"9\" height=\"16\""), "{page}");
    assert!(page.contains("src=\"/berita/b.jpg\" alt=\"Pasar\" width=\"16\" height=\"9\""), "{page}");
}

/// What is said of a file holds of the one that readers get.
#[test]
fn the_checksum_of_a_picture_is_that_of_the_published_one() {
    let page = "{% for file in page.attachments %}{{ file.sha256 }}|{{ file.size }}{% endfor %}";
    let site = TestSite::new()
        .file("templates/page.html", page)
        .release("a", "title: Foto\nattachments: [{ file: foto.jpg, title: Foto }]", "")
        .file("content/berita/foto.jpg", jpeg(SECRET.as_bytes()))
        .build();
    let sum = "5a2aa52a872ab0ca4bc831dc403a691eda1167d8daba69a871b949c9254f0456";
    site.expect_text("berita/a/index.html", &format!("{sum}|10"));
}
