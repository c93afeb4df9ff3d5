// The command `bichig`: parses the command line by the table of commands and runs one of them.
#include <cstdio>
#include <exception>
#include <new>
#include <utility>
#include <vector>

#include "cli/internal/command.h"

namespace bichig::cli {

namespace {

Exit usage(const std::string& message) {
    return report(Error{ErrorCode::invalid_input, message, "see bichig --help", {}});
}

int run(int argc, char** argv) {
    CLI::App app{"Sets and checks traditional Mongolian text.", "bichig"};
    app.set_version_flag("--version", "bichig " BICHIG_VERSION);
    app.require_subcommand(1);
    app.failure_message([](const CLI::App*, const CLI::Error& error) { return std::string(error.what()); });
    std::vector<std::pair<CLI::App*, std::function<Exit()>>> declared;
    for (const Command& command : commands()) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        declared.emplace_back(sub, command.declare(*sub));
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help and --version
        return app.exit(success);
    } catch (const CLI::ParseError& error) {
        return static_cast<int>(usage(error.what()));
    }
    for (const auto& [sub, action] : declared) {
        if (sub->parsed()) return static_cast<int>(action());
    }
    return static_cast<int>(usage("no command was named"));
}

}  // namespace

}  // namespace bichig::cli

int main(int argc, char** argv) {
    try {
        return bichig::cli::run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs("bichig: out of memory (close other programs, or split the input)\n", stderr);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bichig: internal error: %s (please report it with the input)\n", error.what());
    }
    return static_cast<int>(bichig::cli::Exit::system);
}
