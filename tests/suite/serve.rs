//! The preview: what it shows, what it refuses, and how a save reaches an open page.

use std::fs;
use std::io::Write as _;

use crate::harness::{Answer, Preview, Project, hear, save_by_renaming};

const OFFICE: &str = "content/daerah/61.11-kayong-utara/daerah.yaml";
const PAGE: &str = "content/halaman/lapor.md";
const SHEET: &str = "content/cetak/lembar-ikrar.md";
const DECLARATION: &str = "/61.11/deklarasi/ikrar/";

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.path(path)).unwrap()
}

/// The address of the first picture in the panel.
fn picture(page: &Answer) -> String {
    page.between("<img src=\"/_suluh/lembar/", "\"")
}

fn has(words: &'static str) -> impl Fn(&Answer) -> bool {
    move |answer| answer.text().contains(words)
}

#[test]
fn shows_what_would_be_published_and_writes_nothing() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let home = preview.get("/").expect(200).expect_words("Bolehkah aparat memihak?").expect_words("<suluh-papan>");
    assert_eq!(home.header("content-type"), Some("text/html; charset=utf-8"));
    for (path, words) in [
        ("/61.11/", "Kabupaten Kayong Utara"),
        ("/61.11/lapor/", "Dua cara memberi tahu"),
        ("/61.11/lapor/index.html", "Dua cara memberi tahu"),
        ("/61.11/d/61.11.01.2001/", "data-sidik"),
        ("/regulasi/uu-20-2023/", "data-sidik"),
        ("/61.11/unduhan/", "spanduk-1.png"),
        ("/_suluh/temuan/", "peringatan"),
        ("/_suluh/lembar/61.11/", "Spanduk netralitas"),
    ] {
        preview.get(path).expect(200).expect_words(words);
    }
    assert_eq!(preview.get("/61.11/lapor").expect(302).header("location"), Some("/61.11/lapor/"));
    assert_eq!(preview.get("/61.11").expect(302).header("location"), Some("/61.11/"));
    let style = format!("/aset/suluh{}", home.between("href=\"aset/suluh", "\""));
    assert_eq!(preview.get(&style).expect(200).header("content-type"), Some("text/css; charset=utf-8"));
    preview.get("/tidak/ada/").expect(404).expect_words("<suluh-papan>");
    preview.get("/sitemap.xml").expect(200).expect_words("<urlset");
    // No worker keeps what is being written, and one of a published site that was once here goes.
    preview.get("/61.11/sw.js").expect(200).expect_words("registration.unregister()");
    preview.get("/61.11/saku.html").expect(200).expect_words("<suluh-papan>");
    // A file that only a build makes is not an empty answer.
    preview.get("/61.11/unduhan/spanduk.pdf").expect(404).expect_words("<code>suluh build</code>");
    assert!(preview.get("/61.11/unduhan/spanduk-layar.pdf").expect(200).body.starts_with(b"%PDF"));
    assert!(preview.get("/61.11/unduhan/halaman/lapor.pdf").expect(200).body.starts_with(b"%PDF"));
    assert!(preview.get("/61.11/unduhan/spanduk-1.png").expect(200).body.starts_with(b"\x89PNG"));
    let there: Vec<_> = fs::read_dir(project.root()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(there.len(), 3, "only what the project had: {there:?}");
}

#[test]
fn the_browser_asks_again_only_for_what_changed() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let page = preview.get("/61.11/lapor/");
    let tag = page.header("etag").unwrap().to_owned();
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    let again = preview.ask("GET", "/61.11/lapor/", &format!("If-None-Match: \"x\", {tag}\r\n")).expect(304);
    assert!(again.body.is_empty());
    let head = preview.ask("HEAD", "/61.11/lapor/", "").expect(200);
    assert!(head.body.is_empty());
    assert_eq!(head.header("content-length"), Some(page.body.len().to_string().as_str()));
    let refused = preview.ask("POST", "/61.11/lapor/", "Content-Length: 3\r\n").expect(405);
    assert_eq!(refused.header("allow"), Some("GET, HEAD"));
}

