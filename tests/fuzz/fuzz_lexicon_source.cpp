// Feeds any bytes to the reader of dictionary sources: files parted by lines "=== PATH". What is read is judged,
// mended, expanded and written, and the forms that come out are those that go into the files.
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <bichig/lexicon/build.h>
#include <bichig/lexicon/lint.h>

#include "expect.h"

namespace {

using namespace bichig;

std::map<std::string, std::string> files_of(std::string_view bytes) {
    std::map<std::string, std::string> files;
    std::string* file = nullptr;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = bytes.substr(0, end);
        if (line.starts_with("=== ")) {
            file = &files[std::string{line.substr(4)}];
        } else if (file != nullptr) {
            file->append(line).append("\n");
        }
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using fuzz::expect;
    const auto files = files_of({reinterpret_cast<const char*>(data), size});
    auto read = lexicon::read_source("fuzz", [&](const std::string& path) -> Result<std::string> {
        const auto found = files.find(path);
        if (found == files.end()) return fail({ErrorCode::not_found, "no such file", {}, {}});
        return found->second;
    });
    if (!read) {
        expect(!read.error().message.empty(), "an error says what is wrong");
        return 0;
    }
    auto source = std::make_shared<lexicon::Source>(std::move(*read));
    const lexicon::Findings findings = lexicon::lint(source);
    for (const lexicon::Finding& finding : findings)
        expect(!finding.id.empty() && !finding.message.empty(), "a finding says what");
    lexicon::apply_fixes(*source, findings);
    lexicon::Findings after;
    const lexicon::Lexicon lexicon = lexicon::compile(source, after);
    std::size_t forms = 0;
    for (const lexicon::Entry& entry : lexicon.entries()) {
        std::size_t count = 0;
        if (forms < 100'000)
            lexicon.for_each_form(entry, [&](const lexicon::FormView& form) {
                expect(!form.text.empty(), "a form has letters");
                ++count;
            });
        expect(forms >= 100'000 || count == lexicon.count_forms(entry), "as many forms as are counted");
        forms += count;
    }
    if (forms < 100'000) expect(!lexicon::hunspell_files(lexicon).aff.empty(), "there is an affix file");
    return 0;
}
