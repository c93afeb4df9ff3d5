// Opening an index, and looking things up in it.
#include <algorithm>
#include <array>

#include <bichig/script/key.h>
#include <bichig/spell/shape_index.h>

#include "spell/index/index_data.h"
#include "spell/index/ink_key.h"
#include "spell/index/letters.h"

namespace bichig::spell {

namespace {

constexpr const char* build_again = "build the dictionary again (bichig dict build)";

Error no_index(const std::string& why) { return {ErrorCode::invalid_input, why, build_again, {}}; }

template <class Number>
std::span<const Number> numbers(std::string_view bytes, std::size_t begin, std::size_t count) {
    return {reinterpret_cast<const Number*>(bytes.data() + begin), count};
}

}  // namespace

Result<void> IndexData::read(IndexCheck check) {
    const std::string_view all = bytes.view();
    if (all.size() < sizeof head || std::memcmp(all.data(), index_magic, sizeof index_magic) != 0) {
        return fail(no_index(all.empty() ? "is empty" : "is no shape index"));
    }
    std::memcpy(&head, all.data(), sizeof head);
    if (head.byte_order != index_byte_order) {
        return fail(Error{ErrorCode::unsupported, "was made for machines of another byte order", build_again, {}});
    }
    if (head.version != shape_index_version || head.key_version != script::key_version) {
        return fail(Error{ErrorCode::unsupported,
                          "is of version " + std::to_string(head.version) + " with keys of version " +
                              std::to_string(head.key_version) + ", not " + std::to_string(shape_index_version) +
                              " with " + std::to_string(script::key_version),
                          build_again, {}});
    }
    if (checksum(all.substr(0, offsetof(Head, head_hash))) != head.head_hash) {
        return fail(no_index("its head is damaged"));
    }
    if (head.file_bytes != all.size()) {
        return fail(no_index("has " + std::to_string(all.size()) + " bytes of " + std::to_string(head.file_bytes) +
                             ": it is cut off or not finished"));
    }
    const bool plausible = head.letter_bytes <= all.size() && head.slot_count <= all.size() &&
                           std::has_single_bit(head.slot_count) && head.longest_probe <= max_probe &&
                           head.form_count <= max_form_count && head.profile <= 1 && head.edge_count > 0;
    if (!plausible || Parts{head}.end != all.size()) return fail(no_index("its head contradicts itself"));
    if (check == IndexCheck::full && checksum(all.substr(sizeof head)) != head.content_hash) {
        return fail(no_index("is damaged"));
    }
    const Parts parts{head};
    edges = numbers<std::uint64_t>(all, parts.edges, head.edge_count);
    shapes = numbers<std::uint32_t>(all, parts.shapes, head.shape_count + 1);
    forms = numbers<std::uint32_t>(all, parts.forms, head.form_count + 1);
    frequencies = numbers<std::uint32_t>(all, parts.frequency, head.form_count);
    slots = numbers<std::uint32_t>(all, parts.slots, head.slot_count);
    kinds = all.substr(parts.kinds, head.form_count);
    letters = all.substr(parts.letters);
    return {};
}

std::string_view IndexData::letters_of(std::uint32_t form) const {
    const std::uint32_t begin = forms[form];
    const std::uint32_t end = forms[form + 1];
    return begin <= end && end <= letters.size() ? letters.substr(begin, end - begin) : std::string_view{};
}

FormInfo IndexData::info_of(std::uint32_t form) const {
    const auto kind = static_cast<std::uint8_t>(kinds[form]);
    return {frequencies[form], kind <= 3 ? static_cast<FormKind>(kind) : FormKind::word};
}

std::optional<std::uint32_t> IndexData::number_of(std::u16string_view form) const {
    if (form.empty() || form.size() > max_form_size) return std::nullopt;
    return number_of(form, hash_form(form));
}

std::optional<std::uint32_t> IndexData::number_of(std::u16string_view form, std::uint64_t hash) const {
    const std::uint32_t mask = head.slot_count - 1;
    std::uint32_t at = first_slot(hash, head.slot_count);
    for (std::uint32_t probe = 0; probe < head.longest_probe; ++probe, at = (at + 1) & mask) {
        const std::uint32_t slot = slots[at];
        if (slot == 0) return std::nullopt;
        if (slot >> 24 != (hash & 0xFF)) continue;
        const std::uint32_t number = (slot & 0xFFFFFF) - 1;
        if (number < head.form_count && equal_letters(form, letters_of(number))) return number;
    }
    return std::nullopt;
}

void IndexData::prefetch(std::uint64_t hash) const {
    const std::uint32_t slot = slots[first_slot(hash, head.slot_count)];
    const std::uint32_t number = (slot & 0xFFFFFF) - 1;
    if (number < head.form_count) __builtin_prefetch(&forms[number]);
}

std::optional<std::uint32_t> IndexData::shape_number(std::string_view key) const {
    std::uint32_t node = head.root;
    std::uint64_t number = 0;
    bool ends = false;
    for (const char byte : key) {
        const auto label = static_cast<std::uint8_t>(byte);
        std::optional<Edge> taken;
        for_each_edge(node, [&](Edge edge) {
            if (edge.label() == label) taken = edge;
            return edge.label() < label;
        });
        if (!taken) return std::nullopt;
        number += (ends ? 1 : 0) + taken->skip();
        ends = taken->ends();
        node = taken->target();
    }
    if (!ends || number >= head.shape_count) return std::nullopt;
    return static_cast<std::uint32_t>(number);
}

ShapeIndex::ShapeIndex(std::shared_ptr<const IndexData> data) : data_{std::move(data)} {}

Result<ShapeIndex> ShapeIndex::open(const std::string& path, IndexCheck check) {
    auto bytes = FileBytes::map(path);
    if (!bytes) return fail(bytes.error());
    auto data = std::make_shared<IndexData>(std::move(*bytes));
    if (auto read = data->read(check); !read) {
        Error error = read.error();
        error.where.file = path;
        return fail(std::move(error));
    }
    return ShapeIndex{std::move(data)};
}

Result<ShapeIndex> ShapeIndex::from_bytes(std::string bytes, const std::string& name, IndexCheck check) {
    auto data = std::make_shared<IndexData>(FileBytes{std::move(bytes)});
    if (auto read = data->read(check); !read) {
        Error error = read.error();
        error.where.file = name;
        return fail(std::move(error));
    }
    return ShapeIndex{std::move(data)};
}

std::uint32_t ShapeIndex::size() const { return data_->head.form_count; }
std::uint32_t ShapeIndex::shape_count() const { return data_->head.shape_count; }
script::Profile ShapeIndex::profile() const { return static_cast<script::Profile>(data_->head.profile); }
std::size_t ShapeIndex::byte_size() const { return data_->bytes.view().size(); }

bool ShapeIndex::contains(std::u16string_view form) const { return data_->number_of(form).has_value(); }

void ShapeIndex::contains(std::span<const std::u16string_view> forms, std::span<bool> found) const {
    constexpr std::size_t block = 16;
    std::array<std::uint64_t, block> hashes;
    for (std::size_t begin = 0; begin < forms.size(); begin += block) {
        const auto some = forms.subspan(begin, std::min(block, forms.size() - begin));
        for (std::size_t i = 0; i < some.size(); ++i) {
            if (some[i].size() > max_form_size) continue;
            hashes[i] = hash_form(some[i]);
            __builtin_prefetch(&data_->slots[first_slot(hashes[i], data_->head.slot_count)]);
        }
        for (std::size_t i = 0; i < some.size(); ++i) {
            if (some[i].size() <= max_form_size) data_->prefetch(hashes[i]);
        }
        for (std::size_t i = 0; i < some.size(); ++i) {
            const bool fits = !some[i].empty() && some[i].size() <= max_form_size;
            found[begin + i] = fits && data_->number_of(some[i], hashes[i]).has_value();
        }
    }
}

std::optional<FormInfo> ShapeIndex::find(std::u16string_view form) const {
    const auto number = data_->number_of(form);
    if (!number) return std::nullopt;
    return data_->info_of(*number);
}

IndexedForm ShapeIndex::form(std::uint32_t number) const {
    if (number >= size()) return {};
    return {form_of_letters(data_->letters_of(number)), data_->info_of(number)};
}

std::optional<std::uint32_t> ShapeIndex::shape_of(std::u16string_view text) const {
    std::string key;
    append_ink_key(text, {profile(), script::WritingSystem::hudum}, key);
    return data_->shape_number(key);
}

std::vector<IndexedForm> ShapeIndex::forms(std::uint32_t shape) const {
    std::vector<IndexedForm> found;
    if (shape >= shape_count()) return found;
    const std::uint32_t end = std::min(data_->shapes[shape + 1], size());
    for (std::uint32_t number = data_->shapes[shape]; number < end; ++number) found.push_back(form(number));
    return found;
}

std::vector<IndexedForm> ShapeIndex::forms_of_shape(std::u16string_view text) const {
    const auto shape = shape_of(text);
    return shape ? forms(*shape) : std::vector<IndexedForm>{};
}

}  // namespace bichig::spell
