// POST /v1/completions: a text in, what follows it out, whole or streamed. Any thread.
#pragma once

#include "base/cancel.h"
#include "server/http_message.h"
#include "server/model_host.h"

namespace hearth::app::server {

// `body` as it came. The reply's stream keeps a reference to `host`.
HttpReply answerCompletion(ModelHost& host, const std::string& body, const base::CancelToken& closing);

}  // namespace hearth::app::server
