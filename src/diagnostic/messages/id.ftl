# Pesan dalam bahasa Indonesia. Kunci, atribut, dan variabelnya sama dengan en.ftl.
# .label berdiri di samping tanda ^, .related di samping tempat lain; .suggest menggantikan .help bila ada yang mirip.

## Berkas dan folder

no-config = tidak ada warta.yaml di { $folder }
    .help = pindah ke folder situs Anda, sebutkan dengan `--root`, atau mulai situs baru dengan `warta init`
unreadable = { $reason ->
        [missing] { $path } tidak ada
        [denied] Anda tidak berhak membaca { $path }
        [folder] { $path } adalah folder, padahal seharusnya berkas
        [file] { $path } tidak mungkin ada: salah satu bagian jalurnya adalah berkas, bukan folder
        [changed] { $path } diubah selagi situs dibangun
       *[other] { $path } tidak dapat dibaca
    }
    .related = disebut di sini
    .help = { $reason ->
        [missing] taruh berkasnya di situ, atau betulkan namanya
        [denied] mintalah hak baca kepada pengelola komputer ini
        [folder] ganti nama folder itu, lalu taruh berkasnya di situ
        [file] ganti nama berkas itu
        [changed] bangun sekali lagi
       *[other] coba lagi; bila tetap gagal, salin ulang berkasnya
    }
not-utf8 = berkas ini bukan UTF-8
    .label = bita pertama yang bukan teks
    .related = disebut di sini
    .help = buka dengan penyunting teks, lalu simpan ulang dengan pengodean UTF-8
control-character = ada karakter kendali yang tidak boleh ada di halaman: { $character }
    .label = di sini; tidak kelihatan
    .related = disebut di sini
    .help = hapus karakter itu; biasanya terbawa saat menempel teks dari tempat lain
name-not-utf8 = nama { $path } mengandung bita yang bukan teks (UTF-8)
    .help = ganti namanya; huruf, angka, dan tanda hubung selalu aman
link-leaves-project = { $problem ->
        [loop] tautan berkas { $path } berputar ke dirinya sendiri
        [nowhere] tautan berkas { $path } tidak menunjuk ke apa pun
       *[outside] tautan berkas { $path } menunjuk ke luar proyek
    }
    .help = { $problem ->
        [loop] hapus tautan berkas itu
        [nowhere] hapus tautan berkas itu, atau taruh berkas aslinya di situ
       *[outside] taruh berkas aslinya di situ
    }
no-theme = tidak ada tema “{ $theme }”
    .label = disebut di sini
    .help = yang ada: { $known }
    .suggest = maksud Anda “{ $suggestion }”?
unwritable = { $reason ->
        [missing] folder untuk { $path } tidak ada
        [denied] Anda tidak berhak menulis { $path }
        [folder] { $path } adalah folder, padahal akan ditulis sebagai berkas
        [file] { $path } tidak dapat ditulis: ada berkas di tempat yang seharusnya folder
        [full] disk penuh; { $path } tidak jadi ditulis
        [read-only] { $path } ada di disk yang hanya dapat dibaca
        [name] nama { $path } terlalu panjang
       *[other] { $path } tidak dapat ditulis
    }
    .help = { $reason ->
        [missing] buat foldernya, atau pilih folder lain dengan `--output`
        [denied] mintalah hak tulis kepada pengelola komputer ini, atau pilih folder lain dengan `--output`
        [folder] hapus folder itu atau ganti namanya
        [file] hapus berkas itu atau ganti namanya
        [full] kosongkan sebagian disk
        [read-only] pilih folder lain dengan `--output`
        [name] beri nama yang lebih pendek
       *[other] coba lagi; bila tetap gagal, pilih folder lain dengan `--output`
    }
build-running = { $problem ->
        [output] proses lain sedang menulis ke { $path }
       *[project] situs ini sedang dibangun oleh proses lain
    }
    .help = tunggu sampai selesai
foreign-output = { $problem ->
        [sources] folder keluaran { $path } adalah folder proyek ini sendiri, atau folder bahan situs ini
        [unknown] { $path } berisi berkas, dan tidak ada daftar berkas mana yang dibuat warta
       *[occupied] folder keluaran { $path } berisi berkas yang bukan dari situs ini
    }
    .help = { $problem ->
        [sources] pilih folder tersendiri untuk keluaran, misalnya public
        [unknown] pastikan foldernya benar, lalu hapus sendiri bila benar
       *[occupied] pilih folder lain dengan `--output`, atau ambil alih dengan `--force`; berkas di dalamnya tetap ada
    }

## YAML dan data di atas naskah

yaml-syntax = { $problem ->
        [colon] nilai yang mengandung titik dua harus diapit tanda kutip
        [quote] ada tanda kutip yang belum ditutup
        [after-quote] masih ada teks setelah tanda kutip penutup
        [bracket] “{ $mark }” belum ditutup
        [sign] nilai yang diawali “{ $mark }” harus diapit tanda kutip
        [indent] baris ini lebih menjorok daripada baris di atasnya
        [space] kurang spasi setelah titik dua
        [no-colon] kurang titik dua setelah nama isian
        [dash] baris ini bukan butir daftar di atasnya
        [tab] baris harus menjorok dengan spasi, bukan dengan tab
        [documents] dokumen kedua mulai di sini; satu berkas hanya memuat satu
        [depth] susunan ini terlalu dalam
        [aliases] yang diulang dengan * menjadi terlalu besar
        [too-long] data di atas naskah lebih panjang dari { $limit } MB
       *[other] baris ini tidak dapat dipahami
    }
    .label = { $problem ->
        [colon] nilainya
        [quote] dibuka di sini
        [after-quote] ini di luar tanda kutip
        [bracket] dibuka di sini
        [sign] nilainya
        [tab] ini tab
        [documents] dokumen kedua
        [other] ketahuan di sini
       *[here] di sini
    }
    .help = { $problem ->
        [quote] tutup dengan tanda yang sama pada baris yang sama
        [indent] mulailah lurus dengan baris di atasnya
        [bracket] tulis { $close } di akhirnya
        [dash] awali dengan “- ”, atau hapus “- ” di baris atasnya
        [tab] ganti setiap tab dengan dua spasi
        [documents] hapus baris --- ini dan isi di bawahnya
        [depth] tulis lebih sederhana
        [aliases] tulis nilainya satu per satu
        [too-long] taruh teks panjang di bawah baris --- yang kedua
       *[other] periksa baris ini dan baris di atasnya: sering kali kurang titik dua, tanda kutip, atau kurung
    }
    .suggest = tulis { $suggestion }
front-matter-open = { $problem ->
        [dashes] baris --- yang kedua belum ada
       *[missing] baris --- yang kedua belum ada
    }
    .label = dibuka di sini
    .related = { $problem ->
        [dashes] mungkin maksudnya ---
       *[missing] tempatnya di bawah baris ini
    }
    .help = { $problem ->
        [dashes] ganti “{ $line }” dengan tiga tanda hubung saja
       *[missing] taruh sebaris tiga tanda hubung (---) di antara data dan naskah
    }
front-matter-missing = { $problem ->
        [empty] berkas ini kosong
        [blank] ada baris kosong di atas data
       *[text] berkas ini tidak punya data di atas naskah
    }
    .label = { $problem ->
        [blank] baris ini harus yang pertama
       *[text] baris pertama seharusnya ---
    }
    .help = { $problem ->
        [empty] tulis sebaris ---, lalu data seperti judul: Pasar pagi dibuka kembali, lalu sebaris --- lagi
        [blank] hapus baris kosong di atasnya
       *[text] taruh tiga baris di atasnya: ---, lalu { $example }, lalu ---
    }
unknown-key = { $belongs ->
        [elsewhere] “{ $key }” adalah isian untuk jenis naskah lain: { $kind }
       *[nowhere] tidak ada isian “{ $key }” di sini
    }
    .label = { $belongs ->
        [elsewhere] tidak dikenal pada jenis ini
       *[nowhere] tidak dikenal di sini
    }
    .help = { $belongs ->
        [elsewhere] tambahkan jenis: { $kind }, atau pindahkan berkas ini ke folder untuk jenis itu
       *[nowhere] { $free ->
            [yes] yang dikenal di sini: { $known }; lainnya ditaruh di bawah tambahan
           *[no] yang dikenal di sini: { $known }
        }
    }
    .suggest = maksud Anda “{ $suggestion }”?
duplicate-key = “{ $key }” ditulis dua kali
    .label = yang kedua
    .related = yang pertama, sebagai “{ $first }”
    .help = pertahankan salah satu saja
missing-key = “{ $key }” belum ada
    .label = tempatnya di sini
    .help = tambahkan baris seperti { $example }
wrong-shape = { $expected ->
        [list] di sini seharusnya ada daftar
        [map] di sini seharusnya ada nilai-nilai bernama
        [scalar] di sini seharusnya ada satu nilai
        [fields] di sini seharusnya ada isian: nama dan titik dua pada tiap baris
       *[either] di sini seharusnya ada satu nilai atau nilai-nilai bernama
    }
    .label = { $found ->
        [list] ini daftar
        [map] ini nilai-nilai bernama
       *[scalar] ini satu nilai
    }
    .help = { $expected ->
        [list] tulis [a, b], atau satu baris “- a” untuk tiap butir
        [map] tulis {"{"} nama: nilai {"}"}, atau satu baris “nama: nilai” untuk tiap butir
        [scalar] tulis satu nilai setelah titik dua
        [fields] tulis seperti judul: Pasar pagi dibuka kembali
       *[either] tulis satu nilai, atau {"{"} nama: nilai {"}"}
    }
    .suggest = tulis { $suggestion }
