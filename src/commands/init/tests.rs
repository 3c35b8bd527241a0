//! The project of every region of the country is sound from the first minute.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::*;
use crate::check;
use crate::diagnostics::Severity;
use crate::plan::Plan;
use crate::project;
use crate::source::reader::describe::{Form, Shape};

fn kit(gazetteer: &Gazetteer, region: &KnownRegion) -> Vec<NewFile> {
    let basis = basis::text(basis::EMBEDDED, Path::new(".")).unwrap();
    kit::files(region, &gazetteer.villages(&region.code), &basis)
}

/// The national project with the folders of all regions, laid over it as `init` writes them.
fn with_every_region(d: &Diagnostics) -> Chain {
    let gazetteer = Gazetteer::new(embedded::regions());
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for file in embedded::project().under("") {
        if !file.path().starts_with("content/daerah/") {
            files.insert(file.path().to_owned(), file.as_slice().to_vec());
        }
    }
    for region in gazetteer.regions() {
        for file in kit(&gazetteer, &region).into_iter().filter(|file| file.path.starts_with("content/")) {
            assert!(files.insert(file.path, file.bytes).is_none());
        }
    }
    Chain::of([(String::new(), SourceTree::from_files(files))], d)
}

#[test]
fn the_project_of_every_region_reads_and_plans() {
    let d = Diagnostics::new();
    let project = project::read(&with_every_region(&d), &d).unwrap();
    let as_of = "2026-11-22".parse().unwrap();
    let editions: Vec<_> =
        project.edition_codes().par_iter().filter_map(|code| project.edition(code, as_of, &d).map(Arc::new)).collect();
    assert_eq!(editions.len(), 1 + 552);
    check::run_all(&editions, &project.theme, None, &d);
    assert_eq!(editions.iter().map(|edition| edition.villages.len()).sum::<usize>(), 83_763);
    assert!(editions.iter().all(|edition| edition.specimen), "nobody prints placeholder contacts by mistake");
    let plan = Plan::new(editions, Arc::clone(&project.theme));
    plan.check_links(&d);
    let problems = d.into_sorted();
    let asking = problems.iter().filter(|problem| problem.severity != Severity::Note);
    assert_eq!(asking.map(|problem| format!("{problem:?}")).collect::<Vec<_>>(), Vec::<String>::new());
}

/// What an office gets when it takes the `# ` from a line that is meant to be used.
pub(in crate::commands) fn with_every_comment_used(text: &str) -> String {
    let used = |line: &str| {
        let indent = line.len() - line.trim_start().len();
        let rest = line.trim_start().strip_prefix("# ")?;
        let key = rest.trim_start().trim_start_matches("- ").split(':').next().filter(|_| rest.contains(':'))?;
        let is_key = !key.is_empty() && key.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_');
        is_key.then(|| format!("{}{rest}", &line[..indent]))
    };
    text.lines().map(|line| used(line).unwrap_or_else(|| line.to_owned()) + "\n").collect()
}

#[test]
fn every_commented_line_can_be_used() {
    let gazetteer = Gazetteer::new(embedded::regions());
    let region = find(&gazetteer, "61.05").unwrap();
    let files = kit(&gazetteer, &region);
    let text = |ending: &str| {
        let file = files.iter().find(|file| file.path.ends_with(ending)).unwrap();
        with_every_comment_used(std::str::from_utf8(&file.bytes).unwrap())
    };
    let office = text("daerah.yaml");
    for key in ["media_sosial:", "posko:", "logo:", "mitra:", "url:"] {
        assert!(office.lines().any(|line| line.trim_start().starts_with(key)), "{key}:\n{office}");
    }
    let (project, d) = crate::project::sample::project(&[("content/daerah/61.05-sintang/daerah.yaml", &office)]);
    assert!(!d.has_errors(), "{:?}", d.into_sorted());
    let project = project.unwrap();
    let code = project.editions.last().unwrap();
    let region = project.layers(code).first().unwrap().region.clone().unwrap();
    assert_eq!((region.posts.len(), region.partners.len(), region.office.social.len()), (1, 1, 1));
    assert!(region.logo.is_some() && region.url.is_some());
}

/// What the schema knows of an office, its file shows: as a line or as a comment.
#[test]
fn every_key_is_offered() {
    fn missing(shape: &Shape, text: &str, path: &str, found: &mut Vec<String>) {
        for key in &shape.keys {
            let path = format!("{path}{}", key.name);
            let starts = |line: &str| line.trim_start().trim_start_matches("- ").starts_with(&format!("{}:", key.name));
            if !text.lines().any(starts) {
                found.push(path.clone());
            }
            for form in &key.forms {
                if let Form::Map(shape) | Form::Maps(shape) = form {
                    missing(shape, text, &format!("{path}."), found);
                }
            }
        }
    }
    let gazetteer = Gazetteer::new(embedded::regions());
    let files = kit(&gazetteer, &find(&gazetteer, "61.05").unwrap());
    let office = files.iter().find(|file| file.path.ends_with("daerah.yaml")).unwrap();
    let text = with_every_comment_used(std::str::from_utf8(&office.bytes).unwrap());
    let mut found = Vec::new();
    missing(&project::schema::Kind::named("daerah").unwrap().shape(), &text, "", &mut found);
    assert_eq!(found, Vec::<String>::new());
}

/// Names with quotes, apostrophes and brackets come out of the table as they went in.
#[test]
fn the_table_gives_every_name_back() {
    let gazetteer = Gazetteer::new(embedded::regions());
    for region in gazetteer.regions() {
        let villages = gazetteer.villages(&region.code);
        let files = kit(&gazetteer, &region);
        let Some(file) = files.iter().find(|file| file.path.ends_with("desa.csv")) else {
            assert!(villages.is_empty() && region.code.is_province());
            continue;
        };
        let d = Diagnostics::new();
        let source = crate::diagnostics::SourceText::new("desa.csv", std::str::from_utf8(&file.bytes).unwrap());
        let table = crate::source::table::csv(&source, &d).unwrap();
        assert!(d.is_empty(), "{}", region.name);
        let read: Vec<_> =
            table.rows.iter().skip(1).map(|row| (row.cells[0].value.as_str(), row.cells[1].value.as_str())).collect();
        assert_eq!(read, villages.iter().map(|village| (village.code, village.name)).collect::<Vec<_>>());
    }
}
