//! What a press file says of the press it is meant for: output intent, and the names that go with it.
//!
//! The keys are those of PDF/X-4 (ISO 15930-7), as far as they can be written without a validator to prove them: files and orders say
//! "bergaya PDF/X-4", never more.

use std::io;
use std::sync::Arc;

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::profile::PressProfile;
use super::stream::deflate;
use crate::print::facts::sha256;
use crate::source::Date;

/// The version of PDF that PDF/X-4 rests on.
pub(crate) const PDF_VERSION: &str = "1.6";

/// The press that files are made for.
#[derive(Clone, Debug)]
pub(crate) struct Intent {
    profile: Arc<PressProfile>,
    /// The day that the run is for: the house has no clock.
    day: Date,
}

impl Intent {
    pub(crate) fn new(profile: Arc<PressProfile>, day: Date) -> Intent {
        Intent { profile, day }
    }

    /// What the profile calls itself.
    pub(crate) fn name(&self) -> &str {
        self.profile.name()
    }

    /// The profile as a stream.
    pub(crate) fn profile(&self) -> io::Result<Stream> {
        let dict = dictionary! { "N" => 4, "Filter" => "FlateDecode" };
        Ok(Stream::new(dict, deflate(self.profile.bytes())?))
    }

    /// The output intent, with the profile at `profile`.
    pub(crate) fn output(&self, profile: Object) -> Object {
        let name = || lopdf::text_string(self.profile.name());
        Object::Array(vec![Object::Dictionary(dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFX",
            "OutputConditionIdentifier" => name(),
            "OutputCondition" => name(),
            "Info" => name(),
            "DestOutputProfile" => profile,
        })])
    }

    /// The description of the file (XMP), which says the same as its dictionary.
    pub(crate) fn metadata(&self, title: &str) -> Stream {
        let day = format!("{}T00:00:00+07:00", self.day);
        let title_text = escape(title);
        let id = sha256(format!("{title}\n{day}\n{}", self.profile.name()).as_bytes());
        let id = id.get(..32).unwrap_or_default();
        let text = format!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
             <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
             <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
             xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
             xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n\
             <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title_text}</rdf:li></rdf:Alt></dc:title>\n\
             <xmp:CreatorTool>Suluh</xmp:CreatorTool><xmp:CreateDate>{day}</xmp:CreateDate>\
             <xmp:ModifyDate>{day}</xmp:ModifyDate><xmp:MetadataDate>{day}</xmp:MetadataDate>\n\
             <xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>\
             <xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n\
             <pdf:Producer>Suluh</pdf:Producer><pdf:Trapped>False</pdf:Trapped>\
             <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n\
             </rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"
        );
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, text.into_bytes())
    }

    fn mark(&self, info: &mut Dictionary) {
        let day = format!("D:{}000000+07'00'", self.day.to_string().replace('-', ""));
        info.set("CreationDate", Object::string_literal(day.as_str()));
        info.set("ModDate", Object::string_literal(day));
        info.set("Producer", Object::string_literal("Suluh"));
        info.set("GTS_PDFXVersion", Object::string_literal("PDF/X-4"));
    }
}

