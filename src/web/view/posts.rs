//! Where people can go.

use serde_json::{Value, json};

use super::frame;
use crate::content::region::Post;

/// The variables of the component `posko`.
pub(super) fn post(post: &Post) -> Value {
    let phone = post.phone.as_ref().map(|phone| phone.value.as_str());
    json!({
        "nama": post.name.value,
        "alamat": post.address.value,
        "kecamatan": post.district.as_ref().map(|district| &district.value),
        "telepon": phone,
        "telepon_href": phone.and_then(frame::tel),
        "jam": post.hours.as_ref().map(|hours| &hours.value),
    })
}
