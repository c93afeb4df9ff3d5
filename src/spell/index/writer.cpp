// Forms into the file of an index: sorted by key, numbered, and put into a hash table.
#include <algorithm>
#include <array>
#include <cstring>

#include <bichig/base/file.h>
#include <bichig/script/key.h>
#include <bichig/spell/shape_index.h>

#include "spell/index/automaton_builder.h"
#include "spell/index/format.h"
#include "spell/index/ink_key.h"
#include "spell/index/letters.h"

namespace bichig::spell {

namespace {

constexpr std::array<std::string_view, 4> kind_names = {"word", "name", "place", "abbreviation"};

/// A form in the store: the sizes of its key and its letters, what is known of it, and the two.
struct Stored {
    std::uint16_t key_size;
    std::uint16_t letter_size;
    FormInfo info;
};

/// What is sorted: the first bytes of the key, so that most comparisons need not look into the store.
struct Entry {
    std::uint64_t front;
    std::uint32_t more;
    std::uint32_t at;
};

std::uint64_t big_endian(const char* bytes, std::size_t size, unsigned width) {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < width; ++i) value = value << 8 | (i < size ? static_cast<std::uint8_t>(bytes[i]) : 0);
    return value;
}

template <class Number>
void append_numbers(const std::vector<Number>& numbers, std::string& out) {
    out.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number));
    out.append((8 - out.size() % 8) % 8, '\0');
}

}  // namespace

std::string_view name(FormKind kind) { return kind_names[static_cast<unsigned>(kind)]; }

std::optional<FormKind> form_kind_named(std::string_view name) {
    const auto found = std::find(kind_names.begin(), kind_names.end(), name);
    if (found == kind_names.end()) return std::nullopt;
    return static_cast<FormKind>(found - kind_names.begin());
}

struct ShapeIndexWriter::State {
    script::UnitOptions units;
    std::string store;
    std::vector<Entry> entries;
    std::string scratch;

    Stored stored(const Entry& entry) const {
        Stored found;
        std::memcpy(&found, store.data() + entry.at, sizeof found);
        return found;
    }
    std::string_view key(const Entry& entry) const {
        return {store.data() + entry.at + sizeof(Stored), stored(entry).key_size};
    }
    std::string_view letters(const Entry& entry) const {
        const Stored found = stored(entry);
        return {store.data() + entry.at + sizeof(Stored) + found.key_size, found.letter_size};
    }
    bool before(const Entry& a, const Entry& b) const {
        if (a.front != b.front) return a.front < b.front;
        if (a.more != b.more) return a.more < b.more;
        if (const int order = key(a).compare(key(b)); order != 0) return order < 0;
        return letters(a) < letters(b);
    }
    void sort_and_merge();
    std::vector<std::uint32_t> write_slots(Head& head) const;
    void write_shapes(Head& head, std::string& out) const;
};

