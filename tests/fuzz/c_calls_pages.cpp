// Calls of fonts.h, layout.h, label.h, document.h, page.h, pages.h and pdf.h for fuzz_c_calls.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "c_calls.h"

namespace bichig::fuzz {

namespace {

/// Opened ones, but mostly those that are there from the start.
const bichig_fonts* fonts_of(State& s) {
    return s.choices.rarely(4) ? s.fonts.pick(s.choices) : world().fonts;
}

int go_on_or_stop(void* user, std::size_t, std::size_t) {
    return static_cast<Choices*>(user)->rarely(6) ? 1 : 0;
}
bichig_progress progress_of(State& s) { return s.choices.rarely(4) ? go_on_or_stop : nullptr; }

void open_fonts(State& s) {
    static const std::string face = [] {
        std::ifstream file{BICHIG_FONT_FOLDER "/NotoSansPhagsPa-Regular.ttf", std::ios::binary};
        return std::string{std::istreambuf_iterator<char>{file}, {}};
    }();
    std::string bytes = s.choices.rarely(3) ? bytes_of(s.choices) : face;
    if (s.choices.rarely(4)) bytes.resize(bytes.size() / (1 + s.choices.below(4)));
    const bichig_memory_font memory{bytes.data(), bytes.size(), s.choices.below(2) != 0 ? "font" : nullptr};
    const bichig_role role{s.choices.rarely(3) ? "latin" : "nothing", "Noto Sans PhagsPa"};
    const char* folders[] = {world().scratch.c_str()};
    Sized<bichig_font_options> options{
        s.choices,
        {0, nullptr, folders, s.choices.below(2), s.choices.rarely() ? nullptr : &memory, s.choices.rarely() ? 0u : 1u,
         &role, s.choices.below(2), 0, any(s.choices, BICHIG_POLICY_UNITS),
         s.choices.rarely(3) ? "Noto Sans PhagsPa" : nullptr}};
    bichig_fonts* made = nullptr;
    bichig_findings* findings = nullptr;
    auto error = error_of(s.choices);
    keep(s, s.fonts, bichig_fonts_open(options.get(), &made, &findings, error.get()), made);
    s.findings.put(s.choices, findings);
}

void faces(State& s) {
    const bichig_fonts* fonts = fonts_of(s);
    const std::size_t count = bichig_fonts_face_count(fonts);
    Sized<bichig_face> face{s.choices};
    auto error = error_of(s.choices);
    succeeded(s, bichig_fonts_face(fonts, s.choices.rarely() ? offset(s.choices) : count / 2, face.get(), error.get()));
}

template <class Char>
void shape(State& s) {
    const auto text = text_of<Char>(s.choices);
    Sized<bichig_style> style{s.choices, style_of(s.choices)};
    auto error = error_of(s.choices);
    Result<bichig_run> runs{s.choices};
    Result<bichig_glyph> glyphs{s.choices};
    const auto status = BICHIG_FORM(bichig_shape)(fonts_of(s), text.data, text.length, style.get(), runs.out(),
                                                  runs.size(), glyphs.out(), glyphs.size(), error.get());
    if (succeeded(s, status, runs) && runs.count > 0) {
        expect(runs.items[runs.count - 1].glyph_end <= glyphs.count, "runs have the glyphs that there are");
    }
}

template <class Char>
void lay_out(State& s) {
    const auto text = text_of<Char>(s.choices);
    Sized<bichig_style> style{s.choices, style_of(s.choices)};
    const double measure = s.choices.rarely(3) ? number(s.choices) : 120;
    auto error = error_of(s.choices);
    bichig_layout* made = nullptr;
    const auto status = BICHIG_FORM(bichig_layout_open)(fonts_of(s), text.data, text.length, style.get(), measure,
                                                        &made, error.get());
    keep(s, s.layouts, status, made);
}

bichig_picture_options picture_options(Choices& choices) {
    return {0, any(choices, BICHIG_SVG), choices.rarely(4) ? 10.0 * choices.below(12) : 20,
            choices.rarely(4) ? number(choices) : 0, static_cast<int>(choices.below(2))};
}

/// A picture that a call filled. Its pointer lies beyond a size that is too small for it: then nothing is drawn.
void give_back(Sized<bichig_picture>& picture, bichig_status status) {
    bichig_picture* got = picture.get();
    if (status == BICHIG_OK && got != nullptr && got->size >= sizeof(bichig_picture)) bichig_free(got->bytes);
}
/// A picture whose pointer the caller can give back.
Sized<bichig_picture> picture_of(Choices&) {
    Choices whole{nullptr, 0};
    return Sized<bichig_picture>{whole};
}

void use_layout(State& s) {
    const bichig_layout* layout = s.layouts.pick(s.choices);
    auto error = error_of(s.choices);
    double width = 0;
    double height = 0;
    succeeded(s, bichig_layout_size(layout, s.choices.rarely() ? nullptr : &width, &height, error.get()));
    Sized<bichig_line> line{s.choices};
    const std::size_t lines = bichig_layout_line_count(layout);
    succeeded(s, bichig_layout_line(layout, s.choices.rarely(4) ? offset(s.choices) : lines / 2, line.get(),
                                    error.get()));
    Sized<bichig_hit> hit{s.choices};
    succeeded(s, bichig_layout_hit_test(layout, number(s.choices), number(s.choices), hit.get(), error.get()));
    bichig_rect caret{};
    succeeded(s, bichig_layout_caret(layout, offset(s.choices), static_cast<int>(s.choices.below(2)),
                                     number(s.choices), s.choices.rarely() ? nullptr : &caret, error.get()));
    Result<bichig_rect> boxes{s.choices};
    succeeded(s, bichig_layout_selection(layout, offset(s.choices), offset(s.choices), boxes.out(), boxes.size(),
                                         error.get()), boxes);
}

void draw_layout(State& s) {
    if (!s.take_heavy()) return;
    Sized<bichig_picture_options> options{s.choices, picture_options(s.choices)};
    auto picture = picture_of(s.choices);
    auto error = error_of(s.choices);
    const auto status = bichig_layout_draw(s.layouts.pick(s.choices), options.get(), picture.get(), error.get());
    succeeded(s, status);
    give_back(picture, status);
}

template <class Char>
void label(State& s) {
    if (!s.take_heavy()) return;
    const auto text = text_of<Char>(s.choices);
    Sized<bichig_style> style{s.choices, style_of(s.choices)};
    const auto side = [&] { return s.choices.rarely(2) ? 0.0 : s.choices.rarely(4) ? number(s.choices) : 60.0; };
    Sized<bichig_label_options> options{
        s.choices, {0, any(s.choices, BICHIG_SVG), s.choices.rarely(4) ? 10.0 * s.choices.below(12) : 20, side(),
                    side(), s.choices.rarely(4) ? number(s.choices) : 0, s.choices.rarely(3) ? number(s.choices) : 0,
                    static_cast<int>(s.choices.below(2)), static_cast<int>(s.choices.below(2))}};
    auto picture = picture_of(s.choices);
    auto error = error_of(s.choices);
    const auto status = BICHIG_FORM(bichig_render_text)(fonts_of(s), text.data, text.length, style.get(),
                                                        options.get(), picture.get(), error.get());
    succeeded(s, status);
    give_back(picture, status);
}

template <class Char>
void read(State& s) {
    const auto text = text_of<Char>(s.choices);
    Sized<bichig_read_options> options{s.choices, {0, any(s.choices, BICHIG_JSON),
                                                   s.choices.below(2) != 0 ? "name" : nullptr,
                                                   s.choices.rarely() ? "/nowhere" : world().scratch.c_str()}};
    auto error = error_of(s.choices);
    bichig_document* made = nullptr;
    bichig_findings* findings = nullptr;
    keep(s, s.documents, BICHIG_FORM(bichig_document_read)(text.data, text.length, options.get(), &made, &findings,
                                                           error.get()), made);
    s.findings.put(s.choices, findings);
    Result<Char> whole{s.choices};
    succeeded(s, BICHIG_FORM(bichig_document_text)(s.documents.pick(s.choices), whole.out(), whole.size(),
                                                   error.get()), whole);
}

int take_page(void* user, std::size_t, const void* bytes, std::size_t size) {
    expect(bytes != nullptr && size > 0, "a page has bytes");
    return static_cast<Choices*>(user)->rarely(6) ? 1 : 0;
}

void write(State& s) {
    if (!s.take_heavy()) return;
    Sized<bichig_write_options> options{
        s.choices, {0, any(s.choices, BICHIG_PDF), s.choices.rarely(4) ? 2.0 * s.choices.below(12) : 10,
                    static_cast<int>(s.choices.below(2)), static_cast<int>(s.choices.rarely(4)),
                    s.choices.rarely(3) ? "2026-01-02" : s.choices.rarely(8) ? "?" : nullptr, progress_of(s),
                    &s.choices}};
    Sized<bichig_summary> summary{s.choices};
    auto error = error_of(s.choices);
    const bichig_document* document = s.documents.pick(s.choices);
    bichig_findings* findings = nullptr;
    if (s.choices.below(3) == 0) {
        const std::string path = world().scratch + (s.choices.rarely(4) ? "/none/out.pdf" : "/out.pdf");
        if (succeeded(s, bichig_document_write_file(document, fonts_of(s), options.get(), path.c_str(), summary.get(),
                                                    &findings, error.get()))) {
            bichig_pdf_info* made = nullptr;
            const auto status = bichig_pdf_info_open(path.c_str(), &made, error.get());
            keep(s, s.pdfs, status, made);
        }
        for (const auto& entry : std::filesystem::directory_iterator{world().scratch}) {
            std::filesystem::remove_all(entry.path());
        }
    } else if (s.choices.below(2) == 0) {
        succeeded(s, bichig_document_write_callback(document, fonts_of(s), options.get(),
                                                    s.choices.rarely() ? nullptr : take_page, &s.choices,
                                                    summary.get(), &findings, error.get()));
    } else {
        bichig_files* made = nullptr;
        keep(s, s.files, bichig_document_write_memory(document, fonts_of(s), options.get(), &made, summary.get(),
                                                      &findings, error.get()), made);
    }
    s.findings.put(s.choices, findings);
}

void use_files(State& s) {
    const bichig_files* files = s.files.pick(s.choices);
    const std::size_t count = bichig_files_count(files);
    const std::size_t index = s.choices.rarely(4) ? offset(s.choices) : 0;
    std::size_t size = 7;
    const void* bytes = bichig_files_bytes(files, index, s.choices.rarely() ? nullptr : &size);
    expect((bytes != nullptr) == (index < count), "there are the bytes of the files that there are");
    const bichig_pdf_info* info = s.pdfs.pick(s.choices);
    auto error = error_of(s.choices);
    Sized<bichig_pdf_facts> facts{s.choices};
    succeeded(s, bichig_pdf_info_facts(info, facts.get(), error.get()));
    double width = 0;
    double height = 0;
    std::size_t pages = 0;
    const char* name = nullptr;
    succeeded(s, bichig_pdf_info_page_size(info, s.choices.below(3), &width, &height, &pages, error.get()));
    Sized<bichig_pdf_font> font{s.choices};
    succeeded(s, bichig_pdf_info_font(info, s.choices.below(3), font.get(), error.get()));
    succeeded(s, bichig_pdf_info_language(info, s.choices.below(3), &name, &pages, error.get()));
    succeeded(s, bichig_pdf_info_element(info, offset(s.choices), &name, &pages, error.get()));
}

/// Reads all that it is shown, asks for outlines, and stops now and then.
struct Watcher {
    State& state;
    std::size_t seen = 0;

