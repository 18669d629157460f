//! Which templates may render an output.

use crate::plan::Recipe;
use crate::site::Site;

/// Names of templates, of which the first that exists is taken; none for what no template makes.
pub fn names(site: &Site, recipe: &Recipe) -> Vec<String> {
    let fixed = |name: &str| vec![name.to_owned()];
    match recipe {
        Recipe::Page(id) => {
            let page = site.page(*id);
            match &page.common().template {
                Some(own) => fixed(own),
                None => vec![format!("{}.html", page.kind().word()), "page.html".to_owned()],
            }
        }
        Recipe::Section(id, _) => {
            let section = site.section(*id);
            let own = section.template.iter().cloned();
            own.chain([format!("section-{}.html", section.kind.word()), "section.html".to_owned()]).collect()
        }
        Recipe::Term(taxonomy, ..) => {
            let name = site.taxonomies.get(*taxonomy).map_or("", |taxonomy| taxonomy.name.as_str());
            vec![format!("term-{name}.html"), "term.html".to_owned()]
        }
        Recipe::Home(_) => fixed("home.html"),
        Recipe::Terms(..) => fixed("terms.html"),
        Recipe::Archive(..) => fixed("archive.html"),
        Recipe::NotFound(_) => fixed("404.html"),
        Recipe::Redirect(_) => fixed("redirect.html"),
        Recipe::Feed(_) | Recipe::Sitemap | Recipe::Robots | Recipe::Asset(_) | Recipe::File(_) => Vec::new(),
    }
}
