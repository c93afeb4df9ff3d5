// A second opinion on the built dictionary: what Debian's own Hunspell and Nuspell say of each word of standard input.
//
// usage: dictionary_engines AFF DIC. For each line two characters, 1 or 0: whether Hunspell accepts the word, and
// whether Nuspell does. The words go to the libraries as they are: the engines' own commands would cut them at U+180E
// and U+202F.
#include <fstream>
#include <iostream>
#include <string>

#include <hunspell/hunspell.hxx>
#include <nuspell/dictionary.hxx>

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: dictionary_engines AFF DIC\n";
        return 2;
    }
    // Hunspell answers yes or no with no dictionary too.
    for (int i = 1; i < 3; ++i) {
        if (!std::ifstream{arguments[i]}) {
            std::cerr << arguments[i] << ": cannot be opened\n";
            return 2;
        }
    }
    std::ios::sync_with_stdio(false);
    Hunspell hunspell{arguments[1], arguments[2]};
    nuspell::Dictionary nuspell;
    try {
        nuspell.load_aff_dic(arguments[1]);
    } catch (const nuspell::Dictionary_Loading_Error& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
    for (std::string word; std::getline(std::cin, word);) {
        std::cout << (hunspell.spell(word) ? '1' : '0') << (nuspell.spell(word) ? '1' : '0') << '\n';
    }
}
