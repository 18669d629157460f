//! The address of the published site, and the addresses on it.

/// Scheme and host, and path, of the published site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    /// `https://humas.example`
    pub origin: String,
    /// Empty, or starts with `/` and does not end with one: `/humas`.
    pub path: String,
}

impl BaseUrl {
    /// Reads `https://example.go.id/humas/`; none when it is no http address.
    pub fn parse(text: &str) -> Option<BaseUrl> {
        let (scheme, rest) = text.split_once("://")?;
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let sound = matches!(scheme, "http" | "https")
            && !host.is_empty()
            && !text.contains(|letter: char| {
                letter.is_whitespace() || matches!(letter, '?' | '#' | '"' | '<' | '>' | '\\')
            });
        sound.then(|| BaseUrl { origin: format!("{scheme}://{host}"), path: path.trim_end_matches('/').to_owned() })
    }

    /// Root-relative address, with the site's own path, of a path on the site such as `/siaran-pers/`.
    pub fn relative(&self, path: &str) -> String {
        format!("{}{path}", self.path)
    }

    /// Absolute address of a path on the site.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin, self.path)
    }

    /// The host without scheme and port: the authority of `tag:` ids (RFC 4151).
    pub fn host(&self) -> &str {
        let authority = self.origin.split_once("://").map_or("", |(_, host)| host);
        authority.split_once(':').map_or(authority, |(host, _)| host)
    }
}
