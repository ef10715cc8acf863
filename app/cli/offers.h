// What the command line says and asks before words go to a larger model elsewhere. Main thread.
#pragma once

#include "agent/agent.h"
#include "base/result.h"
#include "cli/command.h"
#include "cli/turn.h"
#include "remote/remote_desk.h"

namespace hearth::app::cli {

// The server of the settings with its key. Errors: NotFound where none is named; those of the keyring.
base::Result<RemoteSetup> remoteSetup(const Global& global);

// Whether a conversation may ask it: as `wanted` says ("never", "ask", "automatic"), or where that is empty,
// as the settings do. InvalidInput for another word.
base::Result<agent::RemoteUse> remoteUse(const std::string& wanted);

// Shows what would be sent; true where the user wants it. `yes`: without asking. Without a terminal: no.
bool agreesTo(const agent::HandOverOffer& offer, bool yes);

// runTurn(), and where a larger model elsewhere could answer, again after the user agreed or declined.
base::Result<Turn> runTurnWithOffers(agent::Agent& agent, agent::Request& request, bool echo, bool yes);

}  // namespace hearth::app::cli
