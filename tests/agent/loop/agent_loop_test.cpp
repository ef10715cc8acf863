#include "loop/agent_loop.h"

#include "fakes/agent_fixture.h"

namespace hearth::tests {
namespace {

using AgentLoop = AgentFixture;
using Strings = std::vector<std::string>;

constexpr const char* kLunch = "set up lunch with my sister tomorrow at noon for 90 minutes";
constexpr const char* kLunchCall =
    "create_event title=lunch with my sister|date=tomorrow|time=noon|duration=90 minutes";

TEST_F(AgentLoop, LunchFromRequestToUndo) {
    const auto heard = say(kLunch, kLunchCall);
    ASSERT_EQ(heard.proposed.size(), 1u);
    EXPECT_TRUE(heard.answered);
    EXPECT_TRUE(heard.done.empty());
    const auto& card = heard.proposed[0];
    EXPECT_EQ(card.verb, "Add to calendar");
    EXPECT_EQ(card.prepared.summary, "Lunch with my sister, tomorrow 12:00–13:30");
    EXPECT_TRUE(events().empty()) << "nothing happens before the yes";

    const auto done = confirm(card.id);
    EXPECT_TRUE(done.ok);
    EXPECT_TRUE(done.undoable);
    EXPECT_EQ(done.text, "Added “Lunch with my sister” for tomorrow 12:00–13:30.");
    EXPECT_EQ(events(), Strings{"Lunch with my sister 2026-11-23 12:00-13:30"});
    const auto row = log_.find(done.auditId).value();
    EXPECT_EQ(row.tool, "create_event");
    EXPECT_NE(row.arguments.find("\"date\":\"2026-11-23\""), std::string::npos) << row.arguments;
    EXPECT_FALSE(row.automatic);

    const auto undone = loop_.undo(done.auditId);
    ASSERT_TRUE(undone) << undone.error().text();
    EXPECT_TRUE(filesIn(context_.calendarDir).empty());
    EXPECT_TRUE(log_.find(done.auditId).value().undone);
    const auto again = loop_.undo(done.auditId);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, base::ErrorCode::Conflict);
}

TEST_F(AgentLoop, ConfirmsWhatWasEdited) {
    const auto card = say(kLunch, kLunchCall).proposed.at(0);
    auto fields = card.prepared.fields;
    for (auto& field : fields)
        if (field.name == "time") field.value = "13:15";
    const auto edited = loop_.edit(card.id, fields);
    ASSERT_TRUE(edited);
    EXPECT_EQ(edited->id, card.id);
    EXPECT_EQ(edited->prepared.summary, "Lunch with my sister, tomorrow 13:15–14:45");
    confirm(card.id, edited->prepared.fields);
    EXPECT_EQ(events(), Strings{"Lunch with my sister 2026-11-23 13:15-14:45"});
}

TEST_F(AgentLoop, AMorningStaysAMorningWhenTheCardIsReadAgain) {
    for (const std::string time : {"7 am", "2 am", "from 6:30 am to 7:15 am"}) {
        const auto card =
            say("run at " + time, "create_event title=run|date=tomorrow|time=" + time).proposed.at(0);
        const auto edited = loop_.edit(card.id, card.prepared.fields);
        ASSERT_TRUE(edited);
        EXPECT_EQ(edited->prepared.summary, card.prepared.summary);
        EXPECT_TRUE(edited->prepared.warnings.empty()) << edited->prepared.warnings.front();
    }
}

TEST_F(AgentLoop, DeclinedCardsAreGone) {
    const auto card = say(kLunch, kLunchCall).proposed.at(0);
    loop_.decline(card.id);
    EXPECT_FALSE(loop_.confirm(card.id, {}, {}));
    EXPECT_TRUE(events().empty());
    EXPECT_TRUE(log_.list(10).value().empty());
}

TEST_F(AgentLoop, ReadsRunAtOnce) {
    addEvent("1", "Dentist", "20261124T100000", "20261124T110000");
    const auto heard = say("what is on tuesday", "list_events date=tuesday");
    ASSERT_EQ(heard.done.size(), 1u);
    EXPECT_EQ(heard.done[0].text,
              "You have 1 event Tuesday 24 November:\n• Tuesday 24 November 10:00–11:00  Dentist");
    EXPECT_EQ(heard.done[0].auditId, 0);
    const auto more = say("and on friday?", "amend date=friday");
    ASSERT_EQ(more.done.size(), 1u);
    EXPECT_EQ(more.done[0].text, "Your calendar is free Friday 27 November.");
}

TEST_F(AgentLoop, AsksForWhatIsMissingAndTakesTheAnswer) {
    const auto asked = say("set up lunch with my sister", "create_event title=lunch with my sister");
    ASSERT_EQ(asked.proposed.size(), 1u);
    EXPECT_EQ(asked.proposed[0].prepared.question, "On which day?");
    const auto early = loop_.confirm(asked.proposed[0].id, {}, {});
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().where, "date");

