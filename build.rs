//! Builds again when a file of the embedded theme is added, changed or removed; `include_dir` alone does not notice.

fn main() {
    println!("cargo:rerun-if-changed=themes/balai");
}
