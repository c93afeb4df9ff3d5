// Completion of bash, zsh and fish from the table of commands: each script has its shell's fixed part, and tables.
//
// All three walk over the words before the cursor, know by them which command they are in, and offer what it takes:
// its options, its verbs, the values of the option before, or files and folders where the argument is one.
#include <string>
#include <string_view>

#include "cli/internal/usage.h"

namespace bichig::cli {

namespace {

/// `text` as one word of bash and zsh.
std::string shell_word(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return out + "'";
}

/// `text` as one word of fish, where a backslash stands for itself only when it is doubled.
std::string fish_word(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' || c == '\\' ? std::string{'\\', c} : std::string{c};
    return out + "'";
}

/// With spaces between.
std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string last_word(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

// ---- bash ----

/// What the bash script calls the values of a parameter.
std::string bash_kind(const Parameter& parameter) {
    switch (parameter.kind) {
        case ValueKind::none:
            return {};
        case ValueKind::text:
            return "text";
        case ValueKind::file:
        case ValueKind::path:
            return "file";
        case ValueKind::folder:
            return "folder";
        case ValueKind::choice:
            return "choice " + joined(parameter.choices);
        case ValueKind::list:
            return "list " + joined(parameter.choices);
    }
    return {};
}

std::string bash_values(const Usage& root) {
    std::string out;
    for (const Usage* usage : all_commands(root)) {
        for (const Parameter& option : usage->options) {
            if (option.kind == ValueKind::none) continue;
            std::string pattern;
            for (const std::string& name : option.names) {
                pattern += (pattern.empty() ? "" : "|") + ("'" + usage->name + ":" + name + "'");
            }
            out += "        " + pattern + ") values=" + shell_word(bash_kind(option)) + " ;;\n";
        }
        for (std::size_t index = 0; index < usage->arguments.size(); ++index) {
            const Parameter& argument = usage->arguments[index];
            const std::string number = argument.repeats ? "'*" : std::to_string(index) + "'";
            out += "        '" + usage->name + ":" + number + ") values=" + shell_word(bash_kind(argument)) + " ;;\n";
        }
    }
    return out;
}

std::string bash_words(const Usage& root) {
    std::string out;
    for (const Usage* usage : all_commands(root)) {
        std::string options, verbs;
        for (const Parameter& option : usage->options) options += (options.empty() ? "" : " ") + joined(option.names);
        for (const Usage& verb : usage->verbs) verbs += (verbs.empty() ? "" : " ") + last_word(verb.name);
        out +=
            "        '" + usage->name + "') options=" + shell_word(options) + " verbs=" + shell_word(verbs) + " ;;\n";
    }
    return out;
}

std::string command_pattern(const Usage& root) {
    std::string out;
    for (const Usage* usage : all_commands(root)) {
        if (usage != &root) out += (out.empty() ? "" : "|") + shell_word(usage->name);
    }
    return out;
}

std::string bash_completion(const Usage& root) {
    return R"(# Completion of bichig for bash, made by `bichig --completion bash`; changes here are lost.

# Sets values for an option, or for an argument by its number: file, folder, text, choice WORDS or list WORDS.
_bichig_values() {
    values=
    case $1 in
)" + bash_values(root) +
           R"(    esac
}

# Sets options and verbs of a command.
_bichig_words() {
    case $1 in
)" + bash_words(root) +
           R"(    esac
}

# Offers values for the word at the cursor.
_bichig_offer() {
    local words=${values#* } head
    case $values in
        file) _bichig_names -f ;;
        folder) _bichig_names -d ;;
        choice*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
        list*)
            head=${current%"${current##*,}"}
            compopt -o nospace
            COMPREPLY=($(compgen -P "$head" -W "$words" -- "${current##*,}"))
            ;;
    esac
}

# Offers names of files (-f) or folders (-d), which may have spaces.
_bichig_names() {
    local IFS=$'\n'
    compopt -o filenames
    COMPREPLY=($(compgen "$1" -- "$current"))
}

_bichig() {
    local current=${COMP_WORDS[COMP_CWORD]} command=bichig option= number=0 after= word values options verbs i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ -n $option ]]; then  # its value, which bash parts at "="
            [[ $word == = ]] || option=
        elif [[ -z $after && $word == -- ]]; then
            after=yes
        elif [[ -z $after && $word == -?* ]]; then
            _bichig_values "$command:$word"
            [[ -z $values ]] || option=$word
        else
            case "$command $word" in
                )" +
           command_pattern(root) + R"() command="$command $word" ;;
                *) number=$((number + 1)) ;;
            esac
        fi
    done
    if [[ -n $option ]]; then
        [[ $current != = ]] || current=
        _bichig_values "$command:$option"
        _bichig_offer
        return
    fi
    _bichig_words "$command"
    if [[ -z $after && $current == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
    elif [[ -n $verbs ]]; then
        COMPREPLY=($(compgen -W "$verbs" -- "$current"))
    else
        _bichig_values "$command:$number"
        _bichig_offer
    fi
}

complete -F _bichig bichig
)";
}

// ---- zsh ----

