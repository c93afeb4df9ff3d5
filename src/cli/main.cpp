// The command `bichig`: parses the command line by the table of commands and runs one of them.
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/internal/command.h"
#include "cli/internal/usage.h"

namespace bichig::cli {

namespace {

Exit usage(const std::string& message) {
    return report(Error{ErrorCode::invalid_input, message, "see bichig --help", {}});
}

/// What a package of Bichig asks of the command when it is made.
struct PackageOptions {
    std::string pages;
    std::string shell;
};

/// Each ends the parsing as --help does, so that no command needs to be named beside it.
void declare_package_options(CLI::App& app, PackageOptions& options) {
    const std::string group = "For those who make packages";
    const auto into = [](std::string& field) {
        return [&field](const std::string& value) {
            field = value;
            throw CLI::Success{};
        };
    };
    app.add_option_function<std::string>("--man-pages", into(options.pages),
                                         "Write the manual pages of all commands into a folder and exit")
        ->type_name("FOLDER")
        ->group(group);
    app.add_option_function<std::string>("--completion", into(options.shell),
                                         "Print the completion for a shell and exit")
        ->check(CLI::IsMember({"bash", "zsh", "fish"}))
        ->group(group);
}

Exit make_package_files(const CLI::App& app, const PackageOptions& options) {
    const Usage usage = usage_of(app);
    if (!options.shell.empty()) return print(*completion(usage, options.shell));
    if (auto written = write_man_pages(usage, options.pages); !written) return report(written.error());
    return Exit::done;
}

int run(int argc, char** argv) {
    CLI::App app{"Sets and checks traditional Mongolian text.", "bichig"};
    app.set_version_flag("--version", "bichig " BICHIG_VERSION);
    app.require_subcommand(1);
    app.failure_message([](const CLI::App*, const CLI::Error& error) { return std::string(error.what()); });
    PackageOptions package;
    declare_package_options(app, package);
    std::vector<std::pair<ArgumentTable, std::function<Exit()>>> declared;
    for (const Command& command : commands()) {
        ArgumentTable sub{app.add_subcommand(command.name, command.summary)};
        declared.emplace_back(sub, command.declare(sub));
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help and --version
        if (!package.pages.empty() || !package.shell.empty()) return static_cast<int>(make_package_files(app, package));
        return app.exit(success);
    } catch (const CLI::ParseError& error) {
        return static_cast<int>(usage(error.what()));
    }
    for (const auto& [sub, action] : declared) {
        if (sub.parsed()) return static_cast<int>(action());
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