    const auto answered = say("tomorrow at noon");
    ASSERT_EQ(answered.proposed.size(), 1u);
    EXPECT_EQ(answered.dropped, Strings{asked.proposed[0].id});
    EXPECT_EQ(answered.proposed[0].prepared.summary, "Lunch with my sister, tomorrow 12:00–13:00");
    EXPECT_TRUE(say("yes", "dialog_control action=yes").done.at(0).ok);
    EXPECT_EQ(events(), Strings{"Lunch with my sister 2026-11-23 12:00-13:00"});
}

TEST_F(AgentLoop, OffersChoicesAndTakesOne) {
    addEvent("1", "Call with Ana", "20261123T120000", "20261123T123000");
    addEvent("2", "Call with Tom", "20261124T120000", "20261124T123000");
    for (const std::string answer :
         {"tom", "the second one", "Call with Tom, Tuesday 24 November 12:00–12:30"}) {
        const auto asked = say("cancel my call", "delete_event title=call");
        EXPECT_EQ(asked.proposed.at(0).prepared.questionField, "which");
        const auto answered = say(answer);
        ASSERT_EQ(answered.proposed.size(), 1u) << answer;
        EXPECT_EQ(answered.proposed[0].prepared.summary, "Call with Tom, Tuesday 24 November 12:00–12:30");
        loop_.decline(answered.proposed[0].id);
    }
}

TEST_F(AgentLoop, AnotherRequestIsNoAnswer) {
    say("make a note", "create_note");
    const auto other = say("what is on my calendar tomorrow", "list_events date=tomorrow");
    ASSERT_EQ(other.done.size(), 1u);
    EXPECT_EQ(other.done[0].text, "Your calendar is free tomorrow, Monday 23 November.");
}

TEST_F(AgentLoop, AmendsTheCardOnShow) {
    const auto first = say(kLunch, kLunchCall).proposed.at(0);
    const auto changed = say("make it 3 instead", "amend time=3");
    EXPECT_EQ(changed.dropped, Strings{first.id});
    ASSERT_EQ(changed.proposed.size(), 1u);
    EXPECT_EQ(changed.proposed[0].prepared.summary, "Lunch with my sister, tomorrow 15:00–16:30");
    EXPECT_FALSE(loop_.confirm(first.id, {}, {}));
    confirm(changed.proposed[0].id);
    EXPECT_EQ(events(), Strings{"Lunch with my sister 2026-11-23 15:00-16:30"});
}

