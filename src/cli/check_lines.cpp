// `bichig check --lines`: a filter of JSON lines, one answer for each line as soon as it is read.
#include <cstdio>
#include <iostream>
#include <fstream>
#include <string>

#include <bichig/base/utf.h>

#include "cli/internal/check.h"

namespace bichig::cli {

namespace {

using Json = nlohmann::ordered_json;

/// The findings in a text; offsets are in code points of it.
Json findings_in(const std::u16string& text, const spell::CheckResult& result) {
    Json list = Json::array();
    std::size_t index = 0;
    std::uint64_t offset = 0;
    const auto count_to = [&](std::size_t end) {
        for (; index < end; ++index) offset += (text[index] & 0xFC00) != 0xDC00;
        return offset;
    };
    for (const spell::Finding& finding : result.findings) {
        Json item;
        item["offset"] = count_to(finding.range.begin);
        const std::uint64_t begin = offset;
        item["length"] = count_to(finding.range.end) - begin;
        item.update(finding_as_json(finding, text));
        list.push_back(std::move(item));
    }
    return list;
}

struct Counts {
    bool found = false;
    bool refused = false;
};

/// The answer to one line.
Json answer_to(const std::string& line, const CheckCommand& command, const spell::Checker& checker, Counts& counts) {
    Json in = Json::parse(line, nullptr, false);
    const bool plain = in.is_string();
    if (plain) in = Json{{"text", in}};
    const auto refuse = [&](const char* why) {
        counts.refused = true;
        Json out = in.is_object() ? in : Json::object();
        out["error"] = why;
        return out;
    };
    if (in.is_discarded()) return refuse("is no JSON");
    if (!in.is_object() || !in.contains("text") || !in["text"].is_string()) {
        return refuse("has no \"text\" that is a string");
    }
    const auto text = to_utf16(in["text"].get<std::string>());
    if (!text) return refuse("is not UTF-8");
    const spell::CheckResult result = checker.check(*text, command.spelling.check_options());
    for (const spell::Finding& finding : result.findings) {
        counts.found = counts.found || command.all || spell::is_fault(finding.fault);
    }
    in["words"] = result.words;
    in["findings"] = findings_in(*text, result);
    return in;
}

Result<void> filter(std::istream& input, const CheckCommand& command, const spell::Checker& checker, Counts& counts) {
    std::uint64_t number = 0;
    for (std::string line; std::getline(input, line);) {
        ++number;
        if (line.empty() || line == "\r") continue;
        Json answer = answer_to(line, command, checker, counts);
        if (answer.contains("error")) answer["line"] = number;
        const std::string out = answer.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
        if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size() || std::fflush(stdout) != 0) {
            return fail({ErrorCode::system, "standard output cannot be written", "check the disk or the pipe", {}});
        }
    }
    return {};
}

}  // namespace

Exit check_lines(const CheckCommand& command, const spell::Checker& checker) {
    Counts counts;
    for (const std::string& path : command.files.inputs) {
        Result<void> done;
        if (path == "-") {
            done = filter(std::cin, command, checker, counts);
        } else {
            std::ifstream file{path, std::ios::binary};
            if (!file) {
                return report(Error{ErrorCode::not_found, "cannot be read", "check the name", {path, 0, 0, ""}});
            }
            done = filter(file, command, checker, counts);
        }
        if (!done) return report(done.error());
    }
    return counts.refused ? Exit::input : counts.found ? Exit::found : Exit::done;
}

}  // namespace bichig::cli
