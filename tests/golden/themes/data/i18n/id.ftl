home = Beranda
not-found = Tidak ada
corrections = Koreksi
