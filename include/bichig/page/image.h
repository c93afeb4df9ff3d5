// What kind of image some bytes are, and how large: enough to place it without decoding it.
#pragma once

#include <memory>
#include <string>

#include <bichig/base/result.h>
#include <bichig/page/page.h>

namespace bichig::page {

/// Recognises PNG and JPEG by their heads and reads the size in pixels. Errors: unsupported for any other format,
/// invalid_input for a cut or contradictory head.
Result<ImageData> recognize_image(std::shared_ptr<const std::string> bytes);

}  // namespace bichig::page
