// Official documents: what an office fills in, and the document made from it (GB/T 9704-2012).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/document/model.h>
#include <bichig/notice/profile.h>

namespace bichig::notice {

/// The kinds of official documents, each with its page: clauses 7 (general format) and 10 (letter, order, minutes).
enum class Kind : std::uint8_t {
    notice,        ///< 通知
    announcement,  ///< 公告: to nobody in particular
    letter,        ///< 函: double rules, the number at the right, no number on the first page
    order,         ///< 令: closed by the office and the name of its signer
    minutes        ///< 纪要: lists who attended; has no seal
};
inline constexpr Kind kinds[] = {Kind::notice, Kind::announcement, Kind::letter, Kind::order, Kind::minutes};

/// The word for `kind` in input: "notice". And the kind of a word; nothing for other words.
std::string_view name_of(Kind kind);
std::optional<Kind> kind_named(std::string_view name);

/// How two language versions stand in one document.
enum class Arrangement : std::uint8_t {
    parts,     ///< one after the other, each issued as a document by itself
    facing,    ///< on pages that lie open beside each other; headings of the text begin on the same two pages
    parallel,  ///< paragraph beside paragraph, under one head and over one back matter
    stacked    ///< title beside title and text beside text, as on a notice board: orders and announcements only
};

/// The arrangement that is called `name` in input: "parallel".
std::optional<Arrangement> arrangement_named(std::string_view name);

/// Text of a field with its place in the source. Value.
struct Field {
    std::u16string text;
    SourceRange source;
    bool empty() const { return text.empty(); }
};

/// Who signs. Value.
struct Signer {
    Field office;  ///< of an order: 旗长
    Field name;    ///< may be empty in an order: there will be a signature seal
};

/// An annex: it begins a page. Value.
struct Annex {
    Field title;                        ///< empty: that of the attachment note
    std::vector<document::Block> body;  ///< styles index into Notice::styles
    SourceRange source;                 ///< where it begins
};

/// One language version of an official document. Empty fields are left out of the page. Value.
struct Version {
    std::string language;  ///< "mn-Mong": vertical lines; "zh-Hans": horizontal
    Field copy_number;     ///< 份号, as it is printed: "000001"
    Field secrecy;         ///< 密级, as it is printed: "机密", "机密★1年"
    Field secrecy_term;    ///< 保密期限: "1年"; the star is added
    Field urgency;         ///< 紧急程度: "特急"
    /// 签发人. In a notice it makes an upward document: number at the left, names at the right. In an order they close it.
    std::vector<Signer> signers;
    Field title;           ///< required, but for an order
    Field addressee;
    std::vector<document::Block> body;  ///< styles index into Notice::styles
    std::vector<Field> attachments;     ///< names of the attachments; empty: the titles of the annexes
    Field present;         ///< 出席, of minutes
    Field excused;         ///< 请假
    Field observers;       ///< 列席
    std::vector<Field> signatures;      ///< issuing bodies under the text
    Field date;            ///< as written in this language
    Field annotation;      ///< 附注 below the date; brackets are added
    std::vector<Annex> annexes;
    Field carbon_copy;
    Field printing_body;
    Field printing_date;
};

/// An official document. Value.
struct Notice {
    Kind kind = Kind::notice;
    Profile profile;
    std::vector<Field> issuers_mongolian;  ///< head, in both scripts on each version; several: a joint document
    std::vector<Field> issuers_chinese;
    /// Adds the word of the kind (文件, 公告, 令, 纪要) to the mark; if not set, where there are several bodies.
    std::optional<bool> mark_word;
    Field number_mongolian;  ///< document number as written on the Mongolian version; empty: the Chinese one
    Field number_chinese;
    /// Whether the office will put its seal on the issuing body and the date: they then stand four characters from the
    /// edge, else two, and in another order of widths. Not set: yes, but for minutes.
    std::optional<bool> sealed;
    Arrangement arrangement = Arrangement::parts;
    /// Lines of the page that a parallel or stacked document has; horizontal is the default (D).
    document::WritingMode page_mode = document::WritingMode::horizontal_tb;
    document::Properties properties;
    std::vector<document::ParagraphStyle> styles{document::ParagraphStyle{}};
    std::vector<Version> versions;  ///< in the order of the pages, where each has its own
    std::vector<document::Source> sources;
};

/// Why a notice is none that an office would issue. Value.
struct Fault {
    std::string pointer;  ///< the field, as a JSON pointer: "/versions/0/addressee"; also of one that is missing
    std::string message;
    std::string hint;
};

/// The first field that its kind has no place for, or that is missing: an announcement has no addressee, a letter no
/// printing line, a signer in the head needs a number, a head in two scripts a profile … Annexes are not looked at.
std::optional<Fault> fault_of(const Notice& notice);

/// The first annex that does not agree with the attachment note: the note names others, or nothing names this one.
struct AnnexFault {
    std::size_t annex = 0;
    std::string message;
    std::string hint;
};
std::optional<AnnexFault> annex_fault(const Version& version);

/// Adds what is unusual but set: a Chinese number of a notice or a letter that is not of the
/// standard's form (clause 7.2.5).
void check(const Notice& notice, Diagnostics& diagnostics);

/// Sets the notice as a document: red head, number, red rule, title, addressee, body, attachment note, date and
/// issuing body, annexes, back matter, page numbers, as its kind has them. Sizes and places are those of the profile;
/// for a vertical version "above" and "below" become left and right. Total: what fault_of() finds is set as it is.
document::Document to_document(Notice notice);

}  // namespace bichig::notice
