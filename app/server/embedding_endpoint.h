// POST /v1/embeddings: texts in, vectors out. Any thread.
#pragma once

#include "base/cancel.h"
#include "server/http_message.h"
#include "server/model_host.h"

namespace hearth::app::server {

HttpReply answerEmbeddings(ModelHost& host, const std::string& body, const base::CancelToken& closing);

}  // namespace hearth::app::server
