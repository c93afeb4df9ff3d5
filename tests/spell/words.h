// Words for tests of spelling, from Latin.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include <bichig/base/utf.h>
#include <bichig/script/transliteration.h>
#include <bichig/spell/shape_index.h>

namespace bichig::spell::testing {

/// Letters of EAC MGC/01-02 (_ is MVS, - NNBSP, ' FVS1) as text.
inline std::u16string letters(const std::string& latin) {
    return script::from_latin(to_utf16(latin).value(), script::Latin::eac).text;
}

/// What can be read in a failure.
inline std::string shown(std::u16string_view text) {
    return to_utf8(script::to_latin(text, script::Latin::eac).text);
}

inline std::vector<std::u16string> words_of(const std::vector<std::string>& latin) {
    std::vector<std::u16string> words;
    for (const std::string& word : latin) words.push_back(letters(word));
    return words;
}

/// An index of these forms.
inline ShapeIndex index_of(const std::vector<std::u16string>& forms) {
    ShapeIndexWriter writer;
    for (const std::u16string& form : forms) (void)writer.add(form);
    return ShapeIndex::from_bytes(writer.bytes()).value();
}

/// A folder that is removed at the end.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "bichig-spell-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream{path_ / name, std::ios::binary} << bytes;
        return *this / name;
    }

private:
    std::filesystem::path path_;
};

}  // namespace bichig::spell::testing
