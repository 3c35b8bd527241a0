//! Where people can go.

use serde_json::{Value, json};

use crate::content::region::Post;
use crate::markdown::{DirectiveName, Document, contact};
use crate::web::page::Page;

/// How many posts are shown beside what a page is about.
const MOST_BESIDE: usize = 3;

/// The variables of the component `posko`.
pub(super) fn post(post: &Post) -> Value {
    let phone = post.phone.as_ref().map(|phone| phone.value.as_str());
    json!({
        "nama": post.name.value,
        "alamat": post.address.value,
        "kecamatan": post.district.as_ref().map(|district| &district.value),
        "telepon": phone,
        "telepon_href": phone.and_then(contact::tel),
        "peta_href": post.map(),
        "jam": post.hours.as_ref().map(|hours| &hours.value),
    })
}

/// The first posts of an edition, in the order of its file.
pub(super) fn first(page: &Page<'_>) -> Vec<Value> {
    page.house.edition().posts.iter().take(MOST_BESIDE).map(post).collect()
}

/// The body lists the posts, and two of them or more say where they are: whoever reads it may sort them by the way there.
pub(super) fn can_be_sorted(page: &Page<'_>, body: &Document) -> bool {
    let lists_them = body.directives().iter().any(|directive| directive.name == DirectiveName::Posts);
    lists_them && page.house.edition().posts.iter().filter(|post| post.map().is_some()).count() > 1
}
