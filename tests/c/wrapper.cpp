// The wrapper as a C++17 program sees it: values come back, failures are exceptions with their place.
#include <cstdio>
#include <stdexcept>

#include <bichig/c/bichig.hpp>

namespace {

int faults = 0;

void check(bool holds, const char* what) {
    if (holds) return;
    ++faults;
    std::printf("does not hold: %s\n", what);
}

/// Builds the tables in `source` and checks words of them.
void check_spelling(const char* source) {
    namespace api = bichig::c_api;
    bichig_lexicon* lexicon = nullptr;
    const std::string folder = "wrapper_dictionary";
    check(bichig_lexicon_open(source, &lexicon, nullptr, nullptr) == BICHIG_OK, "tables of a dictionary");
    check(bichig_lexicon_build(lexicon, folder.c_str(), nullptr, nullptr, nullptr, nullptr) == BICHIG_OK, "a build");
    bichig_lexicon_close(lexicon);
    const api::Dictionary dictionary{folder};
    check(dictionary.info().forms == 13 && std::string(dictionary.info().title) == "Small", "what the dictionary is");
    const std::string gar = api::convert("gar", BICHIG_FROM_EAC);
    const std::string dative = api::convert("gar_tu", BICHIG_FROM_EAC);
    const std::string wrong = api::convert("gar_du", BICHIG_FROM_EAC);
    check(dictionary.contains(gar) && !dictionary.contains(wrong), "forms");
    check(dictionary.same_shape(gar).front().text == gar && !dictionary.near(wrong, 200).empty(), "shapes");
    api::PersonalDictionary personal;
    const api::Checker checker{dictionary, personal};
    const auto found = checker.check(gar + " " + wrong);
    check(found.size() == 1 && found[0].range.begin == gar.size() + 1 && found[0].fault == BICHIG_FAULT_SUFFIX &&
              found[0].suggestions.at(0).text == dative, "findings");
    check(checker.suggest(wrong).at(0).text == dative && checker.is_right(dative), "suggestions");
    personal.add(wrong, gar);
    check(checker.is_right(wrong) && personal.contains(wrong), "learnt");
    check(personal.text() == wrong + "\t" + gar + "\n", "lines of a personal dictionary");
    personal.remove(wrong);
    check(!checker.is_right(wrong) && api::Checker{dictionary}.is_right(gar), "forgotten");
}

/// Counts runs; throws at the run asked for.
class CountRuns final : public bichig::c_api::PageVisitor {
public:
    explicit CountRuns(int throw_at = 0) : throw_at_(throw_at) {}
    int runs = 0;
    std::size_t parts = 0;
    void glyphs(const bichig_glyph_run& run) override {
        if (++runs == throw_at_) throw std::runtime_error("enough");
        parts += bichig::c_api::outline(run.face, run.glyphs[0].id).size();
    }

private:
    int throw_at_;
};

void check_conversions(const std::string& word) {
    namespace api = bichig::c_api;
    const std::string gb = api::encode("\xE4\xB8\xAD", BICHIG_ENCODING_GB18030);
    check(gb == "\xD6\xD0" && api::decode(gb, BICHIG_ENCODING_GB18030) == "\xE4\xB8\xAD", "encodings");
    check(api::detect_legacy(word).kind == BICHIG_LEGACY_NONE, "legacy text");
    const api::MappedText latin = api::convert_mapped(word + " " + word, BICHIG_TO_EAC);
    const std::string second = latin.text.substr(latin.result_offset(word.size() + 1));
    check(second.size() > 5 && second + " " + second == latin.text, "map");
    check(api::write_number(24, BICHIG_NUMBER_DIGITS) == "24", "number");
    check(api::write_date(2024, 3, 18, BICHIG_DATE_CHINESE).rfind("2024", 0) == 0, "date");
    try {
        api::PdfInfo{"/nowhere.pdf"};
        check(false, "a PDF that is not there throws");
    } catch (const api::Error& error) {
        check(error.status() == BICHIG_NOT_FOUND, "status of a missing PDF");
    }
}

void check_editor(const bichig::c_api::Fonts& fonts) {
    namespace api = bichig::c_api;
    const std::u16string word = u"\u182E\u1823\u1829\u182D\u1823\u182F";
    const bichig_style style = BICHIG_STYLE_INIT;
    api::Editor editor{fonts.get(), u"ab ", style, 200};
    editor.select(3, 3);
    check(editor.insert(word, 1) && editor.text() == u"ab " + word, "typing");
    check(editor.text(3, 5) == word.substr(0, 2), "a part of the text");
    const auto changes = editor.take_changes();
    check(changes.size() >= 2 && changes[1].what.range.begin == 3 && changes[1].removed_text.empty(), "changes");
    check(editor.undo() && editor.state().can_redo == 1 && editor.redo() && !editor.redo(), "undo");
    editor.key(BICHIG_ARROW_UP, true, true);
    check(editor.selection().anchor == 9 && editor.selection().head == 3, "keys");
    check(editor.erase(BICHIG_STEP_GRAPHEME, false) && editor.replace({0, 0}, u"x"), "edits");
    check(editor.text() == u"xab ", "what edits leave");
    check(editor.paste(word + u"\u202F\u1824\u1828").connectors == 1, "paste");
    check(editor.find(word, BICHIG_KEY_SHAPE)->begin == 4 && !editor.find(u"y", BICHIG_KEY_EXACT), "find");
    check(editor.show(0, 100) == 0 && editor.caret(1).width == 16, "caret");
    CountRuns runs;
    editor.visit(0, 100, runs);
    check(runs.runs == 2, "visit of an editor");
    const bichig_checker_options options = BICHIG_CHECKER_OPTIONS_INIT;
    editor.set_checker(api::Checker{options});
    editor.replace({0, 4}, u"\u1820x ");
    auto job = editor.take_job(1000);
    check(job.has_value(), "work");
    job->run();
    editor.finish(std::move(*job));
    check(!editor.take_job(1000) && editor.marks().at(0).fault == BICHIG_FAULT_MIXED, "marks");
}

void check_pages(const bichig::c_api::Document& document, const bichig::c_api::Fonts& fonts,
                 const bichig::c_api::Layout& layout, const std::string& word) {
    namespace api = bichig::c_api;
    CountRuns all;
    api::visit(document.get(), fonts.get(), all);
    check(all.runs >= 2 && all.parts > 10, "visit of a document");
    CountRuns some(1);
    try {
        api::visit(layout.get(), some);
        check(false, "what a visitor throws comes through");
    } catch (const std::runtime_error&) {
        check(some.runs == 1, "a visit ends where its visitor throws");
    }
    const api::Pages pages{document.get(), fonts.get()};
    check(pages.count() == 1 && pages.size(0).first > 100 && pages.text(0).rfind(word, 0) == 0, "pages");
    const auto characters = pages.characters(0);
    check(characters.size() == word.size() / 3, "characters");
    check(pages.hit_test(0, characters[2].box.x + 1, characters[2].box.y + 0.1).character.begin == 6, "hit on a page");
    check(pages.selection(0, 0, word.size()).size() == 1 && pages.find(word, BICHIG_KEY_SHAPE).size() == 1, "find");
    CountRuns kept;
    pages.visit(0, kept);
    check(kept.runs == all.runs, "visit of a page that is kept");
}

}  // namespace

