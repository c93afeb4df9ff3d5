// Styles of the body of an official document, in the places that document/stylesheet.h gives them.
#pragma once

#include <vector>

#include <bichig/document/style.h>
#include <bichig/notice/profile.h>

namespace bichig::notice {

/// The styles that a reader puts into Notice::styles: a full set for vertical and one for horizontal lines, indexed
/// by document::style_index(), with the sizes and faces of `profile`. Text stands on the grid of GB/T 9704-2012, its
/// first line indented by 2 characters; headings of level 2 to 5 are the four levels of clause 7.3.3 (一、 Hei; （一）
/// Kai; 1. and （1） FangSong).
std::vector<document::ParagraphStyle> body_styles(const Profile& profile = {});

}  // namespace bichig::notice
