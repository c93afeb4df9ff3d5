// What every call of the C interface does: check its arguments, catch what is thrown, fill the caller's error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include <bichig/base/result.h>
#include <bichig/c/base.h>

namespace bichig::c {

/// How a call fails inside the library; it never leaves it.
struct Failure {
    bichig_status status = BICHIG_INTERNAL;
    Error error;
    std::size_t offset = BICHIG_NO_OFFSET;
};

[[noreturn]] void fail_argument(const char* message);
[[noreturn]] void fail_with(const Error& error);
/// A callback of the caller said that the call is to end.
[[noreturn]] void fail_cancelled();

/// The value, or a Failure.
template <class T>
T value_of(Result<T> result) {
    if (!result) fail_with(result.error());
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

inline void require(bool holds, const char* message) {
    if (!holds) fail_argument(message);
}

void clear(bichig_error* error);
bichig_status report(bichig_error* error, const Failure& failure) noexcept;
bichig_status report_memory(bichig_error* error) noexcept;
bichig_status report_unknown(bichig_error* error, const char* what) noexcept;

/// Runs the body of a call.
template <class Body>
bichig_status guarded(bichig_error* error, Body&& body) noexcept {
    try {
        clear(error);
        body();
        return BICHIG_OK;
    } catch (const Failure& failure) {
        return report(error, failure);
    } catch (const std::bad_alloc&) {
        return report_memory(error);
    } catch (const std::exception& exception) {
        return report_unknown(error, exception.what());
    } catch (...) {
        return report_unknown(error, "");
    }
}

/// A block of the caller's allocator; throws std::bad_alloc.
void* allocate(std::size_t size);

/// A block on its way to the caller.
class Block {
public:
    explicit Block(std::size_t size) : bytes_{allocate(size)} {}
    ~Block() { bichig_free(bytes_); }
    Block(Block&& other) noexcept : bytes_{std::exchange(other.bytes_, nullptr)} {}
    Block& operator=(Block&& other) noexcept {
        std::swap(bytes_, other.bytes_);
        return *this;
    }

    void* bytes() const { return bytes_; }
    template <class T>
    T* release() {
        return static_cast<T*>(std::exchange(bytes_, nullptr));
    }

private:
    void* bytes_;
};

/// A handle in a block of the caller's allocator.
template <class T, class... Arguments>
T* make_handle(Arguments&&... arguments) {
    Block block{sizeof(T)};
    new (block.bytes()) T{std::forward<Arguments>(arguments)...};
    return block.release<T>();
}
template <class T>
void close_handle(T* handle) {
    if (handle == nullptr) return;
    handle->~T();
    bichig_free(handle);
}

/// The options of a call as this version knows them: what the caller's struct has of them, zero beyond.
template <class T>
T options_of(const T* given) {
    T known{};
    if (given != nullptr) {
        require(given->size >= sizeof(std::size_t), "the size of a struct is not set: use its _INIT macro");
        std::memcpy(&known, given, given->size < sizeof(T) ? given->size : sizeof(T));
    }
    known.size = sizeof(T);
    return known;
}

/// Fills a struct of the caller, as much as its size says.
template <class T>
void fill(T* out, T value) {
    require(out != nullptr, "a result is NULL");
    require(out->size >= sizeof(std::size_t), "the size of a struct is not set: use its _INIT macro");
    value.size = out->size;
    std::memcpy(out, &value, out->size < sizeof(T) ? out->size : sizeof(T));
}

/// Copies `text` into a field, cut between characters.
void copy_field(char* field, std::size_t size, std::string_view text) noexcept;

}  // namespace bichig::c
