// Errors, memory and texts at the border to C.
#include <bichig/c/base.h>

#include <algorithm>
#include <cstdlib>

#include "c/internal/call.h"
#include "c/internal/text_in_out.h"

namespace bichig::c {

namespace {

struct Allocator {
    void* (*allocate)(void*, std::size_t) = nullptr;
    void (*release)(void*, void*) = nullptr;
    void* user = nullptr;
};

Allocator& allocator() {
    static Allocator current;
    return current;
}

/// Before each block: where it goes back to.
struct alignas(std::max_align_t) BlockHead {
    void (*release)(void*, void*);
    void* user;
};

bichig_status status_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid_input: return BICHIG_INVALID_INPUT;
        case ErrorCode::not_found: return BICHIG_NOT_FOUND;
        case ErrorCode::unsupported: return BICHIG_UNSUPPORTED;
        case ErrorCode::system: return BICHIG_SYSTEM;
    }
    return BICHIG_INTERNAL;
}

template <class Char>
std::size_t length_of(const Char* text, std::size_t length) {
    if (text == nullptr) {
        require(length == 0, "the text is NULL");
        return 0;
    }
    if (length == BICHIG_WHOLE) {
        length = 0;
        while (text[length] != 0) ++length;
    }
    require(length < 0x7FFFFFFF, "a text is shorter than 2 GB");
    return length;
}

/// "byte 17" as base writes it: the offset of what is ill-formed.
std::size_t offset_of(const Error& error) {
    constexpr std::string_view prefix = "byte ";
    if (error.where.detail.rfind(prefix, 0) != 0) return BICHIG_NO_OFFSET;
    return std::strtoul(error.where.detail.c_str() + prefix.size(), nullptr, 10);
}

}  // namespace

void fail_argument(const char* message) {
    throw Failure{BICHIG_INVALID_ARGUMENT, {ErrorCode::invalid_input, message, "see the header of the call", {}}};
}

void fail_cancelled() { throw Failure{BICHIG_CANCELLED, {ErrorCode::system, "the call was cancelled", "", {}}}; }

void fail_with(const Error& error) { throw Failure{status_of(error.code), error, offset_of(error)}; }

void copy_field(char* field, std::size_t size, std::string_view text) noexcept {
    std::size_t length = std::min(text.size(), size - 1);
    if (length < text.size()) {
        while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
    }
    std::copy_n(text.data(), length, field);  // data() of an empty text may be null, which memcpy() may not be given
    std::memset(field + length, 0, size - length);
}

namespace {

void store(bichig_error* error, const bichig_error& value) noexcept {
    if (error == nullptr || error->size < sizeof(std::size_t)) return;
    const std::size_t size = error->size;
    std::memcpy(error, &value, std::min(size, sizeof value));
    error->size = size;
}

bichig_error empty_error(bichig_status status) noexcept {
    bichig_error error;
    std::memset(&error, 0, sizeof error);
    error.size = sizeof error;
    error.status = status;
    error.offset = BICHIG_NO_OFFSET;
    return error;
}

}  // namespace

void clear(bichig_error* error) {
    if (error == nullptr) return;
    require(error->size >= sizeof(std::size_t), "the size of a struct is not set: use its _INIT macro");
    if (error->size < sizeof(bichig_error)) return store(error, empty_error(BICHIG_OK));
    // To write all of the texts would take longer than many a call.
    error->status = BICHIG_OK;
    error->offset = BICHIG_NO_OFFSET;
    error->line = error->column = 0;
    error->message[0] = error->hint[0] = error->file[0] = error->detail[0] = 0;
}

bichig_status report(bichig_error* error, const Failure& failure) noexcept {
    bichig_error value = empty_error(failure.status);
    value.offset = failure.offset;
    value.line = failure.error.where.line;
    value.column = failure.error.where.column;
    copy_field(value.message, sizeof value.message, failure.error.message);
    copy_field(value.hint, sizeof value.hint, failure.error.hint);
    copy_field(value.file, sizeof value.file, failure.error.where.file);
    copy_field(value.detail, sizeof value.detail, failure.error.where.detail);
    store(error, value);
    return failure.status;
}

bichig_status report_memory(bichig_error* error) noexcept {
    bichig_error value = empty_error(BICHIG_NO_MEMORY);
    copy_field(value.message, sizeof value.message, "there is not enough memory");
    store(error, value);
    return BICHIG_NO_MEMORY;
}

bichig_status report_unknown(bichig_error* error, const char* what) noexcept {
    bichig_error value = empty_error(BICHIG_INTERNAL);
    copy_field(value.message, sizeof value.message, "a fault inside Bichig");
    copy_field(value.detail, sizeof value.detail, what);
    store(error, value);
    return BICHIG_INTERNAL;
}

void* allocate(std::size_t size) {
    const Allocator now = allocator();
    if (size > BICHIG_WHOLE - sizeof(BlockHead)) throw std::bad_alloc{};
    void* memory = now.allocate != nullptr ? now.allocate(now.user, size + sizeof(BlockHead))
                                           : std::malloc(size + sizeof(BlockHead));
    if (memory == nullptr) throw std::bad_alloc{};
    auto* head = new (memory) BlockHead{now.release, now.user};
    return head + 1;
}

