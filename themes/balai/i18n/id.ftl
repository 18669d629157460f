# Kata-kata tema balai dalam bahasa Indonesia. Kunci yang berakhir dengan nilai (release-type-…, kind-…) memakai nilai
# dari front matter apa adanya.

## Rangka
skip-to-content = Langsung ke isi
menu = Menu
menu-label = Utama
breadcrumb = Jejak halaman
home = Beranda
footer-contact = Kontak
footer-services = Layanan informasi
footer-follow = Ikuti
open-data = Data terbuka
appearance = Tampilan
appearance-auto = Ikut perangkat
appearance-light = Terang
appearance-dark = Gelap
content-updated = Isi terakhir diperbarui
print-address = Alamat halaman ini

## Beranda
home-heading = Berita dan informasi { $site }
latest-releases = Siaran pers terbaru
no-releases = Belum ada siaran pers.
no-more-releases = Belum ada siaran pers lain.
agenda = Agenda
all-events = Semua agenda
announcements = Pengumuman
latest-materials = Materi terbaru
most-read = Terbanyak dibaca
all-releases = Semua siaran pers
all-announcements = Semua pengumuman
all-materials = Semua materi

## Daftar
list = Daftar
list-empty = Belum ada isi di sini.
list-without-day = Tanpa tanggal pasti
documents-count = { $count ->
   *[other] { $count } dokumen
}
events-count = { $count ->
   *[other] { $count } acara
}
all-years = Semua tahun
follow-atom = Ikuti lewat Atom
feed-note = Ini umpan berita: berkas untuk aplikasi pembaca berita. Salin alamatnya ke aplikasi itu dan kiriman baru akan muncul di sana.
feed-page = Buka halamannya
calendar = Kalender
calendar-add = Tambahkan ke kalender (.ics)
calendar-subscribe = Langganan agenda
calendar-file = Unduh agenda (.ics)
filter-list = Saring daftar ini
filter-all = Semua
filter-more = { $count } pilihan: lihat semua
filter-clear = Hapus saringan
facet-type = Jenis
style-guide = Panduan gaya
archive-by-year = Arsip menurut tahun
archive-by-month = Arsip menurut bulan
year = Tahun
pager = Halaman daftar
page = Halaman
page-of = halaman { $number } dari { $total }
newer = Lebih baru
older = Lebih lama
turn-any = Dokumen lain
turn = Lainnya di { $section }
events-upcoming = Akan datang
events-upcoming-none = Belum ada acara yang akan datang.
events-past = Tahun { $year }

## Dokumen
published = Terbit
updated = Diperbarui
number = Nomor
authors = Penulis
units = Unit
translations = Juga dalam
toc = Daftar isi
people = Tokoh
topics = Topik
districts = Kecamatan
about-event = Acara terkait
notes-to-editors = Catatan untuk redaksi
contacts = Narahubung
boilerplate = Tentang kami
attachments = Lampiran
in-language-id = dalam bahasa Indonesia
in-language-en = dalam bahasa Inggris
related = Terkait
backlinks = Disebut dalam
photo-credit = Foto: { $credit }
drawing-credit = Gambar: { $credit }
gallery-photo = Foto { $number } dari { $total }
gallery-empty = Belum ada foto.
video-at = Video di { $host }
history = Riwayat dokumen
imported = Diimpor dari arsip. Teks dipertahankan seperti aslinya, termasuk salah ketik.
imported-with-id = Diimpor dari arsip, nomor { $id }. Teks dipertahankan seperti aslinya, termasuk salah ketik.
imported-original = Halaman asal
share = Bagikan
share-email = Surel
share-copy = Salin tautan
share-copied = Tautan disalin.
share-copy-failed = Tautan tidak dapat disalin.

## Jenis
kind-press_release = Siaran pers
kind-workshop = Acara
kind-programme = Program
kind-material = Materi
kind-page = Halaman
kind-announcement = Pengumuman
kind-gallery = Galeri
release-type-siaran_pers = Siaran pers
release-type-berita = Berita
release-type-sambutan = Sambutan
release-type-pernyataan = Pernyataan
release-type-undangan_media = Undangan media
release-type-klarifikasi = Klarifikasi
release-type-hak_jawab = Hak jawab
event-type-workshop = Workshop
event-type-bimtek = Bimbingan teknis
event-type-sosialisasi = Sosialisasi
event-type-seminar = Seminar
event-type-pelatihan = Pelatihan
event-type-rapat = Rapat
event-type-upacara = Upacara
event-type-konferensi_pers = Konferensi pers

