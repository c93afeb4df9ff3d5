// LibreOffice extensions that bring a spelling dictionary.
#pragma once

#include <string>

#include <bichig/base/result.h>

namespace bichig::format {

/// What an extension holds. Value.
struct OxtContents {
    std::string id;            ///< of the extension, in the manner of "org.example.dictionary"
    std::string version;       ///< "0.1.0"
    std::string title;         ///< the name that the list of extensions shows
    std::string publisher;     ///< may be empty
    std::string licence;       ///< text of the licence
    std::string notice;        ///< text of NOTICE; left out where empty
    std::string readme;        ///< text of README.txt, and what the list of extensions says; may be empty
    std::string name;          ///< of the dictionary: "mn_Mong_CN" gives mn_Mong_CN.aff and mn_Mong_CN.dic
    std::string aff;           ///< contents of the .aff
    std::string dic;           ///< contents of the .dic
    std::string locale = "mn-Mong-CN";  ///< BCP 47; LibreOffice 7.4 knows this one as ("qlt", "CN", "mn-Mong-CN")
};

/// The bytes of the .oxt: META-INF/manifest.xml, description.xml, dictionaries.xcu, the dictionary and the texts. The
/// same contents give the same bytes. Errors: invalid_input for an id, version, name or locale that is empty or has
/// other characters than letters, digits and - _ . of ASCII, and for texts that are no UTF-8.
Result<std::string> oxt_of(const OxtContents& contents);

}  // namespace bichig::format
