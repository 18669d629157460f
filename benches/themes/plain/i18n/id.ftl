# What the engine itself says inside a body.
markdown-footnotes = Catatan kaki
markdown-footnote = catatan kaki
markdown-back-to-text = Kembali ke teks
markdown-anchor = Tautan ke bagian
markdown-table = Tabel
markdown-code = Kode