bad-value = { $problem ->
        [empty] nilainya kosong
        [several-lines] isinya beberapa baris, padahal seharusnya satu
        [not-a-number] “{ $value }” bukan bilangan bulat
        [not-a-flag] “{ $value }” bukan ya atau tidak
        [not-an-id] “{ $value }” bukan id
        [not-a-slug] “{ $value }” tidak dapat menjadi bagian alamat
        [not-a-color] “{ $value }” bukan warna
        [contrast] “{ $value }” terlalu dekat dengan warna latarnya, { $ground }
        [not-an-address] “{ $value }” bukan alamat
        [not-a-site-path] “{ $value }” bukan alamat di situs ini
        [not-a-pattern] “{ $value }” bukan pola alamat
        [not-a-part] “{ $value }” tidak dapat menjadi bagian pertama alamat
        [not-a-base-url] “{ $value }” bukan alamat situs
        [not-a-language] “{ $value }” bukan kode bahasa
        [not-a-header] “{ $value }” tidak dapat menjadi header semua jawaban
        [not-a-numbering] “{ $value }” tidak dapat diisi nomor
        [not-an-option] { $value } tidak cocok untuk pilihan tema ini
       *[other] “{ $value }” tidak cocok di sini
    }
    .label = { $type ->
        [contrast] kontrasnya { $found } : 1, perlu { $wanted } : 1
        [text] seharusnya sebaris teks
        [prose] seharusnya teks
        [id] seharusnya id
        [slug] seharusnya bagian alamat
        [permalink] seharusnya pola alamat
        [address] seharusnya alamat
        [number] seharusnya bilangan
        [flag] seharusnya ya atau tidak
        [bool] seharusnya true atau false
        [language] seharusnya bahasa
        [color] seharusnya warna
        [list] seharusnya daftar
        [map] seharusnya nilai-nilai bernama
       *[other] seharusnya alamat di situs ini
    }
    .help = { $problem ->
        [contrast] pilih warna yang lebih gelap
        [empty] isi nilainya, atau hapus baris ini
        [several-lines] tulis dalam satu baris
        [not-a-number] tulis angka saja, misalnya 1370
        [not-a-flag] tulis ya atau tidak
        [not-an-id] id terdiri atas huruf kecil a sampai z, angka, dan tanda hubung, misalnya bagian-humas
        [not-a-slug] tulis huruf kecil a sampai z, angka, dan tanda hubung, misalnya pasar-pagi
        [not-a-color] tulis dalam tanda kutip, seperti "#00546e"
        [not-an-address] alamat diawali / atau https:// dan tidak memakai spasi
        [not-a-site-path] awali dengan / tanpa nama situs, misalnya /berita/lama/
        [not-a-pattern] awali dengan /, misalnya /berita/{"{"}year{"}"}/{"{"}slug{"}"}/
        [not-a-part] tulis kata atau jalur tanpa .., misalnya topik
        [not-a-base-url] tulis seperti https://humas.example
        [not-a-language] tulis seperti id atau en
        [not-a-header] nama terdiri atas huruf, angka, dan tanda hubung dan tidak menyangkut satu jawaban saja; nilainya hanya karakter ASCII, misalnya X-Contoh: "1"
        [not-a-numbering] tulis nomor urutnya sekali, sebagai {"{"}n{"}"}; bagian yang mungkin: { $known }
       *[other] keterangan tema menjelaskan isinya
    }
    .suggest = { $problem ->
        [contrast] tulis "{ $suggestion }", warna terdekat yang terbaca
        [not-an-id] maksud Anda “{ $suggestion }”?
       *[other] tulis { $suggestion }
    }
unknown-word = “{ $value }” bukan salah satu kata yang mungkin di sini
    .label = tidak dikenal
    .help = yang mungkin: { $words }
    .suggest = maksud Anda “{ $suggestion }”?
ambiguous-date = “{ $value }” dapat dibaca sebagai dua hari yang berbeda
    .label = mana tanggal, mana bulan?
    .help = tulis { $first } atau { $second }
impossible-date = { $problem ->
        [day] tanggal itu tidak ada: { $value }
        [month] bulan itu tidak ada: { $value }
        [year] tahun harus empat angka: { $value }
        [time] jam itu tidak ada: { $value }
       *[skipped] jam itu dilewati: { $value }
    }
    .label = tidak ada
    .help = { $problem ->
        [day] hari terakhir bulan itu { $last }
        [month] bulan 01 sampai 12, seperti 2010-06-03
        [year] tulis seperti 3 Juni 2010
        [time] jam 00:00 sampai 23:59
       *[skipped] di zona { $zone } saat itu mulai waktu musim panas; pilih satu jam kemudian
    }
not-a-date = { $problem ->
        [month] “{ $word }” bukan nama bulan
        [weekday] “{ $word }” bukan nama hari
        [digits] tanggal dan bulan dalam angka mudah tertukar: { $value }
        [time] “{ $value }” bukan jam
        [now] “{ $value }” pada --now bukan waktu
       *[other] “{ $value }” bukan tanggal
    }
    .label = tidak dipahami
    .help = { $problem ->
        [time] tulis seperti 09.00 atau 09:30
        [now] tulis seperti 2026-11-24 atau 2026-11-24T09:00:00+07:00
       *[other] tulis seperti 3 Juni 2010 atau 2010-06-03, dengan jam 2010-06-03 09:30
    }
    .suggest = tulis { $suggestion }
wrong-weekday = nama harinya tidak cocok dengan tanggalnya
    .label = “{ $written }”
    .help = { $date } jatuh pada hari { $right }: tulis { $mended }, atau betulkan tanggalnya
wrong-language = { $problem ->
        [differs] menurut nama berkasnya bahasa naskah ini “{ $name }”, tetapi di sini tertulis “{ $language }”
       *[other] “{ $language }” bukan salah satu bahasa situs ini
    }
    .label = { $problem ->
        [differs] bahasa lain
       *[other] tidak dikenal
    }
    .help = { $problem ->
        [differs] hapus baris ini, atau ganti nama berkasnya
        [name] bahasa situs ini: { $known }; ganti nama berkasnya, atau tambahkan bahasa itu pada `languages` di warta.yaml
       *[unknown] bahasa situs ini: { $known }; tulis salah satunya, atau tambahkan bahasa itu pada `languages` di warta.yaml
    }
unknown-zone = tidak ada zona waktu “{ $value }”
    .label = tidak dikenal
    .help = tulis WIB, WITA, WIT, atau nama seperti Asia/Jakarta
    .suggest = maksud Anda “{ $suggestion }”?
rule-broken = { $rule ->
        [too-early] tanggalnya sebelum tahun 1945
        [updated-before-date] tanggal perubahan lebih awal daripada tanggal terbit
        [expires-before-date] masa berlakunya habis sebelum tanggalnya
        [needs-time] di sini perlu jam, bukan hanya tanggal
        [withdrawn-without-reason] naskah yang dicabut harus punya alasan
        [exempt-information] informasi yang dikecualikan tidak diterbitkan
        [online-without-address] acara daring perlu alamat untuk bergabung
        [ends-before-start] acara selesai sebelum mulai
        [rescheduled-without-previous] acara yang dijadwalkan ulang perlu waktu mulai semula
        [meeting-not-https] alamat rapat daring berawalan https://
        [registration-not-https] pendaftaran perlu alamat yang berawalan https:// atau mailto:
        [registration-closes-before-opening] pendaftaran ditutup sebelum dibuka
        [registration-closes-after-start] pendaftaran ditutup sesudah acara mulai
        [session-ends-before-start] sesi ini selesai sebelum mulai
        [not-coordinates] letak pada peta ditulis dengan garis lintang dan garis bujur dalam derajat
        [comment-too-long] komentar paling panjang 5.000 karakter
        [theme-circle] tema ini bertumpu pada dirinya sendiri
        [theme-api] tema ini dibuat untuk antarmuka versi { $found }; program ini memakai versi { $expected }
        [period-ends-before-start] program selesai sebelum mulai
        [expires-before-start] pengumuman berakhir sebelum mulai berlaku
        [emergency-too-long] pengumuman darurat paling lama 30 hari
        [emergency-without-instruction] pengumuman darurat perlu imbauan: apa yang harus dilakukan warga?
        [download-without-licence] berkas yang boleh diunduh pers perlu lisensi
        [minors-without-consent] foto anak perlu persetujuan
       *[other] aturan ini dilanggar: { $rule }
    }
    .label = { $rule ->
        [updated-before-date] perubahannya
        [expires-before-date] akhirnya
        [ends-before-start] akhirnya
        [period-ends-before-start] akhirnya
        [expires-before-start] akhirnya
        [emergency-too-long] akhirnya
        [session-ends-before-start] akhirnya
        [registration-closes-before-opening] ditutup
        [registration-closes-after-start] ditutup
       *[other] di sini
    }
    .related = { $rule ->
        [ends-before-start] mulainya
        [period-ends-before-start] mulainya
        [expires-before-start] mulainya
        [emergency-too-long] mulainya
        [session-ends-before-start] mulainya
        [registration-closes-before-opening] dibuka
        [registration-closes-after-start] acara mulai
       *[other] tanggalnya
    }
    .help = { $rule ->
        [too-early] betulkan tahunnya
        [updated-before-date] betulkan yang keliru
        [expires-before-date] betulkan yang keliru
        [needs-time] tulis seperti { $value } 09:00
        [withdrawn-without-reason] tambahkan baris seperti pencabutan: {"{"} alasan: Tanggalnya keliru {"}"}
        [exempt-information] keluarkan berkas ini dari content/, atau betulkan klasifikasinya
        [online-without-address] tambahkan baris seperti daring: {"{"} alamat: https://contoh.example/rapat {"}"}
        [ends-before-start] betulkan yang keliru
        [rescheduled-without-previous] tambahkan baris seperti mulai_semula: 2026-11-24 09:00
        [meeting-not-https] salin alamat rapat selengkapnya, seperti https://contoh.example/rapat
        [registration-not-https] tulis seperti https://contoh.example/daftar atau mailto:humas@contoh.example
        [registration-closes-before-opening] betulkan yang keliru
        [registration-closes-after-start] tutup pendaftaran saat acara mulai, atau lebih awal
        [session-ends-before-start] betulkan yang keliru; akhir pada hari berikutnya ditulis dengan tanggalnya, seperti 2026-11-25 01:00
        [not-coordinates] tulis keduanya dengan titik, seperti [1.1301, 104.0529]: yang pertama dari -90 sampai 90, yang kedua dari -180 sampai 180
        [theme-circle] sebutkan tema lain, atau hapus baris ini
        [comment-too-long] persingkat, atau bagi menjadi dua
        [period-ends-before-start] betulkan yang keliru
        [expires-before-start] betulkan yang keliru
        [emergency-too-long] tulis hari yang lebih awal, dan buat pengumuman baru bila masih berlanjut
        [emergency-without-instruction] tambahkan baris seperti imbauan: Jauhi tepi sungai
        [download-without-licence] tambahkan baris seperti lisensi: CC-BY-4.0
        [minors-without-consent] tambahkan persetujuan_foto: ya padanya bila orang tua setuju secara tertulis; bila tidak, keluarkan fotonya
       *[other] pakai versi tema yang cocok
    }

