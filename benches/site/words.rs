//! The words the synthetic releases are made of: Indonesian as press offices write it. The city and its people do not exist.

pub(crate) const CITY: &str = "Muara Biru";

pub(crate) const NOUNS: &[&str] = &[
    "pelayanan", "jalan", "jembatan", "pasar", "sekolah", "puskesmas", "taman", "terminal", "pelabuhan", "gedung",
    "anggaran", "program", "kegiatan", "kebijakan", "peraturan", "pengawasan", "pembangunan", "perbaikan", "bantuan", "pelatihan",
    "sampah", "banjir", "drainase", "saluran", "air bersih", "listrik", "lampu jalan", "trotoar", "halte", "angkutan",
    "izin usaha", "pajak", "retribusi", "pendapatan", "investasi", "industri", "koperasi", "pariwisata", "kerajinan", "perikanan",
    "pertanian", "pangan", "harga beras", "stok pangan", "gizi", "imunisasi", "kesehatan", "obat", "posyandu", "rumah sakit",
    "guru", "murid", "beasiswa", "kurikulum", "perpustakaan", "buku", "olahraga", "kesenian", "budaya", "bahasa",
    "data", "arsip", "dokumen", "laporan", "aplikasi", "jaringan", "sistem informasi", "situs web", "pengaduan", "survei",
    "kependudukan", "akta kelahiran", "kartu keluarga", "pemilihan", "rapat", "musyawarah", "lokakarya", "sosialisasi", "upacara", "peringatan",
    "kebakaran", "bencana", "posko", "evakuasi", "cuaca", "gelombang", "keselamatan", "keamanan", "ketertiban", "lalu lintas",
    "perumahan", "permukiman", "lahan", "tata ruang", "hutan kota", "pantai", "sungai", "waduk", "mangrove", "lingkungan",
    "aparatur", "budaya kerja", "disiplin", "kinerja", "reformasi birokrasi", "akuntabilitas", "transparansi", "partisipasi", "kerja sama", "kemitraan",
    "perempuan", "anak", "lansia", "pemuda", "difabel", "keluarga", "kelurahan", "kecamatan", "rukun warga", "masyarakat",
    "tenaga kerja", "lowongan", "upah", "pelaku usaha", "pedagang", "nelayan", "petani", "pengrajin", "wisatawan", "penumpang",
];

pub(crate) const PEOPLE: &[&str] = &[
    "warga", "pegawai", "camat", "lurah", "guru", "kader posyandu", "pelajar", "mahasiswa", "pedagang", "nelayan",
    "petugas", "relawan", "pengusaha", "tokoh masyarakat", "ketua RT", "penyuluh", "perawat", "bidan", "sopir angkutan", "wartawan",
    "peserta", "undangan", "pemuda", "ibu rumah tangga", "penyandang disabilitas",
];

pub(crate) const ACTIVE: &[&str] = &[
    "meningkatkan", "memperbaiki", "membangun", "menyiapkan", "menyusun", "meninjau", "mengawasi", "mendukung", "memperkuat", "mempercepat",
    "menyalurkan", "membagikan", "mengelola", "menata", "menertibkan", "membersihkan", "melestarikan", "mengembangkan", "mengevaluasi", "menyederhanakan",
    "memantau", "memeriksa", "membina", "melatih", "mendampingi", "melindungi", "menyediakan", "menambah", "mengurangi", "menghemat",
    "mendata", "mencatat", "memperluas", "membuka", "meresmikan", "menyelesaikan", "melanjutkan", "menyesuaikan", "menggabungkan", "menyerahkan",
    "mengundang", "melibatkan", "memberdayakan", "memfasilitasi", "menetapkan", "menerbitkan", "mengumumkan", "menjelaskan", "menyampaikan", "mendorong",
];

pub(crate) const PASSIVE: &[&str] = &[
    "dilaksanakan", "diselenggarakan", "digelar", "dibuka", "diresmikan", "dibahas", "disusun", "dibiayai", "dikelola", "diawasi",
    "diperbaiki", "dibangun", "ditetapkan", "diumumkan", "disalurkan", "dijadwalkan", "dipusatkan", "dimulai", "dilanjutkan", "diperluas",
];

pub(crate) const ADJECTIVES: &[&str] = &[
    "baru", "lama", "bersih", "sehat", "aman", "tertib", "ramah", "terpadu", "terbuka", "cepat",
    "murah", "mudah", "gratis", "layak", "berkualitas", "berkelanjutan", "inklusif", "mandiri", "produktif", "inovatif",
    "daring", "digital", "bergerak", "darurat", "berkala", "tahunan", "terbaru", "utama", "daerah", "setempat",
    "kota", "pesisir", "perkotaan", "nasional", "tradisional", "modern", "prima", "efektif", "efisien", "merata",
];

