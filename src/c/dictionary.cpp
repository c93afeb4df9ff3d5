// Calls of bichig/c/dictionary.h: each pair is one template over the units of its text.
#include <bichig/c/dictionary.h>

#include <algorithm>
#include <limits>

#include <bichig/spell/shape_index.h>

#include "c/internal/spelling.h"

struct bichig_dictionary_builder {
    bichig::spell::ShapeIndexWriter forms;
};

namespace bichig::c {

namespace {

spell::IndexCheck check_of(int whole) { return whole != 0 ? spell::IndexCheck::full : spell::IndexCheck::quick; }

void open(const char* path, int whole, bichig_dictionary** out) {
    clear_result(out);
    require(path != nullptr, "the path is NULL");
    *out = make_handle<bichig_dictionary>(value_of(spell::Dictionary::open(path, check_of(whole))));
}

void open_memory(const void* bytes, std::size_t size, const char* name, int whole, bichig_dictionary** out) {
    clear_result(out);
    require(bytes != nullptr || size == 0, "the bytes are NULL");
    std::string copy;
    if (size > 0) copy.assign(static_cast<const char*>(bytes), size);
    auto index = value_of(
        spell::ShapeIndex::from_bytes(std::move(copy), name != nullptr ? name : std::string{}, check_of(whole)));
    *out = make_handle<bichig_dictionary>(spell::Dictionary{std::move(index)});
}

bichig_profile profile_of(script::Profile profile) {
    return profile == script::Profile::utn57 ? BICHIG_UTN57 : BICHIG_GB25914;
}

void describe(const bichig_dictionary* dictionary, bichig_dictionary_info* out) {
    const spell::ShapeIndex& index = index_of(dictionary);
    const spell::DictionaryNotice& notice = dictionary->words.notice();
    fill(out, bichig_dictionary_info{0, index.size(), index.shape_count(), index.byte_size(),
                                     spell::shape_index_version, profile_of(index.profile()),
                                     dictionary->words.path().c_str(), notice.title.c_str(), notice.version.c_str(),
                                     notice.text.c_str()});
}

template <class Char>
void contains(const bichig_dictionary* dictionary, const Char* form, std::size_t length, int* out) {
    require(out != nullptr, "the result is NULL");
    *out = 0;
    const spell::ShapeIndex& index = index_of(dictionary);
    const Source source{form, length};
    *out = index.contains(source.text()) ? 1 : 0;
}

/// A form with what its differences cost.
struct FoundForm {
    spell::IndexedForm form;
    unsigned distance = 0;
};

template <class Char>
void give(const std::vector<FoundForm>& found, bichig_form** out, std::size_t* count) {
    Pack pack;
    pack.array<bichig_form>(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::size_t at = i * sizeof(bichig_form);
        bichig_form one{};
        one.frequency = found[i].form.info.frequency;
        one.kind = static_cast<bichig_form_kind>(found[i].form.info.kind);
        one.distance = found[i].distance;
        pack.put(0, i, one);
        pack.text<Char>(at + offsetof(bichig_form, utf8), at + offsetof(bichig_form, utf16),
                        at + offsetof(bichig_form, length), found[i].form.text);
    }
    pack.give(out);
    *count = found.size();
}

template <class Char>
void same_shape(const bichig_dictionary* dictionary, const Char* text, std::size_t length, bichig_form** out,
                std::size_t* count) {
    clear_result(out, count);
    const spell::ShapeIndex& index = index_of(dictionary);
    const Source source{text, length};
    std::vector<FoundForm> found;
    for (spell::IndexedForm& form : index.forms_of_shape(source.text())) found.push_back({std::move(form), 0});
    give<Char>(found, out, count);
}

template <class Char>
void near(const bichig_dictionary* dictionary, const Char* text, std::size_t length, unsigned distance,
          std::size_t limit, bichig_form** out, std::size_t* count) {
    clear_result(out, count);
    const spell::ShapeIndex& index = index_of(dictionary);
    require(distance <= std::numeric_limits<std::uint16_t>::max(), "the distance is too large");
    const Source source{text, length};
    spell::NearOptions options;
    options.distance = static_cast<std::uint16_t>(distance);
    const std::size_t most = limit == 0 ? std::numeric_limits<std::size_t>::max() : limit;
    std::vector<FoundForm> found;
    for (const spell::NearShape& shape : index.near(source.text(), options).shapes) {
        for (spell::IndexedForm& form : index.forms(shape.shape)) {
            if (found.size() < most) found.push_back({std::move(form), shape.distance});
        }
        if (found.size() == most) break;
    }
    give<Char>(found, out, count);
}

template <class Char>
void forms(const bichig_dictionary* dictionary, std::size_t first, std::size_t limit, bichig_form** out,
           std::size_t* count) {
    clear_result(out, count);
    const spell::ShapeIndex& index = index_of(dictionary);
    const std::size_t begin = std::min<std::size_t>(first, index.size());
    const std::size_t end = begin + std::min<std::size_t>(limit, index.size() - begin);
    std::vector<FoundForm> found;
    found.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) found.push_back({index.form(static_cast<std::uint32_t>(i)), 0});
    give<Char>(found, out, count);
}

void open(bichig_profile profile, bichig_dictionary_builder** out) {
    clear_result(out);
    require(profile == BICHIG_GB25914 || profile == BICHIG_UTN57, "there is no such profile");
    const auto rules = profile == BICHIG_UTN57 ? script::Profile::utn57 : script::Profile::gb25914;
    *out = make_handle<bichig_dictionary_builder>(spell::ShapeIndexWriter{rules});
}

spell::ShapeIndexWriter& forms_of(bichig_dictionary_builder* builder) {
    require(builder != nullptr, "the builder is NULL");
    return builder->forms;
}

template <class Char>
void add(bichig_dictionary_builder* builder, const Char* form, std::size_t length, unsigned long frequency,
         bichig_form_kind kind) {
    spell::ShapeIndexWriter& forms = forms_of(builder);
    require(kind >= BICHIG_FORM_WORD && kind <= BICHIG_FORM_ABBREVIATION, "there is no such kind of form");
    const auto most = std::numeric_limits<std::uint32_t>::max();
    const auto counted = static_cast<std::uint32_t>(std::min<unsigned long>(frequency, most));
    const Source source{form, length};
    value_of(forms.add(source.text(), {counted, static_cast<spell::FormKind>(kind)}));
}

void make(bichig_dictionary_builder* builder, bichig_dictionary** out) {
    clear_result(out);
    auto index = value_of(spell::ShapeIndex::from_bytes(forms_of(builder).bytes()));
    *out = make_handle<bichig_dictionary>(spell::Dictionary{std::move(index)});
}

void save(bichig_dictionary_builder* builder, const char* path) {
    require(path != nullptr, "the path is NULL");
    value_of(forms_of(builder).write(path));
}

}  // namespace

}  // namespace bichig::c