TEST_F(AgentLoop, AmendsWhatWasDone) {
    confirm(say(kLunch, kLunchCall).proposed.at(0).id);
    const auto changed = say("make it 1 instead and invite the team", "amend time=1|attendees=the team");
    ASSERT_EQ(changed.proposed.size(), 1u);
    for (const auto& warning : changed.proposed[0].prepared.warnings)
        EXPECT_EQ(warning.find("Overlaps"), std::string::npos) << "it does not overlap itself";
    EXPECT_EQ(events(), Strings{"Lunch with my sister 2026-11-23 12:00-13:30"}) << "until the yes";
    const auto done = confirm(changed.proposed[0].id);
    EXPECT_EQ(events(), Strings{"Lunch with my sister 2026-11-23 13:00-14:30"});
    ASSERT_TRUE(loop_.undo(done.auditId));
    EXPECT_TRUE(events().empty());
}

TEST_F(AgentLoop, AmendWithoutAnActionSaysSo) {
    EXPECT_NE(say("make it 3", "amend time=3").answer.text.find("which action"), std::string::npos);
}

TEST_F(AgentLoop, SteersByWords) {
    EXPECT_EQ(say("yes", "dialog_control action=yes").answer.text, "Nothing is waiting for your answer.");
    const auto card = say(kLunch, kLunchCall).proposed.at(0);
    const auto no = say("no", "dialog_control action=no");
    EXPECT_EQ(no.dropped, Strings{card.id});
    EXPECT_EQ(no.answer.text, "All right, I leave it.");
    EXPECT_EQ(say("say that again", "dialog_control action=repeat").answer.text, "All right, I leave it.");
    confirm(say(kLunch, kLunchCall).proposed.at(0).id);
    EXPECT_EQ(say("undo that").answer.text, "Took the event out of the calendar again.");
    EXPECT_TRUE(events().empty());
    EXPECT_EQ(say("undo that").answer.text, "There is nothing I could take back.");
}

TEST_F(AgentLoop, AsksTheWholeRequestWhereTheModelNamesNoPartOfIt) {
    const auto heard = say("how high is mont blanc", "answer_question");
    ASSERT_EQ(heard.proposed.size(), 1u);
    EXPECT_NE(heard.proposed[0].prepared.summary.find("how high is mont blanc"), std::string::npos);
    EXPECT_TRUE(desktop_.opened.empty());
}

TEST_F(AgentLoop, HelpsWithWhatTheToolsSayOfThemselves) {
    const auto heard = say("help", "dialog_control action=help");
    EXPECT_NE(heard.answer.text.find("Notes and lists"), std::string::npos) << heard.answer.text;
}

TEST_F(AgentLoop, IsHonestAboutWhatItCannotDo) {
    const std::pair<std::string, bool> topics[] = {
        {"greeting", false}, {"capabilities", false}, {"knowledge", true}, {"story", true}, {"other", true}};
    for (const auto& [topic, offer] : topics) {
        const auto heard = say("text for " + topic, "irrelevant topic=" + topic);
        EXPECT_FALSE(heard.answer.text.empty());
        EXPECT_EQ(heard.answer.offerLargerModel, offer) << topic;
        EXPECT_TRUE(heard.proposed.empty());
    }
}

TEST_F(AgentLoop, AlwaysAllowIsPerToolAndNeverTheDefault) {
    EXPECT_TRUE(say("note milk", "create_note text=milk").done.empty());
    ASSERT_TRUE(approval_.set("create_note", agent::Approval::AlwaysAllow));
    const auto heard = say("note eggs", "create_note text=eggs");
    ASSERT_EQ(heard.done.size(), 1u);
    EXPECT_TRUE(heard.done[0].ok);
    EXPECT_TRUE(log_.find(heard.done[0].auditId).value().automatic);
    EXPECT_TRUE(say(kLunch, kLunchCall).done.empty()) << "another tool still asks";
    script_.logprobs["note ham"] = -2.0;
    EXPECT_TRUE(say("note ham", "create_note text=ham").done.empty()) << "a guess never acts";
}

