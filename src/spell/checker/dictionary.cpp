// A dictionary in a folder.
#include <bichig/spell/dictionary.h>

#include <algorithm>
#include <filesystem>
#include <mutex>

#include <bichig/base/file.h>

namespace bichig::spell {

namespace {

/// Title and version stand in the first two lines, as lexicon::notice writes them: "Version 1 of 2026-01-31".
DictionaryNotice notice_of(std::string text) {
    constexpr std::string_view mark = "\nVersion ";
    DictionaryNotice notice;
    const std::size_t end = text.find('\n');
    if (end != std::string::npos && text.compare(end, mark.size(), mark) == 0) {
        const std::size_t begin = end + mark.size();
        const std::string line = text.substr(begin, text.find('\n', begin) - begin);
        notice.title = text.substr(0, end);
        notice.version = line.substr(0, line.rfind(" of "));
    }
    notice.text = std::move(text);
    return notice;
}

}  // namespace

struct Dictionary::State {
    ShapeIndex index;
    std::string path;
    std::string stem;  ///< path of Hunspell's files without their extension; empty: there are none
    std::once_flag opened;
    std::optional<HunspellDictionary> hunspell;
    std::once_flag noticed;
    DictionaryNotice notice;

    State(ShapeIndex made, std::string from) : index{std::move(made)}, path{std::move(from)} {}
};

Dictionary::Dictionary(ShapeIndex index) : state_{std::make_shared<State>(std::move(index), std::string{})} {}

Result<Dictionary> Dictionary::open(const std::string& path, IndexCheck check) {
    namespace files = std::filesystem;
    std::error_code ignored;
    std::string index_path = path;
    if (files::is_directory(path, ignored)) {
        std::vector<std::string> found;
        for (const auto& entry : files::directory_iterator{path, ignored}) {
            if (entry.path().extension() == ".shapes") found.push_back(entry.path().string());
        }
        if (found.empty()) {
            return fail({ErrorCode::not_found, "holds no dictionary: there is no .shapes file in it",
                         "build one (bichig dict build)", {path, 0, 0, ""}});
        }
        if (found.size() > 1) {
            std::sort(found.begin(), found.end());
            return fail({ErrorCode::invalid_input, "holds " + std::to_string(found.size()) + " dictionaries",
                         "name one of them, such as " + found.front(), {path, 0, 0, ""}});
        }
        index_path = found.front();
    }
    auto index = ShapeIndex::open(index_path, check);
    if (!index) return fail(index.error());
    Dictionary dictionary{std::move(*index)};
    dictionary.state_->path = path;
    dictionary.state_->stem = files::path{index_path}.replace_extension().string();
    return dictionary;
}

const ShapeIndex& Dictionary::index() const { return state_->index; }

const HunspellDictionary* Dictionary::hunspell() const {
    std::call_once(state_->opened, [this] {
        if (state_->stem.empty()) return;
        if (auto opened = HunspellDictionary::open(state_->stem + ".aff", state_->stem + ".dic")) {
            state_->hunspell = std::move(*opened);
        }
    });
    return state_->hunspell ? &*state_->hunspell : nullptr;
}

const std::string& Dictionary::path() const { return state_->path; }

const DictionaryNotice& Dictionary::notice() const {
    std::call_once(state_->noticed, [this] {
        if (state_->stem.empty()) return;
        const auto beside = std::filesystem::path{state_->stem}.replace_filename("NOTICE");
        if (auto read = read_file(beside.string())) state_->notice = notice_of(std::move(*read));
    });
    return state_->notice;
}

}  // namespace bichig::spell