## Hubungan

unknown-term = “{ $id }” tidak ada di { $file }
    .label = { $taxonomy ->
        [people] orang ini tidak ada
        [organizations] instansi ini tidak ada
        [topics] topik ini tidak ada
        [districts] kecamatan ini tidak ada
        [venues] tempat ini tidak ada
        [contacts] narahubung ini tidak ada
       *[other] teks ini tidak ada
    }
    .help = { $taxonomy ->
        [boilerplates] tambahkan di { $file } baris seperti { $id }: Tentang kantor …
       *[other] tambahkan di { $file } baris seperti { $id }: {"{"} nama: { $name } {"}"}
    }
    .suggest = maksud Anda “{ $suggestion }”? Jika bukan, { $taxonomy ->
        [boilerplates] tambahkan di { $file } baris seperti { $id }: Tentang kantor …
       *[other] tambahkan di { $file } baris seperti { $id }: {"{"} nama: { $name } {"}"}
    }
unknown-item = { $problem ->
        [comment] tidak ada komentar di atas ini dengan id “{ $id }”
       *[item] tidak ada naskah dengan id “{ $id }”
    }
    .label = tidak ditemukan
    .help = { $problem ->
        [comment] pakai id komentar yang dijawab
       *[item] id naskah adalah baris id: … miliknya, atau nama berkasnya tanpa .md, misalnya pasar-pagi
    }
    .suggest = maksud Anda “{ $suggestion }”?
duplicate-id = { $problem ->
        [made] { $other } dan { $own } bernama sama, sehingga id keduanya menjadi “{ $id }”
       *[given] id “{ $id }” dipakai dua kali
    }
    .label = yang kedua
    .related = yang pertama
    .help = { $problem ->
        [made] beri naskah yang lebih baru baris seperti id: { $id }-2
        [comment] beri komentar yang kedua id lain
       *[given] satu id milik satu naskah untuk selamanya; beri naskah yang lebih baru id lain, misalnya { $id }-2
    }
address-taken = { $problem ->
        [letters] { $first } dan { $second } akan terbit di alamat yang hanya berbeda huruf besar-kecilnya: { $address } dan { $other }
        [accents] { $first } dan { $second } akan terbit di alamat yang tampak sama: { $address }
        [folder] { $first } akan terbit sebagai berkas { $address }, padahal { $second } perlu folder bernama itu
       *[same] { $first } dan { $second } akan terbit di alamat yang sama: { $address }
    }
    .label = alamat ini
    .related = yang lain
    .help = { $problem ->
        [letters] ganti nama salah satunya; banyak sistem menganggap keduanya sama
        [accents] ganti nama salah satunya; tanda aksennya disimpan dengan dua cara yang tidak kelihatan bedanya
       *[same] ganti nama salah satunya, atau beri slug lain, misalnya slug: nama-lain
    }
broken-link = tautan ini tidak menuju ke mana pun: { $target }
    .label = tidak ada apa-apa di sana
    .help = tulis jalur berkas dihitung dari folder berkas ini (../tentang.md), atau alamat di situs ini (/tentang/)
    .suggest = maksud Anda “{ $suggestion }”?
broken-anchor = { $problem ->
        [footnote] tidak ada catatan kaki { $anchor }
        [bare] halaman itu tidak punya judul bagian, jadi “{ $anchor }” tidak ada
       *[heading] halaman itu tidak punya judul bagian “{ $anchor }”
    }
    .label = { $problem ->
        [footnote] catatan kaki ini tidak ada
       *[heading] judul bagian ini tidak ada
    }
    .help = { $problem ->
        [footnote] tambahkan baris { $anchor }: beserta teksnya, atau hapus rujukannya
        [bare] hapus “#{ $anchor }” dari tautan
       *[heading] halaman itu punya: { $known }
    }
    .suggest = { $problem ->
        [footnote] maksud Anda { $suggestion }?
       *[heading] maksud Anda “#{ $suggestion }”?
    }
missing-file = { $problem ->
        [folder] folder { $path } tidak ada, atau kosong
       *[beside] berkas { $path } tidak ada
    }
    .label = tidak ditemukan
    .help = { $problem ->
        [data] buat berkas ini, atau betulkan namanya; berkas data ada di data/
        [site-picture] taruh gambarnya di static/ dan tulis jalurnya dengan / di depan, atau betulkan namanya
        [folder] isi folder itu, atau betulkan namanya
       *[beside] taruh berkasnya di folder naskah ini, atau betulkan namanya
    }
    .suggest = maksud Anda “{ $suggestion }”?
wrong-format = { $problem ->
        [other] berkas { $path } ternyata berkas { $format }, padahal namanya berakhiran .{ $ending }
       *[none] berkas { $path } bukan berkas .{ $ending }, apa pun kata namanya
    }
    .label = disebut di sini
    .help = { $problem ->
        [other] ganti akhiran namanya dengan .{ $right }, atau simpan ulang dalam format yang sesuai dengan namanya
       *[none] ganti dengan berkas yang benar; mungkin berkas ini terpotong waktu dikirim
    }
item-as-file = berkas { $path } berisi naskah, tetapi namanya tidak berakhiran .md
    .help = ganti namanya menjadi { $right }; dengan nama sekarang seluruh isinya akan terbit apa adanya, juga yang masih diembargo
address-vanished = { $problem ->
        [moved] { $address } sudah pernah terbit, dan naskahnya sekarang di { $now }
        [withheld] { $address } sudah pernah terbit, dan naskahnya sekarang tidak terbit lagi
       *[lost] { $address } sudah pernah terbit, dan sekarang tidak ada apa-apa di sana
    }
    .label = tercatat di sini
    .related = naskahnya
    .help = { $problem ->
        [moved] tambahkan alamat_lama: ["{ $address }"] pada { $file }, agar pembaca alamat lama tetap sampai
        [withheld] terbitkan lagi { $file }, atau cabut dengan status: dicabut, sehingga alamatnya tetap ada
       *[lost] kembalikan berkasnya, antarkan dari naskah lain dengan alamat_lama: ["{ $address }"], atau tulis dihapus: beserta alasannya di sini
    }
address-reused = { $address } milik naskah “{ $id }”, tetapi sekarang ditempati “{ $other }”
    .label = tercatat di sini
    .related = naskah yang menempatinya
    .help = beri { $file } slug lain, atau id: { $id } bila naskahnya sama
bad-permalink = { $problem ->
        [empty] “{ $part }” dalam { $pattern } tidak punya nilai untuk naskah ini
        [outside] pola { $pattern } keluar dari situs
       *[unknown] “{ $part }” dalam { $pattern } tidak ada
    }
    .label = di sini
    .help = { $problem ->
        [empty] year, month, dan day perlu tanggal: tambahkan baris seperti tanggal: 2026-11-20
        [outside] tulis pola tanpa ..
       *[unknown] yang mungkin: { $known }
    }
    .suggest = tulis { $suggestion }
unknown-section = { $what ->
        [taxonomy] tidak ada taksonomi “{ $name }”
       *[section] tidak ada folder content/{ $name }
    }
    .label = tidak dikenal
    .help = { $what ->
        [taxonomy] yang mungkin: { $known }
       *[section] yang ada: { $known }
    }
    .suggest = maksud Anda “{ $suggestion }”?
missing-alt = gambar ini tidak punya keterangan bagi pembaca yang tidak dapat melihatnya
    .label = belum dijelaskan
    .help = { $where ->
        [markdown] jelaskan gambarnya di dalam kurung siku: ![Orang-orang di depan gerbang](…)
        [html] tambahkan alt="Orang-orang di depan gerbang", atau alt="" bila gambarnya hanya hiasan
       *[field] tambahkan teks_alternatif: Orang-orang di depan gerbang, atau hiasan: ya bila gambarnya hanya hiasan
    }

## Komponen dan templat

unknown-component = tidak ada komponen “{ $name }”
    .label = tidak dikenal
    .help = yang ada: { $known }
    .suggest = maksud Anda “{ $suggestion }”?