TEST_F(AgentLoop, DoesNotDoWhatItWasToldNeverToDo) {
    ASSERT_TRUE(approval_.set("create_note", agent::Approval::Never));
    const auto heard = say("note milk", "create_note text=milk");
    EXPECT_TRUE(heard.proposed.empty());
    EXPECT_TRUE(heard.done.empty());
    std::string said;
    ASSERT_TRUE(loop_.ask({1, "note milk", {}},
                          [&](const agent::Event& event) {
                              if (const auto* text = std::get_if<agent::TextDelta>(&event))
                                  said += text->text;
                          },
                          {}));
    EXPECT_NE(said.find("never to do this"), std::string::npos) << said;
    ASSERT_TRUE(approval_.set("create_note", agent::Approval::Session));
    EXPECT_EQ(say("note eggs", "create_note text=eggs").done.size(), 1u);
    ASSERT_TRUE(approval_.set("create_note", agent::Approval::Ask));
    EXPECT_EQ(say("note ham", "create_note text=ham").proposed.size(), 1u);
}

TEST_F(AgentLoop, AsksWhatWasMeantWhereItIsUnsure) {
    const std::string request = "call mum tomorrow at noon";
    script_.logprobs[request] = -0.9;
    script_.alternatives[request] = {{"create_event", -0.9}, {"set_reminder", -1.1}, {"get_weather", -6.0}};
    const std::string answer = "create_event title=call mum|text=call mum|date=tomorrow|time=noon";
    const auto asked = say(request, answer);
    EXPECT_EQ(asked.answer.text, "Did you mean “Add to calendar” or “Remind me”?");
    EXPECT_TRUE(asked.proposed.empty());
    const auto picked = say("the second");
    ASSERT_EQ(picked.proposed.size(), 1u);
    EXPECT_EQ(picked.proposed[0].tool, "set_reminder");
    EXPECT_EQ(picked.proposed[0].prepared.summary, "Call mum, tomorrow 12:00");
}

TEST_F(AgentLoop, SeveralCallsInOneRequest) {
    const auto heard = say("note milk and note eggs and note milk",
                           "create_note text=milk; create_note text=eggs; create_note text=milk");
    EXPECT_EQ(heard.proposed.size(), 2u) << "what only repeats is left out";
    for (const auto& card : heard.proposed) confirm(card.id);
    EXPECT_EQ(filesIn(context_.notesDir).size(), 2u);
}

TEST_F(AgentLoop, AFailureKeepsTheCard) {
    write(context_.calendarDir, "a file where the folder should be");
    const auto card = say(kLunch, kLunchCall).proposed.at(0);
    const auto failed = confirm(card.id);
    EXPECT_FALSE(failed.ok);
    EXPECT_FALSE(failed.text.empty());
    EXPECT_EQ(log_.find(failed.auditId).value().state, privacy::AuditEntry::State::Failed);
    std::filesystem::remove(context_.calendarDir);
    EXPECT_TRUE(confirm(card.id).ok);
    EXPECT_EQ(events().size(), 1u);
}

TEST_F(AgentLoop, CompletesOrReportsWhatACrashLeft) {
    const auto card = say(kLunch, kLunchCall).proposed.at(0);
    privacy::AuditEntry entry;
    entry.time = clock_.now();
    entry.tool = "create_event";
    entry.summary = card.prepared.summary;
    auto fields = card.prepared.fields;
    for (const std::string id : {"crash-1", "crash-2"}) {
        auto with = fields;
        with.push_back({"action_id", "", agent::ArgumentType::Text, id, "", false, {}, {}});
        entry.actionId = id;
        entry.arguments = agent::loop::fieldsJson(with);
        ASSERT_TRUE(log_.begin(entry));
        if (id == "crash-2") continue;
        ASSERT_TRUE(tool("create_event").run(with, {}));
    }
    const auto sentences = runner_.recover().value();
    EXPECT_EQ(
        sentences,
        (Strings{"This was completed although Hearth was interrupted: Added “Lunch with my sister” for "
                 "tomorrow 12:00–13:30.",
                 "Hearth was interrupted before this was done: Lunch with my sister, tomorrow 12:00–13:30"}));
    EXPECT_TRUE(log_.unfinished().value().empty());
    EXPECT_EQ(say("undo").answer.text, "Took the event out of the calendar again.");
    EXPECT_TRUE(events().empty());
}

