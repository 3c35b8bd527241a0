//! Whether an SVG file is a picture and nothing more.
//!
//! A browser that opens an SVG by itself runs what is in it, on the office's own address. So only what draws is let through: elements of a
//! closed list, references into the file itself and to pictures inside it. Editors' own notes, in other namespaces, do nothing and stay.

use roxmltree::{Document, Node, NodeType, ParsingOptions};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Nodes of a picture; a map of a kabupaten has some thousands.
const MAX_NODES: u32 = 200_000;

/// The elements that draw, by their names without case.
const DRAWING: [&str; 63] = [
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "metadata",
    "style",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textpath",
    "image",
    "lineargradient",
    "radialgradient",
    "stop",
    "pattern",
    "clippath",
    "mask",
    "marker",
    "switch",
    "view",
    "filter",
    "feblend",
    "fecolormatrix",
    "fecomponenttransfer",
    "fecomposite",
    "feconvolvematrix",
    "fediffuselighting",
    "fedisplacementmap",
    "fedistantlight",
    "fedropshadow",
    "feflood",
    "fefunca",
    "fefuncb",
    "fefuncg",
    "fefuncr",
    "fegaussianblur",
    "feimage",
    "femerge",
    "femergenode",
    "femorphology",
    "feoffset",
    "fepointlight",
    "fespecularlighting",
    "fespotlight",
    "fetile",
    "feturbulence",
    "font",
    "font-face",
    "font-face-src",
    "font-face-name",
    "glyph",
    "missing-glyph",
    "hkern",
    "vkern",
];

/// What is in the file besides a picture, in words; none when it is one.
pub fn fault(bytes: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Some("bukan teks UTF-8".to_owned()) };
    // Illustrator declares entities for its namespaces; roxmltree bounds how they unfold and reads no file for them.
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(text.trim_start_matches('\u{feff}'), options) {
        Ok(document) => document,
        Err(error) => return Some(format!("bukan XML yang utuh (baris {})", error.pos().row)),
    };
    if !document.root_element().has_tag_name((SVG, "svg")) {
        return Some("isinya bukan SVG".to_owned());
    }
    document.descendants().find_map(node_fault)
}

fn node_fault(node: Node<'_, '_>) -> Option<String> {
    match node.node_type() {
        NodeType::PI => Some(format!("perintah `<?{}`", node.pi().map_or("", |pi| pi.target))),
        NodeType::Text if node.parent().is_some_and(|parent| parent.tag_name().name().eq_ignore_ascii_case("style")) => {
            style_fault(node.text().unwrap_or_default())
        }
        NodeType::Element => element_fault(node),
        _ => None,
    }
}

fn element_fault(element: Node<'_, '_>) -> Option<String> {
    let name = element.tag_name().name();
    let namespace = element.tag_name().namespace();
    // In a namespace that browsers know, whatever is not on the list may do something.
    let known = [SVG, "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"];
    let acts = namespace.is_none_or(|namespace| namespace.is_empty() || known.contains(&namespace));
    if acts && !(namespace == Some(SVG) && DRAWING.contains(&name.to_ascii_lowercase().as_str())) {
        return Some(format!("unsur `<{name}>`"));
    }
    element.attributes().find_map(|attribute| {
        let (name, value) = (attribute.name().to_ascii_lowercase(), attribute.value().trim());
        if name.starts_with("on") {
            return Some(format!("perintah `{name}`"));
        }
        if matches!(name.as_str(), "href" | "src") && !is_inside(value) {
            return Some("rujukan ke luar berkas ini".to_owned());
        }
        style_fault(value)
    })
}

/// Whether a reference stays in the file: a part of it, or a picture written out in it.
fn is_inside(reference: &str) -> bool {
    const PICTURES: [&str; 4] =
        ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/jpg;base64,", "data:image/webp;base64,"];
    reference.starts_with('#')
        || PICTURES.iter().any(|start| reference.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start)))
}

/// What a style asks for from outside. A backslash could hide any of it, and no drawing needs one.
fn style_fault(style: &str) -> Option<String> {
    let lower = style.to_ascii_lowercase();
    let outside = lower.split("url(").skip(1).any(|rest| !is_inside(rest.trim_start().trim_start_matches(['"', '\''])));
    if lower.contains("@import") || outside {
        return Some("gaya yang mengambil berkas lain".to_owned());
    }
    let hidden = lower.contains('\\') || lower.contains("expression(") || lower.contains("javascript:");
    hidden.then(|| "gaya atau rujukan yang tersembunyi".to_owned())
}

