//! Whether an SVG can be printed: it only draws, it says what it draws in curves, and drawing it takes bounded time and memory.

use std::collections::BTreeMap;

use roxmltree::{Document, Node, ParsingOptions};
use usvg::{Group, Tree};

use super::gate::{self, Fault};
use crate::source;

/// Nodes of a picture once every reference stands for what it refers to: a map of a kabupaten has some ten thousand.
const MAX_DRAWN: u64 = 200_000;
/// Nodes inside each other: readers go down by recursion.
const MAX_DEPTH: usize = 200;
/// Layers that a drawing may need at once, in areas of the picture: for opacity, masks and filters each takes one.
const MAX_LAYERS: f64 = 12.0;
/// Steps of all filters together.
const MAX_FILTER_STEPS: usize = 24;

const SIMPLER: &str = "sederhanakan gambarnya, atau simpan sebagai PNG beresolusi tinggi";

/// What is wrong with an SVG for the press.
pub(super) fn fault(bytes: &[u8]) -> Option<Fault> {
    if let Some(found) = source::svg::fault(bytes) {
        return Some(Fault::new(
            format!("bukan SVG yang dapat dicetak: {found}"),
            "simpan ulang sebagai SVG biasa (di Inkscape: Plain SVG), atau pakai PNG",
        ));
    }
    document_fault(std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}')).or_else(|| match parse(bytes) {
        Ok(tree) => tree_fault(&tree),
        Err(usvg::Error::InvalidSize) => {
            Some(Fault::new("tidak punya ukuran", "beri `width` dan `height`, atau `viewBox`, yang lebih besar dari nol"))
        }
        Err(_) => Some(Fault::new("terlalu rumit atau rusak", SIMPLER)),
    })
}

/// Reads a picture without fonts and without any other file.
fn parse(bytes: &[u8]) -> Result<Tree, usvg::Error> {
    let href = usvg::ImageHrefResolver {
        resolve_data: usvg::ImageHrefResolver::default_data_resolver(),
        resolve_string: Box::new(|_, _| None),
    };
    Tree::from_data(bytes, &usvg::Options { image_href_resolver: href, ..usvg::Options::default() })
}

/// What can be said before references are followed.
fn document_fault(text: &str) -> Option<Fault> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let words =
        document.descendants().find(|node| node.has_tag_name((SVG, "text")) && node.descendants().any(|part| has_words(&part)));
    if let Some(words) = words {
        let said: String = words.descendants().filter_map(|part| part.text().filter(|_| part.is_text())).collect();
        let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect();
        return Some(Fault::new(
            format!("memuat tulisan “{said}” yang hurufnya tidak ikut di dalamnya"),
            "ubah tulisan menjadi kurva sebelum menyimpan (di Inkscape: Path > Object to Path), supaya tercetak persis seperti aslinya",
        ));
    }
    let mut count = Count { ids: BTreeMap::new(), known: BTreeMap::new(), depth: 0 };
    for node in document.descendants() {
        if let Some(id) = node.attribute("id") {
            count.ids.entry(id).or_insert(node);
        }
    }
    let drawn = count.of(document.root_element());
    (drawn > MAX_DRAWN).then(|| Fault::new(format!("terlalu rumit: lebih dari {MAX_DRAWN} unsur"), SIMPLER))
}

const SVG: &str = "http://www.w3.org/2000/svg";

fn has_words(node: &Node<'_, '_>) -> bool {
    node.is_text() && node.text().is_some_and(|text| !text.trim().is_empty())
}

/// How many nodes are drawn where every reference (`use`, clip, mask, pattern, marker) stands for what it refers to: a few lines can say
/// billions. A node that refers to itself counts for nothing; readers leave it out.
struct Count<'a, 'input> {
    ids: BTreeMap<&'a str, Node<'a, 'input>>,
    known: BTreeMap<usize, u64>,
    /// How deep the present node lies, references counted as children.
    depth: usize,
}