component-syntax = { $reason ->
        [unclosed] komponen “{ $what }” belum ditutup
        [open-tag] pemanggilan komponen ini tidak berakhir
        [open-text] ada teks dalam pemanggilan komponen yang belum ditutup
        [junk] “{ $what }” tidak pada tempatnya dalam pemanggilan komponen
        [bad-name] komponen harus punya nama
        [bad-literal] { $what } bukan nilai: teks diapit tanda kutip ganda yang lurus
        [duplicate] argumen “{ $what }” ditulis dua kali
        [not-alone] pemanggilan “{ $what }” harus berdiri sendiri pada barisnya
        [unopened] “{ $what }” ditutup di sini padahal tidak pernah dibuka
        [crossing] “{ $what }” mulai di satu daftar atau kutipan, tetapi berakhir di luar itu
        [too-deep] komponen bersusun terlalu dalam
       *[own-line] teks di dalam “{ $what }” harus mulai pada baris tersendiri
    }
    .label = { $reason ->
        [unclosed] dibuka di sini
        [open-tag] mulai di sini
        [open-text] mulai di sini
       *[other] di sini
    }
    .help = { $reason ->
        [unclosed] tambahkan baris {"{{"}</{ $what }>{"}}"} setelah teksnya
        [open-tag] akhiri dengan />{"}}"}, atau dengan >{"}}"} bila ada teks di bawahnya
        [open-text] akhiri dengan " pada baris yang sama
        [bad-literal] bilangan, true, dan false ditulis tanpa tanda kutip
        [duplicate] pertahankan salah satu saja
        [not-alone] beri baris kosong sebelum dan sesudahnya
        [unopened] tambahkan baris {"{{"}<{ $what }>{"}}"} di atas, atau hapus baris ini
        [crossing] awali kedua barisnya dengan jumlah spasi yang sama
        [too-deep] paling banyak sepuluh komponen boleh bersusun
        [own-line] pindah ke baris baru setelah {"{{"}<{ $what }>{"}}"}
       *[other] pemanggilan ditulis seperti {"{{"}<figure src="foto.jpg" alt="Gerbang pasar"/>{"}}"}
    }
    .suggest = tulis { $suggestion }
component-argument = { $problem ->
        [missing] komponen “{ $name }” perlu “{ $argument }”
        [type] “{ $argument }” pada “{ $name }” harus berupa { $expected ->
            [string] teks dalam tanda kutip ganda
            [integer] bilangan bulat tanpa tanda kutip
            [bool] true atau false tanpa tanda kutip
           *[number] bilangan tanpa tanda kutip
        }
        [body] komponen “{ $name }” perlu teks
        [cells] baris { $row } tabel ini punya { $cells } sel, padahal baris pertamanya { $width }
       *[unknown] komponen “{ $name }” tidak punya argumen “{ $argument }”
    }
    .label = { $problem ->
        [missing] { $argument } belum ada
        [body] tanpa teks
        [cells] baris ini
       *[other] tidak mungkin di sini
    }
    .related = tabelnya dipakai di sini
    .help = { $problem ->
        [missing] tambahkan { $example }
        [type] tulis { $example }
        [body] tulis {"{{"}<{ $name }>{"}}"}, lalu teksnya pada baris tersendiri, lalu {"{{"}</{ $name }>{"}}"}
        [cells] samakan jumlah sel tiap baris; sel yang memuat tanda pemisah diapit tanda kutip ganda
       *[unknown] yang mungkin: { $known }
    }
    .suggest = maksud Anda “{ $suggestion }”?
template-syntax = { $problem ->
        [filter] tidak ada filter “{ $name }”
        [function] tidak ada fungsi “{ $name }”
        [test] tidak ada uji “{ $name }”
        [component] tidak ada komponen “{ $name }”
        [template] tidak ada templat “{ $name }”
        [block] tidak ada blok “{ $name }” dalam templat yang diperluas
        [circle] templat { $name } kembali ke dirinya sendiri
        [branches] templat ini punya lebih dari { $limit } cabang ({"{"}% elif %{"}"})
        [end] templat berakhir sebelum semua tanda atau bloknya ditutup
       *[other] templat ini tidak dapat dipahami
    }
    .label = { $problem ->
        [end] akhirnya
       *[other] di sini
    }
    .related = dipanggil dari sini
    .help = { $problem ->
        [circle] hapus include atau extends yang kembali itu
        [end] tambahkan yang kurang, misalnya {"{"}% endif %{"}"}, {"{"}% endfor %{"}"}, atau {"{"}% endblock %{"}"}
       *[other] { $lists ->
            [yes] yang ada: { $known }
           *[no] betulkan templatnya; docs/content/reference/templates.md mendaftar apa yang boleh dipakai
        }
    }
    .suggest = maksud Anda “{ $suggestion }”?
template-failed = { $problem ->
        [field] tidak ada isian “{ $name }” di sini
        [variable] tidak ada variabel “{ $name }” di sini
        [asset] tidak ada aset “{ $name }”
        [words] tema tidak punya kata untuk “{ $name }”
        [data] tidak ada berkas data “{ $name }”
        [address] “{ $name }” bukan berkas di content/ dan bukan alamat di situs ini
        [component] tidak ada komponen “{ $name }”
        [language] “{ $name }” bukan salah satu bahasa situs ini
        [undeclared] “{ $name }” di dalam komponen ini tidak tahu bahasa halaman
        [recursion] komponen memanggil dirinya sendiri tanpa henti
        [large] halaman ini tumbuh melampaui { $limit } MB
        [thrown] { $name }
        [argument] nilai yang diberikan di sini bukan jenis yang diharapkan
       *[other] templat gagal
    } ({ $more ->
        [0] pada halaman { $page }
       *[other] pada halaman { $page } dan { $more } halaman lain
    })
    .label = di sini
    .related = dipanggil dari sini
    .help = { $problem ->
        [undeclared] tulis @lang sesudah argumen komponen itu, seperti component kartu(naskah, @lang)
        [recursion] panggil dirinya sendiri hanya dengan syarat, atau jangan sama sekali
        [thrown] betulkan nilai dalam pemanggilan ini
       *[other] { $lists ->
            [yes] yang ada: { $known }
           *[no] betulkan templatnya; docs/content/reference/templates.md mendaftar apa yang tersedia
        }
    }
    .suggest = maksud Anda “{ $suggestion }”?
no-template = tema “{ $theme }” tidak punya templat “{ $template }”
    .label = disebut di sini
    .help = { $problem ->
        [named] yang ada: { $known }
       *[needed] setiap tema memerlukannya; tambahkan di folder templates milik tema, atau di templates/ milik situs
    }
    .suggest = maksud Anda “{ $suggestion }”?
fluent-syntax = kata-kata tema ini tidak dapat dipahami
    .label = di sini
    .help = tulis seperti home = Beranda, dengan nama dari huruf dan tanda hubung

## Ruang redaksi

session-outside = { $problem ->
        [early] sesi “{ $title }” mulai sebelum acaranya
       *[late] sesi “{ $title }” berlangsung sesudah acaranya selesai
    }
    .label = di sini
    .related = { $problem ->
        [early] acara mulai
       *[late] acaranya
    }
    .help = betulkan jam sesi ini, atau jam acaranya
completed-ahead = acara ini disebut selesai, padahal belum mulai
    .label = disebut di sini
    .related = mulainya
    .help = hapus baris ini sampai acara selesai; tanpa baris ini keadaannya mengikuti waktu
duplicate-number = nomor “{ $number }” dipakai dua siaran pers dalam satu tahun
    .label = yang kedua
    .related = yang pertama
    .help = beri salah satunya nomor berikutnya yang belum dipakai
room-twice = ruang “{ $room }” sedang dipakai ketika “{ $title }” mulai
    .label = sesi yang kedua
    .related = dipakai sesi ini
    .help = pindahkan salah satu sesi ke ruang atau jam lain
comment-unsigned = { $problem ->
        [name] komentar ini tanpa nama
        [date] komentar ini tanpa tanggal
       *[both] komentar ini tanpa nama dan tanpa tanggal
    }
    .label = yang ini
    .help = { $problem ->
        [name] tambahkan baris seperti penulis: {"{"} nama: Siti {"}"}
        [date] tambahkan baris seperti pada: 2026-11-24 09:00
       *[both] tambahkan baris seperti penulis: {"{"} nama: Siti {"}"} dan pada: 2026-11-24 09:00
    }

## Peringatan

expected-key = { $count ->
        [1] pembaca dan mesin pencari mengharapkan “{ $key }”
       *[other] pembaca dan mesin pencari mengharapkan { $count } hal lagi di sini: { $keys }
    }
    .label = tempatnya di sini
    .help = tambahkan baris seperti { $example }
html-removed = { $reason ->
        [element] elemen HTML <{ $element }> tidak diizinkan dan dibuang
        [attribute] atribut { $attribute } pada <{ $element }> tidak diizinkan dan dibuang
        [address] alamat ini tidak diizinkan dan dibuang
        [unclosed] tanda HTML <{ $element }> tidak ditutup dan dibuang
        [forbidden] HTML tidak diizinkan di situs ini
       *[other] HTML yang tidak diizinkan dibuang: <{ $element }>
    }
    .label = { $reason ->
        [forbidden] HTML
       *[other] dibuang
    }
    .help = { $reason ->
        [address] alamat boleh diawali https:, http:, mailto:, atau tel:
        [unclosed] tutup dengan >
       *[other] tulis dengan Markdown, atau dengan komponen tema
    }
refers-to-withheld = ini merujuk ke “{ $target }”, yang belum terbit
    .label = sampai saat itu tampil tanpa tautan
    .help = terbitkan keduanya bersamaan, atau tunggu
orphan-comments = komentar ini tidak punya naskah
    .help = beri nama seperti naskah di sampingnya: judul.komentar.yaml untuk judul.md, atau komentar.yaml di folder index.md
