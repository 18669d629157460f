home = Beranda
not-found = Tidak ada
views = { $count } kali dibaca