#[test]
fn refuses_what_no_browser_of_this_computer_asks() {
    let project = Project::base();
    fs::write(project.beside("rahasia.md"), "rahasia").unwrap();
    let mut preview = Preview::of(&project);
    for path in [
        "/../rahasia.md",
        "/..%2frahasia.md",
        "/%2e%2e/rahasia.md",
        "/aset/..%5c..%5crahasia.md",
        "//rahasia.md",
        "/61.11/../../rahasia.md",
        "/%00",
        "/%ff",
        "/%",
        "/suluh.yaml",
        "/content/halaman/lapor.md",
        "/_suluh/",
        "/_suluh/x",
        "/_suluh/lembar/x/",
        "/_suluh/lembar/61.11/x/",
        "/_suluh/lembar/61.11/spanduk/1-99999.png",
        "/_suluh/lembar/61.11/spanduk/0-640.png",
        "/_suluh/lembar/61.11/spanduk/9-640.png",
        "/_suluh/lembar/61.11/spanduk/-1-640.png",
        "/_suluh/peristiwa",
        "/_suluh/peristiwa?halaman=/&x",
        "/61.11/unduhan/spanduk-99999999999999999999.png",
    ] {
        let answer = preview.get(path).expect(404);
        assert!(!answer.text().contains("rahasia"), "{path}");
    }
    for host in ["jahat.example", "jahat.example:80", "localhost.jahat.example", ""] {
        let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        preview.send(request.as_bytes()).unwrap().expect(421);
    }
    preview.send(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap().expect(200);
    for nonsense in
        [&b"GET / HTTP/1.0\r\n\r\n"[..], b"\x16\x03\x01\x02\x00\x01", b"GET http://jahat.example/ HTTP/1.1\r\n\r\n", b"", b"GET"]
    {
        assert!(preview.send_and_go(nonsense).is_none_or(|answer| answer.status >= 400));
    }
    let endless = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n\r\n", "a".repeat(4 << 20));
    assert!(preview.send_and_go(endless.as_bytes()).is_none_or(|answer| answer.status >= 400));
    let long = format!("/{}/", "a".repeat(100_000));
    assert!(preview.get(&long).status >= 400);
    assert!(preview.is_running());
    preview.get("/").expect(200);
}

#[test]
fn a_save_reaches_an_open_page() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let mut news = preview.listen("/61.11/lapor/");
    let project = project.edit(PAGE, "Dua cara memberi tahu", "Tiga cara memberi tahu");
    hear(&mut news);
    preview.until("/61.11/lapor/", has("Tiga cara memberi tahu"));
    // The next change comes over the same connection, and of a file that was put in the place of the old one.
    save_by_renaming(&project, PAGE, &read(&project, PAGE).replace("Tiga cara", "Empat cara"));
    hear(&mut news);
    preview.until("/61.11/lapor/", has("Empat cara memberi tahu"));
    // The region's own file, and the theme.
    let project = project.edit(OFFICE, "Kabupaten Kayong Utara", "Kabupaten Kayong Selatan");
    hear(&mut news);
    preview.until("/61.11/lapor/", has("Kayong Selatan"));
    let _project = project.edit("themes/suluh/web/dasar.html", "Langsung ke isi", "Lompat ke isi");
    hear(&mut news);
    preview.until("/61.11/lapor/", has("Lompat ke isi"));
}

#[test]
fn a_file_that_is_being_written_is_waited_for() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let whole = read(&project, PAGE).replace("Dua cara", "Lima cara");
    let mut news = preview.listen("/61.11/lapor/");
    let mut file = fs::File::create(project.path(PAGE)).unwrap();
    for part in whole.as_bytes().chunks(whole.len() / 4) {
        file.write_all(part).unwrap();
        file.flush().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    drop(file);
    hear(&mut news);
    preview.until("/61.11/lapor/", |page| page.text().contains("Lima cara") && !page.text().contains("<suluh-galat>"));
}

#[test]
fn errors_stand_on_the_page_they_are_about() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let mut news = preview.listen("/61.11/lapor/");
    let project = project.edit(PAGE, "ringkas: Kabari, atau lapor resmi.", "ringkes: <b>Baru</b>");
    hear(&mut news);
    let page = preview.until("/61.11/lapor/", has("ringkes"));
    let banner = page.between("<suluh-galat>", "</suluh-galat>");
    for words in [
        "1 galat di halaman ini",
        "galat S101",
        "<code>ringkes</code>",
        "content/halaman/lapor.md:3:1",
        "maksud Anda <code>ringkas</code>?",
        "&lt;b&gt;Baru&lt;/b&gt;",
    ] {
        assert!(banner.contains(words), "no {words:?} in:\n{banner}");
    }
    // Below it stands what was good last.
    assert!(page.text().contains("Kabari, atau lapor resmi."));
    // Another page only counts it, and the list has it whole.
    let other = preview.get("/61.11/sanksi/moral/").expect(200);
    assert!(!other.text().contains("<suluh-galat>") && other.text().contains("1 galat"));
    preview.get("/_suluh/temuan/").expect_words("content/halaman/lapor.md:3:1");
    let _project = project.edit(PAGE, "ringkes: <b>Baru</b>", "ringkas: Kabari saja.");
    hear(&mut news);
    let page = preview.until("/61.11/lapor/", has("Kabari saja."));
    assert!(!page.text().contains("<suluh-galat>") && !page.text().contains("1 galat"));
}

