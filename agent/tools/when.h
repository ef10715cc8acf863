// When: what the user's words mean in time, and times in words for cards and answers. Between the tools and
// the date resolver (agent/datetime.h); everything is in the context's zone. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "agent/datetime.h"
#include "agent/tool.h"
#include "agent/tool_context.h"

namespace hearth::agent::tools {

CivilTime localNow(const ToolContext& context);
CivilTime toLocal(const ToolContext& context, std::int64_t instant);
std::int64_t toInstant(const ToolContext& context, const CivilTime& local);

// Requests are in English; what is typed into a card may be in the user's language too. An error's `where`
// names the argument that was not understood.
base::Result<ResolvedWhen> resolve(const ToolContext& context, const WhenQuery& query);
// In seconds; nothing where it is no length of time.
std::optional<std::int64_t> resolveLength(const ToolContext& context, const std::string& text);

// `days` later, at the same time of day.
CivilTime plusDays(const CivilTime& time, int days);
CivilTime midnight(const CivilTime& time);
// Days from `a` to `b`, by their dates.
int daysBetween(const CivilTime& a, const CivilTime& b);

std::string isoDate(const CivilTime& time);  // "2026-11-23"
std::string isoTime(const CivilTime& time);  // "12:00"
// In the language of `phrases`, here and below: "tomorrow", "Wednesday 25 November", with the year where it
// is not this one.
std::string sayDay(const Phrases& phrases, const CivilTime& day, const CivilTime& now);
// "tomorrow, Monday 23 November".
std::string sayFullDay(const Phrases& phrases, const CivilTime& day, const CivilTime& now);
// "tomorrow 12:00–13:30", "tomorrow", "tomorrow 22:00 – Tuesday 24 November 02:00". `end` exclusive for whole
// days.
std::string saySpan(const Phrases& phrases, const CivilTime& start, const std::optional<CivilTime>& end,
                    bool allDay, const CivilTime& now);
// "1 hour 30 minutes".
std::string sayLength(const Phrases& phrases, std::int64_t seconds);
// As edited on a card: "90 minutes", "45 seconds".
std::string plainLength(const Phrases& phrases, std::int64_t seconds);

}  // namespace hearth::agent::tools