/// Sorts the entries and leaves one of those with the same form. Equal forms are taken together in any order alike.
void ShapeIndexWriter::State::sort_and_merge() {
    std::sort(entries.begin(), entries.end(), [this](const Entry& a, const Entry& b) { return before(a, b); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (kept > 0 && letters(entries[kept - 1]) == letters(entries[i])) {
            Stored of_both = stored(entries[kept - 1]);
            const Stored other = stored(entries[i]);
            of_both.info.frequency = std::max(of_both.info.frequency, other.info.frequency);
            of_both.info.kind = std::min(of_both.info.kind, other.info.kind);
            std::memcpy(store.data() + entries[kept - 1].at, &of_both, sizeof of_both);
        } else {
            entries[kept++] = entries[i];
        }
    }
    entries.resize(kept);
}

/// The hash table: never more than two thirds full.
std::vector<std::uint32_t> ShapeIndexWriter::State::write_slots(Head& head) const {
    head.slot_count = 4;
    while (std::uint64_t{head.slot_count} * 2 < entries.size() * 3) head.slot_count *= 2;
    std::vector<std::uint32_t> slots(head.slot_count, 0);
    const std::uint32_t mask = head.slot_count - 1;
    for (std::uint32_t form = 0; form < entries.size(); ++form) {
        const std::uint64_t hash = hash_form(form_of_letters(letters(entries[form])));
        std::uint32_t probe = 0;
        std::uint32_t at = first_slot(hash, head.slot_count);
        for (; slots[at] != 0; at = (at + 1) & mask) ++probe;
        slots[at] = slot_of(hash, form);
        head.longest_probe = std::max(head.longest_probe, probe + 1);
    }
    return slots;
}

/// The automaton of the keys, and where the forms of each shape begin.
void ShapeIndexWriter::State::write_shapes(Head& head, std::string& out) const {
    AutomatonBuilder automaton;
    std::vector<std::uint32_t> first_forms;
    std::string_view last;
    for (std::uint32_t form = 0; form < entries.size(); ++form) {
        const std::string_view key = this->key(entries[form]);
        if (key == last) continue;
        automaton.add(key);
        first_forms.push_back(form);
        last = key;
    }
    first_forms.push_back(static_cast<std::uint32_t>(entries.size()));
    head.root = automaton.finish();
    head.edge_count = static_cast<std::uint32_t>(automaton.edges().size());
    head.shape_count = static_cast<std::uint32_t>(first_forms.size() - 1);
    append_numbers(automaton.edges(), out);
    append_numbers(first_forms, out);
}

ShapeIndexWriter::ShapeIndexWriter(script::Profile profile) : state_{std::make_unique<State>()} {
    state_->units = {profile, script::WritingSystem::hudum};
}
ShapeIndexWriter::ShapeIndexWriter(ShapeIndexWriter&&) noexcept = default;
ShapeIndexWriter& ShapeIndexWriter::operator=(ShapeIndexWriter&&) noexcept = default;
ShapeIndexWriter::~ShapeIndexWriter() = default;

Result<void> ShapeIndexWriter::add(std::u16string_view form, const FormInfo& info) {
    State& state = *state_;
    if (form.empty() || form.size() > max_form_size) {
        return fail({ErrorCode::invalid_input,
                     "a form has " + std::to_string(form.size()) + " code units",
                     "a form has 1 to " + std::to_string(max_form_size), {}});
    }
    state.scratch.clear();
    append_ink_key(form, state.units, state.scratch);
    const std::string& key = state.scratch;
    if (key.empty()) {
        return fail({ErrorCode::invalid_input, "a form is made of controls alone, which draw nothing", "leave it out",
                     {}});
    }
    if (state.entries.size() >= max_form_count || state.store.size() > 0xFFFF0000u) {
        return fail({ErrorCode::unsupported, "there are more than " + std::to_string(max_form_count) + " forms",
                     "make two dictionaries", {}});
    }
    const auto at = static_cast<std::uint32_t>(state.store.size());
    const std::uint64_t front = big_endian(key.data(), key.size(), 8);
    const std::uint64_t more = key.size() > 8 ? big_endian(key.data() + 8, key.size() - 8, 4) : 0;
    Stored stored{static_cast<std::uint16_t>(key.size()), 0, info};
    state.store.append(sizeof stored, '\0');
    state.store += key;
    append_letters(form, state.store);
    stored.letter_size = static_cast<std::uint16_t>(state.store.size() - at - sizeof stored - key.size());
    std::memcpy(state.store.data() + at, &stored, sizeof stored);
    state.entries.push_back({front, static_cast<std::uint32_t>(more), at});
    return {};
}

std::size_t ShapeIndexWriter::size() const { return state_->entries.size(); }

std::string ShapeIndexWriter::bytes() {
    static_assert(std::endian::native == std::endian::little, "the file is written as numbers lie in memory");
    State& state = *state_;
    state.sort_and_merge();
    Head head{};
    std::copy(std::begin(index_magic), std::end(index_magic), head.magic);
    head.version = shape_index_version;
    head.byte_order = index_byte_order;
    head.key_version = script::key_version;
    head.profile = static_cast<std::uint32_t>(state.units.profile);
    head.form_count = static_cast<std::uint32_t>(state.entries.size());
    std::string out(sizeof head, '\0');
    state.write_shapes(head, out);
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> frequencies;
    std::vector<std::uint8_t> kinds;
    std::string letters;
    for (const Entry& entry : state.entries) {
        letters += state.letters(entry);
        starts.push_back(static_cast<std::uint32_t>(letters.size()));
        const FormInfo info = state.stored(entry).info;
        frequencies.push_back(info.frequency);
        kinds.push_back(static_cast<std::uint8_t>(info.kind));
    }
    append_numbers(starts, out);
    append_numbers(frequencies, out);
    append_numbers(state.write_slots(head), out);
    append_numbers(kinds, out);
    head.letter_bytes = letters.size();
    out += letters;
    head.file_bytes = out.size();
    head.content_hash = checksum(std::string_view{out}.substr(sizeof head));
    head.head_hash = checksum({reinterpret_cast<const char*>(&head), offsetof(Head, head_hash)});
    std::memcpy(out.data(), &head, sizeof head);
    return out;
}

Result<void> ShapeIndexWriter::write(const std::string& path) {
    auto file = OutputFile::create(path);
    if (!file) return fail(file.error());
    if (auto written = file->write(bytes()); !written) return written;
    return file->commit();
}

}  // namespace bichig::spell
