// What each kind of official document has a place for, and what is wrong with one that has something else.
#include <algorithm>
#include <iterator>
#include <utility>

#include <bichig/base/utf.h>
#include <bichig/document/text.h>
#include <bichig/notice/notice.h>

#include <notice/internal/composed.h>

namespace bichig::notice {

namespace {

/// One row for each kind, in their order. Value.
struct Traits {
    std::string_view name;
    bool addressee;   ///< may have
    bool printing;    ///< may have a printing line
    bool signature;   ///< is closed by issuing bodies
    bool attendance;  ///< may list who attended
    bool seal;        ///< may have one
};
constexpr Traits traits[] = {
    //  name          addressee printing signature attendance seal
    {"notice",       true,  true,  true,  false, true},
    {"announcement", false, true,  true,  false, true},
    {"letter",       true,  false, true,  false, true},
    {"order",        false, true,  false, false, true},
    {"minutes",      false, true,  true,  true,  false},
};
static_assert(std::size(traits) == std::size(kinds));

const Traits& traits_of(Kind kind) { return traits[static_cast<std::size_t>(kind)]; }

/// "an order", "a letter", "minutes".
std::string with_article(Kind kind) {
    const std::string name{name_of(kind)};
    if (kind == Kind::minutes) return name;
    return (kind == Kind::announcement || kind == Kind::order ? "an " : "a ") + name;
}

std::string known_profiles() {
    std::string names;
    for (const std::string& name : profile_names()) names += (names.empty() ? "" : ", ") + name;
    return names;
}

using Found = std::optional<Fault>;

Found unwanted(const std::string& pointer, const Notice& notice, const std::string& what, const std::string& hint) {
    const std::string has_no = notice.kind == Kind::minutes ? " have no " : " has no ";
    return Fault{pointer, with_article(notice.kind) + has_no + what, hint};
}

Found head_fault(const Notice& notice) {
    if (notice.profile.script_order == ScriptOrder::unstated) {
        return Fault{"/profile", "the profile is missing: it says which script stands first",
                     "name one: " + known_profiles() + ", or a file as ./office.toml"};
    }
    const std::pair<const std::vector<Field>*, const char*> scripts[] = {{&notice.issuers_mongolian, "mn"},
                                                                         {&notice.issuers_chinese, "zh"}};
    for (const auto& [issuers, key] : scripts) {
        if (!issuers->empty() || !notice.profile.both_scripts) continue;
        return Fault{std::string{"/issuer/"} + key, "the head is in one script alone",
                     std::string{"add '"} + key + "', or use a profile with both_scripts = false"};
    }
    if (notice.issuers_mongolian.empty() && notice.issuers_chinese.empty()) {
        return Fault{"/issuer", "the issuing body is missing", "add 'mn' and 'zh'"};
    }
    if (notice.sealed.value_or(false) && !traits_of(notice.kind).seal) {
        return unwanted("/sealed", notice, "seal", "write false, or leave it out");
    }
    return std::nullopt;
}

Found signer_fault(const Notice& notice, const Version& version, const std::string& at) {
    const bool order = notice.kind == Kind::order;
    if (order && version.signers.empty()) {
        return Fault{at + "/signers", "an order without a signer", "add the office and the name of who signs it"};
    }
    if (version.signers.empty()) return std::nullopt;
    if (!order && notice.kind != Kind::notice) {
        return unwanted(at + "/signers", notice, "signer", "take it out: only notices and orders have signers");
    }
    if (!order && notice.number_chinese.empty()) {
        return Fault{at + "/signers", "a signer without a number: they stand in one line", "add 'number'"};
    }
    for (std::size_t i = 0; i < version.signers.size(); ++i) {
        const Signer& signer = version.signers[i];
        const std::string pointer = at + "/signers/" + std::to_string(i);
        if (!order && !signer.office.empty()) {
            return Fault{pointer + "/office", "the signer of an upward document stands without an office",
                         "take it out, or write 'kind: order'"};
        }
        if (!order && signer.name.empty()) return Fault{pointer + "/name", "a signer without a name", "add it"};
        if (signer.office.empty() && signer.name.empty()) {
            return Fault{pointer, "a signer without office and name", "add them"};
        }
    }
    return std::nullopt;
}

Found version_fault(const Notice& notice, const Version& version, const std::string& at) {
    const Traits& has = traits_of(notice.kind);
    if (version.title.empty() && notice.kind != Kind::order) {
        return Fault{at + "/title", "the title is missing", "add it: only an order may have none"};
    }
    if (!version.addressee.empty() && !has.addressee) {
        return unwanted(at + "/addressee", notice, "addressee", "take it out, or write another kind, such as notice");
    }
    if (!version.printing_body.empty() && !has.printing) {
        return unwanted(at + "/printing", notice, "printing line", "take it out");
    }
    if (!version.signatures.empty() && !has.signature) {
        return unwanted(at + "/signature", notice, "issuing body under its text", "take it out: its signers close it");
    }
    const std::pair<const Field*, const char*> lists[] = {{&version.present, "/attendance/present"},
                                                               {&version.excused, "/attendance/excused"},
                                                               {&version.observers, "/attendance/observers"}};
    for (const auto& [field, key] : lists) {
        if (!field->empty() && !has.attendance) {
            return unwanted(at + key, notice, "list of those who attended", "take it out, or write 'kind: minutes'");
        }
    }
    if (!version.secrecy_term.empty() && version.secrecy.empty()) {
        return Fault{at + "/secrecy_term", "a term of secrecy without its degree", "add 'secrecy'"};
    }
    return signer_fault(notice, version, at);
}

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

/// "…〔2024〕3号": a code, the year in full, no zero before the number and no 第 (clause 7.2.5).
bool is_usual_number(std::u16string_view text) {
    const std::size_t open = text.find(u'〔');
    const std::size_t close = text.find(u'〕');
    if (open == 0 || open == std::u16string_view::npos || close != open + 5 || text.size() < close + 3) return false;
    const std::u16string_view year = text.substr(open + 1, 4);
    const std::u16string_view serial = text.substr(close + 1, text.size() - close - 2);
    return text.back() == u'号' && std::all_of(year.begin(), year.end(), is_digit) &&
           std::all_of(serial.begin(), serial.end(), is_digit) && serial.front() != u'0';
}

}  // namespace

std::string_view name_of(Kind kind) { return traits_of(kind).name; }

std::optional<Kind> kind_named(std::string_view name) {
    for (const Kind kind : kinds) {
        if (name_of(kind) == name) return kind;
    }
    return std::nullopt;
}

namespace {

Found arrangement_fault(const Notice& notice) {
    if (notice.arrangement == Arrangement::parts) return std::nullopt;
    if (notice.versions.size() != 2) {
        return Fault{"/arrangement", "an arrangement of two versions where there is one",
                     "add the other version, or leave the field out"};
    }
    const bool board = notice.kind == Kind::order || notice.kind == Kind::announcement;
    if (notice.arrangement == Arrangement::stacked && !board) {
        return Fault{"/arrangement", "the texts of this kind are not stacked: they are read, not looked at",
                     "write parts, facing or parallel; an announcement or an order may be stacked"};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Arrangement> arrangement_named(std::string_view name) {
    if (name == "parts") return Arrangement::parts;
    if (name == "facing") return Arrangement::facing;
    if (name == "parallel") return Arrangement::parallel;
    if (name == "stacked") return Arrangement::stacked;
    return std::nullopt;
}

std::optional<Fault> fault_of(const Notice& notice) {
    if (Found found = arrangement_fault(notice)) return found;
    if (Found found = head_fault(notice)) return found;
    for (std::size_t i = 0; i < notice.versions.size(); ++i) {
        if (Found found = version_fault(notice, notice.versions[i], "/versions/" + std::to_string(i))) return found;
    }
    return std::nullopt;
}

std::optional<AnnexFault> annex_fault(const Version& version) {
    for (std::size_t i = 0; i < version.annexes.size(); ++i) {
        const Field& title = version.annexes[i].title;
        if (version.attachments.empty()) {
            if (!title.empty()) continue;
            return AnnexFault{i, "an annex without a title", "write it, or name it in 'attachments'"};
        }
        if (i >= version.attachments.size()) {
            return AnnexFault{i, "the attachment note does not name this annex",
                              "add it to 'attachments', or leave 'attachments' out: it is then made of the annexes"};
        } else if (!title.empty() && title.text != version.attachments[i].text) {
            return AnnexFault{i, "the attachment note names this annex '" + to_utf8(version.attachments[i].text) + "'",
                              "write the same title in both places"};
        }
    }
    return std::nullopt;
}

void check(const Notice& notice, Diagnostics& diagnostics) {
    report_unlike(notice, diagnostics);
    const Field& number = notice.number_chinese;
    const bool general = notice.kind == Kind::notice || notice.kind == Kind::letter;
    if (!notice.profile.check_number || !general || number.empty() || is_usual_number(number.text)) return;
    Diagnostic found;
    found.id = "document-number";
    found.message = "the number '" + to_utf8(number.text) + "' is not of the form of GB/T 9704";
    found.hint = "write code, year and number as 旗政发〔2024〕3号, or set check_number = false in the profile";
    found.source = number.source;
    document::Document file;
    file.sources = notice.sources;
    found.where = document::place_of(file, number.source);
    diagnostics.add(std::move(found));
}

}  // namespace bichig::notice
