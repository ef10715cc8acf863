// Checks on a parsed grammar that the matcher relies on: no rule begins with itself (the matcher would expand
// it for ever), and every rule can end (or an answer could get stuck in it).
#include <algorithm>

#include "text/grammar/program.h"

namespace hearth::engine::grammar {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

// For each rule: may it be empty (wantEmpty), or can it end at all? The smallest solution, by repeated
// passes; passes alternate in direction so that chains of rules take few of them.
std::vector<bool> solve(const Program& program, bool wantEmpty) {
    std::vector<bool> holds(program.rules.size(), false);
    const auto alternativeHolds = [&](std::uint32_t at) {
        for (; program.symbols[at].kind != Symbol::Kind::End; ++at) {
            const Symbol& symbol = program.symbols[at];
            if (symbol.kind == Symbol::Kind::Chars ? wantEmpty : !holds[symbol.index]) return false;
        }
        return true;
    };
    bool changed = true;
    for (bool forward = false; changed; forward = !forward) {
        changed = false;
        for (std::size_t n = 0; n < holds.size(); ++n) {
            const std::size_t i = forward ? n : holds.size() - 1 - n;
            if (holds[i]) continue;
            const auto& alternatives = program.rules[i].alternatives;
            if (!std::any_of(alternatives.begin(), alternatives.end(), alternativeHolds)) continue;
            holds[i] = true;
            changed = true;
        }
    }
    return holds;
}

// Rules that an expansion of `rule` may begin with.
std::vector<std::uint32_t> beginnings(const Program& program, const std::vector<bool>& mayBeEmpty,
                                      std::uint32_t rule) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t at : program.rules[rule].alternatives) {
        for (; program.symbols[at].kind == Symbol::Kind::Rule; ++at) {
            const std::uint32_t next = program.symbols[at].index;
            // x* with an x that may be empty is harmless: the matcher sees that it was there already.
            if (next != rule || !program.rules[rule].repeats) out.push_back(next);
            if (!mayBeEmpty[next]) break;
        }
    }
    return out;
}

tl::unexpected<base::Error> errorAt(const Program& program, const std::vector<std::uint32_t>& rules,
                                    const std::string& problem) {
    // Groups and repetitions have no name: name the first rule of the circle that has one.
    const auto named = std::find_if(rules.begin(), rules.end(),
                                    [&](std::uint32_t i) { return !program.rules[i].name.empty(); });
    const Rule& rule = program.rules[named == rules.end() ? rules.front() : *named];
    return fail(ErrorCode::InvalidInput,
                "Grammar: " + (rule.name.empty() ? "a group" : "rule " + rule.name) + " " + problem,
                "line " + std::to_string(rule.line) + ", column " + std::to_string(rule.column));
}

Result<void> checkLeftRecursion(const Program& program) {
    struct Visit {
        std::uint32_t rule;
        std::vector<std::uint32_t> next;
        std::size_t done = 0;
    };
    enum class Mark : std::uint8_t { New, Open, Closed };
    const std::vector<bool> mayBeEmpty = solve(program, true);
    std::vector<Mark> marks(program.rules.size(), Mark::New);
    for (std::uint32_t start = 0; start < program.rules.size(); ++start) {
        if (marks[start] != Mark::New) continue;
        std::vector<Visit> path;
        path.push_back({start, beginnings(program, mayBeEmpty, start)});
        marks[start] = Mark::Open;
        while (!path.empty()) {
            Visit& top = path.back();
            if (top.done == top.next.size()) {
                marks[top.rule] = Mark::Closed;
                path.pop_back();
                continue;
            }
            const std::uint32_t next = top.next[top.done++];
            if (marks[next] == Mark::Open) {
                std::vector<std::uint32_t> circle;
                for (const Visit& visit : path)
                    if (visit.rule == next || !circle.empty()) circle.push_back(visit.rule);
                return errorAt(program, circle,
                               "begins with itself (left recursion); put something before it, or write x*");
            }
            if (marks[next] == Mark::Closed) continue;
            marks[next] = Mark::Open;
            path.push_back({next, beginnings(program, mayBeEmpty, next)});
        }
    }
    return {};
}

}  // namespace

Result<void> checkRecursion(const Program& program) {
    if (auto checked = checkLeftRecursion(program); !checked) return checked;
    const std::vector<bool> ends = solve(program, false);
    std::vector<std::uint32_t> endless;
    for (std::uint32_t i = 0; i < ends.size(); ++i)
        if (!ends[i]) endless.push_back(i);
    if (!endless.empty())
        return errorAt(program, endless, "can never end; give it an alternative without itself");
    return {};
}

}  // namespace hearth::engine::grammar