int main(int count, char** arguments) {
    namespace api = bichig::c_api;
    if (count != 3) return 2;
    const std::string word = "\xE1\xA0\xAE\xE1\xA0\xA3\xE1\xA0\xA9\xE1\xA0\xAD\xE1\xA0\xA3\xE1\xA0\xAF";
    check(api::units(word).rfind("M ", 0) == 0, "units");
    check(api::convert(api::convert(word, BICHIG_TO_EAC), BICHIG_FROM_EAC) == word, "there and back");
    const std::string genitive = api::attach_suffix(word, BICHIG_GENITIVE);
    check(genitive.size() == word.size() + 9, "suffix");
    check(api::search_key(word, BICHIG_KEY_FOLDED) == api::search_key(genitive, BICHIG_KEY_FOLDED), "key");
    check(api::segments(genitive).size() == 1 && api::count(genitive).words == 1, "words");
    check(api::normalize(genitive) == genitive, "normal form");
    try {
        api::units("ab\xFF");
        check(false, "ill-formed text throws");
    } catch (const api::Error& error) {
        check(error.status() == BICHIG_ILL_FORMED && error.details().offset == 2, "offset of ill-formed text");
    }
    check_conversions(word);
    const api::Fonts fonts{arguments[1]};
    const bichig_style style = BICHIG_STYLE_INIT;
    const api::Layout layout{fonts, word, style, 200};
    check(layout.line_count() == 1 && layout.line(0).text.end == word.size(), "lines");
    check(layout.hit_test(12, layout.caret(3).y + 0.5).character.begin == 3, "hit test");
    bichig_label_options label = BICHIG_LABEL_OPTIONS_INIT;
    label.format = BICHIG_PNG;
    check(api::render_text(fonts, word, style, label).bytes.size() > 100, "label");
    const bichig_read_options reading = BICHIG_READ_OPTIONS_INIT;
    const api::Document document{"# " + word, reading};
    bichig_write_options writing = BICHIG_WRITE_OPTIONS_INIT;
    writing.format = BICHIG_PDF;
    const auto files = document.write(fonts, writing);
    check(files.size() == 1 && files[0].rfind("%PDF", 0) == 0, "PDF");
    check(document.text().rfind(word, 0) == 0, "text of the document");
    check_pages(document, fonts, layout, word);
    try {
        document.write(fonts, writing, "/nowhere/x.pdf");
        check(false, "a folder that is not there throws");
    } catch (const api::Error& error) {
        check(error.status() == BICHIG_SYSTEM && error.what()[0] != 0, "status of a missing folder");
    }
    check_spelling(arguments[2]);
    check_editor(fonts);
    return faults == 0 ? 0 : 1;
}