/// Text inside the brackets and fields of _arguments.
std::string for_arguments(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ':' || c == '[' || c == ']') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_action(const Parameter& parameter) {
    const std::string name = for_arguments(parameter.value);
    switch (parameter.kind) {
        case ValueKind::none:
            return {};
        case ValueKind::text:
            return ":" + name + ": ";
        case ValueKind::file:
        case ValueKind::path:
            return ":" + name + ":_files";
        case ValueKind::folder:
            return ":" + name + ":_files -/";
        case ValueKind::choice:
            return ":" + name + ":(" + joined(parameter.choices) + ")";
        case ValueKind::list:
            return ":" + name + ":_values -s , " + name + " " + joined(parameter.choices);
    }
    return {};
}

std::string zsh_option(const Parameter& option) {
    std::vector<std::string> not_again = option.names;
    not_again.insert(not_again.end(), option.excludes.begin(), option.excludes.end());
    std::string out;
    for (const std::string& name : option.names) {
        const std::string taken = option.repeats ? "*" : "(" + joined(not_again) + ")";
        const std::string value = option.kind != ValueKind::none && name.starts_with("--") ? "=" : "";
        out += " \\\n        " +
               shell_word(taken + name + value + "[" + for_arguments(option.help) + "]" + zsh_action(option));
    }
    return out;
}

std::string zsh_argument(const Parameter& argument) {
    Parameter named = argument;
    named.value = argument.names.front();
    const std::string place = argument.repeats ? "*" : argument.required ? "" : ":";
    return " \\\n        " + shell_word(place + zsh_action(named));
}

std::string zsh_function_name(const Usage& usage) {
    std::string name = "_" + usage.name;
    for (char& c : name) c = c == ' ' || c == '-' ? '_' : c;
    return name;
}

std::string zsh_function(const Usage& usage) {
    std::string out = zsh_function_name(usage) + "() {\n";
    if (!usage.verbs.empty()) out += "    local curcontext=$curcontext state line ret=1\n    local -a verbs\n";
    out += usage.verbs.empty() ? "    _arguments -s" : "    _arguments -C -s";
    for (const Parameter& option : usage.options) out += zsh_option(option);
    if (usage.verbs.empty()) {
        for (const Parameter& argument : usage.arguments) out += zsh_argument(argument);
        return out + "\n}\n\n";
    }
    out += " \\\n        '1: :->verb' '*:: :->rest' && ret=0\n    case $state in\n        verb)\n            verbs=(";
    for (const Usage& verb : usage.verbs) {
        out += "\n                " + shell_word(last_word(verb.name) + ":" + for_arguments(verb.summary));
    }
    out +=
        "\n            )\n            _describe command verbs && ret=0\n            ;;\n        rest)\n"
        "            case $line[1] in\n";
    for (const Usage& verb : usage.verbs) {
        out += "                " + last_word(verb.name) + ") " + zsh_function_name(verb) + " && ret=0 ;;\n";
    }
    return out + "            esac\n            ;;\n    esac\n    return ret\n}\n\n";
}

std::string zsh_completion(const Usage& root) {
    std::string out = "#compdef bichig\n# Made by `bichig --completion zsh`; changes here are lost.\n\n";
    for (const Usage* usage : all_commands(root)) out += zsh_function(*usage);
    return out + "_bichig \"$@\"\n";
}

// ---- fish ----

std::string fish_values(const Parameter& parameter) {
    switch (parameter.kind) {
        case ValueKind::none:
            return {};
        case ValueKind::text:
            return " -x";
        case ValueKind::file:
        case ValueKind::path:
            return " -r -F";
        case ValueKind::folder:
            return " -x -a '(__fish_complete_directories)'";
        case ValueKind::choice:
            return " -x -a " + fish_word(joined(parameter.choices));
        case ValueKind::list:
            return " -x -a " + fish_word("(__fish_append , " + joined(parameter.choices) + ")");
    }
    return {};
}

std::string fish_command(const Usage& usage) {
    const std::string start = "complete -c bichig -n " + fish_word("__bichig_in " + fish_word(usage.name));
    std::string out;
    for (const Parameter& option : usage.options) {
        out += start;
        for (const std::string& name : option.names) {
            out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        }
        out += fish_values(option) + " -d " + fish_word(option.help) + "\n";
    }
    bool files = false;
    for (const Parameter& argument : usage.arguments) {
        files = files || argument.kind == ValueKind::file || argument.kind == ValueKind::path ||
                argument.kind == ValueKind::folder;
    }
    if (files) out += start + " -F\n";
    for (const Usage& verb : usage.verbs) {
        out += start + " -a " + last_word(verb.name) + " -d " + fish_word(verb.summary) + "\n";
    }
    return out;
}

std::string fish_completion(const Usage& root) {
    std::string out = R"(# Completion of bichig for fish, made by `bichig --completion fish`; changes here are lost.

# Whether the words before the cursor have led to this command.
function __bichig_in
    set -l command bichig
    for word in (commandline -opc)[2..-1]
        switch "$command $word"
            case )";
    for (const Usage* usage : all_commands(root)) {
        if (usage != &root) out += fish_word(usage->name) + " ";
    }
    out += R"(
                set command "$command $word"
        end
    end
    test "$command" = "$argv[1]"
end

complete -c bichig -f
)";
    for (const Usage* usage : all_commands(root)) out += fish_command(*usage);
    return out;
}

}  // namespace

std::optional<std::string> completion(const Usage& root, std::string_view shell) {
    if (shell == "bash") return bash_completion(root);
    if (shell == "zsh") return zsh_completion(root);
    if (shell == "fish") return fish_completion(root);
    return std::nullopt;
}

}  // namespace bichig::cli
