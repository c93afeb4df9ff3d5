// Checks dates of the calendar in the form that document properties have.
#include <document/internal/files.h>

namespace bichig::document {

namespace {

/// Reads as `date` is written down: each call takes one part off the front.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_{text} {}

    /// A number of exactly `digits` digits between `low` and `high`.
    bool number(std::size_t digits, unsigned low, unsigned high, unsigned& value) {
        if (rest_.size() < digits) return false;
        value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (rest_[i] < '0' || rest_[i] > '9') return false;
            value = value * 10 + static_cast<unsigned>(rest_[i] - '0');
        }
        rest_.remove_prefix(digits);
        return value >= low && value <= high;
    }

    bool sign(char expected) {
        if (rest_.empty() || rest_.front() != expected) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool done() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

unsigned days_of(unsigned year, unsigned month) {
    constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

}  // namespace

bool is_iso_date(std::string_view date) {
    Scanner scan{date};
    unsigned year = 0, month = 0, part = 0;
    if (!scan.number(4, 1, 9999, year) || !scan.sign('-') || !scan.number(2, 1, 12, month) || !scan.sign('-') ||
        !scan.number(2, 1, days_of(year, month), part)) {
        return false;
    }
    if (scan.done()) return true;
    if (!scan.sign('T') || !scan.number(2, 0, 23, part) || !scan.sign(':') || !scan.number(2, 0, 59, part) ||
        !scan.sign(':') || !scan.number(2, 0, 59, part)) {
        return false;
    }
    if (scan.done() || scan.sign('Z')) return scan.done();
    return (scan.sign('+') || scan.sign('-')) && scan.number(2, 0, 14, part) && scan.sign(':') &&
           scan.number(2, 0, 59, part) && scan.done();
}

}  // namespace bichig::document
