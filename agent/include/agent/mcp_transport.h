// How messages reach a server of the Model Context Protocol: a program of this machine that is started and
// talks over its standard input and output, or an address that is asked through privacy/egress. One thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "privacy/egress.h"

namespace hearth::agent {

class McpTransport {
  public:
    virtual ~McpTransport() = default;
    // One JSON message. Errors: Io (the server has ended), those of egress.
    virtual base::Result<void> send(const std::string& message, int timeoutMs,
                                    const base::CancelToken& cancel) = 0;
    // The server's next message. Errors: Io (it ended, or nothing came in time), InvalidInput (a message
    // without end), Cancelled.
    virtual base::Result<std::string> receive(int timeoutMs, const base::CancelToken& cancel) = 0;
    // A message that is already here, without waiting; nothing: none is. Errors as receive().
    virtual base::Result<std::optional<std::string>> take() = 0;
    // What becomes readable when the server says something; -1: it speaks only when it is asked.
    virtual int file() const { return -1; }
    // What both sides agreed on, for transports that tell it with every message.
    virtual void agreed(const std::string& protocolVersion) { (void)protocolVersion; }
};

struct McpProgram {
    std::string command;
    std::vector<std::string> arguments;
    std::map<std::string, std::string> environment;  // further variables
};
// Starts the program, in a process group of its own that ends with the transport. NotFound where there is no
// such program.
base::Result<std::unique_ptr<McpTransport>> startMcpProgram(const McpProgram& program);

// The purpose under which egress must allow the server's host.
inline constexpr const char* kMcpPurpose = "MCP server";

// The "streamable HTTP" transport. The Egress must outlive it.
std::unique_ptr<McpTransport> connectMcpAddress(privacy::Egress& egress, const std::string& url,
                                                const std::map<std::string, std::string>& headers);

}  // namespace hearth::agent