using bichig::c::guarded;

extern "C" {

bichig_status bichig_dictionary_open(const char* path, int whole, bichig_dictionary** dictionary,
                                     bichig_error* error) {
    return guarded(error, [&] { bichig::c::open(path, whole, dictionary); });
}
bichig_status bichig_dictionary_open_memory(const void* bytes, size_t size, const char* name, int whole,
                                            bichig_dictionary** dictionary, bichig_error* error) {
    return guarded(error, [&] { bichig::c::open_memory(bytes, size, name, whole, dictionary); });
}
void bichig_dictionary_close(bichig_dictionary* dictionary) { bichig::c::close_handle(dictionary); }
bichig_status bichig_dictionary_describe(const bichig_dictionary* dictionary, bichig_dictionary_info* info,
                                         bichig_error* error) {
    return guarded(error, [&] { bichig::c::describe(dictionary, info); });
}
bichig_status bichig_dictionary_contains_utf8(const bichig_dictionary* dictionary, const char* form, size_t length,
                                              int* contains, bichig_error* error) {
    return guarded(error, [&] { bichig::c::contains(dictionary, form, length, contains); });
}
bichig_status bichig_dictionary_contains_utf16(const bichig_dictionary* dictionary, const bichig_char16* form,
                                               size_t length, int* contains, bichig_error* error) {
    return guarded(error, [&] { bichig::c::contains(dictionary, form, length, contains); });
}
bichig_status bichig_dictionary_same_shape_utf8(const bichig_dictionary* dictionary, const char* text, size_t length,
                                                bichig_form** forms, size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::same_shape(dictionary, text, length, forms, count); });
}
bichig_status bichig_dictionary_same_shape_utf16(const bichig_dictionary* dictionary, const bichig_char16* text,
                                                 size_t length, bichig_form** forms, size_t* count,
                                                 bichig_error* error) {
    return guarded(error, [&] { bichig::c::same_shape(dictionary, text, length, forms, count); });
}
bichig_status bichig_dictionary_near_utf8(const bichig_dictionary* dictionary, const char* text, size_t length,
                                          unsigned distance, size_t limit, bichig_form** forms, size_t* count,
                                          bichig_error* error) {
    return guarded(error, [&] { bichig::c::near(dictionary, text, length, distance, limit, forms, count); });
}
bichig_status bichig_dictionary_near_utf16(const bichig_dictionary* dictionary, const bichig_char16* text,
                                           size_t length, unsigned distance, size_t limit, bichig_form** forms,
                                           size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::near(dictionary, text, length, distance, limit, forms, count); });
}
bichig_status bichig_dictionary_forms_utf8(const bichig_dictionary* dictionary, size_t first, size_t limit,
                                           bichig_form** forms, size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::forms<char>(dictionary, first, limit, forms, count); });
}
bichig_status bichig_dictionary_forms_utf16(const bichig_dictionary* dictionary, size_t first, size_t limit,
                                            bichig_form** forms, size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::forms<bichig_char16>(dictionary, first, limit, forms, count); });
}
bichig_status bichig_dictionary_builder_open(bichig_profile profile, bichig_dictionary_builder** builder,
                                             bichig_error* error) {
    return guarded(error, [&] { bichig::c::open(profile, builder); });
}
void bichig_dictionary_builder_close(bichig_dictionary_builder* builder) { bichig::c::close_handle(builder); }
bichig_status bichig_dictionary_builder_add_utf8(bichig_dictionary_builder* builder, const char* form, size_t length,
                                                 unsigned long frequency, bichig_form_kind kind,
                                                 bichig_error* error) {
    return guarded(error, [&] { bichig::c::add(builder, form, length, frequency, kind); });
}
bichig_status bichig_dictionary_builder_add_utf16(bichig_dictionary_builder* builder, const bichig_char16* form,
                                                  size_t length, unsigned long frequency, bichig_form_kind kind,
                                                  bichig_error* error) {
    return guarded(error, [&] { bichig::c::add(builder, form, length, frequency, kind); });
}
bichig_status bichig_dictionary_builder_make(bichig_dictionary_builder* builder, bichig_dictionary** dictionary,
                                             bichig_error* error) {
    return guarded(error, [&] { bichig::c::make(builder, dictionary); });
}
bichig_status bichig_dictionary_builder_save(bichig_dictionary_builder* builder, const char* path,
                                             bichig_error* error) {
    return guarded(error, [&] { bichig::c::save(builder, path); });
}

}  // extern "C"