impl<'a, 'input> Count<'a, 'input> {
    fn of(&mut self, node: Node<'a, 'input>) -> u64 {
        if let Some(known) = self.known.get(&node.id().get_usize()) {
            return *known;
        }
        self.known.insert(node.id().get_usize(), 0);
        if self.depth >= MAX_DEPTH {
            return MAX_DRAWN + 1;
        }
        self.depth += 1;
        let mut sum: u64 = 1;
        for child in node.children().filter(Node::is_element) {
            sum = sum.saturating_add(self.of(child));
        }
        // A marker stands at every corner of what names it.
        let corners = node.attribute("d").or_else(|| node.attribute("points")).map_or(1, |path| path.len() as u64 / 2 + 1);
        for attribute in node.attributes() {
            let times = if attribute.name().starts_with("marker") || attribute.value().contains("marker") { corners } else { 1 };
            for id in references(attribute.name(), attribute.value()) {
                if let Some(target) = self.ids.get(id).copied() {
                    sum = sum.saturating_add(self.of(target).saturating_mul(times));
                }
            }
        }
        self.known.insert(node.id().get_usize(), sum);
        self.depth -= 1;
        sum
    }
}

/// The ids that an attribute refers to.
fn references<'v>(name: &str, value: &'v str) -> Vec<&'v str> {
    if name == "href" {
        return value.trim().strip_prefix('#').into_iter().collect();
    }
    let inside = |part: &'v str| {
        let id = part.trim_start().trim_start_matches(['"', '\'']).strip_prefix('#')?;
        id.split([')', '"', '\'']).next()
    };
    value.split("url(").skip(1).filter_map(inside).collect()
}

/// What can be said of the drawing itself.
fn tree_fault(tree: &Tree) -> Option<Fault> {
    let mut survey = Survey { area: f64::from(tree.size().width()) * f64::from(tree.size().height()), steps: 0, fault: None };
    survey.group(tree.root(), 0.0);
    survey.fault
}

struct Survey {
    /// Of the picture.
    area: f64,
    steps: usize,
    fault: Option<Fault>,
}

impl Survey {
    /// Goes through a group under `layers` areas of layers.
    fn group(&mut self, group: &Group, mut layers: f64) {
        if group.should_isolate() {
            let bounds = group.abs_layer_bounding_box();
            layers += f64::from(bounds.width()) * f64::from(bounds.height()) / self.area;
        }
        self.steps += group.filters().iter().map(|filter| filter.primitives().len()).sum::<usize>();
        if layers > MAX_LAYERS || self.steps > MAX_FILTER_STEPS {
            self.fault
                .get_or_insert_with(|| Fault::new("memakai terlalu banyak lapis tembus pandang, topeng, atau efek", SIMPLER));
            return;
        }
        for node in group.children() {
            match node {
                usvg::Node::Group(inner) => self.group(inner, layers),
                usvg::Node::Image(image) => self.image(image.kind()),
                usvg::Node::Path(path) => {
                    let paints = [path.fill().map(usvg::Fill::paint), path.stroke().map(usvg::Stroke::paint)];
                    paints.into_iter().flatten().for_each(|paint| self.paint(paint));
                }
                usvg::Node::Text(_) => {}
            }
        }
        let roots = [group.clip_path().map(usvg::ClipPath::root), group.mask().map(usvg::Mask::root)];
        roots.into_iter().flatten().for_each(|root| self.group(root, layers));
    }

    /// A pattern is drawn on a tile first.
    fn paint(&mut self, paint: &usvg::Paint) {
        if let usvg::Paint::Pattern(pattern) = paint {
            let tile = pattern.rect();
            let scale = pattern.transform().get_scale();
            let area = f64::from(tile.width() * scale.0) * f64::from(tile.height() * scale.1);
            if area > MAX_LAYERS * self.area {
                self.fault.get_or_insert_with(|| Fault::new("memakai pola yang jauh lebih besar dari gambarnya", SIMPLER));
                return;
            }
            self.group(pattern.root(), area / self.area);
        }
    }

    fn image(&mut self, kind: &usvg::ImageKind) {
        let fault = match kind {
            usvg::ImageKind::JPEG(bytes) | usvg::ImageKind::PNG(bytes) | usvg::ImageKind::WEBP(bytes) => gate::fault(bytes),
            usvg::ImageKind::GIF(_) | usvg::ImageKind::SVG(_) => Some(Fault::new("GIF atau SVG", SIMPLER)),
        };
        if let Some(fault) = fault {
            self.fault.get_or_insert(Fault::new(format!("memuat gambar lain yang {}", fault.what), fault.hint));
        }
    }
}