## Acara
event-state-upcoming = Akan datang
event-state-today = Berlangsung hari ini
event-state-past = Selesai
event-state-cancelled = Dibatalkan
event-state-postponed = Ditunda
event-state-rescheduled = Dijadwalkan ulang
details = Rincian
when = Waktu
where = Tempat
show-map = Lihat peta
mode = Cara
mode-offline = Tatap muka
mode-online = Daring
mode-hybrid = Tatap muka dan daring
organizer = Penyelenggara
co-organizers = Bekerja sama dengan
audience = Peserta
capacity = Kuota
attendance = Kehadiran
people-count = { $count ->
   *[other] { $count } orang
}
registered-count = { $count ->
   *[other] { $count } terdaftar
}
about-this-event = Tentang acara
programme = Susunan acara
sessions-caption = Sesi
session-time = Waktu ({ $zone })
session = Sesi
session-speakers = Pengisi
moderator = Moderator: { $name }
speakers = Narasumber
speaker-topic = Materi: { $topic }
materials = Bahan
outcomes = Hasil
event-releases = Berita terkait

## Pendaftaran, rapat daring, dan sesudah acara
registration = Pendaftaran
registration-not_yet = Pendaftaran belum dibuka
registration-opens-on = Pendaftaran dibuka mulai { $date }
registration-open = Pendaftaran dibuka
registration-open-until = Pendaftaran dibuka sampai { $date }
registration-closed = Pendaftaran ditutup
registration-quota = { $count ->
   *[other] Untuk { $count } orang
}
registration-fee = Biaya: { $fee }
register = Daftar
online = Daring
join = Masuk ke rapat daring
previous-start = Semula { $date }
committee = Panitia
certificate = Sertifikat
certificate-available = Ada
certificate-hours = { $count ->
   *[other] { $count } jam pelajaran
}
certificate-none = Tidak ada
recordings = Rekaman
recording = Rekaman
recording-at = Rekaman di { $host }
captions = Dengan takarir
captions-none = Tanpa takarir
transcript = Transkrip
report = Laporan kegiatan
show-map-osm = Lihat peta di OpenStreetMap

## Siaran pers menurut tipenya
delivered = Disampaikan
media-invite = Undangan media
rsvp = Konfirmasi kehadiran
replies-to = Tanggapan atas
replies = Ditanggapi dalam

## Orang dan instansi
also-known-as = Juga dikenal sebagai { $names }
as-published = Tertulis dalam arsip: { $names }
role-from = sejak { $date }
role-to = sampai { $date }
parent-organization = Bagian dari
organization-closed = Instansi ini sudah tidak ada.
succeeded-by = Dilanjutkan oleh

## Keadaan
status-draft = Draf
status-draft-text = Belum terbit: naskah ini masih disusun.
status-review = Diperiksa
status-review-text = Belum terbit: naskah ini menunggu pemeriksaan.
status-scheduled = Terjadwal
status-scheduled-text = Belum terbit: tampil setelah waktu terbitnya tiba.
status-expired = Sudah berakhir
status-expired-text = Isi halaman ini tidak berlaku lagi dan disimpan sebagai arsip.
status-withdrawn = Ditarik
withdrawn-replacement = Digantikan oleh

## Komentar
comments = Komentar
comments-count = { $count ->
   *[other] { $count } komentar
}
views-count = { $count ->
   *[other] { $count } kali dibaca
}
comments-none = Belum ada komentar.
comments-closed = Komentar ditutup.
comment-anonymous = Pembaca
comment-official = Tanggapan resmi
comment-official-of = Tanggapan resmi { $name }
comment-reply-to = Menanggapi komentar lain
comment-no-date = Tanggal tidak tercatat pada arsip
comment-no-name-no-date = Nama dan tanggal tidak tercatat pada arsip
comment-form = Tinggalkan komentar
comment-form-text = Komentar
comment-form-name = Nama
comment-form-name-hint = Tampil bersama komentar Anda.
comment-form-hint = Dibaca petugas sebelum terbit. Jangan tulis nomor identitas atau nomor telepon.
comment-form-send = Kirim komentar
comment-form-mail = Kirim komentar lewat surel
comment-form-errors = Komentar belum terkirim
comment-form-text-missing = Silakan isi komentar Anda.
comment-form-name-missing = Silakan isi nama Anda.