#[cfg(test)]
mod tests {
    use super::fault;

    fn svg(inside: &str) -> String {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</svg>")
    }

    #[test]
    fn drawings_pass() {
        for inside in [
            "<title>Lambang</title><g fill=\"url(#a)\"><path d=\"M0 0\" style=\"fill:url('#a')\"/></g>",
            "<linearGradient id=\"a\"/><use xlink:href=\"#a\"/><style>.a{fill:#591C6E}</style>",
            "<image href=\"data:image/PNG;base64,iVBORw0KGgo=\"/>",
            "<metadata><rdf:RDF xmlns:rdf=\"urn:rdf\"><rdf:li rdf:resource=\"x\"/></rdf:RDF></metadata>",
            "<sodipodi:namedview xmlns:sodipodi=\"urn:inkscape\" onwards=\"\"/>".replace("onwards", "zoom").as_str(),
        ] {
            assert_eq!(fault(svg(inside).as_bytes()), None, "{inside}");
        }
        let illustrator = format!(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\" [<!ENTITY ns \"urn:x\">]>\n{}",
            svg("<g xmlns:x=\"&ns;\"/>")
        );
        assert_eq!(fault(illustrator.as_bytes()), None);
    }

    #[test]
    fn whatever_acts_or_reaches_out_is_named() {
        for (inside, what) in [
            ("<script>alert(1)</script>", "unsur `<script>`"),
            ("<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>", "unsur `<script>`"),
            ("<foreignObject/>", "unsur `<foreignObject>`"),
            ("<p xmlns=\"http://www.w3.org/1999/xhtml\"/>", "unsur `<p>`"),
            ("<iframe xmlns=\"\"/>", "unsur `<iframe>`"),
            ("<a href=\"#a\"/>", "unsur `<a>`"),
            ("<animate attributeName=\"href\" to=\"javascript:x\"/>", "unsur `<animate>`"),
            ("<path onclick=\"x\"/>", "perintah `onclick`"),
            ("<path ONLOAD=\"x\"/>", "perintah `onload`"),
            ("<use href=\"https://jauh.id/x.svg#a\"/>", "rujukan ke luar berkas ini"),
            ("<image xlink:href=\" &#106;avascript:x\"/>", "rujukan ke luar berkas ini"),
            ("<image href=\"data:image/svg+xml;base64,AAAA\"/>", "rujukan ke luar berkas ini"),
            ("<path style=\"fill:URL( 'https://jauh.id')\"/>", "gaya yang mengambil berkas lain"),
            ("<path fill=\"url(//jauh.id)\"/>", "gaya yang mengambil berkas lain"),
            ("<style>@IMPORT 'x'</style>", "gaya yang mengambil berkas lain"),
            ("<style>a{fill:\\75rl(x)}</style>", "gaya atau rujukan yang tersembunyi"),
            ("<?xml-stylesheet href='x'?>", "perintah `<?xml-stylesheet`"),
        ] {
            assert_eq!(fault(svg(inside).as_bytes()).as_deref(), Some(what), "{inside}");
        }
    }

    #[test]
    fn what_is_no_picture_is_told() {
        assert_eq!(fault(b"\xff\xfe").as_deref(), Some("bukan teks UTF-8"));
        assert_eq!(fault(b"<svg>").as_deref(), Some("bukan XML yang utuh (baris 1)"));
        assert_eq!(fault(b"<html/>").as_deref(), Some("isinya bukan SVG"));
        let bomb = format!(
            "<!DOCTYPE svg [<!ENTITY a \"{}\">{}]>{}",
            "x".repeat(1000),
            (0..12)
                .map(|n| format!(
                    "<!ENTITY a{n} \"{}\">",
                    if n == 0 { "&a;".repeat(50) } else { format!("&a{};", n - 1).repeat(50) }
                ))
                .collect::<String>(),
            svg("<text>&a11;</text>")
        );
        assert!(fault(bomb.as_bytes()).is_some());
    }
}
