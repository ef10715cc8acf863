// The address of a library in PostgreSQL, read, and the way there decided: a socket or the loopback of this
// machine, or another machine over TLS whose certificate is checked against its name. Pure but for the
// environment that libpq reads too; any thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace hearth::rag::postgres {

struct Address {
    std::map<std::string, std::string> options;  // as libpq takes them; may hold a password
    std::string host;                            // a folder where it is a socket
    std::string database;                        // "" where libpq chooses: the user's name
    bool otherMachine = false;
    std::string shown;  // "postgresql://anna@host/database", without what is secret
};

// `given`: a URI as libpq has it (postgresql.org/docs/15/libpq-connect.html, 34.1.1.2). Errors: InvalidInput
// (no address, several hosts), Refused (another machine without verified TLS).
base::Result<Address> readAddress(const std::string& given);

// Names and values side by side, each ended by a null, for as long as the address stays.
struct ConnectionParameters {
    explicit ConnectionParameters(const Address& address);
    std::vector<const char*> names;
    std::vector<const char*> values;
};

}  // namespace hearth::rag::postgres
