// Official documents: what an office fills in, and the document made from it (GB/T 9704-2012).
#pragma once

#include <string>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/document/model.h>

namespace bichig::notice {

/// Text of a field with its place in the source. Value.
struct Field {
    std::u16string text;
    SourceRange source;
    bool empty() const { return text.empty(); }
};

/// One language version of an official document. Empty fields are left out of the page. Value.
struct Version {
    std::string language;  ///< "mn-Mong": vertical lines; "zh-Hans": horizontal
    Field copy_number;     ///< 份号, as it is printed: "000001"
    Field secrecy;         ///< 密级和保密期限, as it is printed: "机密★1年"
    Field urgency;         ///< 紧急程度: "特急"
    Field title;
    Field addressee;
    std::vector<document::Block> body;  ///< styles index into Notice::styles
    std::vector<Field> attachments;     ///< names of the attachments
    Field signature;       ///< issuing body under the text
    Field date;            ///< as written in this language
    Field annotation;      ///< 附注 below the date; brackets are added
    Field carbon_copy;
    Field printing_body;
    Field printing_date;
};

/// A notice (通知). Value.
struct Notice {
    Field issuer_mongolian;  ///< head, in both scripts on each version
    Field issuer_chinese;
    Field number_mongolian;  ///< document number as written on the Mongolian version; empty: the Chinese one
    Field number_chinese;
    /// Whether the office will put its seal on the issuing body and the date: they then stand four characters from the
    /// edge, else two, and in another order of widths.
    bool sealed = true;
    document::Properties properties;
    std::vector<document::ParagraphStyle> styles{document::ParagraphStyle{}};
    std::vector<Version> versions;  ///< in the order of the pages
    std::vector<document::Source> sources;
};

/// Sets the notice as a document: red head, number, red rule, title, addressee, body, attachment note, date and
/// issuing body, back matter, page numbers. Sizes and places are those of GB/T 9704-2012 for a horizontal version;
/// for a vertical one "above" and "below" become left and right. Total.
document::Document to_document(Notice notice);

}  // namespace bichig::notice
