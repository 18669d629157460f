//! Fenced code blocks in five languages. Names, values and lengths vary from block to block, so that no block of a site
//! is the same as another: a highlighter's cache must not look better here than it is.

use crate::random::Random;
use crate::words::NOUNS;

pub(crate) fn block(random: &mut Random) -> String {
    let (language, code) = match random.below(5) {
        0 => ("yaml", yaml(random)),
        1 => ("json", json(random)),
        2 => ("bash", bash(random)),
        3 => ("python", python(random)),
        _ => ("rust", rust(random)),
    };
    format!("```{language}\n{}\n```\n", code.trim_end())
}

fn name(random: &mut Random) -> String {
    random.pick(NOUNS).replace(' ', "_")
}

fn value(random: &mut Random) -> String {
    match random.below(4) {
        0 => random.between(1, 9_999).to_string(),
        1 => format!("{}.{}", random.below(100), random.between(1, 99)),
        2 => if random.one_in(2) { "true" } else { "false" }.to_owned(),
        _ => format!("\"{} {}\"", random.pick(NOUNS), random.between(1, 400)),
    }
}

fn yaml(random: &mut Random) -> String {
    let mut code = format!("# berkas {} {}\n{}:\n", name(random), random.between(1, 9999), name(random));
    for number in 0..random.between(2, 7) {
        code.push_str(&format!("  - id: {}-{number}\n    aktif: {}\n", name(random), random.one_in(2)));
        for key in 0..random.between(1, 4) {
            code.push_str(&format!("    {}_{key}: {}\n", name(random), value(random)));
        }
    }
    code
}

fn json(random: &mut Random) -> String {
    let mut code = format!("{{\n  \"nomor\": {},\n  \"{}\": [\n", random.between(1, 99_999), name(random));
    let records = random.between(3, 9);
    for number in 1..=records {
        let comma = if number < records { "," } else { "" };
        code.push_str(&format!(
            "    {{ \"id\": {number}, \"{}\": {}, \"nilai\": [{}, {}, {}] }}{comma}\n",
            name(random),
            value(random),
            random.below(1000),
            random.below(1000),
            random.below(1000)
        ));
    }
    code.push_str("  ],\n  \"selesai\": true\n}\n");
    code
}

fn bash(random: &mut Random) -> String {
    let (folder, number) = (name(random), random.between(1, 9999));
    let mut code = format!(
        "#!/usr/bin/env bash\n# unduh data {folder} {number}\nset -euo pipefail\n\nmkdir -p \"data/{folder}\"\n"
    );
    for _ in 0..random.between(2, 6) {
        let file = name(random);
        code.push_str(&format!(
            "for tahun in $(seq {} {}); do\n  curl --fail --silent \"https://data.example/{file}/$tahun.csv\" |\n    awk -F, '$3 > {} {{ print $1 \";\" $2 }}' > \"data/{folder}/{file}-$tahun.csv\"\ndone\n",
            random.between(2004, 2014), random.between(2015, 2025), random.between(1, 500)
        ));
    }
    code.push_str(&format!("echo \"Selesai: $(ls data/{folder} | wc -l) berkas\"\n"));
    code
}

fn python(random: &mut Random) -> String {
    let mut code = format!(
        "\"\"\"Rekap {} nomor {}.\"\"\"\nimport csv\nfrom pathlib import Path\n\n",
        name(random),
        random.between(1, 9999)
    );
    for number in 1..=random.between(1, 4) {
        let (what, column) = (name(random), name(random));
        code.push_str(&format!(
            "\ndef hitung_{what}_{number}(berkas: Path, batas: int = {}) -> float:\n    # hanya baris dengan {column} di atas batas\n    with berkas.open(encoding=\"utf-8\") as isi:\n        baris = [b for b in csv.DictReader(isi) if int(b[\"{column}\"]) > batas]\n    if not baris:\n        return {}.0\n    return sum(float(b[\"{}\"]) for b in baris) / len(baris)\n\n",
            random.between(1, 900), random.below(10), name(random)
        ));
    }
    code.push_str(&format!("\nprint(f\"{}: {{hitung_{}(Path('data.csv')):.2f}}\")\n", name(random), name(random)));
    code
}

fn rust(random: &mut Random) -> String {
    let (field, other) = (name(random), name(random));
    let mut code = format!(
        "/// Catatan {field} tahun {}.\n#[derive(Debug, Clone)]\nstruct Catatan {{\n    {field}_a: u32,\n    {other}_b: String,\n}}\n\n",
        random.between(2006, 2025)
    );
    for number in 1..=random.between(1, 5) {
        let what = name(random);
        code.push_str(&format!(
            "fn jumlah_{what}_{number}(semua: &[Catatan]) -> u32 {{\n    semua\n        .iter()\n        .filter(|c| c.{field}_a > {} && c.{other}_b != \"{}\")\n        .map(|c| c.{field}_a * {})\n        .sum() // {}\n}}\n\n",
            random.between(1, 5000), random.pick(NOUNS), random.between(2, 40), random.pick(NOUNS)
        ));
    }
    code
}
