// Arranges the forms of a paradigm in tables, so that cases stand beside each other and numbers below each other.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <bichig/lexicon/paradigm.h>

namespace bichig::lexicon {

namespace {

using Chain = std::vector<std::string>;

/// Groups that share a table, as a forest in which the first group of a table is its root.
class Tables {
public:
    explicit Tables(std::size_t groups) : parent_(groups) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t root(std::size_t group) const {
        while (parent_[group] != group) group = parent_[group];
        return group;
    }
    void join(std::size_t a, std::size_t b) {
        const auto [first, second] = std::minmax({root(a), root(b)});
        parent_[second] = first;
    }

private:
    std::vector<std::size_t> parent_;
};

/// Where a column stands: the place of its suffix, or of its two suffixes; (0, 0) for what a row is called after.
using Column = std::pair<std::uint32_t, std::uint32_t>;

/// A table that is being filled.
struct Filling {
    std::map<Column, std::string> columns;
    std::vector<Chain> rows;
    std::map<std::pair<Chain, Column>, std::vector<std::size_t>> cells;

    void add(const Chain& row, Column column, const std::string& name, std::vector<std::size_t> forms) {
        columns[column] = name;
        if (std::find(rows.begin(), rows.end(), row) == rows.end())
            rows.insert(row.empty() ? rows.begin() : rows.end(), row);
        auto& cell = cells[{row, column}];
        cell.insert(cell.end(), forms.begin(), forms.end());
    }
};

/// A row of one form becomes a column of the row above it: the reflexive of the instrumental stands beside this.
void fold_short_rows(Filling& table, const std::map<std::string, std::pair<std::size_t, std::uint32_t>>& places,
                     std::size_t group) {
    const std::vector<Chain> rows = table.rows;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (row->empty() || places.at(row->back()).first != group) continue;
        std::vector<Column> filled;
        for (const auto& [column, name] : table.columns) {
            if (table.cells.contains({*row, column})) filled.push_back(column);
        }
        if (filled.size() != 1 || filled[0].second != 0) continue;
        const std::string name = row->back() + " + " + table.columns[filled[0]];
        const Chain above{row->begin(), row->end() - 1};
        table.add(above, {places.at(row->back()).second, filled[0].first}, name, table.cells[{*row, filled[0]}]);
        table.cells.erase({*row, filled[0]});
        std::erase(table.rows, *row);
    }
}

/// Takes out forms that a row is called after, and then what is empty.
void drop_row_names(Filling& table, const std::set<Chain>& names) {
    for (const Chain& row : table.rows) {
        for (const auto& [column, name] : table.columns) {
            Chain chain = row;
            chain.push_back(name);
            if (column.second == 0 && names.contains(chain)) table.cells.erase({row, column});
        }
    }
    std::erase_if(table.columns, [&](const auto& column) {
        return std::none_of(table.rows.begin(), table.rows.end(), [&](const Chain& row) {
            return table.cells.contains({row, column.first});
        });
    });
    std::erase_if(table.rows, [&](const Chain& row) {
        return std::none_of(table.columns.begin(), table.columns.end(), [&](const auto& column) {
            return table.cells.contains({row, column.first});
        });
    });
}

/// Puts the forms that rows are called after before them; gives whether the stem found its row.
bool add_bare(Filling& table, const std::map<Chain, std::vector<std::size_t>>& by_chain, bool stem_is_placed) {
    for (const Chain& chain : std::vector<Chain>{table.rows}) {
        const auto found = by_chain.find(chain);
        if (found == by_chain.end() || (chain.empty() && stem_is_placed)) continue;
        table.add(chain, {0, 0}, "", found->second);
    }
    return stem_is_placed || (!table.rows.empty() && table.rows.front().empty());
}

ParadigmTable finished(Filling& from, std::string title) {
    ParadigmTable table{std::move(title), {}, {}};
    for (const auto& [place, column] : from.columns) table.columns.push_back(column);
    for (const Chain& chain : from.rows) {
        ParadigmTable::Row row{chain, {}};
        for (const auto& [place, column] : from.columns) row.cells.push_back(from.cells[{chain, place}]);
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Indexes of the groups in the order in which they stand in the source.
std::vector<std::size_t> in_order(const std::vector<SourceGroup>& groups) {
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return groups[a].where.line < groups[b].where.line; });
    return order;
}

}  // namespace

