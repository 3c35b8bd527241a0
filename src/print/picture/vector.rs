//! A drawing of plain fills and strokes as curves in press inks.

use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Ratio, Size, Transform};
use typst::syntax::Span;
use typst::visualize::{Curve, DashPattern, FillRule, FixedStroke, Geometry, LineCap, LineJoin, Paint, Shape};
use usvg::tiny_skia_path::{self, PathSegment};

use super::Inks;

/// What of a drawing is no plain curve, and the id of the element when it has one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotPlain {
    pub(super) what: &'static str,
    pub(super) id: String,
}

fn not_plain<T>(what: &'static str, id: &str) -> Result<T, NotPlain> {
    Err(NotPlain { what, id: id.to_owned() })
}

/// Draws a tree at a size. `Err` names the first thing that only pixels can show.
pub(super) fn curves(tree: &usvg::Tree, size: Size, inks: &Inks) -> Result<Frame, NotPlain> {
    let scale = tiny_skia_path::Transform::from_scale(
        narrow(size.x.to_pt() / f64::from(tree.size().width())),
        narrow(size.y.to_pt() / f64::from(tree.size().height())),
    );
    let mut frame = Frame::soft(size);
    group(tree.root(), scale, inks, &mut frame)?;
    // What lies outside the picture's own edges is not part of it.
    let mut whole = GroupItem::new(frame);
    whole.clip = Some(Curve::rect(size));
    let mut out = Frame::soft(size);
    out.push(Point::zero(), FrameItem::Group(whole));
    Ok(out)
}

#[allow(clippy::cast_possible_truncation, reason = "what SVG readers compute with")]
fn narrow(value: f64) -> f32 {
    value as f32
}

fn group(group: &usvg::Group, to_sheet: tiny_skia_path::Transform, inks: &Inks, out: &mut Frame) -> Result<(), NotPlain> {
    let id = group.id();
    if group.opacity().get() < 1.0 {
        return not_plain("bagian tembus pandang", id);
    }
    if group.blend_mode() != usvg::BlendMode::Normal {
        return not_plain("campuran warna", id);
    }
    if group.mask().is_some() {
        return not_plain("topeng", id);
    }
    if !group.filters().is_empty() {
        return not_plain("efek", id);
    }
    let Some(clip) = group.clip_path() else { return children(group, to_sheet, inks, out) };
    let clip = clip_curve(clip, to_sheet.pre_concat(group.abs_transform()))?;
    let mut inner = Frame::soft(out.size());
    children(group, to_sheet, inks, &mut inner)?;
    let mut clipped = GroupItem::new(inner);
    clipped.clip = Some(clip);
    out.push(Point::zero(), FrameItem::Group(clipped));
    Ok(())
}

fn children(parent: &usvg::Group, to_sheet: tiny_skia_path::Transform, inks: &Inks, out: &mut Frame) -> Result<(), NotPlain> {
    for node in parent.children() {
        match node {
            usvg::Node::Group(inner) => group(inner, to_sheet, inks, out)?,
            usvg::Node::Path(own) if own.is_visible() => path(own, to_sheet, inks, out)?,
            usvg::Node::Path(_) => {}
            usvg::Node::Image(image) => return not_plain("gambar di dalam gambar", image.id()),
            usvg::Node::Text(text) => return not_plain("tulisan", text.id()),
        }
    }
    Ok(())
}

/// One path as the clip of Typst, which fills by direction. Anything else is left to pixels.
fn clip_curve(clip: &usvg::ClipPath, transform: tiny_skia_path::Transform) -> Result<Curve, NotPlain> {
    let complex = || NotPlain { what: "potongan bertumpuk", id: clip.id().to_owned() };
    let mut only = clip.root();
    let path = loop {
        match only.children() {
            [usvg::Node::Path(path)] if only.clip_path().is_none() => break path,
            [usvg::Node::Group(inner)] if only.clip_path().is_none() => only = inner,
            _ => return Err(complex()),
        }
    };
    let by_direction = path.fill().is_none_or(|fill| fill.rule() == usvg::FillRule::NonZero);
    if clip.clip_path().is_some() || !(by_direction || is_single(path.data())) {
        return Err(complex());
    }
    Ok(curve(path.data(), transform.pre_concat(clip.transform()).pre_concat(path.abs_transform())))
}

/// One outline alone: then both rules of filling agree, but where it crosses itself.
fn is_single(path: &tiny_skia_path::Path) -> bool {
    path.segments().filter(|segment| matches!(segment, PathSegment::MoveTo(_))).count() == 1
}