TEST_F(AgentLoop, EmptyRequestsAreErrors) {
    EXPECT_FALSE(loop_.ask({1, "  ", {}}, [](const agent::Event&) {}, {}));
}

TEST_F(AgentLoop, CancelledRequestsSaySo) {
    base::CancelSource stop;
    stop.cancel();
    script_.answers["note milk"] = "create_note text=milk";
    agent::AnswerDone answer;
    ASSERT_TRUE(loop_.ask(
        {1, "note milk", {}},
        [&](const agent::Event& e) {
            if (const auto* done = std::get_if<agent::AnswerDone>(&e)) answer = *done;
        },
        stop.token()));
    EXPECT_TRUE(answer.stopped);
}

TEST_F(AgentLoop, AFailedChangeLeavesWhatItWasToReplace) {
    const auto first = confirm(say(kLunch, kLunchCall).proposed.at(0).id);
    const auto changed = say("make it 3 instead", "amend time=3").proposed.at(0);
    EXPECT_EQ(changed.replaces, first.auditId);
    const auto blocker = dir_ / "undo" / (changed.id + ".json");
    write(blocker, "{}");  // as if this change had been made before
    const auto failed = confirm(changed.id);
    EXPECT_FALSE(failed.ok);
    EXPECT_EQ(events(), Strings{"Lunch with my sister 2026-11-23 12:00-13:30"});
    EXPECT_FALSE(log_.find(first.auditId).value().undone);
    std::filesystem::remove(blocker);
    EXPECT_TRUE(confirm(changed.id).ok) << "the card can be tried again";
    EXPECT_EQ(events(), Strings{"Lunch with my sister 2026-11-23 15:00-16:30"});
}

TEST_F(AgentLoop, TakesUpACardOfAnEarlierRun) {
    auto card = say(kLunch, kLunchCall).proposed.at(0);
    loop_.decline(card.id);  // as a program that was ended
    EXPECT_FALSE(loop_.confirm(card.id, {}, {}));
    addEvent("1", "Review", "20261123T123000", "20261123T130000");
    const auto resumed = loop_.resume(card);
    ASSERT_TRUE(resumed) << resumed.error().text();
    const auto& shown = std::get<agent::ProposedAction>(*resumed);
    EXPECT_EQ(shown.id, card.id);
    EXPECT_EQ(shown.prepared.warnings, Strings{"Overlaps “Review”, 12:30–13:00"}) << "as the calendar is now";
    const auto done = confirm(card.id);
    EXPECT_TRUE(done.ok);

    // The program was ended after it had acted, before it could write so.
    const auto again = loop_.resume(card);
    ASSERT_TRUE(again);
    EXPECT_EQ(std::get<agent::ActionDone>(*again).auditId, done.auditId);
    EXPECT_TRUE(std::get<agent::ActionDone>(*again).undoable);

    card.tool = "no_such_tool";
    EXPECT_FALSE(loop_.resume(card));
}

TEST_F(AgentLoop, AFailureOfAnEarlierRunCanBeTriedAgain) {
    write(context_.calendarDir, "a file where the folder should be");
    const auto card = say(kLunch, kLunchCall).proposed.at(0);
    EXPECT_FALSE(confirm(card.id).ok);
    loop_.decline(card.id);
    const auto resumed = loop_.resume(card);
    ASSERT_TRUE(resumed);
    EXPECT_FALSE(std::get<agent::ActionDone>(*resumed).ok);
    std::filesystem::remove(context_.calendarDir);
    EXPECT_TRUE(confirm(card.id).ok);
}

}  // namespace
}  // namespace hearth::tests
