//! What a site has besides its items: settings, records, the introductions of its sections and the theme.

use crate::words::{CITY, ORGANIZATIONS, TOPICS};

/// The files of the plain theme, inside the program so that it runs from any folder.
pub(crate) const THEME: [(&str, &str); 12] = [
    ("theme.yaml", include_str!("../themes/plain/theme.yaml")),
    ("i18n/id.ftl", include_str!("../themes/plain/i18n/id.ftl")),
    ("templates/404.html", include_str!("../themes/plain/templates/404.html")),
    ("templates/archive.html", include_str!("../themes/plain/templates/archive.html")),
    ("templates/base.html", include_str!("../themes/plain/templates/base.html")),
    ("templates/components/row.html", include_str!("../themes/plain/templates/components/row.html")),
    ("templates/home.html", include_str!("../themes/plain/templates/home.html")),
    ("templates/page.html", include_str!("../themes/plain/templates/page.html")),
    ("templates/redirect.html", include_str!("../themes/plain/templates/redirect.html")),
    ("templates/section.html", include_str!("../themes/plain/templates/section.html")),
    ("templates/term.html", include_str!("../themes/plain/templates/term.html")),
    ("templates/terms.html", include_str!("../themes/plain/templates/terms.html")),
];

/// Every file of the site that is not a release or a workshop, as (path, text).
pub(crate) fn files() -> Vec<(&'static str, String)> {
    let topics = TOPICS.iter().map(|(id, name)| format!("{id}: {{ name: {name} }}\n")).collect();
    let organizations =
        ORGANIZATIONS.iter().map(|(id, short, name)| format!("{id}: {{ name: {name}, short: {short} }}\n")).collect();
    let venue = format!("balai-kota: {{ name: Balai Kota {CITY}, street: Jalan Merdeka 1, city: {CITY} }}\n");
    let contact =
        "humas: { name: Bagian Humas, role: Layanan media, phone: \"+62 778 100 100\", email: humas@contoh.go.id }\n";
    let about = format!(
        "---\nkind: page\ntitle: Tentang kami\n\
         summary: Siapa yang menulis siaran pers kota ini dan bagaimana menghubunginya.\n---\n\n\
         Media Center Kota {CITY} melayani wartawan dan warga.\n"
    );
    vec![
        ("warta.yaml", configuration()),
        ("data/topics.yaml", topics),
        ("data/organizations.yaml", organizations),
        ("data/venues.yaml", venue),
        ("data/contacts.yaml", contact.to_owned()),
        ("content/tentang.md", about),
        ("content/siaran-pers/_index.md", "---\ntitle: Siaran Pers\n---\n\nSemua siaran pers sejak 2006.\n".to_owned()),
        ("content/workshop/_index.md", "---\ntitle: Workshop\n---\n\nLokakarya bagi aparatur dan warga.\n".to_owned()),
    ]
}

fn configuration() -> String {
    format!(
        "title: Media Center {CITY}
description: Siaran pers dan lokakarya Pemerintah Kota {CITY}
base_url: https://humas.example
time_zone: WIB
language: id
organization: bagian-humas
theme: plain
menu:
  - {{ name: Siaran Pers, url: /siaran-pers/ }}
  - {{ name: Workshop, url: /workshop/ }}
  - {{ name: Topik, url: /topik/ }}
  - {{ name: Label, url: /tags/ }}
  - {{ name: Tentang, url: /tentang/ }}
sections:
  siaran-pers:
    kind: press_release
    permalink: /siaran-pers/{{year}}/{{month}}/{{slug}}/
    page_size: 20
    archive: year_month
  workshop:
    kind: workshop
    permalink: /workshop/{{year}}/{{slug}}/
taxonomies:
  tags: {{}}
  topics: {{ path: topik, terms: data/topics.yaml, closed: true }}
  organizations: {{ path: instansi, terms: data/organizations.yaml, closed: true }}
"
    )
}