fn path(path: &usvg::Path, to_sheet: tiny_skia_path::Transform, inks: &Inks, out: &mut Frame) -> Result<(), NotPlain> {
    let colour = |paint: &usvg::Paint, opacity: usvg::Opacity| match paint {
        usvg::Paint::Color(_) if opacity.get() < 1.0 => not_plain("bagian tembus pandang", path.id()),
        usvg::Paint::Color(colour) => Ok(Paint::Solid(inks.flat([colour.red, colour.green, colour.blue]))),
        usvg::Paint::LinearGradient(_) | usvg::Paint::RadialGradient(_) => not_plain("gradasi", path.id()),
        usvg::Paint::Pattern(_) => not_plain("pola", path.id()),
    };
    let fill = path.fill().map(|fill| Ok((colour(fill.paint(), fill.opacity())?, fill.rule()))).transpose()?;
    let stroke = path.stroke().map(|stroke| Ok((colour(stroke.paint(), stroke.opacity())?, stroke))).transpose()?;
    let transform = to_sheet.pre_concat(path.abs_transform());
    let filled = fill.map(|(paint, rule)| Shape {
        geometry: Geometry::Curve(curve(path.data(), transform)),
        fill: Some(paint),
        fill_rule: if rule == usvg::FillRule::EvenOdd { FillRule::EvenOdd } else { FillRule::NonZero },
        stroke: None,
    });
    let filled = filled.map(|shape| FrameItem::Shape(shape, Span::detached()));
    let stroked = stroke.map(|(paint, stroke)| line(path, paint, stroke, transform));
    let items = match path.paint_order() {
        usvg::PaintOrder::FillAndStroke => [filled, stroked],
        usvg::PaintOrder::StrokeAndFill => [stroked, filled],
    };
    for item in items.into_iter().flatten() {
        out.push(Point::zero(), item);
    }
    Ok(())
}

/// A stroke. Where the drawing is scaled alike in both directions its width is a number; else it is drawn in the drawing's own space, so that
/// the pen is squeezed as the drawing is.
fn line(path: &usvg::Path, paint: Paint, stroke: &usvg::Stroke, transform: tiny_skia_path::Transform) -> FrameItem {
    let turned = tiny_skia_path::Transform::from_row(transform.sx, transform.ky, transform.kx, transform.sy, 0.0, 0.0);
    let (x, y) = (turned.sx.hypot(turned.ky), turned.kx.hypot(turned.sy));
    let skew = (turned.sx * turned.kx + turned.ky * turned.sy).abs();
    let even = (x - y).abs() <= 1e-3 * x.max(y) && skew <= 1e-3 * x * y;
    let (geometry, scale) =
        if even { (curve(path.data(), transform), x) } else { (curve(path.data(), tiny_skia_path::Transform::identity()), 1.0) };
    let length = |value: f32| Abs::pt(f64::from(value * scale));
    let shape = Shape {
        geometry: Geometry::Curve(geometry),
        fill: None,
        fill_rule: FillRule::NonZero,
        stroke: Some(FixedStroke {
            paint,
            thickness: length(stroke.width().get()),
            cap: match stroke.linecap() {
                usvg::LineCap::Butt => LineCap::Butt,
                usvg::LineCap::Round => LineCap::Round,
                usvg::LineCap::Square => LineCap::Square,
            },
            join: match stroke.linejoin() {
                usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
                usvg::LineJoin::Round => LineJoin::Round,
                usvg::LineJoin::Bevel => LineJoin::Bevel,
            },
            dash: stroke.dasharray().map(|array| DashPattern {
                array: array.iter().map(|value| length(*value)).collect(),
                phase: length(stroke.dashoffset()),
            }),
            miter_limit: Ratio::new(f64::from(stroke.miterlimit().get())),
        }),
    };
    let item = FrameItem::Shape(shape, Span::detached());
    if even {
        return item;
    }
    let mut own = Frame::soft(Size::zero());
    own.push(Point::zero(), item);
    let mut squeezed = GroupItem::new(own);
    squeezed.transform = Transform {
        sx: Ratio::new(f64::from(transform.sx)),
        ky: Ratio::new(f64::from(transform.ky)),
        kx: Ratio::new(f64::from(transform.kx)),
        sy: Ratio::new(f64::from(transform.sy)),
        tx: Abs::pt(f64::from(transform.tx)),
        ty: Abs::pt(f64::from(transform.ty)),
    };
    FrameItem::Group(squeezed)
}

/// A path where it finally stands, in points.
fn curve(path: &tiny_skia_path::Path, transform: tiny_skia_path::Transform) -> Curve {
    let mut out = Curve::new();
    let mut last = tiny_skia_path::Point::zero();
    let at = |point: tiny_skia_path::Point| {
        let mut point = point;
        transform.map_point(&mut point);
        Point::new(Abs::pt(f64::from(point.x)), Abs::pt(f64::from(point.y)))
    };
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => {
                out.move_(at(to));
                last = to;
            }
            PathSegment::LineTo(to) => {
                out.line(at(to));
                last = to;
            }
            PathSegment::QuadTo(bend, to) => {
                // The cubic of the same shape: two thirds of the way to the bend from both ends.
                let toward = |from: tiny_skia_path::Point| {
                    tiny_skia_path::Point::from_xy(from.x + (bend.x - from.x) * 2.0 / 3.0, from.y + (bend.y - from.y) * 2.0 / 3.0)
                };
                out.cubic(at(toward(last)), at(toward(to)), at(to));
                last = to;
            }
            PathSegment::CubicTo(first, second, to) => {
                out.cubic(at(first), at(second), at(to));
                last = to;
            }
            PathSegment::Close => out.close(),
        }
    }
    out
}
