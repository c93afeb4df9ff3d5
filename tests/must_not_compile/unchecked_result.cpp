// A result is no value: whoever wants the value says what happens without it.
#include <string>

#include <bichig/base/file.h>

int main() {
    const bichig::Result<std::string> bytes = bichig::read_file("-");
    const std::string checked = bytes ? *bytes : "";
    const std::string unchecked = bichig::read_file("-");  // must not compile
    const bool same = bichig::Error{} == bytes;            // must not compile
    (void)checked;
}
