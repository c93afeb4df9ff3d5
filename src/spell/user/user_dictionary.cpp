// The list of words and its file: read, changed and written under the lock of a file beside it.
#include <bichig/spell/user_dictionary.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>
#include <shared_mutex>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>

namespace bichig::spell {

namespace {

constexpr std::u16string_view blanks = u" \t\r\n\v\f";

/// The file as lines: words among comments.
struct Lines {
    std::vector<std::string> comments;  ///< by the word that they stand before; the last follow all words
    std::vector<LearntWord> words;
};

/// Reads the lines of a file. The comments of a word stand in one string with their line ends.
Result<Lines> read_lines(std::string_view bytes, const std::string& path) {
    Lines lines{{""}, {}};
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    std::uint32_t number = 0;
    while (!bytes.empty()) {
        ++number;
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty() || line.front() == '#') {
            lines.comments.back().append(line).append("\n");
            continue;
        }
        const auto text = to_utf16(line);
        if (!text) {
            return fail({ErrorCode::invalid_input, "is not UTF-8", "convert the file to UTF-8", {path, number, 0, ""}});
        }
        const std::size_t tab = std::min(text->find(u'\t'), text->size());
        LearntWord word{text->substr(0, tab), tab < text->size() ? text->substr(tab + 1) : std::u16string{}};
        if (word.word.empty() || word.word.find_first_of(blanks) != std::u16string::npos ||
            word.like.find_first_of(blanks) != std::u16string::npos) {
            return fail({ErrorCode::invalid_input, "is no word, nor a word and its example",
                         "write one word, or two with a tab between", {path, number, 0, ""}});
        }
        lines.words.push_back(std::move(word));
        lines.comments.emplace_back();
    }
    return lines;
}

std::string written(const Lines& lines) {
    std::string out;
    for (std::size_t i = 0; i < lines.words.size(); ++i) {
        out += lines.comments[i] + to_utf8(lines.words[i].word);
        if (!lines.words[i].like.empty()) out += "\t" + to_utf8(lines.words[i].like);
        out += "\n";
    }
    return out + lines.comments.back();
}

/// Holds the lock of a file for as long as it lives. The file of the lock stays: to remove it would part those who wait
/// for it from those who come later.
class FileLock {
public:
    static Result<FileLock> take(const std::string& path) {
        const std::string name = path + ".lock";
        const int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (file < 0 || ::flock(file, LOCK_EX) != 0) {
            const int number = errno;
            if (file >= 0) ::close(file);
            return fail({ErrorCode::system, std::string("cannot be locked: ") + std::strerror(number),
                         "make the folder, and check its permissions", {name, 0, 0, ""}});
        }
        return FileLock{file};
    }
    FileLock(FileLock&& other) noexcept : file_{std::exchange(other.file_, -1)} {}
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock() {
        if (file_ >= 0) ::close(file_);
    }

private:
    explicit FileLock(int file) : file_{file} {}
    int file_;
};

/// What tells one state of a file from another. Files are replaced by renaming, so that each has a number of its own.
struct Stamp {
    std::uint64_t inode = 0;
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    std::int64_t size = -1;
    bool operator==(const Stamp&) const = default;
};

Stamp stamp_of(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return {};
    return {info.st_ino, info.st_mtim.tv_sec, info.st_mtim.tv_nsec, info.st_size};
}

}  // namespace

struct UserDictionary::State {
    std::string path;  ///< empty: in memory
    mutable std::shared_mutex mutex;
    std::mutex changes;  ///< one change at a time
    Lines lines{{""}, {}};
    std::map<std::u16string, std::size_t, std::less<>> numbers;
    Stamp stamp;

    void take(Lines read) {
        std::map<std::u16string, std::size_t, std::less<>> by_word;
        for (std::size_t i = 0; i < read.words.size(); ++i) by_word[read.words[i].word] = i;  // the last holds
        const std::unique_lock lock{mutex};
        lines = std::move(read);
        numbers = std::move(by_word);
    }

    /// The lines of the file as it is now.
    Result<Lines> read_now() {
        if (path.empty()) {
            const std::shared_lock lock{mutex};
            return lines;
        }
        const auto bytes = read_file(path);
        if (bytes) return read_lines(*bytes, path);
        if (bytes.error().code == ErrorCode::not_found) return Lines{{""}, {}};
        return fail(bytes.error());
    }

