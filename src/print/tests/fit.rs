//! Texts of villages at full size and measured: whoever is not said to be tight comes out the same either way.

use super::*;
use crate::print::house::typeset;
use crate::print::slots::{Fit, SlotPlan, rows_json, tight};
use crate::print::{compose, frames};

/// A leaflet with a value in one line, one in two, and a paragraph that names the village.
const SLOTS: &str = r#"
#import "/sistem/slot.typ": slot-kotak
#import "/tema/tulisan.typ": slot-alinea
#let susun(d) = (sisi: (block(width: d.format.lebar, height: d.format.tinggi, {
  place(dx: 6mm, dy: 4mm, slot-kotak("desa.nama", "sela", 30mm, 5mm))
  place(dx: 6mm, dy: 12mm, slot-kotak("desa.pengawas", "pengawas", 36mm, 9mm))
  place(dx: 6mm, dy: 24mm, slot-kotak("desa.telepon", "nomor", 20mm, 3mm, ukuran: 12pt))
  place(dx: 50mm, dy: 4mm, block(width: 44mm, d.panel.kiri.isi))
}),))
"#;

/// Every piece of text on a village's pages: where it stands, how large it is, and its words.
fn texts(pages: &[typst_layout::Page]) -> Vec<String> {
    let mut found = Vec::new();
    for page in pages {
        frames::walk(
            &page.frame,
            &mut |item| {
                if let typst::layout::FrameItem::Text(text) = item.item {
                    let t = item.transform;
                    found.push(format!("{:.4} {:.4} {:.4} {}", t.tx.to_pt(), t.ty.to_pt(), text.size.to_pt(), text.text));
                }
            },
            &mut |_, _| {},
        );
    }
    found
}

#[test]
fn who_is_not_tight_comes_out_as_if_measured() {
    let (format, title) = (format(), located("Uji"));
    let house = house_with(SLOTS);
    let mut job = job(&format, &title, "");
    let markup = "#p[#\"Di Desa \"#slot(\"desa.nama\")#\", hubungi \"#strong[#slot(\"desa.pengawas\")]]".to_owned();
    let paragraph = Part::Village(Copy { markup, ..Copy::default() });
    job.body = BTreeMap::from([("kiri".to_owned(), Body { title: Copy::default(), parts: vec![paragraph] })]);
    let rows: Vec<_> = (1..=60)
        .map(|length| {
            let words = "Sungai Limau Manis Hulu Kanan Mudik Selatan Baru Empat Puluh Sembilan";
            let mut row = village(length, words.get(..length).unwrap_or(words));
            row.values.insert("desa.pengawas".to_owned(), words.get(..(2 * length).min(words.len())).unwrap().to_owned());
            row.values.insert("desa.telepon".to_owned(), "0812".repeat(1 + length / 12));
            row
        })
        .collect();
    job.villages = rows.clone().into();
    let d = Diagnostics::new();
    let (desk, places) = compose::artwork(&house, &job);
    let plan = SlotPlan::of(&typeset(&desk, &places, &d).unwrap());
    let pages = |fit| {
        let (desk, places) = compose::slots(&house, &job, plan.json(), rows_json(&rows, fit));
        typeset(&desk, &places, &d).unwrap().pages().to_vec()
    };
    let (full, measured) = (pages(Fit::Full), pages(Fit::Measured));
    assert_eq!(d.into_sorted(), vec![]);
    let tight = tight(&full, plan.pages());
    let differing: Vec<usize> = (0..rows.len()).filter(|at| texts(&full[*at..=*at]) != texts(&measured[*at..=*at])).collect();
    assert!(differing.iter().all(|village| tight.contains(village)), "{differing:?} of which are tight {tight:?}");
    assert!(!differing.is_empty() && !tight.contains(&0), "some are shrunk and some are not measured: {differing:?} {tight:?}");
}
