// Judges ICC profiles and converts by them, with Little CMS.
#include "format/pdf/internal/colour_profile.h"

#include <lcms2.h>

namespace bichig::format::pdf {

namespace {

struct ProfileCloser {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, ProfileCloser>;

Profile open(std::string_view bytes) {
    return Profile{cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()))};
}

/// A transform to sRGB; null where the profile cannot serve as a source.
cmsHTRANSFORM to_srgb(const Profile& profile, cmsUInt32Number format) {
    const Profile srgb{cmsCreate_sRGBProfile()};
    return cmsCreateTransform(profile.get(), format, srgb.get(), TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC,
                              cmsFLAGS_BLACKPOINTCOMPENSATION);
}

}  // namespace

std::string profile_fault(std::string_view bytes, unsigned components) {
    const Profile profile = open(bytes);
    if (!profile) return "it is damaged";
    if (cmsGetProfileVersion(profile.get()) >= 5.0) return "its version is not known to PDF/A";
    const cmsColorSpaceSignature wanted = components == 1 ? cmsSigGrayData : cmsSigRgbData;
    if (cmsGetColorSpace(profile.get()) != wanted) return "it is for other colours than the image has";
    switch (cmsGetDeviceClass(profile.get())) {
        case cmsSigInputClass:
        case cmsSigDisplayClass:
        case cmsSigOutputClass:
        case cmsSigColorSpaceClass: break;
        default: return "it describes no device";
    }
    const cmsHTRANSFORM transform = to_srgb(profile, components == 1 ? TYPE_GRAY_8 : TYPE_RGB_8);
    if (transform == nullptr) return "it is damaged";
    cmsDeleteTransform(transform);
    return {};
}

ObjectNumber ProfileStore::use(std::string_view profile, unsigned components) {
    if (const auto found = known_.find(profile); found != known_.end()) return found->second;
    const ObjectNumber stream = file_.allocate();
    file_.stream(stream, "/N " + std::to_string(components), profile);
    const ObjectNumber space = file_.allocate();
    file_.object(space, "[/ICCBased " + reference(stream) + "]");
    known_.emplace(profile, space);
    return space;
}

CmykConverter::CmykConverter(std::string_view bytes) {
    if (bytes.empty()) return;
    const Profile profile = open(bytes);
    if (!profile || cmsGetColorSpace(profile.get()) != cmsSigCmykData) return;
    transform_ = to_srgb(profile, TYPE_CMYK_8);
}

CmykConverter::~CmykConverter() {
    if (transform_ != nullptr) cmsDeleteTransform(transform_);
}

void CmykConverter::convert(const unsigned char* cmyk, unsigned char* rgb, std::size_t pixels) const {
    if (transform_ != nullptr) {
        cmsDoTransform(transform_, cmyk, rgb, static_cast<cmsUInt32Number>(pixels));
        return;
    }
    for (std::size_t i = 0; i < pixels; ++i, cmyk += 4, rgb += 3) {
        for (int part = 0; part < 3; ++part) {
            rgb[part] = static_cast<unsigned char>((255 - cmyk[part]) * (255 - cmyk[3]) / 255);
        }
    }
}

}  // namespace bichig::format::pdf