#[test]
fn a_broken_theme_shows_the_last_good_page() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let mut news = preview.listen("/61.11/lapor/");
    let project = project.edit("themes/suluh/web/dasar.html", "{% block utama %}", "{% blok utama %}");
    hear(&mut news);
    let page = preview.until("/61.11/lapor/", has("<suluh-galat>")).expect(200).expect_words("Dua cara memberi tahu");
    assert!(page.between("<suluh-galat>", "</suluh-galat>").contains("themes/suluh/web/dasar.html:"));
    let _project = project.edit("themes/suluh/web/dasar.html", "{% blok utama %}", "{% block utama %}");
    hear(&mut news);
    preview.until("/61.11/lapor/", |page| !page.text().contains("<suluh-galat>")).expect(200);
}

#[test]
fn a_project_that_is_broken_at_first_is_shown_when_it_is_mended() {
    let project = Project::base().edit("suluh.yaml", "tema: suluh", "tema: [");
    let preview = Preview::of(&project);
    let page = preview.get("/61.11/lapor/").expect(500).expect_words("<code>suluh.yaml:");
    assert!(page.text().contains("data-halaman=\"/61.11/lapor/\""));
    let mut news = preview.listen("/61.11/lapor/");
    let project = project.edit("suluh.yaml", "tema: [", "tema: suluh");
    hear(&mut news);
    preview.until("/61.11/lapor/", has("Dua cara memberi tahu")).expect(200);
    // A content file that is broken from the start has no good state to show.
    let good = read(&project, PAGE);
    let project = project.write(PAGE, b"\xff\xfe");
    hear(&mut news);
    drop(preview);
    let preview = Preview::of(&project);
    preview.get("/61.11/").expect(200);
    let mut news = preview.listen("/61.11/lapor/");
    let _project = project.write(PAGE, good);
    hear(&mut news);
    preview.until("/61.11/lapor/", has("Dua cara memberi tahu")).expect(200);
}

#[test]
fn a_folder_may_go_and_come_back() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let (content, beside) = (project.path("content"), project.beside("isi-lama"));
    fs::rename(&content, &beside).unwrap();
    preview.until("/_suluh/temuan/", has("galat S184"));
    // The last good state stays.
    preview.get("/61.11/lapor/").expect(200).expect_words("Dua cara memberi tahu");
    fs::rename(&beside, &content).unwrap();
    preview.until("/_suluh/temuan/", |page| !page.text().contains("galat S184"));
    // And it is watched again.
    let mut news = preview.listen("/61.11/lapor/");
    let _project = project.edit(PAGE, "Dua cara memberi tahu", "Enam cara memberi tahu");
    hear(&mut news);
    preview.until("/61.11/lapor/", has("Enam cara memberi tahu"));
}

#[test]
fn sheets_stand_beside_the_page_that_feeds_them() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let page = preview.get(DECLARATION).expect_words("diisi dari halaman ini");
    let before = picture(&page);
    let first = preview.get(&format!("/_suluh/lembar/{before}")).expect(200);
    assert!(first.body.starts_with(b"\x89PNG"));
    assert!(first.header("cache-control").unwrap().contains("immutable"));
    let mut news = preview.listen(DECLARATION);
    let project = project.edit(SHEET, "Diucapkan di hadapan", "Diikrarkan di muka");
    hear(&mut news);
    let after = picture(&preview.until(DECLARATION, |page| picture(page) != before));
    let second = preview.get(&format!("/_suluh/lembar/{after}")).expect(200);
    assert!(first.body != second.body, "the picture shows the new words");
    // An old address shows the sheet of now, and is not kept.
    let stale = preview.get(&format!("/_suluh/lembar/{before}")).expect(200);
    assert!(stale.body == second.body && stale.header("cache-control") == Some("no-cache"));
    preview.get("/_suluh/lembar/61.11/lembar-ikrar/").expect(200).expect_words("<img class=\"besar\"");
    drop(news);
    // What does not fit is told under the picture, which is shown all the same.
    let village = "/61.11/d/61.11.01.2001/";
    let mut news = preview.listen(village);
    let _project =
        project.edit("content/cetak/brosur-warga.md", "Netral berarti", &"Netral berarti tidak ikut-ikutan. ".repeat(80));
    hear(&mut news);
    let details = |page: &Answer| preview.get(&page.between("data-rincian=\"", "\""));
    let page = preview.until(village, |page| details(page).text().contains("galat S5"));
    let details = details(&page).expect(200);
    assert!(details.text().contains("galat S5"), "{}", details.text());
    assert!(details.text().contains("content/cetak/brosur-warga.md:"), "{}", details.text());
    assert!(preview.get(&format!("/_suluh/lembar/{}", picture(&page))).expect(200).body.starts_with(b"\x89PNG"));
}

