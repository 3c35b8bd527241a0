//! A running `suluh serve`, asked over plain sockets: what a browser would send, and what none would.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::Project;

/// The longest that anything may take: the machine that tests run on may be busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program at work; it ends with the test.
pub(crate) struct Preview {
    program: Child,
    port: u16,
    /// What it said so far.
    output: std::sync::Arc<std::sync::Mutex<String>>,
}

/// What it answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// A header, by its name in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The body as text.
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// What stands between two words of the body.
    #[track_caller]
    pub(crate) fn between(&self, before: &str, after: &str) -> String {
        let text = self.text();
        let start = text.find(before).unwrap_or_else(|| panic!("no {before:?} in:\n{text}")) + before.len();
        let end = text[start..].find(after).unwrap() + start;
        text[start..end].replace("&amp;", "&")
    }

    /// The answer is of this kind.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{}\n{}", self.head, String::from_utf8_lossy(&self.body));
        self
    }

    /// The text holds these words.
    #[track_caller]
    pub(crate) fn expect_words(self, words: &str) -> Answer {
        assert!(self.text().contains(words), "no {words:?} in:\n{}", self.text());
        self
    }
}

impl Preview {
    /// Starts it on a port that is free, and waits until it answers.
    pub(crate) fn of(project: &Project) -> Preview {
        let mut program = project.command("serve").args(["--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(program.stdout.take().unwrap());
        let output = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
        let mut first = String::new();
        lines.read_line(&mut first).unwrap();
        let address = first.split("http://127.0.0.1:").nth(1).unwrap_or_else(|| panic!("no address in {first:?}"));
        let port = address.split('/').next().unwrap().parse().unwrap();
        let said = std::sync::Arc::clone(&output);
        std::thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                said.lock().unwrap().push_str(&(line + "\n"));
            }
        });
        Preview { program, port, output }
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Sends a request that asks to close the door, and gives the answer; none when there is none.
    pub(crate) fn send(&self, bytes: &[u8]) -> Option<Answer> {
        self.exchange(bytes, false)
    }

    /// Sends these bytes and no more, whole request or not.
    pub(crate) fn send_and_go(&self, bytes: &[u8]) -> Option<Answer> {
        self.exchange(bytes, true)
    }

    fn exchange(&self, bytes: &[u8], goes: bool) -> Option<Answer> {
        let mut door = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        door.set_read_timeout(Some(PATIENCE)).unwrap();
        // Who refuses a request may close the door before it has been read whole.
        let _ = door.write_all(bytes);
        if goes {
            let _ = door.shutdown(std::net::Shutdown::Write);
        }
        let mut all = Vec::new();
        let _ = door.read_to_end(&mut all);
        let end = all.windows(4).position(|part| part == b"\r\n\r\n")?;
        let head = String::from_utf8(all[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Some(Answer { status, head, body: all[end + 4..].to_vec() })
    }

    /// A request with more headers, each ended by a line break.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let request = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n{headers}\r\n", self.port);
        self.send(request.as_bytes()).unwrap()
    }

    /// What stands at a path.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// Waits until a path shows what is wanted.
    #[track_caller]
    pub(crate) fn until(&self, path: &str, wanted: impl Fn(&Answer) -> bool) -> Answer {
        let began = Instant::now();
        loop {
            let answer = self.get(path);
            if wanted(&answer) {
                return answer;
            }
            assert!(began.elapsed() < PATIENCE, "{path} stays:\n{}", String::from_utf8_lossy(&answer.body));
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Listens as an open page does; what it hears comes line by line.
    pub(crate) fn listen(&self, path: &str) -> BufReader<TcpStream> {
        let mark = self.get(path).between("data-sidik=\"", "\"");
        let mut door = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        door.set_read_timeout(Some(PATIENCE)).unwrap();
        let host = format!("Host: 127.0.0.1:{}\r\n", self.port);
        write!(door, "GET /_suluh/peristiwa?halaman={path}&sidik={mark} HTTP/1.1\r\n{host}\r\n").unwrap();
        BufReader::new(door)
    }

    /// Whether the program still runs.
    pub(crate) fn is_running(&mut self) -> bool {
        self.program.try_wait().unwrap().is_none()
    }

    /// Presses Ctrl-C; gives the exit code and what was said.
    pub(crate) fn interrupt(mut self) -> (Option<i32>, String) {
        let id = self.program.id().to_string();
        assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        let began = Instant::now();
        while self.is_running() {
            assert!(began.elapsed() < PATIENCE, "Ctrl-C does not end it");
            std::thread::sleep(Duration::from_millis(10));
        }
        let code = self.program.wait().unwrap().code();
        // The thread that reads what it said ends with it.
        std::thread::sleep(Duration::from_millis(100));
        let said = self.output.lock().unwrap().clone();
        (code, said)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Waits for the next word that the page is another.
#[track_caller]
pub(crate) fn hear(news: &mut BufReader<TcpStream>) {
    let mut line = String::new();
    loop {
        line.clear();
        let read = news.read_line(&mut line).expect("an open page hears of a change in time");
        assert!(read > 0, "the connection was closed");
        if line.starts_with("event: muat") {
            return;
        }
    }
}

/// Writes a file as editors do that keep the old one until the new one is whole.
pub(crate) fn save_by_renaming(project: &Project, path: &str, text: &str) {
    let path = project.path(path);
    let beside = path.with_extension("tmp~");
    fs::write(&beside, text).unwrap();
    fs::rename(&beside, &path).unwrap();
}
