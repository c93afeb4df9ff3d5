// The edits of two passes over a text as edits of one.
#pragma once

#include <vector>

#include <bichig/script/normal_form.h>

namespace bichig::text {

/// `first` leads from a source to a text between, `second` from there to a result: the edits from source to result, in
/// order and without overlap. Edits that touched the same characters between become one, with the rules of all.
std::vector<script::NormalEdit> compose_edits(const std::vector<script::NormalEdit>& first,
                                              const std::vector<script::NormalEdit>& second);

}  // namespace bichig::text
