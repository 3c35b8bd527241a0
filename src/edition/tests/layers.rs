//! The overlay as a table: every state of every layer, for texts, print pieces, entries of data files, pictures and templates.
//!
//! The rows are counted out by [`every`], the expected result is said once more, as a rule instead of a procedure, by [`expected`].

use std::collections::{BTreeMap, BTreeSet};

use snapbox::{assert_data_eq, file};

use crate::content::EditionCode;
use crate::diagnostics::{Diagnostic, Diagnostics, render};
use crate::edition::Edition;
use crate::project::{self, Chain, Project};
use crate::source::{BaseFiles, SourceTree};

/// What one layer says of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing.
    Absent,
    /// Here it is: the only one, an addition, or an override.
    Present,
    /// Here it is, and nobody above may touch it.
    Locked,
    /// Leave it out.
    Removed,
}

const STATES: [State; 4] = [State::Absent, State::Present, State::Locked, State::Removed];

/// Every combination of states for so many layers.
fn every(layers: usize) -> impl Iterator<Item = Vec<State>> {
    let count = STATES.len().pow(u32::try_from(layers).unwrap());
    (0..count).map(move |row| {
        (0..layers).map(|layer| STATES[row / STATES.len().pow(u32::try_from(layer).unwrap()) % STATES.len()]).collect()
    })
}

/// Which layer is shown, which are refused because of a lock, which remove what is not there; the lowest layer is 0.
#[derive(Debug, PartialEq, Eq, Default)]
struct Outcome {
    shown: Option<usize>,
    refused: BTreeSet<usize>,
    idle: BTreeSet<usize>,
}

/// The rule of design §3: the lowest lock bars every layer above it that speaks. Of the others that speak the uppermost decides. One that
/// removes needs one that shows directly below it.
fn expected(states: &[State]) -> Outcome {
    let speaking: Vec<usize> = (0..states.len()).filter(|layer| states[*layer] != State::Absent).collect();
    let bar = states.iter().position(|state| *state == State::Locked).unwrap_or(states.len());
    let (heard, refused): (Vec<usize>, Vec<usize>) = speaking.into_iter().partition(|layer| *layer <= bar);
    let shows = |layer: &usize| states[*layer] != State::Removed;
    let nothing_below = |at: usize| at == 0 || !shows(&heard[at - 1]);
    let idle = (0..heard.len()).filter(|at| !shows(&heard[*at]) && nothing_below(*at)).map(|at| heard[at]);
    Outcome { shown: heard.last().copied().filter(shows), refused: refused.into_iter().collect(), idle: idle.collect() }
}

/// What is laid over each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Page,
    Piece,
    Entry,
    Picture,
}

const THINGS: [Thing; 4] = [Thing::Page, Thing::Piece, Thing::Entry, Thing::Picture];

impl Thing {
    /// The files by which a layer says this of the thing: path below the layer's folder and text.
    fn files(self, layer: usize, state: State) -> Vec<(&'static str, String)> {
        let page = |more: &str| match state {
            State::Absent => None,
            State::Removed => Some("---\nhapus: true\n---\n".to_owned()),
            State::Present => Some(format!("---\njudul: Lapisan {layer}\n{more}---\nisi\n")),
            State::Locked => Some(format!("---\njudul: Lapisan {layer}\n{more}terkunci: true\n---\nisi\n")),
        };
        match self {
            Thing::Page => page("").map(|text| ("halaman/tes.md", text)).into_iter().collect(),
            Thing::Piece => page("format: spanduk\n").map(|text| ("cetak/tes.md", text)).into_iter().collect(),
            Thing::Entry => {
                let entry = |more: &str| {
                    format!(
                        "saluran:\n  - {{ id: tes, nama: Lapisan {layer}, cara: c, rezim: pemilu, sumber: x, keyakinan: tinggi{more} }}\n"
                    )
                };
                let text = match state {
                    State::Absent => return Vec::new(),
                    State::Removed => "saluran:\n  - { id: tes, hapus: true }\n".to_owned(),
                    State::Present => entry(""),
                    State::Locked => entry(", terkunci: true"),
                };
                vec![("pelaporan.yaml", text)]
            }
            Thing::Picture => {
                let picture = ("gambar/tes.png", format!("Lapisan {layer}"));
                match state {
                    State::Absent => Vec::new(),
                    State::Removed => vec![("gambar/tes.png.yaml", "hapus: true\n".to_owned())],
                    State::Present => vec![picture],
                    State::Locked => vec![picture, ("gambar/tes.png.yaml", "terkunci: true\n".to_owned())],
                }
            }
        }
    }

