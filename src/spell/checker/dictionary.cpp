// A dictionary in a folder.
#include <bichig/spell/dictionary.h>

#include <algorithm>
#include <filesystem>
#include <mutex>

namespace bichig::spell {

struct Dictionary::State {
    ShapeIndex index;
    std::string path;
    std::string stem;  ///< path of Hunspell's files without their extension; empty: there are none
    std::once_flag opened;
    std::optional<HunspellDictionary> hunspell;

    State(ShapeIndex made, std::string from) : index{std::move(made)}, path{std::move(from)} {}
};

Dictionary::Dictionary(ShapeIndex index) : state_{std::make_shared<State>(std::move(index), std::string{})} {}

Result<Dictionary> Dictionary::open(const std::string& path) {
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
    auto index = ShapeIndex::open(index_path);
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

}  // namespace bichig::spell