    /// Reads, changes and writes the file, with nobody else at it.
    template <class Change>
    Result<void> change(Change change) {
        const std::lock_guard one{changes};
        std::optional<FileLock> lock;
        if (!path.empty()) {
            auto taken = FileLock::take(path);
            if (!taken) return fail(taken.error());
            lock.emplace(std::move(*taken));
        }
        auto now = read_now();
        if (!now) return fail(now.error());
        change(*now);
        if (!path.empty()) {
            auto file = OutputFile::create(path);
            if (!file) return fail(file.error());
            if (auto done = file->write(written(*now)); !done) return done;
            if (auto done = file->commit(); !done) return done;
            stamp = stamp_of(path);
        }
        take(std::move(*now));
        return {};
    }
};

UserDictionary::UserDictionary() : state_{std::make_shared<State>()} {}
UserDictionary::UserDictionary(std::shared_ptr<State> state) : state_{std::move(state)} {}

Result<UserDictionary> UserDictionary::open(const std::string& path) {
    UserDictionary made;
    made.state_->path = path;
    made.state_->stamp = stamp_of(path);
    auto lines = made.state_->read_now();
    if (!lines) return fail(lines.error());
    made.state_->take(std::move(*lines));
    return made;
}

Result<UserDictionary> UserDictionary::from_text(std::string_view utf8) {
    auto lines = read_lines(utf8, {});
    if (!lines) return fail(lines.error());
    UserDictionary made;
    made.state_->take(std::move(*lines));
    return made;
}

Result<void> UserDictionary::add(std::u16string_view word, std::u16string_view like) {
    const auto has_blank = [](std::u16string_view text) { return text.find_first_of(blanks) != text.npos; };
    if (word.empty() || word.front() == u'#' || has_blank(word) || has_blank(like)) {
        return fail({ErrorCode::invalid_input, "what is to be learnt is no single word", "leave white space out",
                     {state_->path, 0, 0, ""}});
    }
    return state_->change([&](Lines& lines) {
        for (LearntWord& known : lines.words) {
            if (known.word != word) continue;
            known.like = like;
            return;
        }
        lines.words.push_back({std::u16string{word}, std::u16string{like}});
        lines.comments.emplace_back();
    });
}

Result<void> UserDictionary::remove(std::u16string_view word) {
    return state_->change([&](Lines& lines) {
        for (std::size_t i = lines.words.size(); i-- > 0;) {
            if (lines.words[i].word != word) continue;
            lines.comments[i + 1].insert(0, lines.comments[i]);
            lines.comments.erase(lines.comments.begin() + static_cast<std::ptrdiff_t>(i));
            lines.words.erase(lines.words.begin() + static_cast<std::ptrdiff_t>(i));
        }
    });
}

Result<void> UserDictionary::refresh() {
    if (state_->path.empty()) return {};
    const std::lock_guard one{state_->changes};
    const Stamp now = stamp_of(state_->path);
    if (now == state_->stamp) return {};
    auto lines = state_->read_now();
    if (!lines) return fail(lines.error());
    state_->stamp = now;
    state_->take(std::move(*lines));
    return {};
}

bool UserDictionary::contains(std::u16string_view word) const {
    const std::shared_lock lock{state_->mutex};
    return state_->numbers.find(word) != state_->numbers.end();
}

std::optional<LearntWord> UserDictionary::find(std::u16string_view word) const {
    const std::shared_lock lock{state_->mutex};
    const auto found = state_->numbers.find(word);
    if (found == state_->numbers.end()) return std::nullopt;
    return state_->lines.words[found->second];
}

std::optional<LearntWord> UserDictionary::stem_of(std::u16string_view text) const {
    const std::shared_lock lock{state_->mutex};
    if (state_->numbers.empty()) return std::nullopt;
    for (std::size_t size = text.size(); size-- > 1;) {
        const auto found = state_->numbers.find(text.substr(0, size));
        if (found == state_->numbers.end()) continue;
        const LearntWord& word = state_->lines.words[found->second];
        if (!word.like.empty()) return word;
    }
    return std::nullopt;
}

std::vector<LearntWord> UserDictionary::words() const {
    const std::shared_lock lock{state_->mutex};
    return state_->lines.words;
}

std::string UserDictionary::text() const {
    const std::shared_lock lock{state_->mutex};
    return written(state_->lines);
}

}  // namespace bichig::spell