    /// What the edition shows of the thing.
    fn shown(self, edition: &Edition) -> Option<String> {
        match self {
            Thing::Page => edition.pages.get("tes").map(|item| item.data.meta.title.value.clone()),
            Thing::Piece => edition.pieces.get("tes").map(|item| item.data.meta.title.value.clone()),
            Thing::Entry => edition.reporting.channels.get("tes").map(|entry| entry.name.value.clone()),
            Thing::Picture => edition.images.get("gambar/tes.png").map(|bytes| String::from_utf8(bytes.to_vec()).unwrap()),
        }
    }
}

const SETTINGS: &str =
    "judul: Uji\nlembaga: Bawaslu\nurl: https://uji.go.id\ntema: uji\npemilihan: { nama: Pemilu, tahun: 2029, rezim: pemilu }\n";

/// A layer: in which project of the chain (0 is the lowest), and its folder there.
type Place = (usize, &'static str);

/// The layers of a kabupaten in a project without a base.
const ALONE: [Place; 3] = [(0, "content/"), (0, "content/daerah/61-kalbar/"), (0, "content/daerah/61.11-ku/")];
/// The same in an overlay: each office's own layer lies over that of the base.
const OVERLAY: [Place; 5] = [
    (0, "content/"),
    (1, "content/"),
    (0, "content/daerah/61-kalbar/"),
    (1, "content/daerah/61-barat/"),
    (1, "content/daerah/61.11-ku/"),
];

/// What messages call the project below.
const BASE: &str = "../nasional";

/// A chain with these files, each in its project.
fn chain(projects: usize, files: Vec<(usize, String, String)>, d: &Diagnostics) -> Chain {
    let mut trees = vec![BTreeMap::new(); projects];
    trees[0].insert("suluh.yaml".to_owned(), SETTINGS.as_bytes().to_vec());
    trees[0].insert("themes/uji/theme.yaml".to_owned(), b"nama: Uji\n".to_vec());
    if projects > 1 {
        trees[projects - 1].insert("suluh.yaml".to_owned(), b"basis: bawaan\n".to_vec());
    }
    for (project, path, text) in files {
        trees[project].insert(path, text.into_bytes());
    }
    let named = trees.into_iter().enumerate().map(|(at, files)| {
        let prefix = if at + 1 == projects { String::new() } else { format!("{BASE}{}/", "x".repeat(at)) };
        (
            prefix.trim_end_matches('/').to_owned(),
            SourceTree::from_files(files).as_base(BaseFiles { prefix: &prefix, wanted: &|_| true }),
        )
    });
    Chain::of(named.collect::<Vec<_>>(), d)
}

/// The kabupaten's edition of a project in which each layer says the same of every thing.
fn edition(layers: &[Place], states: &[State]) -> (Edition, Vec<Diagnostic>) {
    let projects = layers.last().unwrap().0 + 1;
    let region = |project, folder: &str, code: &str| {
        (project, format!("{folder}daerah.yaml"), format!("kode: \"{code}\"\nnama: Daerah {code}\n"))
    };
    let mut files = vec![region(0, "content/daerah/61-kalbar/", "61"), region(projects - 1, "content/daerah/61.11-ku/", "61.11")];
    for (layer, (project, folder)) in layers.iter().enumerate() {
        for (path, text) in THINGS.iter().flat_map(|thing| thing.files(layer, states[layer])) {
            files.push((*project, format!("{folder}{path}"), text));
        }
    }
    let d = Diagnostics::new();
    let project: Project = project::read(&chain(projects, files, &d), &d).unwrap();
    let edition = project.edition(&EditionCode::parse("61.11").unwrap(), "2026-11-22".parse().unwrap(), &d).unwrap();
    // That the sample has no villages is not the matter here.
    (edition, d.into_sorted().into_iter().filter(|problem| problem.code != "S407").collect())
}

/// What was told of one thing: the layers refused, and those that remove nothing.
fn told(thing: Thing, layers: &[Place], problems: &[Diagnostic]) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let projects = layers.last().unwrap().0 + 1;
    let name = ["halaman/tes.md", "cetak/tes.md", "pelaporan.yaml", "gambar/tes.png"][thing as usize];
    let mut told = (BTreeSet::new(), BTreeSet::new());
    for problem in problems {
        let path = problem.path().unwrap().trim_end_matches(".png.yaml").trim_end_matches(".png");
        let is_here = |(project, folder): &Place| {
            let prefix = if project + 1 == projects { String::new() } else { format!("{BASE}/") };
            path == format!("{prefix}{folder}{}", name.trim_end_matches(".png"))
        };
        let Some(layer) = layers.iter().position(is_here) else { continue };
        match problem.code {
            "S220" => told.0.insert(layer),
            "S221" => told.1.insert(layer),
            other => panic!("{other}"),
        };
    }
    told
}