pdf-untagged = berkas PDF { $path } tidak bertag, sehingga pembaca layar tidak mengenali judul, daftar, dan tabel di dalamnya
    .label = berkas ini
    .help = simpan ulang sebagai “PDF bertag” atau “PDF/UA”, pilihan pengolah kata ketika menyimpan PDF
pdf-untitled = berkas PDF { $path } tidak punya judul di dalamnya, sehingga peramban menampilkan nama berkasnya
    .label = berkas ini
    .help = isi judul pada properti dokumennya, lalu simpan lagi sebagai PDF
pdf-scanned = berkas PDF { $path } hanya berisi gambar halaman, yang tidak dapat dicari dan tidak dapat dibacakan
    .label = berkas ini
    .help = terbitkan PDF yang dibuat pengolah kata, atau kenali teksnya dengan program OCR
large-file = berkas { $path } sebesar { $megabytes } MB, lama diunduh dengan telepon
    .label = berkas ini
    .help = perkecil berkasnya, misalnya dengan mengecilkan gambar di dalamnya, atau bagi menjadi beberapa berkas
position-in-static = gambar { $path } menyimpan tempat pemotretannya
    .help = pindahkan ke samping naskah yang menampilkannya, karena di sana data itu dihapus; isi static/ terbit apa adanya
picture-uncleaned = { $problem ->
        [large] gambar { $path } lebih besar dari 64 MB, dan terbit dengan semua data yang ditulis kamera di dalamnya
       *[damaged] gambar { $path } tidak dapat diurai, dan terbit dengan semua data yang ditulis kamera di dalamnya
    }
    .help = { $problem ->
        [large] perkecil gambarnya
       *[damaged] buka dengan penyunting gambar, lalu simpan ulang sebagai JPEG, PNG, atau WebP
    }
office-file-only = materi ini hanya ada sebagai { $format }, yang tidak dapat dibuka banyak telepon dan pembaca layar
    .label = hanya berkas ini
    .help = letakkan PDF di sampingnya dan sebutkan: versi_aksesibel: paparan.pdf
event-after-programme = acara ini masih akan datang, padahal programnya, “{ $programme }”, sudah selesai
    .label = di sini
    .help = betulkan masa atau status_program programnya, atau sebutkan program lain
sequence-behind = waktu, tempat, atau status acara ini berubah sejak dicatat, dan kalender bisa tetap menyimpan yang lama
    .label = kalender masih diberi nomor { $written }
    .help = naikkan nomornya: urutan: { $least }
security-expires = { $problem ->
    [ended] security.txt sudah berakhir pada { $date }
   *[ends] security.txt berakhir pada { $date }
    }
    .label = { $problem ->
        [ended] sejak itu tidak boleh lagi diandalkan
       *[ends] sesudahnya tidak boleh lagi diandalkan
    }
    .help = pastikan kontaknya masih benar, lalu tulis tanggal paling lama setahun ke depan
unknown-code-language = kode dalam bahasa “{ $language }” tidak diwarnai karena bahasanya tidak dikenal
    .label = tidak dikenal
    .help = hapus kata ini untuk teks biasa
    .suggest = maksud Anda “{ $suggestion }”?
cache-unusable = { $reason ->
        [denied] Anda tidak berhak menulis { $path }, yang mempercepat pembangunan situs
       *[other] { $path }, yang mempercepat pembangunan situs, tidak dapat dipakai
    }
    .help = situsnya tetap benar; pembangunan berikutnya hanya lebih lama
length = { $problem ->
        [long] “{ $key }” terdiri atas { $length } karakter, lebih dari yang enak dibaca
       *[between] “{ $key }” terdiri atas { $length } karakter
    }
    .label = di sini
    .help = { $problem ->
        [long] tulis paling banyak { $to }
       *[between] paling enak dibaca bila antara { $from } dan { $to }
    }

no-captions = rekaman ini tanpa takarir
    .label = disebut di sini
    .help = lengkapi dengan takarir, lalu tulis takarir: ya; transkrip menolong sementara itu
number-pattern = nomor “{ $number }” tidak ditulis menurut pola { $pattern }
    .label = di sini
    .help = tulis menurut pola numbering di warta.yaml, dengan bulan dan tahun dari tanggalnya
    .suggest = tulis { $suggestion }
contact-unreachable = tidak ada yang dapat dihubungi di sini
    .label = tanpa nomor telepon, nomor WhatsApp, dan alamat surel
    .help = tambahkan salah satunya pada seorang narahubung, seperti telepon: 0778 123456
person-twice = { $problem ->
        [session] “{ $person }” masih berada di sesi lain ketika “{ $title }” mulai
       *[event] “{ $person }” berada di acara lain pada waktu itu: “{ $title }”
    }
    .label = di sini
    .related = { $problem ->
        [session] sesi yang lain
       *[event] acara yang lain
    }
    .help = betulkan jam atau namanya; jika memang demikian, terima dengan abaikan dan alasannya
place-twice = tempat ini dipakai acara lain pada waktu itu: “{ $title }”
    .label = di sini
    .related = acara yang lain
    .help = betulkan jam atau tempatnya; jika keduanya muat di sana, terima dengan abaikan dan alasannya
## Kata-kata

personal-data = { $problem ->
        [nik] ini tampak seperti NIK seseorang
        [ip] ini alamat IP pembaca atau sebuah perangkat
       *[email] ini alamat surel pembaca
    }
    .label = siapa pun dapat membacanya
    .help = { $where ->
        [comment] hapus, atau ganti dengan …; isi komentar selebihnya tetap
       *[item] hapus, atau ganti dengan …
    }
two-titles = { $count } judul bagian dalam naskah ini ditulis dengan satu tanda #
    .label = satu lagi yang setingkat judul halaman
    .related = yang pertama
    .help = hanya judul halaman yang berada di tingkat pertama; tulis ## untuk bagian dan ### untuk subbagiannya
weekday-in-text = { $date } jatuh pada hari { $right }, bukan “{ $written }”
    .label = hari dan tanggalnya tidak cocok
    .help = tulis “{ $suggestion }”, atau tanggal yang dimaksud: mungkin { $near }
    .suggest = tulis “{ $suggestion }”, atau tanggal yang dimaksud: mungkin { $near }
dateline-repeated = naskah dibuka dengan titimangsa, padahal titimangsa sudah dicetak dari isian di atas
    .label = pembaca akan melihatnya dua kali
    .help = hapus “{ $written }” di sini, atau titimangsa di atas
unbalanced-quotes = { $problem ->
        [closed] tanda petik { $mark } menutup kutipan yang tidak pernah dibuka
       *[open] tanda petik { $mark } tidak pernah ditutup
    }
    .label = yang ini
    .help = { $problem ->
        [closed] tambahkan tanda petik buka di awal kutipan, atau hapus yang ini
       *[open] tambahkan tanda petik tutup di akhir kutipan, atau hapus yang ini
    }
white-space = { $problem ->
        [before-mark] ada spasi sebelum tanda baca
        [tab] ada tab di antara kata
        [no-break] ada spasi tak putus di samping spasi lain
       *[doubled] ada spasi ganda di antara kata
    }
    .label = { $count ->
        [1] di sini
       *[other] di sini, yang pertama dari { $count } tempat seperti ini dalam berkas
    }
    .help = sisakan satu spasi di antara kata, dan jangan ada spasi sebelum tanda baca
glossary = menurut glosarium kantor ini, “{ $written }” bukan ejaan yang benar
    .label = di sini
    .help = lihat data/glossary.yaml
    .suggest = tulis “{ $suggestion }”
title-form = { $problem ->
        [short] judulnya hanya { $length } karakter
        [long] judulnya { $length } karakter
        [full-stop] judulnya diakhiri tanda titik
       *[capitals] judulnya ditulis dengan huruf kapital semua
    }
    .label = di sini
    .help = { $problem ->
        [short] tulis apa yang terjadi, paling sedikit { $limit } karakter
        [long] tulis paling banyak { $limit }; rinciannya dapat masuk ke subjudul atau paragraf pertama
        [full-stop] hapus tanda titiknya
       *[capitals] tulis seperti kalimat; huruf kapital sulit dibaca, dan pembaca layar dapat mengejanya huruf demi huruf
    }
link-text = { $problem ->
        [address] teks tautan ini adalah alamatnya sendiri
       *[empty] “{ $words }” tidak memberi tahu ke mana tautan ini menuju
    }
    .label = teks tautan
    .help = { $problem ->
        [address] tulis apa yang ada di sana, misalnya nama halaman atau dokumennya
       *[empty] tulis apa yang ada di sana, misalnya “jadwal pasar pagi”: banyak pembaca berpindah dari tautan ke tautan tanpa mendengar teks lainnya
    }
poster = seluruh isi naskah hanya satu gambar
    .label = tidak ada teks lain
    .help = tulis kata-kata dalam gambar sebagai teks di bawahnya; sekarang pembaca yang tidak melihatnya, juga mesin pencari, tidak mendapat apa-apa
contact-email = “{ $email }” bukan alamat surel pemerintah
    .label = tidak berakhiran .go.id
    .help = cantumkan alamat resmi kantor; pembaca tidak dapat membedakan alamat lain dari alamat penipu
review-overdue = naskah ini seharusnya ditinjau paling lambat { $date }
    .label = tanggal itu sudah lewat
    .help = baca sekali lagi, perbaiki yang sudah berubah, lalu tulis tanggal tinjauan berikutnya
foreign-term-missing = istilah asing “{ $words }” tidak ada dalam naskah
    .label = terdaftar di sini
    .help = tulis persis seperti dalam naskah, atau hapus dari daftar
