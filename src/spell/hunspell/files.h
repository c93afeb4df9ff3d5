// What the files of a Hunspell dictionary say before Hunspell reads them: it gives no reason when it cannot use them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/text/code_page.h>

namespace bichig::spell {

/// What was found. Value.
struct DictionaryFiles {
    std::string encoding;                     ///< as SET names it; "ISO8859-1" where there is no SET
    std::optional<text::CodePage> code_page;  ///< none: UTF-8
    std::vector<bool> letters;                ///< by code unit: whether words of the list have it (U+0000–FFFF)
};

/// Looks at both files. Errors: as HunspellDictionary::open.
Result<DictionaryFiles> look_at_files(const std::string& aff_path, const std::string& dic_path);

}  // namespace bichig::spell