fn check_every(layers: &[Place]) {
    for states in every(layers.len()) {
        let (edition, problems) = edition(layers, &states);
        let expected = expected(&states);
        for thing in THINGS {
            let (refused, idle) = told(thing, layers, &problems);
            let shown = (0..layers.len()).find(|layer| thing.shown(&edition) == Some(format!("Lapisan {layer}")));
            assert_eq!(shown.is_some(), thing.shown(&edition).is_some());
            assert_eq!(Outcome { shown, refused, idle }, expected, "{thing:?} {states:?}");
        }
        let expected_problems = THINGS.len() * (expected.refused.len() + expected.idle.len());
        assert_eq!(problems.len(), expected_problems, "{states:?}: nothing else is told\n{}", render::human(&problems, false));
    }
}

#[test]
fn national_province_and_kabupaten() {
    check_every(&ALONE);
}

#[test]
fn national_province_and_kabupaten_over_a_base() {
    check_every(&OVERLAY);
}

/// A theme has no offices: its files are laid along the chain of bases.
#[test]
fn templates_along_the_chain() {
    const THREE: usize = 3;
    for states in every(THREE) {
        let mut files = Vec::new();
        for (project, state) in states.iter().enumerate() {
            let list = match state {
                State::Locked => "terkunci: [web/tes.html]\n",
                State::Removed => "hapus: [web/tes.html]\n",
                State::Absent | State::Present => "",
            };
            files.push((project, "themes/uji/theme.yaml".to_owned(), format!("nama: Uji {project}\n{list}")));
            if matches!(state, State::Present | State::Locked) {
                files.push((project, "themes/uji/web/tes.html".to_owned(), format!("Lapisan {project}")));
            }
        }
        let region = ("content/daerah/61.11-ku/daerah.yaml".to_owned(), "kode: \"61.11\"\nnama: K\n".to_owned());
        files.push((THREE - 1, region.0, region.1));
        let d = Diagnostics::new();
        let project = project::read(&chain(THREE, files, &d), &d).unwrap();
        let text = project.theme.web_templates.get("tes.html").map(|text| text.text().to_owned());
        let shown = (0..THREE).find(|layer| text == Some(format!("Lapisan {layer}")));
        assert_eq!(project.theme.name, "Uji 2", "tokens are merged whatever the files do");
        let at = |problem: &Diagnostic| {
            let path = problem.path().unwrap();
            (0..THREE).find(|at| at + 1 == THREE || path.starts_with(&format!("{BASE}{}/", "x".repeat(*at)))).unwrap()
        };
        let problems = d.into_sorted();
        let of = |code| problems.iter().filter(|problem| problem.code == code).map(at).collect();
        let outcome = Outcome { shown, refused: of("S220"), idle: of("S221") };
        assert_eq!(outcome, expected(&states), "{states:?}");
    }
}

/// The whole messages of the rows that end in an error or a warning.
#[test]
fn what_is_refused_is_told_whole() {
    let rows = [[State::Locked, State::Present, State::Removed], [State::Absent, State::Absent, State::Removed]];
    let told: Vec<String> = rows.iter().map(|states| render::human(&edition(&ALONE, states).1, false)).collect();
    assert_data_eq!(told.join("\n"), file!["layers.txt"].raw());
}