changes-out-of-order = riwayat perubahan tidak urut dari yang pertama ke yang terakhir
    .label = yang ini lebih lama daripada yang di atasnya
    .related = yang di atasnya
    .help = urutkan menurut waktu kejadiannya, atau betulkan tanggalnya
quote-not-in-text = kutipan “{ $words }” tidak ada dalam naskah
    .label = ditonjolkan di sini
    .help = tulis persis seperti dalam naskah, atau tambahkan ke naskah
no-image = siaran ini tidak bergambar
    .help = tambahkan dengan gambar bila ada yang bagus; tanpa itu, gambar bawaan situs yang dibagikan
nothing-related = siaran ini tidak mengantar pembaca ke mana pun
    .help = tambahkan topik, label, acara, atau naskah terkait, supaya pembaca menemukan lebih banyak
reading-length = { $problem ->
        [long] siaran ini perlu sekitar { $minutes } menit untuk dibaca: { $words } kata
       *[short] siaran ini hanya { $words } kata
    }
    .help = { $problem ->
        [long] pertimbangkan judul bagian, atau pindahkan sebagian ke lampiran
       *[short] periksa apakah siapa, apa, kapan, di mana, dan mengapa sudah terjawab
    }

## Baris perintah

findings = { $errors ->
        [0] { $warnings } peringatan
       *[other] { $errors } galat, { $warnings } peringatan
    }
more-on-code = penjelasan kode: warta explain-code { $code }
no-such-code = galat: tidak ada kode “{ $code }”
no-such-code-help = { $near ->
        [none] saran: warta explain-code menampilkan semua kode
       *[other] saran: maksud Anda “{ $near }”?
    }
built = Jadi: { $files } berkas ({ $written } ditulis, { $unchanged } tetap, { $deleted } dihapus) dalam { $seconds } detik
not-built = Tidak ada yang diterbitkan. Folder keluaran tetap seperti semula.
checked = Diperiksa: { $files } berkas dalam { $seconds } detik
withheld = Ditahan: { $count } naskah
withheld-draft = {"  "}{ $file }: konsep (tampil dengan --drafts)
withheld-review = {"  "}{ $file }: sedang ditinjau (tampil dengan --drafts)
withheld-scheduled = {"  "}{ $file }: sampai { $until } (tampil dengan --future)
withheld-embargoed = {"  "}{ $file }: embargo sampai { $until }
withheld-draft-embargoed = {"  "}{ $file }: konsep, embargo sampai { $until }
kept = { $path } sudah ada dan tidak diubah
initialized = { $count } berkas dibuat di “{ $folder }”. { $here ->
        [yes] Berikutnya: warta serve
       *[other] Berikutnya: masuk ke folder itu dengan cd, lalu: warta serve
    }
editor-written = Skema dan cuplikan penyunting ditulis di “{ $folder }”
schemas = { $count } jenis berkas. Kunci salah satunya: warta schema siaran_pers --as markdown

## Bantuan: arti setiap perintah dan argumen

help-warta = Mengubah folder Markdown menjadi situs kantor humas
help-build = Bangun situs ke folder keluaran
help-serve = Tampilkan situs sambil ditulis: setiap simpanan langsung terlihat
help-serve--port = Nomor porta; yang bebas berikutnya bila sudah dipakai
help-serve--bind = Alamat layanan: 0.0.0.0 untuk gawai lain di jaringan ini, yang hanya melihat yang terbuka untuk umum
help-serve--open = Buka peramban
help-serve--follow = Peramban pindah ke halaman yang baru disunting
help-serve--no-reload = Halaman persis seperti hasil bangun, dan tidak dimuat ulang sendiri
help-serve--like-production = Tampilkan hanya yang terbuka untuk umum
help-serve--drafts = Tampilkan konsep dan naskah terjadwal kepada gawai lain juga
help-build--watch = Bangun lagi setiap kali sebuah berkas berubah
help-check--watch = Periksa lagi setiap kali sebuah berkas berubah
help--poll = Lihat semua berkas sekian milidetik sekali, tanpa menunggu kabar sistem
help-check = Periksa situs, termasuk konsep, tanpa menulis apa pun
help-init = Mulai situs baru
help-help = Tampilkan bantuan ini, atau bantuan sebuah perintah
help-help--subcommand = Nama perintah
help--help = Tampilkan bantuan ini
help--version = Tampilkan versi
help--root = Folder proyek
help--lang = Bahasa pesan: id atau en
help--strict = Peringatan dianggap galat
help--jobs = Banyaknya utas kerja; tanpa ini semua inti prosesor dipakai
help--base-url = Alamat situs yang terbit, menggantikan base_url
help--now = Saat yang dianggap sekarang: tanggal, atau tanggal dan jam
help--output = Folder keluaran, menggantikan output di warta.yaml
help-build--force = Ambil alih folder keluaran yang berisi berkas lain; berkas itu tetap ada
help-build--sync = Tunggu sampai semuanya tersimpan di disk, agar listrik padam tidak menghilangkan apa pun
help-build--in-place = Folder keluaran tidak ditukar, berkas di dalamnya diganti satu per satu, untuk folder yang dipasang di kontainer
help-build--drafts = Tampilkan konsep dan naskah yang sedang ditinjau
help-build--future = Tampilkan naskah terjadwal; yang berembargo tidak pernah
help-init--name = Nama kantor; ditanyakan di terminal, begitu pula tiga setelan di bawahnya
help-init--base-url = Alamat situs yang terbit
help-init--time-zone = WIB, WITA, WIT, atau nama IANA seperti Asia/Jakarta
help-init--language = Bahasa situs, id atau en; tanpa ini sama dengan bahasa pesan
help-init--editor = Tulis ulang skema dan cuplikan penyunting, tanpa mengubah situs
help-init--folder = Folder situs baru, menggantikan --root
help-schema = Cetak kunci sebuah jenis berkas: JSON Schema untuk penyunting, tabel untuk orang
help-schema--kind = Jenis berkas; tanpa ini semuanya didaftar
help-schema--form = Bentuk cetakan
help--format = Bentuk temuan
help--quiet = Cetak galat saja
help--verbose = Cetak juga hal yang baik diketahui
help--color = Kapan teks diwarnai
help-explain-code = Jelaskan arti sebuah kode pesan, dan apa yang perlu dilakukan
help-explain-code--code = Kodenya, misalnya E013, atau namanya; tanpa ini semua kode didaftar
help-usage = Pemakaian
help-options = [OPSI]
help-command-value = PERINTAH
help-heading-commands = Perintah
help-heading-arguments = Argumen
help-heading-options = Opsi
help-heading-general = Opsi umum
help-default = bawaan
help-possible = pilihan

## Baris perintah: salah pakai, dan kesalahan warta sendiri

word-error = galat
word-help = saran
usage-mistake = { $problem ->
        [option] di sini tidak ada opsi “{ $argument }”
        [argument] argumen “{ $argument }” berlebih
        [command] tidak ada perintah “{ $value }”
        [no-value] { $argument } memerlukan nilai
        [value] “{ $value }” bukan nilai untuk { $argument }
        [missing] yang kurang: { $argument }
        [no-command] perintahnya belum disebut
        [conflict] { $argument } dan { $other } tidak dapat dipakai bersama
        [text] ada argumen yang bukan teks UTF-8
       *[other] baris perintah ini tidak dipahami
    }
usage-suggestion = maksud Anda “{ $value }”?
usage-possible = pilihannya: { $value }
usage-more = Selengkapnya: { $command }
bug = galat: ini kesalahan di dalam warta, bukan kesalahan Anda
    {"  "}versi: { $version } ({ $system })
    {"  "}tempat: { $place }
    {"  "}pesan: { $words }
    Folder keluaran tetap seperti semula, kecuali bila penerbitan sudah dimulai; pembangunan berikutnya melengkapinya.
    Mohon beri tahu orang yang merawat warta di tempat Anda: kirim baris-baris ini, perintahnya, dan bila boleh berkas yang sedang dibaca.
progress-build = Membangun
progress-check = Memeriksa

## Baris perintah: pratinjau

serve-at = Pratinjau: { $address }
serve-at-others = Untuk gawai lain di jaringan ini: { $address }
serve-other-port = Porta { $wanted } sudah dipakai; { $port } menggantikannya.
serve-previews = Konsep dan naskah terjadwal ditampilkan dengan pita penanda; yang berembargo tidak pernah.
serve-public = Hanya yang sudah terbuka untuk umum yang ditampilkan.
serve-end = Halaman dimuat ulang sendiri saat Anda menyimpan. Ctrl-C mengakhiri pratinjau.
serve-no-address = “{ $address }” bukan alamat komputer ini
serve-no-address-help = hilangkan --bind untuk komputer ini saja, atau tulis 0.0.0.0 untuk gawai lain di jaringan ini
serve-no-port = tidak ada yang dapat ditampilkan di { $address }: { $reason }
serve-no-port-help = coba porta lain, misalnya -p 8080
serve-no-browser = Peramban tidak dapat dibuka: { $reason }
serve-lang = id
serve-broken = Ini belum dapat ditampilkan
serve-close = Tutup
serve-elsewhere = { $count } kesalahan di halaman
serve-other-host = Pratinjau ini hanya menjawab localhost dan alamat angka. Untuk nama lain, mulai dengan --bind NAMA.
serve-reads-only = Pratinjau hanya dapat dibaca.
serve-bad-address = Alamat ini bukan UTF-8.
serve-nothing = Tidak ada apa-apa di sini.
serve-outside = Tidak ada apa-apa di sini. Situsnya ada di
watch-files = { $file }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lagi
    } berubah
watch-page = { $file }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lagi
    } → { $address } ({ $ms } ms)
watch-site = { $file }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lagi
    } → seluruh situs ({ $ms } ms)
