// A server of the Model Context Protocol, as its client sees it: tools, resources and prompts. Each server is
// on its own: whatever it does wrong is an error that names it, and nothing else stops. One thread at a time.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "agent/mcp_transport.h"
#include "base/cancel.h"
#include "base/result.h"

namespace hearth::agent {

struct McpTool {
    std::string name;
    std::string description;
    std::string inputSchema;  // JSON Schema
};

struct McpResource {
    std::string uri;  // of a template: with places in braces, as "notes://{day}"
    std::string name;
    std::string description;
    std::string mimeType;
    bool isTemplate = false;
};

struct McpPrompt {
    std::string name;
    std::string description;
    std::vector<std::pair<std::string, bool>> arguments;  // name, whether it is required
};

struct McpResult {
    std::string text;
    bool failed = false;  // the tool says that it could not do it
};

struct McpOptions {
    int startMs = 20'000;   // to begin
    int answerMs = 60'000;  // a request
};

class McpClient {
  public:
    // Begins the session. `name`: as the user calls the server. Errors name it; Unsupported where it speaks
    // no version of the protocol that is known here.
    static base::Result<std::unique_ptr<McpClient>> connect(const std::string& name,
                                                            std::unique_ptr<McpTransport> transport,
                                                            const base::CancelToken& cancel,
                                                            const McpOptions& options = {});
    ~McpClient();

    const std::string& name() const { return name_; }
    const std::string& title() const { return title_; }  // what it calls itself, with its version

    base::Result<std::vector<McpTool>> tools(const base::CancelToken& cancel);
    // Without asking anybody: see mcpApprovalName(). `arguments`: a JSON object.
    base::Result<McpResult> call(const std::string& tool, const std::string& arguments,
                                 const base::CancelToken& cancel);
    // What there is, then the templates. A server that offers none is not asked; neither for prompts.
    base::Result<std::vector<McpResource>> resources(const base::CancelToken& cancel);
    // The text of a resource; what in it is no text is named by its type. Text of a stranger: see cleaned().
    base::Result<std::string> read(const std::string& uri, const base::CancelToken& cancel);
    base::Result<std::vector<McpPrompt>> prompts(const base::CancelToken& cancel);
    // The prompt's messages; where not all are the user's, each as "role: text".
    base::Result<std::string> prompt(const std::string& prompt,
                                     const std::vector<std::pair<std::string, std::string>>& arguments,
                                     const base::CancelToken& cancel);
    // Whether the server said, since this was asked last, that one of its lists is another now. Takes what it
    // has said so far, without waiting. Errors: those of a server that ended or talks nonsense.
    base::Result<bool> listsChanged(const base::CancelToken& cancel);
    // What becomes readable when the server says something; -1: it speaks only when it is asked.
    int file() const;

  private:
    struct Session;
    McpClient(std::string name, std::unique_ptr<Session> session);
    base::Error named(const base::Error& error) const;

    std::string name_;
    std::string title_;
    std::unique_ptr<Session> session_;
};

// Under which a tool of a server is approved, each by itself, and called by a model.
std::string mcpApprovalName(const std::string& server, const std::string& tool);

}  // namespace hearth::agent
