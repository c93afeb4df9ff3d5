// Finds, keeps and forgets shaped pieces of text; word_cache.h says how.
#include "shape/word_cache.h"

#include <algorithm>
#include <cstring>

namespace bichig::shape::words {

namespace {

/// Longer pieces are no words, and rare ones: keeping them would cost many words their place.
constexpr std::size_t text_limit = 255;
/// A piece stands at most so many slots after the one its hash names: text made to collide cannot slow a look-up.
constexpr std::size_t longest_probe = 64;
constexpr std::size_t first_slots = 16;
/// Smaller shards would have their limit spent on few words each.
constexpr std::size_t least_shard = std::size_t{64} << 10;
constexpr std::size_t most_shards = 16;

/// The head of a record; the characters follow, then the glyphs.
struct Head {
    std::uint32_t setting = 0;
    std::uint16_t glyphs = 0;
    std::uint8_t characters = 0;
    bool narrow = false;
};

/// A glyph without shifts, as nearly all are.
struct Narrow {
    std::uint16_t id = 0;
    std::int16_t advance = 0;
    std::uint16_t cluster = 0;
};

struct Wide {
    std::uint32_t id = 0;
    std::uint32_t cluster = 0;
    std::int32_t advance = 0;
    std::int32_t shift_x = 0;
    std::int32_t shift_y = 0;
};

template <class T>
bool fits(FontUnits units) {
    return units.count() == static_cast<T>(units.count());
}

bool is_narrow(const Glyph& glyph) {
    return glyph.id <= UINT16_MAX && fits<std::int16_t>(glyph.advance) && glyph.shift_x == FontUnits{} &&
           glyph.shift_y == FontUnits{};
}

bool is_wide(const Glyph& glyph) {
    return fits<std::int32_t>(glyph.advance) && fits<std::int32_t>(glyph.shift_x) &&
           fits<std::int32_t>(glyph.shift_y);
}

void pack(const Glyph& glyph, Narrow& packed) {
    packed = {static_cast<std::uint16_t>(glyph.id), static_cast<std::int16_t>(glyph.advance.count()),
              static_cast<std::uint16_t>(glyph.cluster)};
}
void pack(const Glyph& glyph, Wide& packed) {
    packed = {glyph.id, glyph.cluster, static_cast<std::int32_t>(glyph.advance.count()),
              static_cast<std::int32_t>(glyph.shift_x.count()), static_cast<std::int32_t>(glyph.shift_y.count())};
}
Glyph unpacked(const Narrow& packed) { return {packed.id, packed.cluster, FontUnits{packed.advance}, {}, {}}; }
Glyph unpacked(const Wide& packed) {
    return {packed.id, packed.cluster, FontUnits{packed.advance}, FontUnits{packed.shift_x},
            FontUnits{packed.shift_y}};
}

template <class Packed>
void write(const Glyph* begin, const Glyph* end, std::byte* to) {
    for (; begin != end; ++begin, to += sizeof(Packed)) {
        Packed packed;
        pack(*begin, packed);
        std::memcpy(to, &packed, sizeof packed);
    }
}

template <class Packed>
void read(const std::byte* from, std::size_t count, std::vector<Glyph>& out) {
    const std::size_t first = out.size();
    out.resize(first + count);
    for (std::size_t i = 0; i < count; ++i, from += sizeof(Packed)) {
        Packed packed;
        std::memcpy(&packed, from, sizeof packed);
        out[first + i] = unpacked(packed);
    }
}

Head head_of(const std::byte* record) {
    Head head;
    std::memcpy(&head, record, sizeof head);
    return head;
}

std::size_t size_of(const Head& head) {
    return sizeof(Head) + head.characters * sizeof(char16_t) +
           head.glyphs * (head.narrow ? sizeof(Narrow) : sizeof(Wide));
}

/// What a record takes from the heap: whole units of 16 bytes, and the heap's own word.
std::size_t cost_of(std::size_t size) { return std::max<std::size_t>(32, (size + 8 + 15) / 16 * 16); }

bool is_of(const std::byte* record, const Key& key) {
    const Head head = head_of(record);
    return head.setting == key.setting && head.characters == key.text.size() &&
           std::memcmp(record + sizeof head, key.text.data(), key.text.size() * sizeof(char16_t)) == 0;
}

std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 32;
    value *= 0x9E3779B97F4A7C15u;
    return value ^ (value >> 29);
}

}  // namespace

bool Setting::operator==(const Setting& other) const {
    const auto map_data = [](const Setting& setting) { return setting.map ? &setting.map->data() : nullptr; };
    return font == other.font && orientation == other.orientation && script == other.script &&
           language == other.language && map_data(*this) == map_data(other) && policy == other.policy &&
           units.profile == other.units.profile && units.system == other.units.system;
}

