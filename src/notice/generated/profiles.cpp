// The profiles of official documents. Made by data/profiles/generate.py from data/profiles/*.toml.
#include <notice/internal/profiles.h>

namespace bichig::notice {

namespace {

constexpr OwnProfile profiles[] = {
    {"inner-mongolia-1996", R"toml(# Mongolian first: left in vertical lines, above in horizontal ones.
# Source of the order: measures of the Inner Mongolia government of 1996 (Neizhengban fa 1996-32), articles 2 and 3.
# All else is the default of include/bichig/notice/profile.h, which gives the status of each number.
title = "Inner Mongolia, measures of 1996: Mongolian first"
script_order = "mongolian_first"
both_scripts = true
)toml"},
    {"chinese-first", R"toml(# Chinese first: left in vertical lines, above in horizontal ones. For offices whose rules put it so; no public rule of
# that order was read. All else is the default of include/bichig/notice/profile.h.
title = "Chinese first"
script_order = "chinese_first"
both_scripts = true
)toml"},
};

}  // namespace

const std::span<const OwnProfile> own_profiles = profiles;

}  // namespace bichig::notice