Source::Source(const char* text, std::size_t length) : is_utf8_{true} {
    utf8_ = {text, length_of(text, length)};
    auto converted = to_utf16(utf8_);
    if (!converted) throw Failure{BICHIG_ILL_FORMED, converted.error(), offset_of(converted.error())};
    own_ = std::move(*converted);
    text_ = own_;
}

Source::Source(const bichig_char16* text, std::size_t length) {
    const std::size_t units = length_of(text, length);
    text_ = {reinterpret_cast<const char16_t*>(text), units};
}

void require_writable(std::u16string_view text) {
    for (TextIndex index = 0; index < text.size();) {
        const CodePoint point = code_point_at(text, index);
        if (point.value >= 0xD800 && point.value < 0xE000) {
            const auto line = 1 + std::count(text.begin(), text.begin() + index, u'\n');
            throw Failure{BICHIG_ILL_FORMED,
                          {ErrorCode::invalid_input, "a surrogate stands alone", "a file cannot hold it: take it out",
                           {"", static_cast<std::uint32_t>(line), 0, ""}}, index};
        }
        index += point.size;
    }
}

Offsets::Offsets(std::string_view utf8) {
    table_.reserve(utf8.size() / 2 + 1);
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if ((byte & 0xC0) == 0x80) continue;
        table_.push_back(static_cast<TextIndex>(at));
        if (byte >= 0xF0) table_.push_back(static_cast<TextIndex>(at));
    }
    table_.push_back(static_cast<TextIndex>(utf8.size()));
}

std::size_t Offsets::offset(TextIndex index) const {
    return table_.empty() ? index : table_[std::min<std::size_t>(index, table_.size() - 1)];
}

TextIndex Offsets::index(std::size_t offset, std::size_t text_size) const {
    if (table_.empty()) return static_cast<TextIndex>(std::min(offset, text_size));
    const auto after = std::upper_bound(table_.begin(), table_.end(), offset);
    const auto found = std::lower_bound(table_.begin(), after, *(after - 1));
    return static_cast<TextIndex>(found - table_.begin());
}

std::size_t Source::offset(TextIndex index) const {
    if (!is_utf8_) return index;
    if (index == text_.size()) return utf8_.size();
    if (!offsets_ && index < walked_index_) offsets_.emplace(utf8_);
    if (offsets_) return offsets_->offset(index);
    // Offsets are mostly asked for in the order of the text: no table is needed for that.
    std::size_t at = walked_;
    TextIndex reached = walked_index_;
    while (reached < index && at < utf8_.size()) {
        const auto byte = static_cast<unsigned char>(utf8_[at]);
        if (byte >= 0xF0 && reached + 1 == index) break;
        reached += byte >= 0xF0 ? 2 : 1;
        at += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    }
    walked_index_ = reached;
    return walked_ = at;
}

TextBlock::TextBlock(std::string_view text) : block_{text.size() + 1}, length_{text.size()} {
    std::copy_n(text.data(), text.size(), static_cast<char*>(block_.bytes()));
    static_cast<char*>(block_.bytes())[length_] = 0;
}

TextBlock::TextBlock(std::u16string_view text) : block_{(text.size() + 1) * 2}, length_{text.size()} {
    std::copy_n(text.data(), text.size(), static_cast<bichig_char16*>(block_.bytes()));
    static_cast<bichig_char16*>(block_.bytes())[length_] = 0;
}

}  // namespace bichig::c

extern "C" {

const char* bichig_version(void) { return BICHIG_VERSION; }
unsigned long bichig_version_number(void) { return BICHIG_VERSION_NUMBER; }

const char* bichig_status_name(bichig_status status) {
    switch (status) {
        case BICHIG_OK: return "ok";
        case BICHIG_INVALID_ARGUMENT: return "invalid argument";
        case BICHIG_ILL_FORMED: return "ill-formed text";
        case BICHIG_INVALID_INPUT: return "invalid input";
        case BICHIG_NOT_FOUND: return "not found";
        case BICHIG_UNSUPPORTED: return "unsupported";
        case BICHIG_SYSTEM: return "system";
        case BICHIG_NO_MEMORY: return "no memory";
        case BICHIG_CANCELLED: return "cancelled";
        case BICHIG_INTERNAL: return "internal";
    }
    return "unknown status";
}

bichig_status bichig_set_allocator(void* (*allocate)(void*, size_t), void (*release)(void*, void*), void* user) {
    if ((allocate == nullptr) != (release == nullptr)) return BICHIG_INVALID_ARGUMENT;
    bichig::c::allocator() = {allocate, release, user};
    return BICHIG_OK;
}

void bichig_free(void* block) {
    if (block == nullptr) return;
    auto* head = static_cast<bichig::c::BlockHead*>(block) - 1;
    if (head->release != nullptr) head->release(head->user, head);
    else std::free(head);
}

}  // extern "C"