    int stop() { return state.choices.rarely(64) ? 1 : 0; }
    static Watcher& of(void* user) { return *static_cast<Watcher*>(user); }
    void read(const bichig_page_text& text) {
        seen += std::strlen(text.utf8) + text.utf16[text.utf16_length];
        expect(text.utf8_length >= text.utf16_length, "UTF-8 has no fewer units");
    }
    void outline(const bichig_glyph_face* face, unsigned long glyph) {
        Result<bichig_path_part> parts{state.choices};
        succeeded(state, bichig_glyph_outline(face, glyph, parts.out(), parts.size(), nullptr), parts);
        if (parts.count > 0) expect(parts.items[0].kind == BICHIG_PATH_MOVE, "an outline begins somewhere");
    }
};

int see_page(void* user, const bichig_page_info*) { return Watcher::of(user).stop(); }
int see_element(void* user, const bichig_page_element* element) {
    Watcher::of(user).seen += std::strlen(element->language) + std::strlen(element->title);
    return Watcher::of(user).stop();
}
int see_glyphs(void* user, const bichig_glyph_run* run) {
    Watcher& watcher = Watcher::of(user);
    watcher.read(run->text);
    if (watcher.state.choices.below(2) == 0) watcher.outline(run->face, run->glyphs[run->glyph_count - 1].id);
    if (watcher.state.choices.rarely()) watcher.outline(run->face, offset(watcher.state.choices));
    return watcher.stop();
}
int see_path(void* user, const bichig_page_path* path) {
    Watcher::of(user).read(path->text);
    return Watcher::of(user).stop();
}
int see_image(void* user, const bichig_page_image* image) {
    Watcher::of(user).read(image->text);
    return Watcher::of(user).stop();
}
int see_link(void* user, const bichig_page_link* link) {
    Watcher::of(user).seen += std::strlen(link->uri) + std::strlen(link->destination);
    return Watcher::of(user).stop();
}
int see_place(void* user, const bichig_page_place* place) {
    Watcher::of(user).seen += std::strlen(place->name);
    return Watcher::of(user).stop();
}
int see_end(void* user, unsigned long) { return Watcher::of(user).stop(); }

void visit(State& s) {
    Watcher watcher{s};
    const auto maybe = [&](auto function) { return s.choices.rarely(6) ? nullptr : function; };
    Sized<bichig_page_visitor> visitor{
        s.choices, {0, &watcher, maybe(see_page), maybe(see_element), maybe(see_glyphs), maybe(see_path),
                    maybe(see_image), maybe(see_link), maybe(see_place), maybe(see_end), maybe(see_page)}};
    auto error = error_of(s.choices);
    const unsigned what = s.choices.below(3);
    if (what == 0) {
        succeeded(s, bichig_layout_visit(s.layouts.pick(s.choices), visitor.get(), error.get()));
    } else if (what == 1) {
        succeeded(s, bichig_pages_visit(s.pages.pick(s.choices), s.choices.below(2), visitor.get(), error.get()));
    } else if (s.take_heavy()) {
        Sized<bichig_summary> summary{s.choices};
        bichig_findings* findings = nullptr;
        succeeded(s, bichig_document_visit(s.documents.pick(s.choices), fonts_of(s), visitor.get(), summary.get(),
                                           &findings, error.get()));
        s.findings.put(s.choices, findings);
    }
}

void open_pages(State& s) {
    if (!s.take_heavy()) return;
    Sized<bichig_pages_options> options{s.choices, {0, progress_of(s), &s.choices}};
    Sized<bichig_summary> summary{s.choices};
    auto error = error_of(s.choices);
    bichig_pages* made = nullptr;
    bichig_findings* findings = nullptr;
    keep(s, s.pages, bichig_pages_open(s.documents.pick(s.choices), fonts_of(s), options.get(), &made, summary.get(),
                                       &findings, error.get()), made);
    s.findings.put(s.choices, findings);
}

void use_pages(State& s) {
    const bichig_pages* pages = s.pages.pick(s.choices);
    const std::size_t page = s.choices.rarely() ? offset(s.choices) : bichig_pages_count(pages) / 2;
    auto error = error_of(s.choices);
    double width = 0;
    double height = 0;
    std::size_t number_of_page = 0;
    succeeded(s, bichig_pages_size(pages, page, &width, s.choices.rarely() ? nullptr : &height, error.get()));
    bichig_page_element element;
    if (succeeded(s, bichig_pages_element(pages, offset(s.choices), &element, error.get()))) {
        expect(element.title != nullptr && element.language != nullptr, "an element has its texts");
    }
    const std::string name = bytes_of(s.choices);
    succeeded(s, bichig_pages_destination(pages, s.choices.rarely() ? nullptr : name.c_str(), &number_of_page, &width,
                                          &height, error.get()));
    if (!s.take_heavy()) return;
    Sized<bichig_picture_options> options{s.choices, picture_options(s.choices)};
    auto picture = picture_of(s.choices);
    const auto status = bichig_pages_draw(pages, page, options.get(), picture.get(), error.get());
    succeeded(s, status);
    give_back(picture, status);
}

template <class Char>
void page_text(State& s) {
    const bichig_pages* pages = s.pages.pick(s.choices);
    const std::size_t page = s.choices.rarely() ? offset(s.choices) : bichig_pages_count(pages) / 2;
    auto error = error_of(s.choices);
    Result<Char> text{s.choices};
    succeeded(s, BICHIG_FORM(bichig_pages_text)(pages, page, text.out(), text.size(), error.get()), text);
    Result<bichig_page_character> characters{s.choices};
    const bool found = succeeded(s, BICHIG_FORM(bichig_pages_characters)(pages, page, characters.out(),
                                                                         characters.size(), error.get()), characters);
    if (found && text.count > 0 && characters.count > 0) {
        expect(characters.items[characters.count - 1].text.end <= text.count, "characters are of the text");
    }
    Sized<bichig_hit> hit{s.choices};
    succeeded(s, BICHIG_FORM(bichig_pages_hit_test)(pages, page, number(s.choices), number(s.choices), hit.get(),
                                                    error.get()));
    Result<bichig_rect> boxes{s.choices};
    succeeded(s, BICHIG_FORM(bichig_pages_selection)(pages, page, offset(s.choices), offset(s.choices), boxes.out(),
                                                     boxes.size(), error.get()), boxes);
    const auto pattern = text_of<Char>(s.choices);
    Result<bichig_page_match> matches{s.choices};
    succeeded(s, BICHIG_FORM(bichig_pages_find)(pages, pattern.data, pattern.length, any(s.choices, BICHIG_KEY_FOLDED),
                                                matches.out(), matches.size(), error.get()), matches);
}

}  // namespace

bichig_style style_of(Choices& choices) {
    bichig_style style = BICHIG_STYLE_INIT;
    if (choices.below(3) == 0) return style;
    style.font_size = number(choices);
    style.weight = choices.byte() * 5u;
    style.mongolian = any(choices, BICHIG_MONGOLIAN_TITLE);
    style.han = any(choices, BICHIG_HAN_TITLE);
    style.language = choices.rarely(3) ? "zh-Hans" : choices.rarely(8) ? "?" : nullptr;
    style.colour = choices.byte() * 65793ul;
    style.direction = any(choices, BICHIG_HORIZONTAL);
    style.alignment = any(choices, BICHIG_JUSTIFY);
    style.line_pitch = choices.rarely(3) ? number(choices) : 0;
    style.first_line_indent = choices.rarely(3) ? number(choices) : 0;
    style.combine_digits = choices.below(6);
    style.han_scale = choices.rarely(4) ? number(choices) : 0;
    return style;
}

const std::vector<Operation>& page_operations() {
    using Wide = bichig_char16;
    static const std::vector<Operation> all{
        open_fonts, faces,       shape<char>, shape<Wide>, lay_out<char>, lay_out<Wide>, use_layout,      draw_layout,
        label<char>, label<Wide>, read<char>, read<Wide>,  read<char>,    write,         use_files,       visit,
        visit,      open_pages,  open_pages,  use_pages,   page_text<char>, page_text<Wide>};
    return all;
}

}  // namespace bichig::fuzz
