// Feeds any UTF-16 to the checker with a small dictionary, and checks what must hold of each finding.
#include <cstddef>
#include <cstdint>
#include <string>

#include <bichig/script/suffixes.h>
#include <bichig/spell/checker.h>

#include "expect.h"
#include "loose_utf16.h"

using namespace bichig;
using fuzz::expect;

namespace {

const spell::Checker& checker() {
    static const spell::Checker made = [] {
        spell::ShapeIndexWriter writer;
        for (const std::u16string word : {u"\u182D\u1820\u1837", u"\u1823\u1837\u1833\u1824",
                                          u"\u1828\u1823\u1836\u1820\u1828", u"\u182C\u1826\u182E\u1826\u1828"}) {
            (void)writer.add(word);
            for (unsigned number = 0; number < 10; ++number) {
                (void)writer.add(script::attach_suffix(word, static_cast<script::Case>(number)));
            }
        }
        spell::CheckerParts parts;
        parts.dictionary = spell::Dictionary{spell::ShapeIndex::from_bytes(writer.bytes()).value()};
        spell::UserDictionary user;
        (void)user.add(u"\u1820\u1828", u"\u182D\u1820\u1837");
        parts.user.push_back(user);
        return spell::Checker{std::move(parts)};
    }();
    return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::u16string text = fuzz::loose_utf16(data + 1, size - 1);
    spell::CheckOptions options;
    options.suggest = (data[0] & 1) != 0;
    options.accept_nnbsp = (data[0] & 2) != 0;
    options.limit = data[0] >> 4;
    const spell::CheckResult result = checker().check(text, options);
    expect(result.end == text.size(), "the text was looked at to its end");
    TextIndex end = 0;
    for (const spell::Finding& finding : result.findings) {
        expect(finding.range.begin >= end && finding.range.begin < finding.range.end, "findings are in order");
        expect(finding.range.end <= text.size(), "a finding lies in the text");
        expect(!finding.certain || !finding.suggestions.empty(), "what is certain has a suggestion");
        expect(!finding.id.empty() && !finding.reason.empty(), "a finding has a reason");
        end = finding.range.end;
    }
    (void)checker().suggest(text, options);
    return 0;
}
