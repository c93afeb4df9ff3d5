// Ids of headings as GitHub makes them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/document/model.h>

namespace bichig::format {

/// `text` as the fragment of a link: small letters, "-" for spaces; marks and symbols left out, MVS and NNBSP too.
std::string slug(std::u16string_view text);

/// Gives each heading of `blocks` without an id its slug, with "-1", "-2" … where it is taken already. `taken`: the ids
/// of the document before; those of `blocks` are added.
void set_heading_ids(std::vector<document::Block>& blocks, std::set<std::string>& taken);

}  // namespace bichig::format