std::uint32_t Settings::number(const Setting& setting) {
    const std::lock_guard lock{mutex_};
    ++clock_;
    for (Known& known : known_) {
        if (known.setting != setting) continue;
        known.last_used = clock_;
        return known.number;
    }
    if (known_.size() == kept) {
        // The words of the setting that goes are found no more, and so are soon evicted.
        known_.erase(std::min_element(known_.begin(), known_.end(), [](const Known& a, const Known& b) {
            return a.last_used < b.last_used;
        }));
    }
    known_.push_back({setting, next_, clock_});
    return next_++;
}

std::uint64_t hash_of(const Key& key) {
    std::uint64_t hash = mixed(key.text.size() + (std::uint64_t{key.setting} << 16) + 1);
    std::size_t i = 0;
    for (; i + 4 <= key.text.size(); i += 4) {
        std::uint64_t four = 0;
        std::memcpy(&four, key.text.data() + i, sizeof four);
        hash = mixed(hash ^ four);
    }
    std::uint64_t rest = 0;
    for (; i < key.text.size(); ++i) rest = rest << 16 | key.text[i];
    return mixed(mixed(hash ^ rest));
}

std::size_t Shard::find_slot(const Key& key, std::uint64_t hash) const {
    if (slots_.empty()) return absent;
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    for (std::size_t step = 0; step < longest_probe; ++step, slot = (slot + 1) & mask) {
        if (!slots_[slot].record) return absent;
        if (slots_[slot].hash == static_cast<std::uint32_t>(hash) && is_of(slots_[slot].record.get(), key)) return slot;
    }
    return absent;
}

std::size_t Shard::empty_slot(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    for (std::size_t step = 0; step < longest_probe; ++step, slot = (slot + 1) & mask) {
        if (!slots_[slot].record) return slot;
    }
    return absent;
}

/// Where all slots that a piece may stand in are taken: the first that was not found of late, or the first of all.
std::size_t Shard::worst_slot(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t step = 0; step < longest_probe; ++step) {
        if (!slots_[(hash + step) & mask].found.is_set()) return (hash + step) & mask;
    }
    return hash & mask;
}

bool Shard::find(const Key& key, std::uint64_t hash, std::vector<Glyph>& out) const {
    const std::size_t slot = find_slot(key, hash);
    if (slot == absent) return false;
    slots_[slot].found.set();
    const std::byte* record = slots_[slot].record.get();
    const Head head = head_of(record);
    const std::byte* glyphs = record + sizeof head + head.characters * sizeof(char16_t);
    head.narrow ? read<Narrow>(glyphs, head.glyphs, out) : read<Wide>(glyphs, head.glyphs, out);
    return true;
}

void Shard::keep(const Key& key, std::uint64_t hash, const Glyph* begin, const Glyph* end) {
    const auto count = static_cast<std::size_t>(end - begin);
    if (key.text.size() > text_limit || count > UINT16_MAX || !std::all_of(begin, end, is_wide)) return;
    if (find_slot(key, hash) != absent) return;  // another thread was faster
    const Head head{key.setting, static_cast<std::uint16_t>(count), static_cast<std::uint8_t>(key.text.size()),
                    std::all_of(begin, end, is_narrow)};
    const std::size_t size = size_of(head);
    // A piece that would drive many others out is not worth its place.
    if (cost_of(size) > figures_.limit / 4 || !prepare_slots()) return;
    while (!has_room(cost_of(size))) {
        if (figures_.entries == 0) return;
        evict_one();
    }
    std::size_t slot = empty_slot(hash);
    // A larger table untangles pieces that crowd by chance, not those made to collide.
    const bool well_filled = figures_.entries * 2 > slots_.size();
    if (slot == absent && well_filled && has_room(cost_of(size) + slots_.size() * 2 * sizeof(Slot)) &&
        grow(slots_.size() * 2)) {
        slot = empty_slot(hash);
    }
    if (slot == absent) {
        slot = worst_slot(hash);
        forget(slots_[slot]);
    }
    std::unique_ptr<std::byte[]> record{new std::byte[size]};
    std::memcpy(record.get(), &head, sizeof head);
    std::memcpy(record.get() + sizeof head, key.text.data(), key.text.size() * sizeof(char16_t));
    std::byte* glyphs = record.get() + sizeof head + key.text.size() * sizeof(char16_t);
    head.narrow ? write<Narrow>(begin, end, glyphs) : write<Wide>(begin, end, glyphs);
    slots_[slot] = {std::move(record), static_cast<std::uint32_t>(hash)};
    figures_.bytes += cost_of(size);
    ++figures_.entries;
}