watch-broken = { $file }{ $more ->
        [0] {""}
       *[other] {" "}dan { $more } lagi
    } → { $count } kesalahan; situs terakhir yang baik tetap tampil ({ $ms } ms)
watch-begun = Menunggu perubahan. Ctrl-C mengakhiri.
watch-limit = catatan: sistem tidak dapat mengawasi berkas sebanyak ini ({ $reason }), jadi semuanya dilihat dua kali sedetik.
    Batasnya dapat dinaikkan: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512
watch-refused = catatan: sistem tidak mengawasi folder ini ({ $reason }), jadi semua berkas dilihat dua kali sedetik.

## Baris perintah: daftar

list-none = Tidak ada yang perlu didaftar.
list-broken = { $count } naskah berisi galat dan mungkin salah terdaftar. Lihat: warta check
list-file = Berkas
list-kind = Jenis
list-title = Judul
list-status = Status
list-date = Tanggal
list-from = Terbit mulai
list-until = Berakhir
list-address = Alamat
list-approved = Disetujui
kind-press-release = siaran pers
kind-workshop = lokakarya
kind-page = halaman
kind-programme = program
kind-material = materi
kind-announcement = pengumuman
kind-gallery = galeri
state-broken = ada galat
state-draft = konsep
state-review = ditinjau
state-scheduled = terjadwal
state-embargoed = embargo
state-public = terbit
state-expired = berakhir
state-withdrawn = dicabut
help-list = Daftar naskah menurut statusnya, termasuk yang belum terbit
help-list--what = semua, terbit, konsep, tinjauan, terjadwal, embargo, akan-berakhir, berakhir, atau dicabut
help-list--within = Jangka waktu untuk akan-berakhir: 30d (hari), 4w (minggu)
help-list--shape = Bentuk daftar

## Baris perintah: penjelasan

help-explain = Jelaskan apa yang ada di balik sebuah berkas atau alamat, dan mengapa demikian
help-explain--target = Berkas proyek, berkas keluaran, atau alamat dengan atau tanpa base_url
help-explain--shape = Bentuk penjelasan
explain-item = “{ $title }” adalah sebuah naskah
explain-redirect = { $title } adalah alamat lama; halamannya meneruskan pengunjung
explain-gone = Di { $title } tidak ada apa-apa lagi; server menyatakannya (410), alasannya ada di `addresses.yaml`
explain-old-address = { $title } adalah alamat lama dengan tanda tanya; tidak dibuatkan halaman, server yang harus meneruskan pengunjung
explain-home = “{ $title }” adalah halaman depan
explain-section = “{ $title }” adalah daftar sebuah bagian
explain-terms = { $title }: daftar semua yang ada dalam taksonomi ini
explain-term = “{ $title }” adalah daftar naskah yang menyebutnya
explain-archive = “{ $title }” adalah arsip
explain-facet = “{ $title }” adalah daftar sebuah bagian menurut satu saringan
explain-style-guide = Panduan gaya tema{ $title }: setiap komponen dalam setiap keadaan, hanya dengan --drafts
explain-feed = Umpan (feed) “{ $title }”
explain-calendar = Kalender “{ $title }”
explain-open-data = Data terbuka{ $title }
explain-sitemap = Peta situs untuk mesin pencari{ $title }
explain-robots = Aturan untuk mesin pencari, dibuat oleh warta{ $title }
explain-security = Keterangan ke mana celah keamanan situs dilaporkan, dibuat oleh warta{ $title }
explain-not-found = Halaman untuk alamat yang tidak ada{ $title }
explain-asset = { $title } adalah aset tema atau situs; namanya berubah bersama isinya
explain-file = { $title } adalah berkas yang diterbitkan apa adanya
explain-template = { $title } adalah templat
explain-data = { $title } adalah berkas data; tidak punya alamat sendiri
explain-configuration = { $title } berisi setelan situs; tidak punya alamat sendiri
explain-elsewhere = { $address } bukan alamat situs ini
explain-elsewhere-help = alamat situs ini diawali { $base }; sebutkan base_url lain dengan `--base-url`
explain-no-address = tidak ada yang beralamat { $target }
explain-no-address-help = lihat semua alamat dengan `warta list`; alamat lama ditulis sebagai alamat_lama dalam naskah
explain-no-address-near = tidak ada yang beralamat { $target }
explain-no-address-near-help = maksud Anda “{ $suggestion }”?
explain-no-file = { $target } bukan berkas situs ini dan bukan alamat
explain-no-file-help = sebutkan berkas dari folder situs, misalnya content/tentang.md, atau sebuah alamat
explain-no-file-near = { $target } bukan berkas situs ini dan bukan alamat
explain-no-file-near-help = maksud Anda “{ $suggestion }”?
explain-inside = { $path } (di dalam warta)
explain-state-public = sudah terbit
explain-state-draft = belum terbit: masih konsep
explain-state-review = belum terbit: sedang ditinjau
explain-state-scheduled = belum terbit: terjadwal sampai { $until }
explain-state-embargoed = belum terbit: embargo sampai { $until }
explain-state-withdrawn = dicabut: halamannya memuat alasan, daftar tidak memuatnya
explain-state-expired = terbit, dan ditandai sudah berakhir
explain-not-yet = belum terbit: semua isinya masih ditahan
explain-broken = berisi galat, jadi keterangan ini mungkin tidak lengkap; lihat `warta check`
explain-last-gate = { $key }, { $until }
explain-day = { $day }, sejak pukul 00.00 di { $zone }
explain-withheld = “{ $title }” (belum terbit)
explain-missing = { $target } (tidak ada)
explain-no-template = { $name } (tidak ada di tema mana pun)
explain-bytes = { $count } bita
explain-page = halaman { $number } dari { $total }, seluruhnya { $items } naskah
relation-event = acara
relation-programme = program
relation-material = materi
relation-answers = menanggapi
relation-explained-by = dijelaskan oleh
relation-replaces = menggantikan
relation-replaced-by = digantikan oleh
relation-accessible-version = versi aksesibel
relation-follows = melanjutkan
relation-report = laporan
relation-replacement = dicabut, diganti oleh
relation-lists = didahulukan
relation-related = terkait
fact-address = alamat
fact-source = sumber
fact-output = keluaran
fact-kind = jenis
fact-section = bagian
fact-lang = bahasa
fact-id = id
fact-status = status
fact-mistakes = galat
fact-last-gate = gerbang terakhir
fact-date = tanggal
fact-publish-at = tayang
fact-embargo-until = embargo
fact-updated = diperbarui
fact-expires-at = berlaku sampai
fact-start = mulai
fact-end = selesai
fact-looked-up = templat dicari
fact-templates = berkas templat
fact-includes = menyertakan
fact-components = komponen templat
fact-calls = komponen dalam isi
fact-translations = terjemahan
fact-aliases = alamat lama
fact-terms = istilah
fact-refers-to = merujuk ke
fact-referred-by = dirujuk oleh
fact-shown-in = tampil di
fact-feeds = umpan
fact-files = berkas miliknya
fact-leads-to = menuju
fact-permalink = pola alamat
fact-sort = urutan
fact-page = halaman
fact-items = naskah
fact-feed = umpan
fact-archives = arsip
fact-taxonomy = taksonomi
fact-takes-place-of = menggantikan
fact-bytes = ukuran
fact-named-by = disebut oleh
fact-extends = memperluas
fact-renders = merender
fact-hidden-by = tertutup oleh

## Baris perintah: naskah baru

help-new = Buat konsep dengan semua yang wajib dan diharapkan dari jenisnya
help-new--kind = Jenis naskah
help-new--title = Judulnya; ditanyakan di terminal bila tidak ada
help-new--section = Bagian, atau folder di dalamnya, bila ada beberapa yang cocok
help-new--date = Tanggalnya; tanpa ini hari ini, bila jenisnya memerlukan tanggal
help-new--summary = Isinya dalam satu atau dua kalimat
help-new--set = Kunci lain, misalnya label=pasar atau tempat.nama=Balai; boleh berkali-kali
help-new--name = Nama berkas, menggantikan nama yang dibuat dari judul
help-new--bundle = Folder sendiri, untuk gambar dan berkas
help-new--language = Bahasanya, bila bukan bahasa pertama situs
init-ask = Enter memakai yang ada di dalam kurung siku; semuanya dapat diubah nanti di warta.yaml.
init-ask-language = Bahasa situs: id atau en [{ $proposed }]
init-ask-name = Nama kantor [{ $proposed }]
init-ask-base-url = Alamat situs [{ $proposed }]
init-ask-time-zone = Zona waktu: WIB, WITA, WIT, atau nama seperti Asia/Jakarta [{ $proposed }]
init-wrong-language = situs pertama tidak dapat dibuat dalam bahasa “{ $value }”
init-wrong-language-help = tulis id (Indonesia) atau en (Inggris); bahasa lain ditambahkan di warta.yaml
init-wrong-name = “{ $value }” tidak dapat menjadi nama kantor
init-wrong-name-help = tulis 1 sampai 150 karakter dalam satu baris
init-wrong-base-url = “{ $value }” bukan alamat situs
init-wrong-base-url-help = { $guessed ->
        [yes] maksud Anda “{ $suggestion }”?
       *[no] tulis seperti https://humas.example
    }
init-wrong-time-zone = tidak ada zona waktu “{ $value }”
init-wrong-time-zone-help = { $guessed ->
        [yes] maksud Anda “{ $suggestion }”?
       *[no] tulis WIB, WITA, WIT, atau nama seperti Asia/Jakarta
    }