/// Verbs as headlines use them, without a prefix.
pub(crate) const HEADLINE_VERBS: &[&str] = &[
    "Siapkan", "Tinjau", "Bahas", "Perbaiki", "Resmikan", "Bagikan", "Perkuat", "Percepat", "Luncurkan", "Gelar",
    "Tata", "Awasi", "Dukung", "Evaluasi", "Tingkatkan", "Buka", "Salurkan", "Benahi", "Lanjutkan", "Umumkan",
    "Sosialisasikan", "Targetkan", "Tambah", "Sederhanakan", "Periksa",
];

pub(crate) const CONNECTORS: &[&str] = &[
    "Selain itu", "Sementara itu", "Oleh karena itu", "Di samping itu", "Pada kesempatan tersebut", "Dalam sambutannya", "Menurutnya", "Ke depan",
    "Dengan demikian", "Sebelumnya", "Sejalan dengan itu", "Di sisi lain", "Untuk itu", "Lebih lanjut", "Pada tahap pertama", "Hingga kini",
    "Sebagai tindak lanjut", "Tahun ini", "Dalam waktu dekat", "Sesuai rencana",
];

pub(crate) const ADVERBIALS: &[&str] = &[
    "secara bertahap", "mulai pekan depan", "sampai akhir tahun", "tanpa dipungut biaya", "dengan melibatkan warga", "melalui kerja sama lintas instansi",
    "sesuai peraturan yang berlaku", "di seluruh kecamatan", "pada jam kerja", "setiap hari Senin sampai Jumat", "dalam rangka hari jadi kota",
    "bagi seluruh lapisan masyarakat", "untuk memudahkan warga", "agar anggaran tepat sasaran", "supaya tidak terjadi antrean", "demi keselamatan bersama",
    "berdasarkan hasil musyawarah", "dengan dukungan pemerintah pusat", "bersama para pelaku usaha", "di lingkungan pemerintah kota", "paling lambat bulan depan",
    "menjelang musim hujan", "selama libur sekolah", "dengan standar pelayanan yang jelas", "sebagai bagian dari reformasi birokrasi",
];

pub(crate) const SPEECH: &[&str] = &["kata", "ujar", "tutur", "jelas", "ungkap", "tambah", "tegas", "terang"];

/// Foreign words that newsrooms set in italics.
pub(crate) const FOREIGN: &[&str] = &[
    "good governance", "mind set", "e-government", "smart city", "stakeholder", "workshop", "output", "outcome", "open data", "call center", "car free day", "database",
];

pub(crate) const PLACES: &[&str] = &[
    "Sagu Raya", "Teluk Pandan", "Bukit Kemuning", "Tanjung Lesung", "Pulau Karang", "Sungai Rotan", "Kampung Nelayan", "Batu Layar",
    "Simpang Lima", "Pasar Minggu", "Rawa Indah", "Kebun Kelapa", "Ujung Kulit", "Lubuk Mawar", "Padang Lalang", "Selat Panjang",
    "Taman Sari", "Muara Kuning", "Gunung Tengah", "Pantai Utara",
];

/// Given names; family names are put together from the syllables below, so that names are many, as in a real archive.
pub(crate) const GIVEN_NAMES: &[&str] = &[
    "Ahmad", "Budi", "Citra", "Dewi", "Eko", "Fitri", "Gunawan", "Hasan", "Indah", "Joko",
    "Kartika", "Lestari", "Maya", "Nur", "Oki", "Putri", "Rahmat", "Sari", "Taufik", "Umar",
    "Vina", "Wahyu", "Yusuf", "Zainal", "Agus", "Bambang", "Ratna", "Sri", "Teguh", "Wulan",
];
pub(crate) const NAME_STARTS: &[&str] = &["Su", "Ha", "Wi", "Pra", "Kar", "San", "Mar", "Ru", "Da", "Sa", "Ir", "An", "Her", "Tri", "Nu", "Ba", "Sim", "Na", "Lu", "Pur"];
pub(crate) const NAME_MIDDLES: &[&str] = &["ma", "di", "ra", "ta", "wa", "ri", "na", "ku", "to", "la", "si", "ga", "ba", "ti", "no"];
pub(crate) const NAME_ENDS: &[&str] = &["wan", "to", "no", "yani", "dinata", "sih", "syah", "ningsih", "man", "dar", "jaya", "putra", "sari", "din", "ti", "pura", "lang", "gar", "ban", "yanto"];

