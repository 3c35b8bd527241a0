/* cari.js: kotak cari. Indeksnya (aset/indeks-….js, dibuat oleh src/web/search) baru dimuat ketika orang mulai mengetik.

Bagian pertama tidak menyentuh halaman dan diuji dengan node: kata, kata dasar, jarak, dan mencari. Bagian kedua menampilkan hasilnya. */
"use strict";
var suluhCari = (function () {
  /* Kata dasar bahasa Indonesia menurut algoritma Snowball, sama dengan yang dipakai indeks (pagefind_stem 1.0.0). Terjemahan dari
  indonesian.sbl, Snowball 3.0.0, https://snowballstem.org/, lisensi BSD-3-Clause: naskahnya lisensi-snowball di folder ini. */
  function stem(word) {
    var measure = (word.match(/[aeiou]/g) || []).length, prefix = 0, put = "";
    function drop(length) {
      word = length < 0 ? word.slice(0, length) : word.slice(length);
      measure -= 1;
      return true;
    }
    function first() {
      var found = /^(?:di|ke|meng?|mem?|pem|peng?|ter)/.exec(word);
      if (!found) return false;
      found = found[0];
      var rest = word.slice(found.length);
      if (/^[mp]en$/.test(found) && /^y[aeiou]/.test(rest)) {
        found += "y";
        put = "s";
      } else if (/^[mp]em$/.test(found) && /^[aeiou]/.test(rest)) put = "p";
      prefix = /^[kp]/.test(found) ? 3 : 1;
      return drop(found.length);
    }
    function second() {
      var found = /^(?:ber|bel(?=ajar)|be(?=[^aeiou]er)|per|pel(?=ajar)|pe)/.exec(word);
      if (!found || put) return false;
      if (found[0][0] === "b") prefix = 4;
      else if (found[0] !== "pel") prefix = 2;
      return drop(found[0].length);
    }
    function suffix() {
      if (/an$/.test(word)) {
        if (prefix !== 2 && prefix !== 3 && /kan$/.test(word)) return drop(-3);
        return prefix !== 1 && drop(-2);
      }
      return prefix <= 2 && /[^s]i$/.test(word) && drop(-1);
    }
    if (measure > 2 && /(?:kah|lah|pun)$/.test(word)) drop(-3);
    if (measure > 2 && /(?:nya|[km]u)$/.test(word)) drop(/nya$/.test(word) ? -3 : -2);
    if (measure <= 2) return word;
    if (first()) {
      if (measure > 2 && suffix() && measure > 2) second();
    } else {
      second();
      if (measure > 2) suffix();
    }
    return put + word;
  }

  /* Kata-kata sebuah teks: huruf kecil dan angka, tanpa aksen. `calon2` dibaca `calon`. */
  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u00ad'’‘`]/g, "");
  }
  function words(text) {
    return (plain(text).match(/[a-z0-9]+/g) || []).map(function (word) {
      return word.replace(/^([a-z]{3,})2$/, "$1");
    });
  }

  /* Berapa huruf yang salah, kurang, lebih, atau tertukar; paling banyak `most`. */
  function distance(a, b, most) {
    var end = 0, begin = 0, rows = [[], [], []], i, j;
    while (begin < a.length && a[begin] === b[begin]) begin += 1;
    a = a.slice(begin);
    b = b.slice(begin);
    while (end < a.length && end < b.length && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
    a = a.slice(0, a.length - end);
    b = b.slice(0, b.length - end);
    if (Math.abs(a.length - b.length) > most) return most + 1;
    for (j = 0; j <= b.length; j += 1) rows[0][j] = j;
    for (i = 1; i <= a.length; i += 1) {
      var row = rows[i % 3], above = rows[(i + 2) % 3], twice = rows[(i + 1) % 3], least = (row[0] = i);
      for (j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], twice[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
    }
    return rows[a.length % 3][b.length];
  }
  /* Huruf apa saja yang ada dalam sebuah kata, satu bit tiap huruf: kata yang jauh berbeda tidak perlu diukur jaraknya. */
  function letters(word) {
    var set = 0, at;
    for (at = 0; at < word.length; at += 1) set |= 1 << (word.charCodeAt(at) % 32);
    return set;
  }
  function bits(set) {
    var count = 0;
    for (; set; set &= set - 1) count += 1;
    return count;
  }

  /* Kata di sekitar nama desa yang bukan nama. */
  var AROUND = /^(?:desa|kelurahan|lurah|kampung|kec|kecamatan|kab|kabupaten|kota|provinsi|pengawas|panwas|panwaslu|bawaslu|pkd|nomor|no|telepon|telpon|hp|wa|kontak|hubungi|posko|alamat|kantor)$/;
  var TYPO = 0.85, PREFIX = 0.75, SYNONYM = 0.55, TITLE = 0.4, LIKE = 0.8, UNKNOWN = 6, FEW = 0.1, LEAST = 0.12, LONGEST_PHRASE = 5;

  /* Membuka indeks; isinya diterangkan di src/web/search/file.rs. */
  function open(data) {
    var terms = [], roots = [], fixes = new Map(), byWord = new Map(), phrases = new Map(), stops = new Set(data.x.split(" "));
    data.k.split("\n").forEach(function (line, number) {
      var parts = line.split(" "), at = 0, postings = [];
      parts[1].replace(/([0-9a-z]*)([A-Z])/g, function (_, gap, level) {
        at += parseInt(gap || "0", 36);
        postings.push([at, level.charCodeAt(0) - 64]);
      });
      terms.push(postings);
      roots.push(parts[0]);
      parts.slice(2).concat(parts[0]).forEach(function (word) {
        byWord.set(word, number);
      });
    });
    data.s.forEach(function (group) {
      group.forEach(function (phrase) {
        phrases.set(phrase, (phrases.get(phrase) || []).concat(group));
      });
    });
    /* Kata yang hanya dikenal di dalam frasa, misalnya `dusun` dalam `kepala dusun`, bukan salah ketik. */
    var inPhrases = new Set(Array.from(phrases.keys()).join(" ").split(" "));
    var known = Array.from(byWord.keys()).concat(Array.from(phrases.keys()).filter(function (phrase) {
      return phrase.indexOf(" ") < 0 && !byWord.has(phrase);
    }));

    var near = known.concat(Array.from(stops)).filter(function (word) {
      return word.length > 2;
    }).map(function (word) {
      return [word, letters(word)];
    });

    function term(word) {
      var found = byWord.get(word);
      return found === undefined ? byWord.get(stem(word)) : found;
    }
    function root(word) {
      var found = term(word);
      return found === undefined ? stem(word) : roots[found];
    }
    function isKnown(word) {
      return term(word) !== undefined || inPhrases.has(root(word)) || stops.has(word);
    }
    /* Kata terdekat, bila orang salah ketik. */
    function allowed(word) {
      return /\d/.test(word) || word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
    }
    function corrected(word) {
      var most = allowed(word), best, least = most + 1, weight = 0, own = letters(word);
      if (most === 0) return undefined;
      if (fixes.has(word)) return fixes.get(word);
      near.forEach(function (other) {
        if (Math.abs(other[0].length - word.length) > most || bits(own ^ other[1]) > 2 * most) return;
        var far = distance(word, other[0], most), index = byWord.get(other[0]);
        var rank = (index === undefined ? 0 : terms[index].length) + (other[0][0] === word[0] ? 1000 : 0);
        if (far < least || (far === least && far <= most && rank > weight)) {
          best = other[0];
          least = far;
          weight = rank;
        }
      });
      if (least > most) best = undefined;
      fixes.set(word, best);
      return best;
    }

    /* Satu hal yang dicari: jawaban yang memuatnya dengan bobotnya, dan kata yang menandainya. */
    function concept() {
      var scores = new Map(), marks = [];
      return {
        scores: scores,
        marks: marks,
        add: function (phrase, weight, own) {
          var numbers = phrase.map(term);
          if (numbers.length === 0 || numbers.indexOf(undefined) >= 0) return;
          var together = new Map();
          numbers.forEach(function (number, place) {
            terms[number].forEach(function (posting) {
              var sum = together.get(posting[0]);
              if (place === 0) together.set(posting[0], [posting[1], 1]);
              else if (sum && sum[1] === place) together.set(posting[0], [sum[0] + posting[1], place + 1]);
            });
          });
          together.forEach(function (sum, answer) {
            if (sum[1] < numbers.length) return;
            scores.set(answer, Math.max(scores.get(answer) || 0, (weight * sum[0]) / numbers.length));
          });
          marks.push(Object.assign(numbers, { asked: own }));
        },
      };
    }

    /* Memecah pertanyaan menjadi hal-hal yang dicari. Kata terakhir boleh belum selesai diketik. */
    function concepts(query, typing) {
      var changed = false, list = [], asked = words(query), last = asked.length - 1;
      var open = typing && /[a-z0-9]$/i.test(query) ? asked[last] : undefined;
      var begun = open && open.length > 1 && !isKnown(open) ? known.filter(function (word) {
        return word.indexOf(open) === 0;
      }) : [];
      asked = asked.filter(function (_, place) {
        return begun.length === 0 || place < last;
      }).map(function (word) {
        var better = isKnown(word) ? undefined : corrected(word);
        if (better === undefined) return word;
        changed = true;
        return better;
      }).filter(function (word) {
        return !stops.has(word) && !/^[a-z]$/.test(word);
      });
      var weight = changed ? TYPO : 1, stems = asked.map(root);
      for (var at = 0; at < asked.length; ) {
        var length = Math.min(LONGEST_PHRASE, asked.length - at), key;
        for (; length > 0; length -= 1) {
          key = stems.slice(at, at + length).join(" ");
          if (phrases.has(key)) break;
        }
        var one = concept(), take = Math.max(length, 1);
        one.add(asked.slice(at, at + take), weight, true);
        synonyms(one, key, weight);
        list.push(one);
        at += take;
      }
      if (begun.length > 0) {
        var partial = concept();
        begun.forEach(function (word) {
          partial.add([word], PREFIX * Math.sqrt(open.length / word.length), true);
          synonyms(partial, root(word), PREFIX);
        });
        list.push(partial);
      }
      return { list: list, asked: asked, changed: changed, open: begun.length > 0 ? open : undefined };
    }
    function synonyms(one, key, weight) {
      (phrases.get(key) || []).forEach(function (phrase) {
        if (phrase !== key) one.add(phrase.split(" "), weight * SYNONYM);
      });
    }

    /* Desa, kecamatan, dan daerah menurut namanya: semua kata pertanyaan harus terjawab. Bila `loose`, kata yang tidak dikenal boleh
    salah ketik. */
    function places(query, loose) {
      var found = [], asked = words(query).filter(function (word) {
        return !stops.has(word) && !AROUND.test(word);
      });
      function same(word, part, last) {
        if (part === word || (last && word.length > 2 && part.indexOf(word) === 0)) return true;
        var most = allowed(word);
        return loose && most > 0 && !isKnown(word) && distance(word, part, most) <= most;
      }
      function fits(name) {
        return asked.length > 0 && asked.every(function (word, place) {
          return name.some(function (part) {
            return same(word, part, place === asked.length - 1);
          });
        });
      }
      data.r.forEach(function (region) {
        if (fits(words(region[0]))) found.push({ sort: "Daerah", title: region[0], href: region[1] });
      });
      data.w.forEach(function (row) {
        var district = words(row[0]), whole = fits(district), word = "";
        if (whole) found.push({ sort: "Kecamatan", title: "Kecamatan " + row[0], href: "desa/index.html#" + row[1] });
        for (var at = 3; at < row.length; at += 2) {
          if (Array.isArray(row[at])) word = row[at++][0];
          var name = words(row[at + 1]), code = row[at].length > 4 ? row[at] : row[2] + row[at];
          if (fits(name) || (!whole && fits(name.concat(district))))
            found.push({ sort: word, title: word + " " + row[at + 1], under: "Kecamatan " + row[0], href: "d/" + code + "/index.html" });
        }
      });
      return found;
    }

    /* Jawaban menurut urutannya, paling banyak `most`. */
    function find(query, most, typing) {
      var asked = concepts(query, typing), sums = new Map(), total = 0, unknown = 0, marks = [];
      asked.list.forEach(function (one) {
        if (one.scores.size === 0) {
          unknown += UNKNOWN;
          return;
        }
        var rare = Math.log(1 + (data.d.length - one.scores.size + 0.5) / (one.scores.size + 0.5));
        total += rare;
        one.scores.forEach(function (score, answer) {
          var sum = sums.get(answer) || [0, 0];
          sums.set(answer, [sum[0] + rare * score, sum[1] + rare]);
        });
        marks = marks.concat(one.marks);
      });
      var ranked = Array.from(sums, function (entry) {
        return [entry[0], entry[1][0] * Math.pow(entry[1][1] / total, 1.5) * named(data.d[entry[0]][1], marks)];
      }).sort(function (a, b) {
        return b[1] - a[1] || a[0] - b[0];
      });
      /* Bila hampir semua yang ditanyakan tidak dikenal, jawaban atas sisanya menyesatkan. */
      ranked = ranked.filter(function (entry) {
        return entry[1] > ranked[0][1] * LEAST && total / (total + unknown) > FEW;
      });
      var answers = ranked.slice(0, most).map(function (entry) {
        return answer(data.d[entry[0]], marks);
      });
      /* Nama tempat yang ditulis benar menang atas kata lain yang mirip. */
      var here = places(query, false), sure = here.length > 0 && asked.changed;
      if (here.length === 0) here = places(query, true);
      if (sure) answers = ranked = [];
      return {
        answers: here.concat(answers).slice(0, most),
        count: here.length + ranked.length,
        instead: asked.changed && !sure ? asked.asked.concat(asked.open || []).join(" ") : undefined,
      };
    }

    /* Judul yang seluruhnya ditanyakan lebih tepat daripada yang hanya memuatnya, dan kata yang diketik lebih tepat daripada padanannya. */
    function named(title, marks) {
      title = title.split(" (")[0];
      var all = words(title).filter(function (word) { return !stops.has(word); }).length, found = 0;
      spots(title, marks).forEach(function (spot) {
        found += marks[spot[2]].length * (marks[spot[2]].asked ? 1 : LIKE);
      });
      return 1 + (TITLE * found) / Math.max(all, 1);
    }
    /* Kata yang dicari di dalam teks: [awal, akhir, nomor tandanya]. Frasa hanya bila kata-katanya berurutan. */
    function spots(text, marks) {
      var tokens = [], found = [];
      text.replace(/[A-Za-z0-9\u00c0-\u024f'’\u00ad]+/g, function (word, at) {
        tokens.push([byWord.get(plain(word)), at, at + word.length]);
      });
      for (var at = 0; at < tokens.length; at += 1) {
        var best = -1;
        marks.forEach(function (phrase, number) {
          if (best >= 0 && marks[best].length >= phrase.length) return;
          if (phrase.every(function (term, step) { return tokens[at + step] && tokens[at + step][0] === term; })) best = number;
        });
        if (best < 0) continue;
        found.push([tokens[at][1], tokens[at + marks[best].length - 1][2], best]);
        at += marks[best].length - 1;
      }
      return found;
    }
    /* Potongan teks: [teks, ditandai atau tidak]. */
    function pieces(text, marks) {
      var list = [], end = 0;
      spots(text, marks).forEach(function (spot) {
        if (spot[0] > end) list.push([text.slice(end, spot[0]), false]);
        list.push([text.slice(spot[0], spot[1]), true]);
        end = spot[1];
      });
      if (end < text.length) list.push([text.slice(end), false]);
      return list;
    }
    function hits(text, marks) {
      return new Set(spots(text, marks).map(function (spot) { return spot[2]; }));
    }
    function answer(row, marks) {
      var title = hits(row[1], marks), sections = row[6] || [], part = -1, best = 0;
      /* Bagian halaman yang judulnya menjawab lebih dari judul halaman. */
      for (var at = 0; at < sections.length; at += 2) {
        var more = 0;
        hits(sections[at], marks).forEach(function (number) {
          if (!title.has(number)) more += 1;
        });
        if (more > best) {
          best = more;
          part = at;
        }
      }
      return {
        sort: data.a[row[0]],
        title: row[1],
        href: row[2] + (part < 0 ? "" : "#" + sections[part + 1]),
        under: row[4] || "",
        part: part < 0 ? "" : sections[part],
        mark: row[5] ? data.c[row[5] - 1] : "",
        marked: pieces(row[1], marks),
        excerpt: pieces(excerpt(row[3], marks), marks),
      };
    }
    /* Sekitar dua baris dengan kata yang dicari paling banyak, dari awal kalimat bila dekat. */
    function excerpt(text, marks) {
      var LENGTH = 190, start = 0, best = 0, places = spots(text, marks);
      if (text.length <= LENGTH) return text;
      places.forEach(function (place) {
        var seen = new Set(places.filter(function (other) {
          return other[0] >= place[0] && other[0] < place[0] + LENGTH - 40;
        }).map(function (other) {
          return other[2];
        })).size;
        if (seen > best) {
          best = seen;
          start = place[0];
        }
      });
      var sentence = Math.max(text.lastIndexOf(". ", start), text.lastIndexOf("? ", start)) + 2;
      start = start - sentence < 90 ? (sentence > 1 ? sentence : 0) : text.lastIndexOf(" ", start - 40) + 1;
      var end = start + LENGTH >= text.length ? text.length : text.lastIndexOf(" ", start + LENGTH);
      return (start > 0 ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
    }
    return { find: find };
  }
  return { stem: stem, words: words, distance: distance, open: open };
})();

if (typeof document !== "undefined") (function () {
  var form = document.querySelector("[data-indeks]"), input = form.querySelector("input"), news = document.querySelector("[data-kabar]");
  var section = document.querySelector(".temuan"), heading = section.querySelector("h2"), advice = section.querySelector("p");
  var list = section.querySelector("ol"), MOST = 20, engine, loading = false, shown = "", timer, spoken;

  function make(name, text, kind) {
    var element = document.createElement(name);
    if (kind) element.className = kind;
    element.textContent = text || "";
    return element;
  }
  function marked(parent, pieces) {
    pieces.forEach(function (piece) {
      parent.appendChild(piece[1] ? make("mark", piece[0]) : document.createTextNode(piece[0]));
    });
    return parent;
  }
  /* Indeks dimuat sekali, sebagai skrip: dari flash disk halaman tidak boleh mengambil berkas dengan cara lain. */
  function load() {
    if (loading) return;
    loading = true;
    var script = document.createElement("script");
    script.src = form.dataset.indeks;
    script.onload = function () {
      engine = suluhCari.open(window.suluhIndeks);
      search();
    };
    script.onerror = function () {
      loading = false;
      if (input.value.trim()) tell("Pencarian tidak dapat dimuat", "Coba lagi sebentar, atau telusuri menurut topik di bawah.");
    };
    document.head.appendChild(script);
  }
  /* Pembaca layar diberi tahu sesudah orang berhenti mengetik, bukan pada tiap huruf. */
  function say(text) {
    clearTimeout(spoken);
    spoken = setTimeout(function () {
      news.textContent = text;
    }, 700);
  }
  function tell(title, text) {
    list.textContent = "";
    heading.textContent = title;
    advice.textContent = text;
    section.hidden = false;
    say(title + (text ? ". " + text : ""));
  }
  function item(answer) {
    var row = make("li"), link = marked(make("a"), answer.marked || [[answer.title, false]]);
    link.href = /^https?:/.test(answer.href) ? answer.href : form.dataset.akar + answer.href;
    row.appendChild(link);
    row.appendChild(make("span", [answer.sort, answer.under === answer.sort ? "" : answer.under, answer.part && "bagian “" + answer.part + "”", answer.mark].filter(Boolean).join(", ")));
    if (answer.excerpt) row.appendChild(marked(make("p"), answer.excerpt));
    return row;
  }
  function search() {
    var query = input.value.trim().replace(/\s+/g, " ");
    remember(query);
    if (query && !engine) return load();
    if (query === shown) return;
    shown = query;
    if (!query) {
      section.hidden = true;
      return say("");
    }
    var found = engine.find(input.value, MOST, document.activeElement === input);
    if (found.answers.length === 0)
      return tell("Tidak ada hasil untuk “" + query + "”", "Periksa ejaannya, atau tulis kata yang lebih umum, misalnya “kampanye”, “foto”, atau “lapor”.");
    tell(found.count + " hasil untuk “" + query + "”", found.instead ? "Yang dicari: " + found.instead : "");
    found.answers.forEach(function (answer) {
      list.appendChild(item(answer));
    });
  }
  /* Alamat halaman memuat pertanyaannya: dapat dibagikan, dan tombol kembali membawanya lagi. */
  function remember(query) {
    try {
      history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    } catch (error) {
      /* Ada peramban yang melarangnya pada berkas; hasilnya tetap tampil. */
    }
  }
  function move(event, step) {
    /* Yang sudah diketik dicari dahulu, supaya daftarnya tidak berganti di bawah fokus. */
    if (event.target === input) {
      clearTimeout(timer);
      search();
    }
    if (section.hidden || (event.target === input && step < 0)) return;
    var links = Array.from(list.querySelectorAll("a")), to = links.indexOf(event.target) + step;
    event.preventDefault();
    if (to < 0) input.focus();
    else if (links[to]) links[to].focus();
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(search, 120);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    search();
    if (!section.hidden) heading.focus();
  });
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (!form.contains(event.target) && !section.contains(event.target)) return;
    if (event.key === "ArrowDown") move(event, 1);
    else if (event.key === "ArrowUp") move(event, -1);
    else if (event.key !== "Escape") return;
    else if (event.target !== input) input.focus();
    else {
      input.value = "";
      search();
    }
  });
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) input.value = asked.slice(0, 120);
  if (input.value) search();
})();
