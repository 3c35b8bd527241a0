/* suluh.js: yang boleh ada di setiap halaman. Tanpa berkas ini situs tetap utuh. */
"use strict";
document.documentElement.dataset.skrip = "jalan";
