//! Every message, whole.

use std::io;
use std::path::PathBuf;

use super::code;
use crate::diagnostics::Diagnostic;
use crate::publish::{OutputPath, PublishError};

fn told(error: &PublishError) -> String {
    let Diagnostic { code, message, causes, hint, .. } = Diagnostic::from(error);
    let causes: Vec<String> = causes.iter().map(|cause| format!("sebab: {cause}\n")).collect();
    format!("{code} {message}\n{}saran: {}", causes.concat(), hint.unwrap())
}

fn place() -> PathBuf {
    PathBuf::from("/srv/output")
}

fn assert_told(table: &[(PublishError, &str)]) {
    for (error, expected) in table {
        assert_eq!(told(error), *expected);
    }
}

#[test]
fn a_folder_that_will_not_do() {
    assert_told(&[
        (
            PublishError::Busy { output: place() },
            "S951 folder keluaran `/srv/output` sedang dipakai proses suluh lain\n\
             saran: tunggu sampai proses itu selesai, atau pakai folder lain dengan `--output`",
        ),
        (
            PublishError::NotAFolder { path: place() },
            "S952 `/srv/output` bukan folder\n\
             saran: pindahkan atau hapus, atau pakai folder lain dengan `--output`",
        ),
        (
            PublishError::io("menulis", &place(), io::ErrorKind::ReadOnlyFilesystem.into()),
            "S953 folder `/srv/output` tidak bisa ditulis\n\
             saran: beri izin tulis pada folder itu, atau pakai folder lain dengan `--output`",
        ),
        (
            PublishError::NotOurs { output: place(), example: place().join("skripsi.docx") },
            "S954 folder keluaran `/srv/output` berisi berkas yang bukan buatan suluh, misalnya `/srv/output/skripsi.docx`\n\
             saran: pakai folder yang kosong atau yang belum ada dengan `--output`",
        ),
    ]);
}

#[test]
fn a_file_that_will_not_do() {
    let edition = || code("61.11");
    assert_told(&[
        (
            PublishError::InTheWay { path: place().join("situs/CNAME") },
            "S955 `/srv/output/situs/CNAME` bukan buatan suluh dan menempati jalur berkas terbitan\n\
             saran: pindahkan atau ganti nama berkas itu, lalu jalankan lagi",
        ),
        (
            OutputPath::parse("situs/../\u{7}").unwrap_err(),
            "S956 jalur keluaran `situs/../\\u{7}` tidak sah: `.` dan `..` tidak boleh dipakai\n\
             saran: ganti nama berkas atau alamatnya",
        ),
        (
            PublishError::WrongPlace { path: "situs/index.html".to_owned(), edition: edition() },
            "S956 jalur keluaran `situs/index.html` berada di luar folder edisi `61.11`\n\
             saran: ganti nama berkas atau alamatnya",
        ),
        (
            PublishError::Collision { path: "situs/A".to_owned(), other: "situs/a".to_owned() },
            "S957 jalur keluaran `situs/A` bertabrakan dengan `situs/a`\n\
             saran: ganti salah satu nama; huruf besar dan kecil dianggap sama",
        ),
        (
            PublishError::EditionTwice { edition: edition() },
            "S962 edisi `61.11` dibangun dua kali dalam satu proses\n\
             saran: ini kesalahan program: laporkan kepada pembuatnya",
        ),
        (
            PublishError::Incomplete { edition: edition() },
            "S962 edisi `61.11` tidak lengkap sehingga tidak diterbitkan\n\
             saran: ini kesalahan program: laporkan kepada pembuatnya",
        ),
    ]);
}

#[test]
fn a_system_that_refuses() {
    assert_told(&[
        (
            PublishError::io("menulis", &place(), io::ErrorKind::StorageFull.into()),
            "S958 ruang disk habis saat menulis `/srv/output`\n\
             saran: kosongkan ruang disk, lalu jalankan lagi; terbitan yang lama masih utuh",
        ),
        (
            PublishError::io("menautkan", &place(), io::ErrorKind::PermissionDenied.into()),
            "S959 gagal menautkan `/srv/output`\n\
             sebab: sistem menjawab: permission denied\n\
             saran: periksa izin dan keadaan disk, lalu jalankan lagi; terbitan yang lama masih utuh",
        ),
        (
            PublishError::Unrecovered { output: place(), saved: PathBuf::from("/srv/.output.suluh/lama") },
            "S960 pertukaran folder `/srv/output` pernah terputus dan folder baru sudah menempatinya; terbitan terakhir ada di \
             `/srv/.output.suluh/lama`\n\
             saran: pindahkan folder yang baru itu ke tempat lain, lalu jalankan lagi; terbitan akan dikembalikan",
        ),
        (
            PublishError::Unmovable { output: place(), source: io::ErrorKind::ResourceBusy.into() },
            "S961 folder keluaran `/srv/output` tidak bisa dipertukarkan\n\
             sebab: sistem menjawab: resource busy\n\
             saran: tutup program yang memakai folder itu; bila folder itu titik kait (mount), pakai folder di dalamnya dengan `--output`",
        ),
    ]);
}