/// Sees to it that at most three of four slots are taken once there is one entry more.
bool Shard::prepare_slots() {
    if (slots_.empty()) return grow(first_slots);
    if ((figures_.entries + 1) * 4 <= slots_.size() * 3) return true;
    if (grow(slots_.size() * 2)) return true;
    evict_one();
    return true;
}

/// Moves the records to a table of `count` slots, if both tables find room at once.
bool Shard::grow(std::size_t count) {
    if (!has_room(count * sizeof(Slot))) return false;
    std::vector<Slot> before(count);
    before.swap(slots_);
    figures_.bytes += count * sizeof(Slot);
    for (Slot& moved : before) {
        if (!moved.record) continue;
        const std::size_t slot = empty_slot(moved.hash);
        if (slot != absent) {
            slots_[slot] = std::move(moved);
            continue;
        }
        forget(moved);
    }
    figures_.bytes -= before.size() * sizeof(Slot);
    hand_ = 0;
    return true;
}

void Shard::evict_one() {
    const std::size_t mask = slots_.size() - 1;
    while (!slots_[hand_].record || slots_[hand_].found.is_set()) {
        slots_[hand_].found.clear();
        hand_ = (hand_ + 1) & mask;
    }
    remove(hand_);  // another record may move into the slot: the hand looks at it next
}

void Shard::forget(Slot& slot) {
    figures_.bytes -= cost_of(size_of(head_of(slot.record.get())));
    --figures_.entries;
    ++figures_.evictions;
    slot = {};
}

/// Empties a slot, and closes the gap with records behind it that the gap would hide.
void Shard::remove(std::size_t slot) {
    const std::size_t mask = slots_.size() - 1;
    forget(slots_[slot]);
    for (std::size_t next = (slot + 1) & mask; slots_[next].record; next = (next + 1) & mask) {
        const std::size_t home = slots_[next].hash & mask;
        if (((next - home) & mask) < ((next - slot) & mask)) continue;
        slots_[slot] = std::move(slots_[next]);
        slots_[next] = {};
        slot = next;
    }
}

void Shard::clear() {
    std::vector<Slot>{}.swap(slots_);
    hand_ = 0;
    figures_.entries = 0;
    figures_.bytes = 0;
}

}  // namespace bichig::shape::words

namespace bichig::shape {

WordCache::Table::Table(std::size_t limit, bool shared, words::Hash hash)
    : limit_{limit}, shared_{shared}, hash_{hash} {
    std::size_t count = 1;
    while (shared && count < words::most_shards && limit / (count * 2) >= words::least_shard) count *= 2;
    for (std::size_t i = 0; i < count; ++i) shards_.push_back(std::make_unique<Locked>(limit / count));
}

bool WordCache::Table::find(const words::Key& key, unsigned reader, std::vector<Glyph>& out) {
    const std::uint64_t hash = hash_(key);
    Locked& locked = shard_of(hash);
    Reader& mine = locked.by_reader[shared_ ? reader % readers : 0];
    std::unique_lock lock{mine.mutex, std::defer_lock};
    if (shared_) lock.lock();
    const bool found = locked.shard.find(key, hash, out);
    ++(found ? mine.hits : mine.misses);
    return found;
}

template <class Use>
auto WordCache::Table::with_all(Locked& locked, Use use) {
    std::array<std::unique_lock<std::mutex>, readers> locks;
    for (std::size_t i = 0; shared_ && i < readers; ++i) locks[i] = std::unique_lock{locked.by_reader[i].mutex};
    return use(locked.shard);
}

void WordCache::Table::keep(const words::Key& key, const std::vector<Glyph>& out, std::size_t first) {
    const std::uint64_t hash = hash_(key);
    with_all(shard_of(hash), [&](words::Shard& shard) {
        shard.keep(key, hash, out.data() + first, out.data() + out.size());
    });
}

WordFigures WordCache::Table::figures() {
    WordFigures sum;
    for (const std::unique_ptr<Locked>& locked : shards_) {
        const WordFigures part = with_all(*locked, [&](words::Shard& shard) {
            WordFigures figures = shard.figures();
            for (const Reader& reader : locked->by_reader) {
                figures.hits += reader.hits;
                figures.misses += reader.misses;
            }
            return figures;
        });
        sum.hits += part.hits;
        sum.misses += part.misses;
        sum.evictions += part.evictions;
        sum.entries += part.entries;
        sum.bytes += part.bytes;
    }
    sum.limit = limit_;
    return sum;
}

void WordCache::Table::clear() {
    for (const std::unique_ptr<Locked>& locked : shards_) with_all(*locked, [](words::Shard& shard) { shard.clear(); });
}

WordCache::WordCache(std::size_t limit) : table_{std::make_shared<Table>(limit, true)} {}
WordFigures WordCache::figures() const { return table_->figures(); }
void WordCache::clear() { table_->clear(); }

}  // namespace bichig::shape