#[test]
fn each_village_has_its_own_sheet() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let shot = |code: &str| {
        let page = preview.get(&format!("/61.11/d/{code}/")).expect_words("lembar desa ini");
        preview.get(&format!("/_suluh/lembar/{}", picture(&page))).expect(200).body
    };
    assert!(shot("61.11.01.2001") != shot("61.11.01.2002"));
    preview
        .get("/_suluh/lembar/61.11/brosur-warga/?desa=61.11.01.2002")
        .expect(200)
        .expect_words("value=\"61.11.01.2002\" selected");
}

#[test]
fn an_overlay_begins_at_its_own_region() {
    let project = Project::empty("proyek");
    let made = std::process::Command::new(env!("CARGO_BIN_EXE_suluh"))
        .args(["init", "--region", "61.05"])
        .arg(project.root())
        .output()
        .unwrap();
    assert!(made.status.success());
    let preview = Preview::of(&project);
    assert_eq!(preview.get("/").expect(302).header("location"), Some("/61.05/"));
    preview.get("/61.05/").expect(200).expect_words("Sintang");
    preview.get("/lapor/").expect(404);
}

#[test]
fn a_link_out_of_the_project_is_not_followed() {
    let project = Project::base();
    fs::write(project.beside("rahasia.md"), "---\njudul: Rahasia besar\n---\n\nrahasia").unwrap();
    let project = project.link("content/halaman/bocor.md", "../../../rahasia.md");
    let preview = Preview::of(&project);
    assert!(!preview.get("/bocor/").expect(404).text().contains("Rahasia besar"));
    preview.get("/_suluh/temuan/").expect_words("content/halaman/bocor.md");
}

#[test]
fn many_may_ask_at_once() {
    let project = Project::base();
    let preview = Preview::of(&project);
    let paths = ["/", "/61.11/", "/61.11/lapor/", "/61.11/unduhan/spanduk-1.png", "/61.11/d/61.11.01.2001/", "/sitemap.xml"];
    let waiting: Vec<_> = (0..8).map(|_| preview.listen("/61.11/lapor/")).collect();
    std::thread::scope(|scope| {
        for round in 0..24 {
            let preview = &preview;
            scope.spawn(move || preview.get(paths[round % paths.len()]).expect(200));
        }
    });
    let _project = project.edit(PAGE, "Dua cara", "Tujuh cara");
    waiting.into_iter().for_each(|mut news| hear(&mut news));
}

#[test]
fn it_ends_with_ctrl_c_and_needs_its_port() {
    let project = Project::base();
    let mut preview = Preview::of(&project);
    let _open = preview.listen("/61.11/lapor/");
    assert!(preview.is_running());
    let taken = project.command("serve").args(["--port", &preview.port().to_string()]).output().unwrap();
    assert_eq!(taken.status.code(), Some(3));
    let said = String::from_utf8(taken.stderr).unwrap();
    assert!(said.starts_with(&format!("galat[S943]: porta {} tidak dapat dipakai\n", preview.port())), "{said}");
    let (code, said) = preview.interrupt();
    assert_eq!(code, Some(0));
    assert!(said.ends_with("Pratinjau berhenti.\n"), "{said}");
    let nowhere = Project::empty("proyek");
    fs::remove_dir(nowhere.root()).unwrap();
    let refused = nowhere.command("serve").output().unwrap();
    assert_eq!(refused.status.code(), Some(3));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("galat[S903]"));
}