init-no-answer = tidak ada jawaban yang sesuai; tidak ada yang dibuat
init-no-answer-help = mulai lagi, atau berikan dengan `--{ $flag }`
new-ask-title = Judul
new-ask-value = { $key }{ $hint }
new-ask-section = Bagian mana? Nomor atau nama
new-unfit = “{ $value }” bukan nilai untuk { $key }; kosongkan bila ingin diisi nanti
new-made = Dibuat sebagai konsep. Tulis isinya di { $file }, lalu: warta check. Naskah terbit setelah statusnya siap.
new-nothing = Tidak ada yang ditulis.
new-no-title = judulnya belum ada
new-no-title-help = tulis di belakang jenisnya, dalam tanda petik: warta new halaman "Tentang kami"
new-no-name = judul “{ $title }” tidak dapat dijadikan nama berkas
new-no-name-help = beri nama berkas dengan huruf dan angka lewat `--name`
new-language = “{ $language }” bukan bahasa situs ini
new-language-help = bahasa situs ini: { $known }
new-section = tidak ada bagian “{ $section }”
new-section-help = yang ada: { $known }; bagian baru dimulai dengan _index.md dalam folder di content/
new-section-near = tidak ada bagian “{ $section }”
new-section-near-help = maksud Anda “{ $suggestion }”?
new-no-section = tidak ada bagian untuk naskah berjenis { $kind }
new-no-section-help = beri sebuah bagian `jenis: { $kind }` di warta.yaml, atau sebutkan foldernya dengan `--section`
new-sections = beberapa bagian memuat naskah seperti ini: { $known }
new-sections-help = pilih satu, misalnya `--section { $first }`
new-key = di sini tidak ada kunci “{ $key }”
new-key-help = yang dikenal di sini: { $known }
new-key-near = di sini tidak ada kunci “{ $key }”
new-key-near-help = maksud Anda “{ $suggestion }”?
new-key-twice = “{ $key }” diberikan dua kali
new-key-twice-help = hapus salah satunya
new-lacks = naskah seperti ini memerlukan: { $keys }
new-lacks-help = tambahkan { $flags }
new-exists = { $file } akan memakai nama naskah yang sudah ada; tidak ada yang ditulis
new-exists-help = beri nama lain, misalnya `--name { $name }`
new-hint-summary = 50 sampai 300 karakter
new-hint-date = 2026-11-24, atau dengan jam: 2026-11-24 09.00
new-hint-start = 2026-11-24 09.00
new-hint-organizations = id instansi, dipisahkan koma
new-hint-dateline = kota asal berita
new-hint-contacts = id di data/contacts.yaml, atau {"{"} nama: …, telepon: … {"}"}
new-hint-signoff = paraf meja, misalnya {"{"} meja: humas, penulis: ab {"}"}
new-hint-venue = nama tempatnya
new-hint-owner = id instansi yang bertanggung jawab
new-hint-file = berkas di samping naskah ini, misalnya paparan.pdf
new-hint-photos = {"{"} berkas: foto.jpg, teks_alternatif: apa yang tampak, kredit: siapa yang memotret {"}"}
new-hint-starts-at = sejak kapan tampil di setiap halaman: 2026-11-24 09.00
new-hint-expires-at = sampai kapan: 2026-11-30 17.00

## Baris perintah: pembersihan, shell, dan manual

help-clean = Buang hasil pembangunan: keluaran dan simpanan sementara
help-clean--dry-run = Sebutkan apa yang akan dibuang, tanpa membuangnya
help-completions = Cetak skrip pelengkap untuk sebuah shell
help-completions--shell = Shell yang dipakai
help-man = Cetak halaman manual, atau tulis satu untuk tiap perintah
help-man--folder = Folder untuk halaman manual; tanpa ini halaman utama dicetak
clean-nothing = Tidak ada yang perlu dibuang.
manual-written = { $count } halaman ditulis ke { $folder }
cleaned = Dibuang: { $files } berkas di { $folder }{ $cache ->
        [yes] , beserta simpanan sementara
       *[no] {""}
    }
clean-others = { $files } berkas di { $folder } bukan dari situs ini dan tidak dibuang
help-record = Catat alamat yang sekarang terbit ke buku alamat
help-record--dry-run = Sebutkan apa yang akan dicatat, tanpa menulis apa pun
recorded = Tercatat: { $new } alamat baru, seluruhnya { $all }, di { $file }. Simpan berkas itu bersama situsnya.
would-record = { $new } alamat baru akan dicatat, seluruhnya { $all }, di { $file }
not-recorded = Tidak ada yang dicatat. Betulkan dulu kesalahannya.
ledger-heading = Setiap alamat yang pernah terbit, dan milik siapa. warta record menambahkan, tidak pernah menghapus.
    Simpan berkas ini bersama situsnya. Bila sebuah alamat memang harus hilang, tulis dihapus: beserta alasannya di belakangnya.

## The command line: what comes by itself

help-next = Sebutkan kapan situs berubah dengan sendirinya, dan mengapa
help-next--within = Hanya yang terjadi dalam jangka waktu ini: 30m (menit), 6h (jam), 2d (hari), 3w (minggu)
help-next--exit-code = Akhiri dengan 3 bila tidak ada yang akan berubah
help-next--all = Semua saat yang akan datang, tidak hanya yang terdekat
help-next--shape = Bentuk jawaban
next-none = Tidak ada lagi yang berubah dengan sendirinya.
next-none-within = Tidak ada yang berubah dengan sendirinya dalam jangka waktu itu.
next-broken = { $count } dari naskah ini berisi galat dan akan menghentikan pembangunan. Lihat: warta check
next-published = terbit: “{ $title }” ({ $file })
next-embargo-lifted = embargo selesai: “{ $title }” ({ $file })
next-expired = berakhir: “{ $title }” ({ $file })
next-event-day = hari acara tiba: “{ $title }” ({ $file })
next-event-over = acara selesai: “{ $title }” ({ $file })
next-registration-opens = pendaftaran dibuka: “{ $title }” ({ $file })
next-registration-closes = pendaftaran ditutup: “{ $title }” ({ $file })
next-comments-closed = komentar ditutup: “{ $title }” ({ $file })
next-news-ends = bukan berita baru lagi, keluar dari peta situs berita: “{ $title }” ({ $file })
next-announcement-starts = pengumuman tampil di setiap halaman: “{ $title }” ({ $file })
next-programme-turns = program mulai atau selesai: “{ $title }” ({ $file })
next-new-day = hari berganti: templat tema meminta tanggal

## The command line: two built sites

help-diff = Bandingkan dua situs hasil pembangunan: teks mana yang berubah, mana yang hanya markahnya
help-diff--before = Folder situs hasil pembangunan
help-diff--after = Folder situs yang dibandingkan dengannya
help-diff--shape = Bentuk jawaban
diff-unreadable = { $path } tidak dapat dibaca: { $reason }
diff-unreadable-help = sebutkan dua folder yang ditulis `warta build`
diff-equal = Tidak ada perbedaan: { $count } berkas
diff-text = Teks berubah: { $count } halaman
diff-before = sebelum: { $words }
diff-after = sesudah: { $words }
diff-new = Baru: { $count } halaman
diff-gone = Hilang: { $count } halaman
diff-markup = Hanya markah berubah: { $count } halaman (dirinci dengan --verbose)
diff-assets = Hanya alamat aset berubah: { $count } halaman (dirinci dengan --verbose)
diff-others = Berkas lain: { $count }
diff-same = Sama: { $count } berkas

# warta theme
help-theme = Daftar tema, mulai tema sendiri, atau salin sebuah berkasnya untuk diubah
help-theme--action = list (daftar), new NAMA (baru) untuk memulai tema, atau eject BERKAS (salin) untuk menyalin satu berkas tema ke situs
help-theme--name = Nama tema baru, atau berkas tema, misalnya home.html; eject tanpa berkas mendaftar semuanya
theme-name = TEMA
theme-api = ANTARMUKA
theme-extends = BERTUMPU PADA
theme-place = TEMPAT
theme-use = PEMAKAIAN
theme-inside = di dalam program
theme-used = dipakai situs ini
theme-other-api = { $found } (program ini memakai { $expected })
theme-without-name = nama tema baru belum ada
theme-without-name-help = tulis seperti warta theme new kota-kami
theme-bad-name = “{ $name }” tidak dapat menjadi nama tema
theme-bad-name-help = pakai huruf kecil a sampai z, angka, dan tanda hubung, misalnya kota-kami
theme-exists = tema “{ $name }” sudah ada
theme-exists-help = pilih nama lain; warta theme menyebut semua yang ada
theme-made = Tema “{ $name }” dibuat di { $folder } ({ $count } berkas), bertumpu pada { $parent }. Berikutnya: tulis theme: { $name } di warta.yaml
theme-css = /* Gaya tema ini, dimuat setelah gaya { $parent } dan karena itu menang. Warna pokok: theme_options.accent di warta.yaml. */
theme-files = { $count } berkas tema { $theme } dapat disalin: warta theme eject BERKAS
theme-no-file = tema { $theme } tidak punya berkas “{ $name }”
theme-no-file-help = { $near ->
        [none] warta theme eject tanpa nama mendaftar semuanya
       *[near] maksud Anda { $near }?
    }
theme-file-kept = { $path } sudah ada dan tidak diubah
theme-file-kept-help = hapus atau pindahkan berkas itu bila ingin menyalin lagi dari tema
theme-ejected = { $path } disalin dari tema { $theme }; yang ini sekarang dipakai. { $kind ->
        [templates] Bila hanya satu blok yang berubah, cukup {"{%"} extends "{ $theme }/{ $template }" {"%}"} dan blok itu saja. Hapus berkas untuk kembali ke milik tema
        [i18n] Hapus baris yang tidak berubah; kata lain tetap dari tema
       *[assets] Hapus berkas untuk kembali ke milik tema
    }
