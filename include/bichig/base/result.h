// What a call that can fail returns: a value, or an Error that says what, where and what to do.
#pragma once

#include <cstdint>
#include <string>

#include <tl/expected.hpp>

namespace bichig::inline base {

/// Whose turn it is to act on an error; the command line takes its exit code from it.
enum class ErrorCode : std::uint8_t {
    invalid_input,  ///< the input or the way it was asked for is wrong (exit code 2)
    not_found,      ///< a file or a resource that was named does not exist (exit code 2)
    unsupported,    ///< the input is well formed but asks for what Bichig does not do (exit code 2)
    system          ///< disk, memory, permissions: the machine said no (exit code 3)
};

/// A place in a source. Empty fields are unknown; the message leaves them out. Value.
struct Place {
    std::string file;          ///< name as the user gave it; "-" for standard input
    std::uint32_t line = 0;    ///< from 1; 0 if unknown
    std::uint32_t column = 0;  ///< from 1, in code points; 0 if unknown
    std::string detail;        ///< a finer place: "byte 17", a JSON pointer, a front matter key

    bool operator==(const Place&) const = default;
};

/// Why a call failed. Value.
struct Error {
    ErrorCode code = ErrorCode::invalid_input;
    std::string message;  ///< what is wrong, in one line of UTF-8
    std::string hint;     ///< what to do about it; may be empty
    Place where;
};

/// A value of type T, or an Error.
template <class T>
using Result = tl::expected<T, Error>;

/// A result that holds `error`: `return fail({…});`.
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>{std::move(error)}; }

/// "FILE:LINE:COLUMN: what is wrong (what to do)", without the parts that are unknown; one line.
std::string describe(const Error& error);

/// "FILE:LINE:COLUMN: detail", without the parts that are unknown.
std::string describe(const Place& place);

}  // namespace bichig::inline base