/// What every press file says of itself.
pub(crate) fn info(title: &str, intent: Option<&Intent>) -> Dictionary {
    let mut info = dictionary! {
        "Title" => lopdf::text_string(title),
        "Creator" => Object::string_literal("Suluh"),
        "Trapped" => Object::Name(b"False".to_vec()),
    };
    if let Some(intent) = intent {
        intent.mark(&mut info);
    }
    info
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use lopdf::{Dictionary, Document, Object};

    use super::super::profile::{PressProfile, tests::synthetic};
    use crate::print::picture::tests::{camera, pictures};
    use crate::print::tests::{format, house_with, job, located, print, village};
    use crate::source::Date;

    fn text(dictionary: &Dictionary, key: &str) -> String {
        lopdf::decode_text_string(dictionary.get(key.as_bytes()).unwrap()).unwrap()
    }

    fn catalog_of(document: &Document) -> (&Dictionary, &Dictionary) {
        let intents = document.catalog().unwrap().get_deref(b"OutputIntents", document).unwrap().as_array().unwrap();
        assert_eq!(intents.len(), 1);
        (document.catalog().unwrap(), intents[0].as_dict().unwrap())
    }

    fn check(bytes: &[u8], title: &str) {
        assert!(bytes.starts_with(b"%PDF-1.6"));
        let document = Document::load_mem(bytes).unwrap();
        let (catalog, intent) = catalog_of(&document);
        assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFX");
        assert_eq!(text(intent, "OutputConditionIdentifier"), "Mesin Uji");
        let profile = intent.get_deref(b"DestOutputProfile", &document).unwrap().as_stream().unwrap();
        assert_eq!(profile.decompressed_content().unwrap(), synthetic());
        assert_eq!(profile.dict.get(b"N").unwrap().as_i64().unwrap(), 4);
        let info = document.trailer.get_deref(b"Info", &document).unwrap().as_dict().unwrap();
        assert_eq!(text(info, "GTS_PDFXVersion"), "PDF/X-4");
        assert_eq!(text(info, "CreationDate"), "D:20261122000000+07'00'");
        assert_eq!(text(info, "Title"), title);
        assert_eq!(info.get(b"Trapped").unwrap().as_name().unwrap(), b"False");
        let xmp = catalog.get_deref(b"Metadata", &document).unwrap().as_stream().unwrap();
        let xmp = String::from_utf8(xmp.content.clone()).unwrap();
        roxmltree::Document::parse(xmp.split_once("?>").unwrap().1).unwrap();
        for part in ["<pdfxid:GTS_PDFXVersion>PDF/X-4<", "<pdf:Trapped>False<", "<xmp:CreateDate>2026-11-22T00:00:00+07:00<"] {
            assert!(xmp.contains(part), "{part}: {xmp}");
        }
        assert!(xmp.contains(&format!(">{}<", super::escape(title))), "{xmp}");
    }

    #[test]
    fn every_press_file_names_its_press_and_photos_take_its_inks() {
        let template = "#let susun(d) = (sisi: ({ place(dx: 6mm, dy: 8mm, image(\"/gambar/0.jpg\", alt: \"Uji\", width: 20mm)); \
            place(dx: 30mm, dy: 8mm, [#box(width: 25mm, height: 6mm)#label(\"slot:desa.nama:sela\")]) },))";
        let day = Date::new(2026, 11, 22).unwrap();
        let house = || house_with(template).for_press(PressProfile::read("uji.icc", synthetic()).unwrap(), day);
        let (format, title) = (format(), located("Netral & <jujur>"));
        let mut job = job(&format, &title, "Kata");
        job.pictures = pictures(&[("gambar/a.jpg", &camera(300, 150, 1, |_, _| [255, 0, 0]))]);
        let (facts, shelf, told) = print(&house(), &job);
        assert_eq!(told, vec![]);
        let press = |stem: &str| &shelf.0.iter().find(|(path, _)| *path == format!("{stem}.pdf")).unwrap().1;
        let single = press(&job.stem);
        check(single, &title.value);
        let document = Document::load_mem(single).unwrap();
        let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
        let photo = streams
            .into_iter()
            .find(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image"));
        let photo = crate::print::picture::jpeg::inks(&photo.unwrap().content).unwrap();
        let expected = PressProfile::read("uji.icc", synthetic()).unwrap().inks(&[255, 0, 0]).unwrap();
        assert!(
            photo.pixels[..4].iter().zip(&expected).all(|(a, b)| a.abs_diff(*b) <= 4),
            "{:?} {expected:?}",
            &photo.pixels[..4]
        );
        assert!(facts.is_some());
        job.villages = vec![village(1, "Satu"), village(2, "Dua")].into();
        let (_, shelf, told) = print(&house(), &job);
        assert_eq!(told, vec![]);
        let pdfs: Vec<_> = shelf
            .0
            .iter()
            .filter(|(path, _)| path.ends_with(".pdf") && !["layar", "printer-kantor"].iter().any(|other| path.contains(other)))
            .collect();
        assert!(pdfs.len() >= 3, "{:?}", pdfs.iter().map(|(path, _)| path).collect::<Vec<_>>());
        for (path, bytes) in pdfs {
            let name =
                if path.contains("desa/") { if path.ends_with("1.pdf") { "Satu" } else { "Dua" } } else { "Kabupaten Uji" };
            check(bytes, &format!("{} – {name}", title.value));
        }
    }

    /// The tests of the command line read the same profile from a file; `SNAPSHOTS=overwrite` writes it.
    #[test]
    fn the_profile_on_disk_is_this_one() {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/icc/mesin-uji.icc");
        if std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite") {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, synthetic()).unwrap();
        }
        assert!(std::fs::read(file).unwrap() == synthetic(), "run this test with SNAPSHOTS=overwrite");
    }

    #[test]
    fn without_a_profile_no_press_is_named() {
        let (format, title) = (format(), located("Judul"));
        let (_, shelf, _) = print(&house_with("#let susun(d) = (sisi: ([],))"), &job(&format, &title, "Kata"));
        let (_, bytes) = shelf.0.iter().find(|(path, _)| path.ends_with("uji.pdf")).unwrap();
        let document = Document::load_mem(bytes).unwrap();
        assert!(bytes.starts_with(b"%PDF-1.7") && !document.catalog().unwrap().has(b"OutputIntents"));
    }
}