/// Identifier, short and full name of each organisation.
pub(crate) const ORGANIZATIONS: &[(&str, &str, &str)] = &[
    ("bagian-humas", "Bagian Humas", "Bagian Hubungan Masyarakat Sekretariat Daerah"),
    ("bagian-organisasi", "Bagian Organisasi", "Bagian Organisasi dan Tata Laksana Sekretariat Daerah"),
    ("dinas-kesehatan", "Dinas Kesehatan", "Dinas Kesehatan Kota"),
    ("dinas-pendidikan", "Dinas Pendidikan", "Dinas Pendidikan Kota"),
    ("dinas-perhubungan", "Dinas Perhubungan", "Dinas Perhubungan Kota"),
    ("dinas-pekerjaan-umum", "Dinas Pekerjaan Umum", "Dinas Pekerjaan Umum dan Tata Ruang"),
    ("dinas-lingkungan-hidup", "Dinas Lingkungan Hidup", "Dinas Lingkungan Hidup Kota"),
    ("dinas-sosial", "Dinas Sosial", "Dinas Sosial dan Pemberdayaan Masyarakat"),
    ("dinas-kependudukan", "Dinas Kependudukan", "Dinas Kependudukan dan Pencatatan Sipil"),
    ("dinas-pariwisata", "Dinas Pariwisata", "Dinas Kebudayaan dan Pariwisata"),
    ("dinas-perikanan", "Dinas Perikanan", "Dinas Perikanan dan Kelautan"),
    ("dinas-perdagangan", "Dinas Perdagangan", "Dinas Perindustrian dan Perdagangan"),
    ("dinas-tenaga-kerja", "Dinas Tenaga Kerja", "Dinas Tenaga Kerja Kota"),
    ("dinas-kominfo", "Dinas Kominfo", "Dinas Komunikasi dan Informatika"),
    ("bappeda", "Bappeda", "Badan Perencanaan Pembangunan Daerah"),
    ("badan-kepegawaian", "Badan Kepegawaian", "Badan Kepegawaian dan Pelatihan"),
    ("badan-pendapatan", "Badan Pendapatan", "Badan Pendapatan Daerah"),
    ("bpbd", "BPBD", "Badan Penanggulangan Bencana Daerah"),
    ("satpol-pp", "Satpol PP", "Satuan Polisi Pamong Praja"),
    ("inspektorat", "Inspektorat", "Inspektorat Daerah"),
];

pub(crate) const TOPICS: &[(&str, &str)] = &[
    ("reformasi-birokrasi", "Reformasi birokrasi"),
    ("kesehatan", "Kesehatan"),
    ("pendidikan", "Pendidikan"),
    ("infrastruktur", "Infrastruktur"),
    ("perhubungan", "Perhubungan"),
    ("lingkungan", "Lingkungan"),
    ("ekonomi", "Ekonomi dan usaha"),
    ("sosial", "Sosial"),
    ("kebencanaan", "Kebencanaan"),
    ("pariwisata-budaya", "Pariwisata dan budaya"),
    ("kependudukan", "Kependudukan"),
    ("keterbukaan-informasi", "Keterbukaan informasi"),
];

/// From the most to the least used.
pub(crate) const TAGS: &[&str] = &[
    "pelayanan publik", "wali kota", "kesehatan", "pendidikan", "anggaran", "infrastruktur", "banjir", "lalu lintas", "pasar", "umkm",
    "investasi", "pariwisata", "lingkungan", "sampah", "air bersih", "puskesmas", "imunisasi", "sekolah", "beasiswa", "guru",
    "aparatur", "budaya kerja", "good governance", "reformasi birokrasi", "perizinan", "pajak daerah", "retribusi", "koperasi", "nelayan", "pertanian",
    "pangan", "harga", "operasi pasar", "posyandu", "gizi", "lansia", "perempuan", "anak", "pemuda", "olahraga",
    "kesenian", "hari jadi", "upacara", "lokakarya", "sosialisasi", "musrenbang", "tata ruang", "perumahan", "penghijauan", "mangrove",
    "pelabuhan", "angkutan umum", "parkir", "lampu jalan", "kebakaran", "cuaca", "ketertiban", "data terbuka", "arsip", "kependudukan",
];

pub(crate) const MONTHS: &[&str] = &[
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
];
/// From Thursday, the weekday of 1 January 1970.
pub(crate) const WEEKDAYS: &[&str] = &["Kamis", "Jumat", "Sabtu", "Minggu", "Senin", "Selasa", "Rabu"];