ParadigmPlan plan_paradigms(const Lexicon& lexicon) {
    const std::vector<SourceGroup>& groups = lexicon.source().groups;
    ParadigmPlan plan;
    std::map<std::string, std::size_t> homes;  // of suffixes, in the order of the source
    std::map<std::string, std::uint32_t> places;
    std::map<std::string, std::size_t> by_id;
    for (const std::size_t group : in_order(groups)) {
        by_id[groups[group].id] = plan.titles.size();
        for (const std::string& suffix : groups[group].suffixes) {
            homes.try_emplace(suffix, plan.titles.size());
            places.try_emplace(suffix, static_cast<std::uint32_t>(places.size() + 1));
        }
        plan.titles.push_back(groups[group].title.empty() ? groups[group].id : groups[group].title);
    }
    Tables tables{groups.size()};
    for (const SourceGroup& group : groups) {
        if (!group.suffixes.empty()) tables.join(by_id[group.id], homes[group.suffixes.front()]);
        for (std::size_t i = 1; i < group.then.size(); ++i) {
            const auto a = by_id.find(group.then[i - 1]), b = by_id.find(group.then[i]);
            if (a != by_id.end() && b != by_id.end()) tables.join(a->second, b->second);
        }
    }
    for (const std::string& suffix : lexicon.suffix_ids()) {
        const auto home = homes.find(suffix);
        plan.table_of.push_back(home == homes.end() ? 0 : tables.root(home->second));
        plan.column_order.push_back(home == homes.end() ? 0 : places[suffix]);
    }
    return plan;
}

std::vector<ParadigmTable> paradigm_tables(const Lexicon& lexicon, const std::vector<ParadigmForm>& forms) {
    const ParadigmPlan plan = plan_paradigms(lexicon);
    std::map<std::string, std::pair<std::size_t, std::uint32_t>> places;
    for (std::size_t i = 0; i < lexicon.suffix_ids().size(); ++i) {
        places[lexicon.suffix_ids()[i]] = {plan.table_of[i], plan.column_order[i]};
    }
    std::map<Chain, std::vector<std::size_t>> by_chain;
    std::map<std::size_t, Filling> fillings;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        Chain chain = forms[i].chain;
        by_chain[chain].push_back(i);
        if (chain.empty()) continue;
        const std::string last = chain.back();
        chain.pop_back();
        const auto& [group, place] = places.at(last);
        fillings[group].add(chain, {place, 0}, last, {i});
    }
    std::set<Chain> names;
    for (auto& [group, table] : fillings) {
        fold_short_rows(table, places, group);
        names.insert(table.rows.begin(), table.rows.end());
    }
    std::vector<ParadigmTable> tables;
    bool stem_is_placed = by_chain.find(Chain{}) == by_chain.end();
    for (auto& [group, table] : fillings) {
        drop_row_names(table, names);
        if (table.rows.empty()) continue;
        stem_is_placed = add_bare(table, by_chain, stem_is_placed);
        tables.push_back(finished(table, plan.titles[group]));
    }
    std::stable_partition(tables.begin(), tables.end(),
                          [](const ParadigmTable& table) { return table.rows.front().chain.empty(); });
    if (!stem_is_placed) {
        ParadigmTable stem{{}, {""}, {}};
        stem.rows.push_back({{}, {by_chain[Chain{}]}});
        tables.insert(tables.begin(), std::move(stem));
    }
    return tables;
}

}  // namespace bichig::lexicon
