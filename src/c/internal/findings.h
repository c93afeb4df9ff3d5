// The findings of a call behind a handle.
#pragma once

#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/c/base.h>

struct bichig_findings {
    bichig::Diagnostics found;
    std::vector<bichig_severity> severities;  ///< empty: all are warnings
};
