// The ICC profiles of images: those that PDF/A-2 takes, and CMYK that becomes RGB.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "format/pdf/internal/file.h"

namespace bichig::format::pdf {

/// What is wrong with `profile` as the colour space of an image of `components` (1 or 3) components; empty: nothing.
/// ISO 19005-2, 6.2.4.2: a profile of version 2 or 4 for an input, display, output or colour space device.
std::string profile_fault(std::string_view profile, unsigned components);

/// The profiles of a document, each written once. Scratch.
class ProfileStore {
public:
    explicit ProfileStore(File& file) : file_{file} {}

    /// The number of an ICCBased colour space for `profile`, in which profile_fault() finds no fault.
    ObjectNumber use(std::string_view profile, unsigned components);

private:
    File& file_;
    std::map<std::string, ObjectNumber, std::less<>> known_;
};

/// Makes RGB of CMYK: by the profile where there is a usable one, else by what is left of each light. Scratch.
class CmykConverter {
public:
    explicit CmykConverter(std::string_view profile);
    ~CmykConverter();
    CmykConverter(const CmykConverter&) = delete;
    CmykConverter& operator=(const CmykConverter&) = delete;

    bool by_profile() const { return transform_ != nullptr; }
    /// `cmyk` has 255 for full ink; `rgb` takes sRGB.
    void convert(const unsigned char* cmyk, unsigned char* rgb, std::size_t pixels) const;

private:
    void* transform_ = nullptr;
};

}  // namespace bichig::format::pdf