## Catatan dalam teks
note-info = Catatan
note-tip = Tips
note-important = Penting
note-success = Berhasil
note-warning = Perhatian
note-caution = Awas

## Galat dan alamat lama
not-found-code = Galat 404
not-found = Halaman ini tidak ada
not-found-text = Mungkin alamatnya salah ketik, atau tautan yang Anda ikuti sudah lama. Siaran pers tidak pernah dihapus dari situs ini; dokumen yang ditarik tetap punya halaman dengan alasannya.
not-found-ways = Jalan lain
not-found-report = Laporkan
not-found-report-text = Tautan rusak di situs ini? Beri tahu kami dan sebutkan alamat halaman asalnya:
moved = Halaman ini pindah
moved-link = Buka alamat barunya

## Teks Markdown (dipakai mesin)
markdown-footnotes = Catatan kaki
markdown-footnote = catatan kaki
markdown-back-to-text = Kembali ke teks
markdown-anchor = Tautan ke bagian
markdown-table = Tabel
markdown-code = Kode

# Pengumuman
banner-label = Pengumuman penting
level-info = Pengumuman
level-peringatan = Peringatan
level-darurat = Darurat
until = sampai
since = sejak
valid-from = Berlaku sejak
valid-until = Berlaku sampai
source = Sumber
instruction = Imbauan
announcement-followed-by = Dimutakhirkan oleh
announcement-alert = Terkait
announcement-update = Pemutakhiran dari
announcement-cancel = Membatalkan

# Koreksi
corrections = Koreksi
corrections-about = Ralat, koreksi, klarifikasi, dan hak jawab atas yang pernah kami terbitkan, yang terbaru lebih dulu.
corrections-count = { $count } koreksi
correction = Koreksi
correction-ralat = Ralat
correction-koreksi = Koreksi
correction-klarifikasi = Klarifikasi
correction-hak-jawab = Hak jawab
correction-before = Semula
correction-after = Seharusnya
correction-requested-by = Atas permintaan { $name }
explains = Penjelasan atas

# Program
part-of = Bagian dari program
programme-owner = Penanggung jawab
programme-period = Masa
programme-planned = Direncanakan
programme-running = Berjalan
programme-finished = Selesai
programme-news = Berita
programme-others = Lainnya
programme-empty = Belum ada kegiatan.
objectives = Tujuan
legal-basis = Dasar hukum

# Materi dan galeri
version = Versi
issued = Diterbitkan
licence = Lisensi
checksum = Sidik SHA-256
checksum-help = Cocokkan untuk memastikan berkas utuh
accessible-version = Versi yang mudah diakses
other-formats = Format lain
other-formats-help = Huruf besar atau braille
used-at = Dipakai pada
download-material = Unduh
material-old = Versi lama
material-replaced-by = Sudah digantikan oleh
material-replaces = Menggantikan
pages-count = { $count } halaman
material-type-presentation = Paparan
material-type-handout = Bahan bacaan
material-type-guide = Panduan
material-type-report = Laporan
material-type-form = Formulir
material-type-regulation = Peraturan
material-type-dataset = Data
material-type-poster = Poster
material-type-recording = Rekaman
photo-people = Tampak
download-photo = Unduh foto { $number }
with-captions = dengan takarir

# Informasi publik
taxonomy-districts = Kecamatan
taxonomy-info_class = Daftar informasi publik
taxonomy-organizations = Instansi
taxonomy-people = Tokoh
taxonomy-tags = Label
taxonomy-topics = Topik
information-about = Informasi yang kami terbitkan menurut Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik.
information-file = Unduh daftar lengkap (CSV)
open-data-about = Semua yang diterbitkan situs ini juga ada sebagai data terbuka:
information-berkala = Wajib disediakan dan diumumkan secara berkala (Pasal 9).
information-serta-merta = Wajib diumumkan serta-merta karena menyangkut hajat hidup orang banyak dan ketertiban umum (Pasal 10).
information-setiap-saat = Wajib tersedia setiap saat (Pasal 11).

# Halaman
page-owner = Pengelola
