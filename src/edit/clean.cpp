// What other programs wrote, in Unicode as it is now: codes of legacy encodings, then the connectors of suffixes.
#include <algorithm>

#include <bichig/edit/paste.h>

namespace bichig::edit {

namespace {

void count(const script::Conversion& made, std::u16string_view source, CleanReport& report) {
    for (const script::Alignment& part : made.alignments) {
        const std::u16string_view before = source.substr(part.source.begin, part.source.size());
        const std::u16string_view after =
            std::u16string_view{made.text}.substr(part.result.begin, part.result.size());
        if (before != after) ++report.words_converted;
    }
    for (const script::Remark& remark : made.remarks) {
        if (remark.kept) ++report.words_kept;
        if (std::find(report.remarks.begin(), report.remarks.end(), remark.id) == report.remarks.end()) {
            report.remarks.push_back(remark.id);
        }
    }
}

}  // namespace

CleanText clean(std::u16string_view text, const PasteOptions& options) {
    CleanText made{std::u16string{text}, {}};
    using Kind = script::LegacyDetection::Kind;
    made.report.detected = options.legacy
        ? script::LegacyDetection{Kind::legacy, *options.legacy, 1.0, "as the caller says"}
        : script::detect_legacy(text, options.font);
    if (made.report.detected.kind == Kind::legacy) {
        script::LegacyOptions how;
        how.offsets = true;
        script::Conversion converted = script::legacy_to_unicode(text, made.report.detected.legacy, how);
        count(converted, text, made.report);
        made.text = std::move(converted.text);
    }
    if (options.connector == script::Connector::keep) return made;
    script::NormalOptions rules;
    rules.vertical_forms = rules.second_selector = rules.selector_without_effect = false;
    rules.connector = options.connector;
    script::NormalText normal = script::normalize(made.text, rules);
    if (normal.edits.empty()) return made;
    made.report.connectors = normal.edits.size();
    made.text = std::move(normal.text);
    return made;
}

}  // namespace bichig::edit
